import { addDays, dayNumber } from './calendar.ts';

/**
 * Statutory terms in days. A term that ends on a Saturday, a Sunday or a generally recognised holiday runs to the next day that is none of these
 * (Algemene termijnenwet, articles 1 and 3; read in the text of the law, as of 2025-09-01). A date that was announced, or agreed on, does not move.
 */

/** The standstill period: at least so many calendar days, from the day after the decision was sent (Aanbestedingswet 2012, article 2.127). */
export const STANDSTILL_DAYS = 20;

/**
 * The last day of a statutory term.
 * @param sent the day on which it was caused, "2027-03-10": the term begins the day after
 * @param days calendar days
 * @returns the last day, as a date
 * @throws DomainError `date-invalid`
 */
export function lastDayOf(sent: string, days: number): string {
  let day = addDays(sent, days);
  while (isDayOff(day)) day = addDays(day, 1);
  return day;
}

/** How many days from one date to another; negative for the past. @throws DomainError `date-invalid` */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Whether no statutory term ends on this day. @throws DomainError `date-invalid` */
export function isDayOff(date: string): boolean {
  // 1 March of the year 0, from which days are counted, was a Wednesday.
  const weekday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return weekday === SATURDAY || weekday === SUNDAY || holidaysOf(Number(date.slice(0, 4))).includes(date);
}
const SATURDAY = 6;
const SUNDAY = 0;

/** New Year, Good Friday, Easter Monday, King's Day, 5 May, Ascension, Whit Monday and both days of Christmas. */
export function holidaysOf(year: number): string[] {
  const easter = easterOf(year);
  const on = (monthAndDay: string): string => `${String(year).padStart(4, '0')}-${monthAndDay}`;
  const kingsBirthday = on('04-27');
  const isSunday = (((dayNumber(kingsBirthday) + 3) % 7) + 7) % 7 === SUNDAY;
  return [
    on('01-01'),
    addDays(easter, -2),
    addDays(easter, 1),
    isSunday ? on('04-26') : kingsBirthday,
    on('05-05'),
    addDays(easter, 39),
    addDays(easter, 50),
    on('12-25'),
    on('12-26'),
  ];
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of Nature, 1876, as in Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
