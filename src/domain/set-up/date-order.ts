import type { Fault } from '../errors.ts';
import { fault } from '../faults.ts';
import { type AnnouncedDate, KINDS_OF_DATE } from '../rules/course.ts';
import type { TenderRules } from '../rules/rules.ts';

/**
 * What is wrong with announced dates among each other: bids come in after the answers, the decision after the bids.
 * @returns `date-before` for a date that comes before one of a kind that it follows, `last-day-twice` for a second last day for bids
 */
export function datesInDisorder({ course }: TenderRules): Fault[] {
  const dates = course?.dates ?? [];
  return dates.flatMap((one, place): Fault[] => {
    const path = ['course', 'dates', place];
    if (one.kind === 'bids' && dates.slice(0, place).some(({ kind }) => kind === 'bids')) {
      return [fault('last-day-twice', [...path, 'kind'], {}, { kind: 'choose-other' })];
    }
    const after = dates.filter((other) => comesAfter(one, other) && one.date < other.date);
    const [last] = after.sort((a, b) => (a.date < b.date ? 1 : -1));
    if (!last) return [];
    const params = { date: one.date, other: last.name.nl, after: last.date };
    return [fault('date-before', [...path, 'date'], params, { kind: 'later-than', date: last.date })];
  });
}

/** Whether the first is of something that comes after the second; a date without a kind stands by itself. */
const comesAfter = ({ kind }: AnnouncedDate, { kind: other }: AnnouncedDate): boolean =>
  kind !== undefined && other !== undefined && KINDS_OF_DATE.indexOf(kind) > KINDS_OF_DATE.indexOf(other);
