import { DomainError } from '../errors.ts';
import { addDays, addMonths, dayNumber } from './calendar.ts';

export interface PlannedStep {
  readonly id: string;
  readonly weeks: number;
  /** First and last day of the step. */
  readonly start: string;
  readonly end: string;
}

/** The lead time that the source gives, in months, up to and including one step; a list where the source leaves open which. */
export interface LeadTime {
  readonly months: { readonly minimum: number; readonly maximum: number };
  readonly until: string | readonly string[];
}

/** How a plan stands to the lead time, when that ends with the step `until`. */
export interface Reading {
  readonly until: string;
  /** The last day of that step in the plan. */
  readonly reached: string;
  readonly verdict: 'within' | 'shorter' | 'longer';
}

export interface ProcedurePlan {
  readonly steps: readonly PlannedStep[];
  readonly end: string;
  /** How the plan stands to the lead time of the source; null when the source gives none. */
  readonly leadTime: null | {
    /** One, or each that the source leaves open, in the order of the steps. */
    readonly readings: readonly Reading[];
    /** The weeks on either side that still count as "about"; none where the source gives a range. */
    readonly toleranceWeeks: number;
  };
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
  return { steps: planned, end: addDays(day, -1), leadTime: leadTime ? held(start, planned, leadTime) : null };
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
function held(
  start: string,
  steps: readonly PlannedStep[],
  { months: { minimum, maximum }, until }: LeadTime,
): ProcedurePlan['leadTime'] {
  const toleranceWeeks = minimum === maximum ? ABOUT_WEEKS : 0;
  const earliest = dayNumber(addMonths(start, minimum)) - toleranceWeeks * 7;
  const latest = dayNumber(addMonths(start, maximum)) + toleranceWeeks * 7;
  const readings = steps
    .filter(({ id }) => [until].flat().includes(id))
    .map(({ id, end }): Reading => {
      const day = dayNumber(end) + 1;
      return { until: id, reached: end, verdict: day < earliest ? 'shorter' : day > latest ? 'longer' : 'within' };
    });
  return readings.length === 0 ? null : { readings, toleranceWeeks };
}
