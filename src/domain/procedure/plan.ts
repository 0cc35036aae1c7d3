import { DomainError } from '../errors.ts';
import { addDays, addMonths, dayNumber } from './calendar.ts';

export interface PlannedStep {
  readonly id: string;
  readonly weeks: number;
  /** First and last day of the step. */
  readonly start: string;
  readonly end: string;
}

/** The lead time that the source gives, in months, up to and including one step. */
export interface LeadTime {
  readonly months: { readonly minimum: number; readonly maximum: number };
  readonly until: string;
}

export interface ProcedurePlan {
  readonly steps: readonly PlannedStep[];
  readonly end: string;
  /** How the plan stands to the lead time of the source; null when the source gives none. */
  readonly leadTime:
    | null
    | (LeadTime & { readonly reached: string; readonly verdict: 'within' | 'shorter' | 'longer' });
}

export const MOST_WEEKS = 260;
/** A lead time of "about" so many months is met within this many days on either side. */
const TOLERANCE_DAYS = 14;

/**
 * Lays the steps of a procedure one after the other from a start date.
 * @param steps in order, each with its length in whole weeks
 * @throws DomainError `date-invalid`; `duration-invalid` naming the step
 */
export function planProcedure(
  steps: readonly { readonly id: string; readonly weeks: number }[],
  start: string,
  leadTime?: LeadTime,
): ProcedurePlan {
  dayNumber(start);
  let day = start;
  const planned = steps.map(({ id, weeks }): PlannedStep => {
    if (!Number.isInteger(weeks) || weeks < 1 || weeks > MOST_WEEKS) {
      throw new DomainError('duration-invalid', { step: id, weeks });
    }
    const step = { id, weeks, start: day, end: addDays(day, weeks * 7 - 1) };
    day = addDays(step.end, 1);
    return step;
  });
  const reached = planned.find((step) => step.id === leadTime?.until)?.end;
  return {
    steps: planned,
    end: addDays(day, -1),
    leadTime: leadTime && reached ? { ...leadTime, reached, verdict: verdict(start, reached, leadTime) } : null,
  };
}

function verdict(start: string, reached: string, { months }: LeadTime): 'within' | 'shorter' | 'longer' {
  const day = dayNumber(reached) + 1;
  if (day < dayNumber(addMonths(start, months.minimum)) - TOLERANCE_DAYS) return 'shorter';
  return day > dayNumber(addMonths(start, months.maximum)) + TOLERANCE_DAYS ? 'longer' : 'within';
}
