import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwardProblem } from '../../../../src/domain/award/proof/problem.ts';
import { carryOut, noCases } from '../../../../src/domain/award/search/cases.ts';
import { type Instance, layOut } from '../../../../src/domain/award/search/instance.ts';
import { divideByFlow, type LotFlow } from '../../../../src/domain/award/search/lot-flow.ts';
import { priceBound } from '../../../../src/domain/award/search/price-bound.ts';
import type { Whole } from '../../../../src/domain/award/search/whole.ts';
import { anyProblem, type Composition, isAllowed, thousandsOfDigits, tryAll } from '../../../support/award-problems.ts';

/** Within reach of a flow: only one bid per party, and combinations of lots, are not. */
const problems = (shape: Composition): fc.Arbitrary<AwardProblem> =>
  anyProblem(shape).map((problem) => ({
    ...problem,
    parties: problem.parties.map((party) => ({ ...party, oneBid: false })),
  }));

const flowOf = (problem: AwardProblem): { instance: Instance; flow: LotFlow<Whole> | undefined; bound?: Whole } => {
  const instance = layOut(problem, false);
  const remainder = carryOut(instance, noCases(instance));
  if (!remainder) return { instance, flow: undefined };
  const flow = divideByFlow(instance, remainder);
  return { instance, flow, bound: priceBound(instance, remainder)(flow.prices).bound };
};

describe('the division by a flow', () => {
  const kinds: readonly (readonly [string, Composition])[] = [
    ['doubles', { lots: 4, bids: 4 }],
    ['doubles, several bids per party and fixed offers', { lots: 4, bids: 4, affiliates: true, fixed: true }],
    ['doubles, many that must win', { lots: 5, bids: 5, minimumWinners: 5 }],
    [
      'totals of thousands of digits',
      { lots: 4, bids: 4, affiliates: true, minimumWinners: 4, score: thousandsOfDigits },
    ],
  ];
  it.each(kinds)('is what trying everything finds, and its prices prove it: %s', (_, shape) => {
    fc.assert(
      fc.property(problems(shape), (problem) => {
        const truth = tryAll(problem);
        const { instance, flow, bound } = flowOf(problem);
        expect(flow?.feasible ?? false).toBe(truth !== undefined);
        if (!flow) return;
        if (!flow.feasible) {
          expect(bound! < 0).toBe(true);
          return;
        }
        expect(isAllowed(problem, flow.division)).toBe(true);
        const total = flow.division.reduce((sum, place) => sum + problem.offers[place]!.score, 0n);
        expect([flow.division.length, total]).toEqual([truth!.lotsAwarded, truth!.total]);
        expect(flow.division.map((place) => BigInt(instance.values[place]!)).reduce((a, b) => a + b, 0n)).toBe(
          BigInt(flow.value),
        );
        const winners = new Set(flow.division.map((place) => instance.partyOf[problem.offers[place]!.bid]));
        expect(flow.winners).toBe(winners.size);
        expect(bound).toBe(flow.value);
      }),
      { numRuns: 500 },
    );
  });

  it('is worth the same in doubles and in bigints', () => {
    const times = 10n ** 3000n;
    fc.assert(
      fc.property(problems({ lots: 5, bids: 5, affiliates: true, minimumWinners: 4 }), (problem) => {
        const many = { ...problem, offers: problem.offers.map((offer) => ({ ...offer, score: offer.score * times })) };
        const [few, huge] = [flowOf(problem).flow, flowOf(many).flow];
        expect(huge?.feasible).toBe(few?.feasible);
        if (!few?.feasible) return;
        const total = (division: readonly number[]) =>
          division.reduce((sum, place) => sum + problem.offers[place]!.score, 0n);
        expect([huge!.division.length, total(huge!.division)]).toEqual([few.division.length, total(few.division)]);
      }),
      { numRuns: 300 },
    );
  });
});
