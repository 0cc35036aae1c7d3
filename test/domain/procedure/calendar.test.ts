import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateOf, dayNumber } from '../../../src/domain/procedure/calendar.ts';

const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-12-31') });

describe('calendar dates', () => {
  it('agree with the Gregorian calendar of the platform, every day from 1900 to 2200', () => {
    for (let number = dayNumber('1900-01-01'), time = Date.UTC(1900, 0, 1); ; number++, time += 86_400_000) {
      const date = new Date(time).toISOString().slice(0, 10);
      if (date > '2200-12-31') break;
      if (dateOf(number) !== date || dayNumber(date) !== number)
        expect([dateOf(number), dayNumber(date)]).toEqual([date, number]);
    }
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
  });

  it.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '27-1-1', '2027-01-1', '', '2027-01-32'])(
    'refuse %j',
    (text) => {
      expect(() => dayNumber(text)).toThrow('date-invalid');
    },
  );

  it('add days there and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (number, days) => {
        expect(addDays(addDays(dateOf(number), days), -days)).toBe(dateOf(number));
      }),
    );
  });

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2027-12-15', 12, '2028-12-15'],
  ])('%s plus %d months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});
