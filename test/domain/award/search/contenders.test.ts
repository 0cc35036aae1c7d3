import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lotHolders } from '../../../../src/domain/award/award.ts';
import type { AwardProblem } from '../../../../src/domain/award/proof/problem.ts';
import { contenderSearch } from '../../../../src/domain/award/search/contenders.ts';
import { evaluate } from '../../../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../../../src/domain/scoring/input.ts';
import { evaluateLots } from '../../../../src/domain/scoring/lot.ts';
import { anyProblem, tryAll } from '../../../support/award-problems.ts';
import { clip, pricedInput, pricedRules, weighted } from '../../../support/priced.ts';

describe('the offers that are left after a rounded search', () => {
  it('contain every best division, also when scores differ in the last digit', () => {
    // Up to 10 ^ 15 with differences of a few units: far finer than what a rounded score can tell apart.
    const score = fc
      .tuple(fc.integer({ min: -3, max: 6 }), fc.integer({ min: -2, max: 2 }))
      .map(([large, small]) => BigInt(large) * 10n ** 15n + BigInt(small));
    const shape = { lots: 4, bids: 4, affiliates: true, maximumWinners: true, fixed: true, combinations: true, score };
    fc.assert(
      fc.property(
        fc.oneof(anyProblem(shape), anyProblem({ ...shape, caps: 'capacities' })),
        (problem: AwardProblem) => {
          const near = problem.offers.map((offer) => Number(offer.score));
          const size = near.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
          const kept = contenderSearch(problem)(near, size);
          for (const division of tryAll(problem)?.divisions ?? []) {
            for (const place of division) expect(kept).toContain(place);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('give the award that all of them give, where totals have no handy common denominator', () => {
    // Odd amounts close together have few factors in common, so that a common denominator has far more than twenty digits.
    const prices = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 });
    const qualities = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 18, maxLength: 18 });
    fc.assert(
      fc.property(prices, qualities, fc.integer({ min: 1, max: 2 }), (amounts, points, maximumLots) => {
        const input = sixBidsForThreeLots(
          amounts.map((amount) => String(90_001 + 2 * amount)),
          points.map((point) => String(point * 10)),
          maximumLots,
        );
        const rankings = new Map([...evaluateLots(input)].map(([lot, { ranking }]) => [lot, ranking]));
        const { status, lots } = evaluate(input).award;
        const expected = lots.map(({ lot, winner, open }) => [
          lot,
          status === 'impossible' || open === 'draw' ? undefined : winner,
        ]);
        expect([...lotHolders(input, rankings)]).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

function sixBidsForThreeLots(
  prices: readonly string[],
  points: readonly string[],
  maximumLots: number,
): EvaluationInput {
  const proportional = weighted('40', { kind: 'proportional', reference: 'lowest', ...clip });
  const rules = pricedRules(proportional);
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const one = pricedInput(rules, Object.fromEntries(ids.map((id) => [id, ['0', '1']])));
  const lots = ['lot-1', 'lot-2', 'lot-3'];
  const [template] = one.consensus;
  return {
    ...one,
    rules: {
      ...rules,
      lots: lots.map((id) => ({ ...rules.lots[0]!, id, name: id })),
      award: { ...rules.award, winners: { minimum: 1, maximum: 3 }, maximumLotsPerBidder: maximumLots },
    },
    bids: one.bids.map((bid) => ({ ...bid, lots: lots.map((lot) => ({ ...bid.lots[0]!, lot })) })),
    consensus: ids.flatMap((bid, row) =>
      lots.map((lot, column) => ({ ...template!, bid, lot, score: points[row * 3 + column]! })),
    ),
    prices: ids.flatMap((bid, row) => lots.map((lot, column) => ({ bid, lot, amount: prices[row * 3 + column]! }))),
  };
}
