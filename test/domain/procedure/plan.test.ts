import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf, dayNumber } from '../../../src/domain/procedure/calendar.ts';
import { planProcedure } from '../../../src/domain/procedure/plan.ts';

const leadTime = { months: { minimum: 2, maximum: 12 }, until: 'b' };

describe('a planned procedure', () => {
  it('lays the steps one after the other, by hand', () => {
    const plan = planProcedure(
      [
        { id: 'a', weeks: 2 },
        { id: 'b', weeks: 10 },
      ],
      '2027-01-04',
      leadTime,
    );
    expect(plan.steps.map((step) => [step.start, step.end])).toEqual([
      ['2027-01-04', '2027-01-17'],
      ['2027-01-18', '2027-03-28'],
    ]);
    expect(plan.leadTime).toEqual({
      readings: [{ until: 'b', reached: '2027-03-28', verdict: 'within' }],
      toleranceWeeks: 0,
    });
  });

  it.each([
    [2, 'shorter'],
    [9, 'within'],
    [52, 'within'],
    [60, 'longer'],
  ])('of %d weeks to the covenant is %s than 2 to 12 months', (weeks, verdict) => {
    expect(planProcedure([{ id: 'b', weeks }], '2027-01-04', leadTime).leadTime!.readings[0]!.verdict).toBe(verdict);
  });

  it('is held against every step that the source leaves open, in the order of the steps', () => {
    const steps = [
      { id: 'a', weeks: 4 },
      { id: 'b', weeks: 20 },
      { id: 'c', weeks: 40 },
    ];
    const open = { ...leadTime, until: ['c', 'a'] };
    expect(planProcedure(steps, '2027-01-04', open).leadTime!.readings).toEqual([
      { until: 'a', reached: '2027-01-31', verdict: 'shorter' },
      { until: 'c', reached: '2028-03-26', verdict: 'longer' },
    ]);
  });

  it('calls a few weeks beside one number of months still "about"', () => {
    const about = { months: { minimum: 6, maximum: 6 }, until: 'b' };
    const verdicts = [23, 24, 25, 26, 27, 28, 29].map(
      (weeks) => planProcedure([{ id: 'b', weeks }], '2027-01-04', about).leadTime!.readings[0]!.verdict,
    );
    expect(verdicts).toEqual(['shorter', 'within', 'within', 'within', 'within', 'longer', 'longer']);
    expect(planProcedure([{ id: 'b', weeks: 26 }], '2027-01-04', about).leadTime!.toleranceWeeks).toBe(2);
  });

  it('leaves no day out and uses none twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2100-01-01') }),
        (lengths, first) => {
          const { steps, end } = planProcedure(
            lengths.map((weeks, index) => ({ id: `s${index}`, weeks })),
            dateOf(first),
          );
          steps.forEach((step, index) => {
            if (index > 0) expect(step.start).toBe(addDays(steps[index - 1]!.end, 1));
          });
          expect(dayNumber(end) - first + 1).toBe(7 * lengths.reduce((a, b) => a + b));
        },
      ),
    );
  });

  it.each([0, -1, 1.5, 261, Number.NaN])('refuses a step of %d weeks, naming it', (weeks) => {
    expect(() => planProcedure([{ id: 'b', weeks }], '2027-01-04')).toThrow(/duration-invalid.*"b"/);
  });

  it('refuses a start that is no date', () => {
    expect(() => planProcedure([{ id: 'b', weeks: 1 }], '2027-02-30')).toThrow('date-invalid');
  });
});
