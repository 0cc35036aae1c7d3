import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCertificate } from '../../../../src/domain/award/proof/check-certificate.ts';
import type { AwardProblem, Cap, Party } from '../../../../src/domain/award/proof/problem.ts';
import { allBest } from '../../../../src/domain/award/search/all-best.ts';
import { searchDivisions } from '../../../../src/domain/award/search/branching.ts';
import { noCases } from '../../../../src/domain/award/search/cases.ts';
import { layOut } from '../../../../src/domain/award/search/instance.ts';
import { solveAward } from '../../../../src/domain/award/search/solve.ts';
import {
  anyProblem,
  type Composition,
  isAllowed,
  nearEqual,
  relativePrices,
  thousandsOfDigits,
  tryAll,
} from '../../../support/award-problems.ts';

const huge = fc.bigInt({ min: -3n, max: 6n }).map((score) => score * 10n ** 30n);

describe('the best division', () => {
  const kinds: readonly (readonly [string, Composition])[] = [
    ['single lots with a maximum per bid and a minimum of winners', { lots: 4, bids: 4 }],
    ['many parties that must win', { lots: 5, bids: 5, minimumWinners: 5 }],
    ['a maximum of winners', { lots: 5, bids: 4, maximumWinners: true }],
    ['parties of several bids', { lots: 4, bids: 4, affiliates: true, minimumWinners: 4 }],
    ['combinations of lots', { lots: 4, bids: 3, combinations: true }],
    ['fixed offers', { lots: 4, bids: 4, fixed: true, maximumWinners: true }],
    [
      'everything together',
      { lots: 4, bids: 4, combinations: true, affiliates: true, maximumWinners: true, fixed: true },
    ],
    ['regions', { lots: 5, bids: 3, maximumWinners: true, caps: 'regions' }],
    ['regions and capacities over several bids', { lots: 4, bids: 4, affiliates: true, caps: 'capacities' }],
    [
      'everything together, within regions',
      {
        lots: 4,
        bids: 4,
        combinations: true,
        affiliates: true,
        maximumWinners: true,
        fixed: true,
        caps: 'regions',
      },
    ],
    [
      'everything together, within capacities',
      {
        lots: 4,
        bids: 4,
        combinations: true,
        affiliates: true,
        maximumWinners: true,
        fixed: true,
        caps: 'capacities',
      },
    ],
    [
      'capacities and scores beyond the reach of doubles',
      { lots: 4, bids: 3, combinations: true, affiliates: true, maximumWinners: true, score: huge, caps: 'huge' },
    ],
    ['capacities beyond the reach of doubles', { lots: 4, bids: 3, affiliates: true, caps: 'huge' }],
    [
      'scores beyond the reach of doubles',
      { lots: 4, bids: 3, combinations: true, affiliates: true, maximumWinners: true, score: huge },
    ],
  ];
  it.each(kinds)('is what trying everything finds, and is proven: %s', (_, shape) => {
    fc.assert(
      fc.property(anyProblem(shape), (problem) => {
        const truth = tryAll(problem);
        const found = solveAward(problem);
        expect(found && [found.lotsAwarded, found.total]).toEqual(truth && [truth.lotsAwarded, truth.total]);
        if (!found) return;
        expect(isAllowed(problem, found.division)).toBe(true);
        expect([found.proven, found.bound]).toEqual([true, found.value]);
        expect(checkCertificate(problem, found, found.certificate()!)).toBe(null);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(kinds)('is also what the branches find where so few offers could have been tried: %s', (_, shape) => {
    fc.assert(
      fc.property(anyProblem(shape), (problem) => {
        const instance = layOut(problem, true);
        const { best, bound, proof } = searchDivisions(instance, noCases(instance), { nodes: 20_000 });
        const inWhole = (value: number | bigint) => BigInt(value) / BigInt(instance.denominator);
        const found = solveAward(problem);
        expect(best && inWhole(best.value)).toEqual(found?.value);
        expect(proof).toBeDefined();
        if (best) expect(inWhole(bound)).toBe(found!.value);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of the offers or the numbers of the lots', () => {
    const problem = anyProblem({ lots: 4, bids: 4, combinations: true, affiliates: true, maximumWinners: true });
    fc.assert(
      fc.property(problem, fc.infiniteStream(fc.nat()), (one, keys) => {
        const lotOrder = sortedBy(one.lots, keys);
        const offerOrder = sortedBy(one.offers.length, keys);
        const other = {
          ...one,
          offers: offerOrder.map((place) => {
            const offer = one.offers[place]!;
            return { ...offer, lots: offer.lots.map((lot) => lotOrder.indexOf(lot)).sort((a, b) => a - b) };
          }),
        };
        const [first, second] = [one, other].map((each) => solveAward(each));
        expect(second?.value).toEqual(first?.value);
        if (!first || !second) return;
        const named = allBest(other, second, 1_000_000).divisions.map((division) =>
          division.map((place) => offerOrder[place]!).sort((a, b) => a - b),
        );
        expect(named.map(String).sort()).toEqual(allBest(one, first, 1_000_000).divisions.map(String).sort());
      }),
      { numRuns: 1000 },
    );
  });

  it('is none when the minimum of winners is out of reach, also when there is nothing to award', () => {
    const nothing = { lots: 2, offers: [], parties: [], limits: { minimumWinners: 1, maximumWinners: 2 } };
    expect(solveAward(nothing)).toBe(undefined);
    const none = solveAward({ ...nothing, limits: { minimumWinners: 0, maximumWinners: 2 } });
    expect(none).toMatchObject({ division: [], lotsAwarded: 0, total: 0n, proven: true });
  });
});

describe('totals of thousands of digits', () => {
  const score = thousandsOfDigits;
  const kinds: readonly (readonly [string, Composition])[] = [
    ['a maximum per bid and a minimum of winners', { lots: 4, bids: 4, minimumWinners: 4, score }],
    ['a maximum of winners', { lots: 4, bids: 4, maximumWinners: true, score }],
    [
      'everything together',
      { lots: 4, bids: 3, combinations: true, affiliates: true, maximumWinners: true, fixed: true, score },
    ],
  ];
  it.each(kinds)('are exact: the best division is what trying everything finds, and is proven: %s', (_, shape) => {
    fc.assert(
      fc.property(anyProblem(shape), (problem) => {
        const truth = tryAll(problem);
        const found = solveAward(problem);
        expect(found && [found.lotsAwarded, found.total]).toEqual(truth && [truth.lotsAwarded, truth.total]);
        if (found) expect(checkCertificate(problem, found, found.certificate())).toBe(null);
        const instance = layOut(problem, true);
        const { best } = searchDivisions(instance, noCases(instance), { nodes: 20_000 });
        expect(best && BigInt(best.value) / BigInt(instance.denominator)).toEqual(found?.value);
      }),
      { numRuns: 300 },
    );
  });

  it.each([5, 7, 12])('are searched through: prices relative to the lowest, 20 lots, at most %d winners', (winners) => {
    const problem = relativePrices(20, 30, winners, winners);
    const found = solveAward(problem)!;
    expect([found.proven, found.lotsAwarded]).toEqual([true, 20]);
    expect(found.total.toString().length).toBeGreaterThan(2000);
    expect(checkCertificate(problem, found, found.certificate())).toBe(null);
  });
});

describe('caps', () => {
  const offer = (bid: number, lots: readonly number[], score: bigint) => ({ bid, lots, score });
  const party = (bid: number, caps: readonly Cap[] = []): Party => ({
    bids: [{ bid, maximumLots: 4 }],
    maximumLots: 4,
    oneBid: false,
    caps,
  });
  const limits = { minimumWinners: 1, maximumWinners: 4 };
  const awarded = (problem: AwardProblem) => {
    const found = solveAward(problem)!;
    expect([found.proven, checkCertificate(problem, found, found.certificate())]).toEqual([true, null]);
    return found.division;
  };

  it('give one lot of a region to another, where that costs least', () => {
    // Lots 0, 1 and 2 are a region of which a bidder may have two. A is better by 5, 3 and 4, and in lot 3 by 9.
    const scores: readonly (readonly [bigint, bigint])[] = [
      [15n, 10n],
      [13n, 10n],
      [14n, 10n],
      [19n, 10n],
    ];
    const offers = scores.flatMap(([a, b], lot) => [offer(0, [lot], a), offer(1, [lot], b)]);
    const region = { bids: [0], counts: [1n, 1n, 1n, 0n], most: 2n };
    expect(awarded({ lots: 4, offers, parties: [party(0, [region]), party(1)], limits })).toEqual([0, 3, 4, 6]);
  });

  it('leave a lot open that is too large for everyone, alone or together with others', () => {
    const offers = [offer(0, [0], 9n), offer(0, [1], 1n), offer(0, [2], 1n)];
    const sizes = (most: bigint) => [{ bids: [0], counts: [90n, 30n, 20n], most }];
    // Two lots, whatever the score of the large one.
    expect(awarded({ lots: 3, offers, parties: [party(0, sizes(100n))], limits })).toEqual([1, 2]);
    expect(awarded({ lots: 3, offers, parties: [party(0, sizes(110n))], limits })).toEqual([0, 2]);
    expect(
      awarded({ lots: 3, offers, parties: [party(0, sizes(19n))], limits: { ...limits, minimumWinners: 0 } }),
    ).toEqual([]);
    expect(solveAward({ lots: 3, offers, parties: [party(0, sizes(19n))], limits })).toBe(undefined);
  });

  it('count a combination as all of its lots', () => {
    const offers = [offer(0, [0, 1], 30n), offer(0, [2], 4n), offer(1, [0], 1n), offer(1, [1], 1n), offer(1, [2], 1n)];
    const sizes = (most: bigint) => [{ bids: [0], counts: [50n, 40n, 20n], most }];
    const problem = (most: bigint) => ({ lots: 3, offers, parties: [party(0, sizes(most)), party(1)], limits });
    expect(awarded(problem(110n))).toEqual([0, 1]);
    expect(awarded(problem(90n))).toEqual([0, 4]);
    expect(awarded(problem(89n))).toEqual([1, 2, 3]);
  });

  it('hold over the bids of a party together, or over one of them', () => {
    const offers = [offer(0, [0], 5n), offer(1, [1], 5n), offer(2, [0], 1n), offer(2, [1], 3n)];
    const group = (bids: readonly number[]): Party => ({
      ...party(0, [{ bids, counts: [1n, 1n], most: 1n }]),
      bids: [0, 1].map((bid) => ({ bid, maximumLots: 2 })),
    });
    const problem = (bids: readonly number[]) => ({ lots: 2, offers, parties: [group(bids), party(2)], limits });
    expect(awarded(problem([0, 1]))).toEqual([0, 3]);
    expect(awarded(problem([0]))).toEqual([0, 1]);
  });

  it.each([1, 2, 3])(
    'are within reach at 20 lots in four regions, for near-equal bidders and at most ten winners',
    (seed) => {
      const problem = nearEqual(20, 30, seed);
      const counts = (region: number) => Array.from({ length: 20 }, (_, lot) => (lot % 4 === region ? 1n : 0n));
      const regions = (bid: number) =>
        [0, 1, 2, 3].map((region) => ({ bids: [bid], counts: counts(region), most: 1n }));
      const parties = problem.parties.map((one, bid) => ({ ...one, caps: regions(bid) }));
      awarded({ ...problem, parties });
    },
  );
});

describe('a minimum of winners', () => {
  /** 3 lots, of which one bid is the best for all: two others must be given a lot, at the same loss. */
  const score = (bid: number, lot: number, value: bigint) => ({ bid, lots: [lot], score: value });
  const problem = {
    lots: 3,
    offers: [score(0, 0, 1n), score(0, 1, 4n), score(0, 2, 0n), score(1, 0, 0n), score(2, 0, 0n), score(3, 1, 3n)],
    parties: [3, 2, 2, 2].map((maximumLots, bid) => ({ bids: [{ bid, maximumLots }], maximumLots, oneBid: false })),
    limits: { minimumWinners: 3, maximumWinners: 4 },
  };

  it('is proven when several parties in a row are given a lot', () => {
    const found = solveAward(problem)!;
    expect([found.division, found.total]).toEqual([[2, 3, 5], 3n]);
    expect(checkCertificate(problem, found, found.certificate())).toBe(null);
  });
});

describe('a search that may look at few branches', () => {
  // 20 lots of near-equal bidders need more branches than one.
  const problem = nearEqual(20, 30, 11);

  it('says what is proven, and bounds what is not', () => {
    const hasty = solveAward(problem, { nodes: 1 })!;
    const thorough = solveAward(problem)!;
    expect([hasty.proven, hasty.certificate()]).toEqual([false, undefined]);
    expect(thorough.proven).toBe(true);
    expect(hasty.value <= thorough.value && thorough.value <= hasty.bound).toBe(true);
    expect(checkCertificate(problem, thorough, thorough.certificate())).toBe(null);
  });

  it('gives the same answer each time', () => {
    const [first, second] = [1, 2].map(() => solveAward(problem)!);
    expect([second!.division, second!.certificate()]).toEqual([first!.division, first!.certificate()]);
  });

  it('takes a better division from another solver, and none that breaks a limit', () => {
    const best = solveAward(problem)!;
    const helped = solveAward(problem, { nodes: 1, integerProgram: () => best.division });
    expect(helped!.value).toBe(best.value);
    const hasty = solveAward(problem, { nodes: 1 })!;
    const misled = solveAward(problem, { nodes: 1, integerProgram: () => problem.offers.map((_, place) => place) });
    expect(misled!.division).toEqual(hasty.division);
  });
});

/** The places below a count in an arbitrary order. */
function sortedBy(count: number, keys: fc.Stream<number>): number[] {
  const drawn = [...keys.take(count)];
  return drawn.map((_, place) => place).sort((a, b) => drawn[a]! - drawn[b]! || a - b);
}
