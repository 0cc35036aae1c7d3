import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/procedure/calendar.ts';
import { daysBetween, holidaysOf, isDayOff, lastDayOf, STANDSTILL_DAYS } from '../../../src/domain/procedure/terms.ts';

describe('a statutory term', () => {
  it('runs on where it would end on a Sunday: sent on 12 October 2020, day 20 is Sunday 1 November, so it ends on Monday', () => {
    expect(addDays('2020-10-12', STANDSTILL_DAYS)).toBe('2020-11-01');
    expect(lastDayOf('2020-10-12', STANDSTILL_DAYS)).toBe('2020-11-02');
  });

  it.each([
    // Over Easter 2027: day 20 is Good Friday 26 March; after Easter Monday comes Tuesday 30 March.
    ['2027-03-06', '2027-03-30'],
    // Day 20 is 5 May, and the day after is Ascension.
    ['2027-04-15', '2027-05-07'],
    ['2026-12-05', '2026-12-28'],
    ['2027-03-10', '2027-03-30'],
  ])('sent on %s ends on %s', (sent, last) => {
    expect(lastDayOf(sent, STANDSTILL_DAYS)).toBe(last);
  });

  it('never ends on a day off, and never later than four days after its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const sent = addDays('2000-01-01', offset);
        const last = lastDayOf(sent, days);
        expect(isDayOff(last)).toBe(false);
        const late = daysBetween(addDays(sent, days), last);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('the holidays of a year', () => {
  it('are those of the Algemene termijnenwet', () => {
    expect(holidaysOf(2025)).toEqual([
      '2025-01-01',
      '2025-04-18',
      '2025-04-21',
      // 27 April 2025 is a Sunday.
      '2025-04-26',
      '2025-05-05',
      '2025-05-29',
      '2025-06-09',
      '2025-12-25',
      '2025-12-26',
    ]);
  });

  it.each([
    [2000, '2000-04-24'],
    [2008, '2008-03-24'],
    [2019, '2019-04-22'],
    [2024, '2024-04-01'],
    [2027, '2027-03-29'],
    [2038, '2038-04-26'],
  ])('has Easter Monday of %i on %s', (year, monday) => {
    expect(holidaysOf(year)[2]).toBe(monday);
  });

  it('knows a Saturday and a Sunday', () => {
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(isDayOff)).toEqual([false, true, true, false]);
  });
});
