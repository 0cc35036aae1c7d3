import type { Place } from '../domain/rules/place.ts';
import {
  draftOf,
  draftsOf,
  NOTHING_TYPED,
  type PlaceOfWork,
  readTyped,
  type TypedScore,
  workOf,
} from '../domain/tender/own-work.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import type { DraftFields } from '../storage/draft-store.ts';
import type { Drafts, KeptDraft, SavedDraft } from './drafts.ts';
import type { Tenders } from './tenders.ts';

/** What was typed on one score. */
export interface TypedAt {
  readonly place: Place;
  readonly criterion: string;
  readonly now: TypedScore;
}

/** What one assessor has done and has to do, with the drafts that are kept for him or her. */
export interface OwnWork {
  readonly places: readonly PlaceOfWork[];
  /** The draft of one score; undefined where none is kept. */
  readonly draftAt: (place: Place, criterion: string) => KeptDraft | undefined;
  /** When a draft of this work was last kept; null where none is. */
  readonly savedAt: string | null;
}

export function ownWorkOf({ drafts }: { readonly drafts: Drafts }, state: TenderState, assessor: string): OwnWork {
  const kept = drafts.under(assessor, draftsOf(state));
  return {
    places: workOf(state, assessor, (about) => {
      const draft = kept.get(about);
      return draft && typedIn(draft.fields);
    }),
    draftAt: (place, criterion) => kept.get(draftOf(state, place, criterion)),
    savedAt: [...kept.values()].reduce<string | null>(
      (last, { savedAt }) => (last === null || savedAt > last ? savedAt : last),
      null,
    ),
  };
}

/** What was typed, as a draft holds it. */
export const typedIn = (fields: DraftFields): TypedScore => ({
  score: fields.score ?? NOTHING_TYPED.score,
  motivation: fields.motivation ?? NOTHING_TYPED.motivation,
  foundAt: fields.foundAt ?? NOTHING_TYPED.foundAt,
});

/**
 * Keeps what an assessor typed on one score. When it returns, it is on disk.
 * @param base the version of the draft that the window had
 * @throws DomainError what `Drafts.save` throws
 */
export const saveScore = (
  { drafts }: { readonly drafts: Drafts },
  state: TenderState,
  assessor: string,
  { place, criterion }: { readonly place: Place; readonly criterion: string },
  base: number,
  { score, motivation, foundAt }: TypedScore,
): SavedDraft => drafts.save(assessor, draftOf(state, place, criterion), base, { score, motivation, foundAt });

/**
 * The same of many scores at once, whatever any window had: all of them are kept, or none.
 * @throws DomainError what `Drafts.save` throws
 */
export function saveScores(
  services: { readonly drafts: Drafts },
  state: TenderState,
  assessor: string,
  scores: readonly TypedAt[],
): void {
  const { draftAt } = ownWorkOf(services, state, assessor);
  services.drafts.saveAll(
    assessor,
    scores.map(({ place, criterion, now: { score, motivation, foundAt } }) => ({
      about: draftOf(state, place, criterion),
      base: draftAt(place, criterion)?.version ?? 0,
      fields: { score, motivation, foundAt },
    })),
  );
}

/**
 * Hands in what an assessor typed on these bids, all of it or nothing; its drafts are forgotten with it.
 * @throws DomainError what the procedure refuses
 */
export function handIn(
  { tenders, drafts }: { readonly tenders: Tenders; readonly drafts: Drafts },
  state: TenderState,
  assessor: string,
  places: readonly PlaceOfWork[],
): void {
  const assessments = places.map(({ bid, lot, version, cells }) => ({
    bid,
    lot,
    version,
    scores: cells.map(({ criterion, typed }) => readTyped(state, { bid, lot }, criterion, typed).draft),
  }));
  tenders.execute(state.dossier, assessor, { type: 'submit-assessments', assessments }, () => {
    for (const place of places) {
      for (const { criterion } of place.cells) drafts.forget(assessor, draftOf(state, place, criterion));
    }
  });
}
