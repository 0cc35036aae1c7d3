import { readDecimal } from '../figures.ts';
import { assessedIn } from '../rules/in-lot.ts';
import type { Place } from '../rules/place.ts';
import { scoreAsAnnounced } from '../scoring/input.ts';
import type { DraftScore, SubmittedScore } from './state/events.ts';
import { assessmentIn, assignedTo, currentRound, isAssigned, placesOf } from './state/rounds.ts';
import type { TenderState } from './state/state.ts';

/** What an assessor typed on one criterion of one bid, as it was typed. */
export interface TypedScore {
  readonly score: string;
  readonly motivation: string;
  readonly foundAt: string;
}

export const NOTHING_TYPED: TypedScore = { score: '', motivation: '', foundAt: '' };

export interface CellOfWork {
  readonly criterion: string;
  readonly typed: TypedScore;
  /** Whether it was typed since it was last handed in. */
  readonly isDraft: boolean;
  readonly isComplete: boolean;
}

/** `changed`: handed in, and typed on since. `ready`: complete, and not handed in. */
export type WorkStatus = 'open' | 'draft' | 'ready' | 'handed-in' | 'changed';

/** One bid in one lot, as one assessor has it. */
export interface PlaceOfWork extends Place {
  readonly cells: readonly CellOfWork[];
  readonly status: WorkStatus;
  /** How often it was handed in: what handing in again is decided on. */
  readonly version: number;
}

/** Where the draft of one score is kept, of the round that is under way. */
export const draftsOf = (state: TenderState): string => `${state.dossier}/rounds/${currentRound(state).number}/scores`;
export const draftOf = (state: TenderState, { bid, lot }: Place, criterion: string): string =>
  `${draftsOf(state)}/${bid}/${lot}/${criterion}`;

/**
 * The work of one assessor in the round that is under way: what was typed, else what was handed in.
 * @param draftAt what is kept of a score that was typed; undefined where nothing is
 */
export function workOf(
  state: TenderState,
  assessor: string,
  draftAt: (about: string) => TypedScore | undefined,
): PlaceOfWork[] {
  const round = currentRound(state);
  return placesOf(state, round)
    .filter((place) => isAssigned(state, round, assessor, place))
    .map(({ bid, lot }): PlaceOfWork => {
      const place = { bid, lot };
      const handedIn = assessmentIn(round, assessor, place);
      const cells = assignedTo(state, round, assessor, place).map((criterion): CellOfWork => {
        const before = typedOf(handedIn?.scores.find((one) => one.criterion === criterion));
        const draft = draftAt(draftOf(state, place, criterion));
        const typed = draft ?? before;
        return {
          criterion,
          typed,
          isDraft: draft !== undefined && !sameTyped(draft, before),
          isComplete: readTyped(state, place, criterion, typed).submitted !== null,
        };
      });
      return { ...place, cells, status: statusOf(cells, handedIn), version: handedIn?.version ?? 0 };
    });
}

function statusOf(cells: readonly CellOfWork[], handedIn: { readonly submitted: boolean } | undefined): WorkStatus {
  if (handedIn?.submitted && cells.every(({ typed }) => !sameTyped(typed, NOTHING_TYPED))) {
    return cells.some(({ isDraft }) => isDraft) ? 'changed' : 'handed-in';
  }
  if (cells.every(({ isComplete }) => isComplete)) return 'ready';
  return cells.some(({ typed }) => !sameTyped(typed, NOTHING_TYPED)) ? 'draft' : 'open';
}

/** How a score that was stored is typed. */
export const typedOf = (stored: DraftScore | SubmittedScore | undefined): TypedScore => ({
  score: stored?.score ?? '',
  motivation: stored?.motivation ?? '',
  foundAt: stored?.foundAt ?? '',
});

export const sameTyped = (a: TypedScore, b: TypedScore): boolean =>
  a.score === b.score && a.motivation === b.motivation && a.foundAt === b.foundAt;

/** What was typed as a score: whole, where nothing is missing. Whether it is on the scale is asked when it is handed in. */
export function readTyped(
  { rules }: TenderState,
  { lot }: Place,
  criterion: string,
  { score, motivation, foundAt }: TypedScore,
): { readonly draft: DraftScore; readonly submitted: SubmittedScore | null } {
  const given = score.trim();
  const isScored = assessedIn(rules, lot).some((node) => node.criterion.id === criterion);
  const announced = given === '' || !isScored ? null : scoreAsAnnounced(rules, criterion, readDecimal(given) ?? given);
  const where = foundAt.trim() === '' ? {} : { foundAt: foundAt.trim() };
  const draft: DraftScore = {
    criterion,
    score: announced,
    motivation: motivation.trim() === '' ? null : motivation,
    ...where,
  };
  return {
    draft,
    submitted:
      draft.score === null || draft.motivation === null
        ? null
        : { criterion, score: draft.score, motivation: draft.motivation, ...where },
  };
}
