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
    | (LeadTime & {
        readonly reached: string;
        readonly verdict: 'within' | 'shorter' | 'longer';
        /** The weeks on either side that still count as "about"; none where the source gives a range. */
        readonly toleranceWeeks: number;
      });
}

export const MOST_WEEKS = 260;
/** The years in which a plan may start: every date of it keeps four digits for the year. */
export const START_YEARS = { first: 2000, last: 2199 } as const;
/** A choice of ours: a lead time of "about" so many months is met within this many weeks on either side. */
const ABOUT_WEEKS = 2;

/**
 * Lays the steps of a procedure one after the other from a start date.
 * @param steps in order, each with its length in whole weeks
 * @param start the first day, "2027-01-31", in one of the `START_YEARS`
 * @throws DomainError `date-invalid`; `start-year-invalid`; `duration-invalid` naming the step
 */
export function planProcedure(
  steps: readonly { readonly id: string; readonly weeks: number }[],
  start: string,
  leadTime?: LeadTime,
): ProcedurePlan {
  checkStart(start);
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
    leadTime: leadTime && reached ? held(start, reached, leadTime) : null,
  };
}

/**
 * Whether a plan may start on this day.
 * @throws DomainError `date-invalid`, `start-year-invalid`
 */
export function checkStart(start: string): void {
  dayNumber(start);
  const year = Number(start.slice(0, 4));
  if (year < START_YEARS.first || year > START_YEARS.last) {
    throw new DomainError('start-year-invalid', { year, ...START_YEARS });
  }
}

/** The plan held against the lead time of the source; one number of months in the source means "about". */
function held(start: string, reached: string, leadTime: LeadTime): NonNullable<ProcedurePlan['leadTime']> {
  const { minimum, maximum } = leadTime.months;
  const toleranceWeeks = minimum === maximum ? ABOUT_WEEKS : 0;
  const day = dayNumber(reached) + 1;
  const shorter = day < dayNumber(addMonths(start, minimum)) - toleranceWeeks * 7;
  const longer = day > dayNumber(addMonths(start, maximum)) + toleranceWeeks * 7;
  return { ...leadTime, reached, verdict: shorter ? 'shorter' : longer ? 'longer' : 'within', toleranceWeeks };
}
