import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AwardProblem, lotUnit } from '../../../../src/domain/award/proof/problem.ts';
import { layOut, withScores } from '../../../../src/domain/award/search/instance.ts';
import { bigints, doubles } from '../../../../src/domain/award/search/whole.ts';
import { anyProblem, thousandsOfDigits } from '../../../support/award-problems.ts';

const exactly = (problem: AwardProblem): bigint[] =>
  problem.offers.map(({ score, lots }) => score + lotUnit(problem) * BigInt(lots.length));

describe('a problem laid out', () => {
  const shape = { lots: 4, bids: 4, combinations: true, affiliates: true, maximumWinners: true };

  it('has the exact values in doubles where these count as far as needed, in bigints otherwise', () => {
    fc.assert(
      fc.property(anyProblem(shape), fc.boolean(), (problem, fine) => {
        const { numbers, values, denominator } = layOut(problem, fine);
        expect(numbers).toBe(doubles);
        expect(Array.from(values, BigInt)).toEqual(exactly(problem).map((value) => value * BigInt(denominator)));
      }),
    );
    fc.assert(
      fc.property(anyProblem({ ...shape, score: thousandsOfDigits }), fc.boolean(), (problem, fine) => {
        const { numbers, values, denominator } = layOut(problem, fine);
        if (numbers === bigints) expect([...values].every((value) => typeof value === 'bigint')).toBe(true);
        expect(Array.from(values, BigInt)).toEqual(exactly(problem).map((value) => value * BigInt(denominator)));
      }),
      { numRuns: 50 },
    );
  });

  it('knows a number beyond the highest price of every lot together', () => {
    fc.assert(
      fc.property(anyProblem({ ...shape, score: thousandsOfDigits }), (problem) => {
        const { numbers, beyond, highestPrice } = layOut(problem, true);
        const all = numbers.times(highestPrice, numbers.near(problem.lots));
        expect(beyond > all).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is the same with the scores of another problem, in doubles, or not at all', () => {
    fc.assert(
      fc.property(anyProblem(shape), anyProblem(shape), (problem, other) => {
        const scores = problem.offers.map((_, place) => Number(other.offers[place]?.score ?? 0n));
        const scored = { ...problem, offers: problem.offers.map((one, i) => ({ ...one, score: BigInt(scores[i]!) })) };
        const { values, highestPrice, numbers } = withScores(layOut(problem, true), scores)!;
        const plain = layOut(scored, false);
        expect([[...values], highestPrice, numbers]).toEqual([[...plain.values], plain.highestPrice, doubles]);
      }),
    );
    const problem: AwardProblem = {
      lots: 1,
      offers: [{ bid: 0, lots: [0], score: 1n }],
      parties: [{ bids: [{ bid: 0, maximumLots: 1 }], maximumLots: 1, oneBid: false }],
      limits: { minimumWinners: 0, maximumWinners: 1 },
    };
    expect(withScores(layOut(problem, false), [2 ** 52])).toBe(undefined);
  });
});
