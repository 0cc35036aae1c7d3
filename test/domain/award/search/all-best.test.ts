import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AwardProblem, lotUnit } from '../../../../src/domain/award/proof/problem.ts';
import { allBest, completeDivisions } from '../../../../src/domain/award/search/all-best.ts';
import { lotsByOffers, tryDivisions } from '../../../../src/domain/award/search/depth-first.ts';
import { type AwardSolution, solveAward } from '../../../../src/domain/award/search/solve.ts';
import { anyProblem, type Composition, EVERYTHING, tryAll } from '../../../support/award-problems.ts';

const inWords = (divisions: readonly (readonly number[])[]): string[] => divisions.map(String).sort();

describe('all best divisions', () => {
  const kinds: readonly (readonly [string, Composition])[] = [
    ['single lots', { lots: 5, bids: 4 }],
    ['a maximum of winners', { lots: 5, bids: 4, maximumWinners: true }],
    [
      'everything together',
      { lots: 4, bids: 4, combinations: true, affiliates: true, maximumWinners: true, fixed: true },
    ],
    ['single lots within regions', { lots: 5, bids: 4, caps: 'regions' }],
    ['everything together within regions', { ...EVERYTHING, caps: 'regions' }],
    ['everything together within capacities', { ...EVERYTHING, caps: 'capacities' }],
    ['capacities beyond the reach of doubles', { lots: 4, bids: 4, affiliates: true, caps: 'huge' }],
  ];
  it.each(kinds)('are those that trying everything finds: %s', (_, shape) => {
    fc.assert(
      fc.property(anyProblem(shape), (problem) => {
        const found = solveAward(problem);
        fc.pre(found !== undefined);
        const { divisions, capped } = allBest(problem, found!, 1_000_000);
        expect(capped).toBe(false);
        expect(inWords(divisions)).toEqual(inWords(tryAll(problem)!.divisions));
      }),
      { numRuns: 2000 },
    );
  });

  const whole = (problem: AwardProblem, { total, lotsAwarded }: AwardSolution) => ({
    order: lotsByOffers(problem),
    goal: total + lotUnit(problem) * BigInt(lotsAwarded),
  });

  it.each(kinds)('come in the same order, whole or in part, from trying and from completing: %s', (_, shape) => {
    fc.assert(
      fc.property(anyProblem(shape), fc.integer({ min: 1, max: 4 }), (problem, cap) => {
        const found = solveAward(problem);
        const tried = tryDivisions(problem, cap);
        if (!found) {
          expect(tried?.divisions).toEqual([]);
          return;
        }
        const known = whole(problem, found);
        expect(tryDivisions(problem, cap, known)).toEqual(tried);
        expect(completeDivisions(problem, cap, known)).toEqual(tried);
        expect(allBest(problem, found, cap)).toEqual(tried);
      }),
      { numRuns: 2000 },
    );
  });

  const equal: AwardProblem = {
    lots: 2,
    offers: [0, 1, 2].flatMap((bid) => [0, 1].map((lot) => ({ bid, lots: [lot], score: 5n }))),
    parties: [0, 1, 2].map((bid) => ({ bids: [{ bid, maximumLots: 1 }], maximumLots: 1, oneBid: false })),
    limits: { minimumWinners: 1, maximumWinners: 3 },
  };

  it('come in the order of the offers of the first lot, then of the second', () => {
    const { divisions } = allBest(equal, solveAward(equal)!, 10);
    expect(divisions).toEqual([
      [0, 3],
      [0, 5],
      [1, 2],
      [2, 5],
      [1, 4],
      [3, 4],
    ]);
  });

  it('are listed up to the cap, and say so', () => {
    const solution = solveAward(equal)!;
    expect([5, 6].map((cap) => allBest(equal, solution, cap).capped)).toEqual([true, false]);
  });

  it('are completed from their beginnings where there is too much to try', () => {
    const [lots, bids] = [12, 12];
    const large: AwardProblem = {
      lots,
      offers: Array.from({ length: bids * lots }, (_, place) => ({
        bid: place % bids,
        lots: [Math.floor(place / bids)],
        score: BigInt((place * 7919) % 101),
      })),
      parties: Array.from({ length: bids }, (_, bid) => ({
        bids: [{ bid, maximumLots: 2 }],
        maximumLots: 2,
        oneBid: false,
      })),
      limits: { minimumWinners: 10, maximumWinners: 12 },
    };
    expect(tryDivisions(large, 1)).toBeUndefined();
    const solution = solveAward(large)!;
    const { divisions } = allBest(large, solution, 1000);
    expect(divisions.map(String)).toContain(String(solution.division));
  });

  it('always hold one for a solution, however little may be spent, and then do not say that it is the only one', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyProblem({ ...EVERYTHING, lots: 5, bids: 5 }),
          anyProblem({ ...EVERYTHING, lots: 5, bids: 5, caps: 'capacities' }),
        ),
        fc.record({ steps: fc.nat(8), nodes: fc.nat(3) }),
        fc.integer({ min: 1, max: 4 }),
        (problem, budget, cap) => {
          const found = solveAward(problem);
          fc.pre(found !== undefined);
          const { divisions, capped, unsearched } = allBest(problem, found!, cap, budget);
          const all = inWords(tryAll(problem)!.divisions);
          expect(divisions.length).toBeGreaterThan(0);
          expect(all).toEqual(expect.arrayContaining(inWords(divisions)));
          if (!capped) expect(inWords(divisions)).toEqual(all);
          if (unsearched) expect({ divisions, capped }).toEqual({ divisions: [found!.division], capped: true });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are not known where nothing may be spent on them', () => {
    const oneWinner: AwardProblem = {
      lots: 2,
      offers: [
        { bid: 1, lots: [1], score: 4n },
        { bid: 0, lots: [0], score: 1n },
      ],
      parties: [3, 1].map((maximumLots, bid) => ({ bids: [{ bid, maximumLots }], maximumLots, oneBid: false })),
      limits: { minimumWinners: 1, maximumWinners: 1 },
    };
    const solution = solveAward(oneWinner)!;
    expect(allBest(oneWinner, solution, 10)).toEqual({ divisions: [[0]], capped: false });
    expect(allBest(oneWinner, solution, 10, { steps: 0, nodes: 0 })).toEqual({
      divisions: [solution.division],
      capped: true,
      unsearched: true,
    });
  });
});
