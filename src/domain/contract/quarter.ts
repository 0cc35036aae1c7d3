import { DomainError } from '../errors.ts';
import { addDays } from '../procedure/calendar.ts';

/** Quarters of a year as text: "2027-Q3". */

const LENGTH = 3;

/** How many quarters from the year 0: consecutive quarters have consecutive numbers. */
export const quarterNumber = (quarter: string): number =>
  Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1;

export const yearOfQuarter = (quarter: string): number => Number(quarter.slice(0, 4));

/** The quarter in which a day is. */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}-Q${Math.floor((Number(date.slice(5, 7)) - 1) / LENGTH) + 1}`;

/** The first day of a quarter. */
export const startOfQuarter = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String((Number(quarter.slice(-1)) - 1) * LENGTH + 1).padStart(2, '0')}-01`;

/** The last day of a quarter. */
export function endOfQuarter(quarter: string): string {
  const number = quarterNumber(quarter) + 1;
  const month = (number % 4) * LENGTH + 1;
  return addDays(`${String(Math.floor(number / 4)).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`, -1);
}

/** The quarters of a year, in order. */
export const quartersOf = (year: number): string[] => [1, 2, 3, 4].map((place) => `${year}-Q${place}`);

/** @param asOf the day on which its figures come in @throws DomainError `quarter-not-over` */
export function checkQuarterIsOver(quarter: string, asOf: string): void {
  const end = endOfQuarter(quarter);
  if (end >= asOf) throw new DomainError('quarter-not-over', { quarter, by: end });
}
