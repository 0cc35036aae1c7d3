import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOut, noCases } from '../../../../src/domain/award/search/cases.ts';
import { layOut } from '../../../../src/domain/award/search/instance.ts';
import { divideByFlow } from '../../../../src/domain/award/search/lot-flow.ts';
import { chooseOffers } from '../../../../src/domain/award/search/party-choice.ts';
import { searchPrices } from '../../../../src/domain/award/search/price-search.ts';
import { solveAward } from '../../../../src/domain/award/search/solve.ts';
import type { Whole } from '../../../../src/domain/award/search/whole.ts';
import { anyProblem, relativePrices, thousandsOfDigits, tryAll } from '../../../support/award-problems.ts';

const STEPS = 120;

describe('the search for prices', () => {
  const shape = { lots: 4, bids: 4, combinations: true, affiliates: true, maximumWinners: true };

  it.each([
    ['small totals', shape],
    ['within regions', { ...shape, caps: 'regions' }],
    ['within capacities', { ...shape, caps: 'capacities' }],
    ['totals of thousands of digits, within capacities', { ...shape, score: thousandsOfDigits, caps: 'huge' }],
    ['totals of thousands of digits', { ...shape, score: thousandsOfDigits }],
  ] as const)('bounds the best division, at prices of zero or more: %s', (_, composition) => {
    fc.assert(
      fc.property(anyProblem(composition), (problem) => {
        const truth = tryAll(problem);
        const instance = layOut(problem, true);
        const remainder = carryOut(instance, noCases(instance));
        if (!truth || !remainder) return;
        const { numbers, values, denominator, highestPrice } = instance;
        const best = truth.divisions[0]!.reduce((sum, place) => numbers.plus(sum, values[place]!), numbers.zero);
        const goal = numbers.plus(best, numbers.near(denominator));
        const start = numbers.list(problem.lots);
        const chooser = chooseOffers(instance, remainder);
        const { bound, prices } = searchPrices(instance, remainder, chooser, start, STEPS, goal, () => goal);
        expect(bound >= best).toBe(true);
        for (const price of prices) expect([price >= 0, price <= highestPrice]).toEqual([true, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('comes down most of the way from the flow to the best division with totals of thousands of digits as well', () => {
    const problem = relativePrices(20, 30, 5, 5);
    const instance = layOut(problem, true);
    const remainder = carryOut(instance, noCases(instance))!;
    const flow = divideByFlow(instance, remainder);
    const best = instance.numbers.from(solveAward(problem)!.value * BigInt(instance.denominator));
    const chooser = chooseOffers(instance, remainder);
    const { bound } = searchPrices(instance, remainder, chooser, flow.prices, 600, best, () => best);
    const above = (value: Whole): bigint => BigInt(value) - BigInt(best);
    expect(above(bound)).toBeGreaterThanOrEqual(0n);
    expect(10n * above(bound)).toBeLessThan(above(flow.value));
  });
});
