import { DomainError } from '../errors.ts';

/**
 * Calendar dates as text ("2027-01-31") in the Gregorian calendar, without a clock and without time zones.
 * The arithmetic counts days from 0000-03-01, so that a leap day is the last day of a year.
 */
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_ERA = 146_097;

/**
 * The number of a day: consecutive days have consecutive numbers.
 * @throws DomainError `date-invalid` for what is not a date, such as 2027-02-29
 */
export function dayNumber(date: string): number {
  const match = DATE.exec(date);
  if (!match) throw new DomainError('date-invalid', { date });
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const number =
    era * DAYS_IN_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  if (month < 1 || month > 12 || day < 1 || dateOf(number) !== date) throw new DomainError('date-invalid', { date });
  return number;
}

/** The date of a day number. */
export function dateOf(number: number): string {
  const era = Math.floor(number / DAYS_IN_ERA);
  const dayOfEra = number - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** @throws DomainError `date-invalid` */
export const addDays = (date: string, days: number): string => dateOf(dayNumber(date) + days);

/**
 * The same day so many months later; the last day of the month where that month is shorter (31 January + 1 month = 28 or 29 February).
 * @throws DomainError `date-invalid`
 */
export function addMonths(date: string, months: number): string {
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const total = year * 12 + (month - 1) + months;
  const firstOf = (place: number): string =>
    `${String(Math.floor(place / 12)).padStart(4, '0')}-${String((place % 12) + 1).padStart(2, '0')}-01`;
  const length = dayNumber(firstOf(total + 1)) - dayNumber(firstOf(total));
  return addDays(firstOf(total), Math.min(day, length) - 1);
}
