import { DomainError } from '../errors.ts';
import { addDays, addMonths } from '../procedure/calendar.ts';
import type { ContractPayloads } from './events.ts';
import type { TermRules } from './rules/term.ts';

export interface TermInput {
  readonly rules: TermRules;
  readonly start: string;
  /** The last day of the first term, where it was agreed otherwise than the rules say. */
  readonly until: string | null;
  /** How many months before the end of a term it is decided at last; null where nothing was agreed. */
  readonly deciding: { readonly monthsBefore: number; readonly decider: string } | null;
  /** What was decided of the extensions, in order. */
  readonly decisions: readonly Pick<ContractPayloads['extension-decided'], 'extension' | 'extended' | 'decidedOn'>[];
  /** For which extensions the growth path was considered. */
  readonly considered: readonly number[];
  /** The day on which it ended, or will end, otherwise. */
  readonly endedOn: string | null;
  readonly asOf: string;
}

/** `sure`: the first term, or an extension that was decided on. `open`: still to be decided. `late`: the moment to decide has passed. `off`: will not be. */
export type PeriodStatus = 'sure' | 'open' | 'late' | 'off';

export interface Period {
  /** 0 for the first term; else which extension. */
  readonly extension: number;
  readonly from: string;
  readonly until: string;
  /** The last day on which this extension can be decided on; null for the first term. Without an agreement: the day before it starts. */
  readonly decideBy: string | null;
  readonly decidedOn: string | null;
  readonly status: PeriodStatus;
  /** Whether the growth path has yet to be considered before it. */
  readonly toConsider: boolean;
}

export interface Term {
  readonly periods: readonly Period[];
  /** The last day that is certain. */
  readonly sureUntil: string;
  /** The last day with all options that are still open. */
  readonly latest: string;
  /** What has to be decided first; null where nothing is left to decide. */
  readonly next: Period | null;
}

/** The last day of so many years from a day on. */
export const lastDayAfterYears = (start: string, years: number): string => addDays(addMonths(start, years * 12), -1);

/**
 * Lays the first term and its extensions one after the other (Koersnota 2025, 3.6: for example 4 years and three times 3; Raadsbrief 2020: 4 and twice 2).
 * @throws DomainError `end-before-start`, `date-invalid`
 */
export function followTerm({ rules, start, until, deciding, decisions, considered, endedOn, asOf }: TermInput): Term {
  const first = until ?? lastDayAfterYears(start, rules.years);
  if (first < start) throw new DomainError('end-before-start', { start, by: first });
  const periods: Period[] = [
    { extension: 0, from: start, until: first, decideBy: null, decidedOn: null, status: 'sure', toConsider: false },
  ];
  rules.extensions.forEach(({ years }, place) => {
    const extension = place + 1;
    const before = periods.at(-1)!;
    const from = addDays(before.until, 1);
    const decided = decisions.findLast((one) => one.extension === extension);
    const decideBy = decideByOf(before.until, deciding?.monthsBefore ?? 0);
    const status = statusOf();
    periods.push({
      extension,
      from,
      until: lastDayAfterYears(from, years),
      decideBy,
      decidedOn: decided?.decidedOn ?? null,
      status,
      toConsider: rules.reconsiderGrowthPath !== undefined && !considered.includes(extension) && status === 'open',
    });

    function statusOf(): PeriodStatus {
      if (before.status === 'off' || before.status === 'late' || (endedOn !== null && endedOn < from)) return 'off';
      if (decided) return decided.extended ? 'sure' : 'off';
      return asOf > decideBy ? 'late' : 'open';
    }
  });
  const end = (list: readonly Period[]): string => {
    const last = list.at(-1)!.until;
    return endedOn !== null && endedOn < last ? endedOn : last;
  };
  return {
    periods,
    sureUntil: end(periods.filter(({ status }) => status === 'sure')),
    latest: end(periods.filter(({ status }) => status === 'sure' || status === 'open')),
    next: periods.find(({ status }) => status === 'open') ?? null,
  };
}

/** The last day on which an extension can be decided on: so many months before the end of the term before it, and that end itself without an agreement. */
export const decideByOf = (endBefore: string, monthsBefore: number): string => addMonths(endBefore, -monthsBefore);

/** The law asks that the order is granted at least so many months before the start (Uitvoeringsbesluit Wmo 2015, 5.1 and 5.4; mark V, criteria/law). */
const MONTHS_BEFORE_START = 3;

/** Whether an award comes early enough. @returns the last day on which it does, and whether it did; null where the day of the award is not known */
export function awardedInTime(
  start: string,
  awardedOn: string | null,
): { readonly by: string; readonly holds: boolean | null } {
  const by = addMonths(start, -MONTHS_BEFORE_START);
  return { by, holds: awardedOn === null ? null : awardedOn <= by };
}
