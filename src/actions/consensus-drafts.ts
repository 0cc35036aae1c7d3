import type { Place } from '../domain/rules/place.ts';
import type { TypedScore } from '../domain/tender/own-work.ts';
import { currentRound } from '../domain/tender/state/rounds.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import type { Drafts, KeptDraft, SavedDraft } from './drafts.ts';
import type { TypedAt } from './own-work.ts';

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

/** The same of many scores at once, whatever any window had: all of them are kept, or none. What was said to be discussed stays so. */
export function saveConsensusDrafts(
  services: { readonly drafts: Drafts },
  state: TenderState,
  account: string,
  scores: readonly TypedAt[],
): void {
  const draftAt = consensusDraftsByPlace(services, state, account);
  services.drafts.saveAll(
    account,
    scores.map(({ place, criterion, now: { score, motivation } }) => {
      const draft = draftAt(place, criterion);
      const fields = { score, motivation, discussed: draft?.fields.discussed ?? '' };
      return { about: `${draftsIn(state, place)}/${criterion}`, base: draft?.version ?? 0, fields };
    }),
  );
}

/** Asks for the drafts of each place once. */
export function consensusDraftsByPlace(
  services: { readonly drafts: Drafts },
  state: TenderState,
  account: string,
): (place: Place, criterion: string) => KeptDraft | undefined {
  const known = new Map<string, ReadonlyMap<string, KeptDraft>>();
  return (place, criterion) => {
    const key = draftsIn(state, place);
    const found = known.get(key) ?? consensusDrafts(services, state, account, place);
    known.set(key, found);
    return found.get(criterion);
  };
}

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
