import type { Link } from '../link.ts';
import type { Succession } from '../succession.ts';
import type { Withdrawal } from '../withdrawal.ts';
import type { Entry, EntryOf, EntryType } from './events.ts';
import type { FunctionalModel } from './functional-model.ts';

export const PLAN_PHASES = ['drafting', 'adopted', 'closed'] as const;
export type PlanPhase = (typeof PLAN_PHASES)[number];

/** The fold of the events of one purchase plan. Only `evolvePlan` writes in it; what follows from its entries is computed from them. */
export interface PlanState {
  readonly dossier: string;
  version: number;
  phase: PlanPhase;
  readonly title: string;
  readonly year: number;
  readonly model: FunctionalModel;
  readonly modelSha256: string;
  readonly note: string | null;
  readonly follows: Link | null;
  readonly openedOn: string;
  officer: string;
  succession: Succession | null;
  /** Everything that was planned, in order; what was withdrawn or planned otherwise since too. */
  readonly entries: Entry[];
  /** By the place of the entry. */
  readonly withdrawn: Map<number, Withdrawal>;
  /** The last time that the plan was adopted, and at which place. */
  adopted: { readonly seq: number; readonly on: string; readonly by: string; readonly document: string | null } | null;
  /** The place of the last event that changed what is planned, or what asks that it is adopted anew. */
  changedVersion: number;
  lastEventAt: string;
}

/** What an entry plans: a service, a phase or a moment, by its id. */
const subjectOf = (entry: Entry): string => {
  switch (entry.type) {
    case 'service-planned':
      return entry.payload.service;
    case 'phase-planned':
      return entry.payload.phase;
    case 'moment-planned':
      return entry.payload.moment;
  }
};

/**
 * What is planned of one type, as it stands: of each subject the last entry that was not withdrawn, in the order in which the subjects came.
 */
export function standing<T extends EntryType>(
  { entries, withdrawn }: Pick<PlanState, 'entries' | 'withdrawn'>,
  type: T,
): EntryOf<T>[] {
  const last = new Map<string, EntryOf<T>>();
  for (const one of entries) {
    if (isOf(one, type) && !withdrawn.has(one.seq)) last.set(subjectOf(one), one);
  }
  return [...last.values()];
}

/** What a subject was planned as before, the last first; what was withdrawn is left out. */
export const before = <T extends EntryType>(
  { entries, withdrawn }: Pick<PlanState, 'entries' | 'withdrawn'>,
  entry: EntryOf<T>,
): EntryOf<T>[] =>
  entries
    .filter(
      (one): one is EntryOf<T> =>
        one.type === entry.type &&
        one.seq < entry.seq &&
        !withdrawn.has(one.seq) &&
        subjectOf(one) === subjectOf(entry),
    )
    .reverse();

const isOf = <T extends EntryType>(entry: Entry, type: T): entry is EntryOf<T> => entry.type === type;

/** The entry that stands for a subject; undefined where there is none. */
export const standingOf = <T extends EntryType>(
  state: Pick<PlanState, 'entries' | 'withdrawn'>,
  type: T,
  subject: string,
): EntryOf<T> | undefined => standing(state, type).find((one) => subjectOf(one) === subject);

/** What a plan follows from, and the services in it as they stand. */
export const originsOf = (state: Pick<PlanState, 'entries' | 'withdrawn' | 'follows'>): Link[] => [
  ...(state.follows ? [state.follows] : []),
  ...standing(state, 'service-planned').flatMap(({ payload }) => payload.follows ?? []),
];

/** Whether what is planned is what was adopted. */
export const isAsAdopted = ({ adopted, changedVersion }: Pick<PlanState, 'adopted' | 'changedVersion'>): boolean =>
  adopted !== null && adopted.seq > changedVersion;
