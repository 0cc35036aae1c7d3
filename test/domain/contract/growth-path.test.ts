import { describe, expect, it } from 'vitest';
import { followGrowthPath, type QuarterFigures } from '../../../src/domain/contract/growth-path.ts';
import { toFractionText } from '../../../src/domain/number.ts';

const norms = {
  steps: [
    { by: '2027-12-31', minimumPercentage: '15' },
    { by: '2028-12-31', minimumPercentage: '30' },
  ],
  communityInitiatives: '15',
};
const quarter = (of: string, basic: number, all: number, initiatives = 0): QuarterFigures => ({
  quarter: of,
  users: {
    basicVolunteers: basic,
    basicProfessionals: 0,
    additional: all - basic,
    communityInitiatives: initiatives,
  },
});
const follow = (figures: readonly QuarterFigures[], asOf: string) => followGrowthPath(norms, null, figures, asOf).steps;

describe('the growth path', () => {
  it('continues the growth per quarter from the first figure to the last', () => {
    // 6 % and 8 % in the first two quarters: 2 % a quarter, so 12 % in the fourth and 20 % in the eighth.
    const steps = follow([quarter('2027-Q1', 6, 100), quarter('2027-Q2', 8, 100)], '2027-08-01');
    expect(steps.map(({ status, projected }) => [status, toFractionText(projected!)])).toEqual([
      ['at-risk', '3/25'],
      ['at-risk', '1/5'],
    ]);
    const faster = follow([quarter('2027-Q1', 6, 100), quarter('2027-Q2', 9, 100)], '2027-08-01');
    expect(faster.map(({ status }) => status)).toEqual(['on-track', 'at-risk']);
  });

  it('is judged by the figures of the quarter of the date, and says how many users are missing', () => {
    const [missed] = follow([quarter('2027-Q4', 29, 200, 4)], '2028-01-15');
    expect(missed).toMatchObject({ status: 'missed', missing: 1, community: { met: false, missing: 1 } });
    const [met] = follow([quarter('2027-Q4', 30, 200, 5)], '2028-01-15');
    expect(met).toMatchObject({ status: 'met', missing: 0, community: { met: true, missing: 0 } });
    // 15 % of 199 is 29.85: thirty people.
    expect(follow([quarter('2027-Q4', 29, 199)], '2028-01-15')[0]!.missing).toBe(1);
  });

  it('has no figures after the date without those of its quarter, and needs two figures for a trend', () => {
    expect(follow([quarter('2027-Q3', 40, 100)], '2028-01-15')[0]!.status).toBe('no-figures');
    expect(follow([quarter('2027-Q1', 6, 100)], '2027-08-01')[0]!.status).toBe('unknown');
    expect(follow([quarter('2027-Q1', 16, 100)], '2027-08-01')[0]!.status).toBe('on-track');
    expect(follow([], '2027-08-01')[0]).toMatchObject({ status: 'unknown', missing: 0, point: null });
    expect(follow([quarter('2027-Q1', 0, 0)], '2027-08-01')[0]!.point).toBeNull();
  });

  it('holds a promise beside the norm, and takes the last figures of a quarter', () => {
    const promise = { steps: [{ by: '2027-12-31', percentage: '20' }], communityInitiatives: '20' };
    const figures = [quarter('2027-Q4', 29, 200), quarter('2027-Q4', 36, 200)];
    const [step] = followGrowthPath(norms, promise, figures, '2028-01-15').steps;
    expect(step).toMatchObject({ status: 'met', missing: 0, missingOfPromise: 4 });
  });
});
