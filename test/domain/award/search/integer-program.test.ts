import { describe, expect, it } from 'vitest';
import type { AwardProblem } from '../../../../src/domain/award/proof/problem.ts';
import { asIntegerProgram, divisionOf } from '../../../../src/domain/award/search/integer-program.ts';

/** Two bidders for two lots, one each; the scores are multiples of a unit. */
const problemIn = (unit: bigint): AwardProblem => ({
  lots: 2,
  offers: [9n, 8n, 5n, 3n].map((score, place) => ({ bid: place >> 1, lots: [place & 1], score: score * unit })),
  parties: [0, 1].map((bid) => ({ bids: [{ bid, maximumLots: 1 }], maximumLots: 1, oneBid: false })),
  limits: { minimumWinners: 1, maximumWinners: 2 },
});

describe('the award as a 0/1 program', () => {
  it('has a variable per offer and per party, worth score + lots x unit', () => {
    // 1 + 9 + 8 = 18 for a lot.
    expect(asIntegerProgram(problemIn(1n)).values).toEqual([27, 26, 23, 21, 0, 0]);
  });

  it('has finite values in the same proportion where the totals have thousands of digits', () => {
    const [first, ...others] = asIntegerProgram(problemIn(10n ** 4000n)).values;
    expect(Number.isFinite(first)).toBe(true);
    // 9 + 8 = 17 for a lot, and 1 that does not show.
    expect(others.map((value) => (value / first!) * 26)).toEqual(
      [25, 22, 20, 0, 0].map((part) => expect.closeTo(part)),
    );
  });

  it('has a row per cap, in the largest parts of which every count is a whole number', () => {
    const problem = problemIn(1n);
    const [first, second] = problem.parties;
    const caps = [{ bids: [0], counts: [60n, 90n], most: 100n }];
    const { rows } = asIntegerProgram({ ...problem, parties: [{ ...first!, caps }, second!] });
    const added = { variables: [0, 1], factors: [2, 3], atLeast: Number.NEGATIVE_INFINITY, atMost: 3 };
    expect(rows).toContainEqual(added);
    expect(rows.length).toBe(asIntegerProgram(problem).rows.length + 1);
  });

  it('is read back as the offers among the variables that are 1', () => {
    expect(divisionOf(problemIn(1n), [5, 2, 1, 4])).toEqual([1, 2]);
  });
});
