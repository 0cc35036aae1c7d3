import type { Place } from '../domain/rules/place.ts';
import type { TypedScore } from '../domain/tender/own-work.ts';
import { currentRound } from '../domain/tender/state/rounds.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import type { Drafts, KeptDraft, SavedDraft } from './drafts.ts';

/** What is typed on a consensus score before it is recorded. */
export interface TypedConsensus extends TypedScore {
  readonly discussed: boolean;
}

const draftsIn = (state: TenderState, { bid, lot }: Place): string =>
  `${state.dossier}/rounds/${currentRound(state).number}/consensus/${bid}/${lot}`;

/** What who leads the consensus has typed on a bid in a lot and not recorded, by criterion. */
export function consensusDrafts(
  { drafts }: { readonly drafts: Drafts },
  state: TenderState,
  account: string,
  place: Place,
): ReadonlyMap<string, KeptDraft> {
  const start = draftsIn(state, place);
  return new Map([...drafts.under(account, start)].map(([about, draft]) => [about.slice(start.length + 1), draft]));
}

/** Keeps what was typed on one consensus score. When it returns, it is on disk. @throws DomainError what `Drafts.save` throws */
export const saveConsensusDraft = (
  { drafts }: { readonly drafts: Drafts },
  state: TenderState,
  account: string,
  { place, criterion }: { readonly place: Place; readonly criterion: string },
  base: number,
  { score, motivation, discussed }: TypedConsensus,
): SavedDraft =>
  drafts.save(account, `${draftsIn(state, place)}/${criterion}`, base, {
    score,
    motivation,
    discussed: discussed ? 'yes' : '',
  });

/** Forgets what was recorded; to be done within the transaction that records it. */
export function forgetConsensusDrafts(
  { drafts }: { readonly drafts: Drafts },
  state: TenderState,
  account: string,
  place: Place,
  criteria: readonly string[],
): void {
  for (const criterion of criteria) drafts.forget(account, `${draftsIn(state, place)}/${criterion}`);
}
