import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwardProblem, Division } from '../../../../src/domain/award/proof/problem.ts';
import { exchangeCosts } from '../../../../src/domain/award/search/exchange-costs.ts';
import { solveAward } from '../../../../src/domain/award/search/solve.ts';
import { anyProblem, tryAll } from '../../../support/award-problems.ts';

const shape = { lots: 4, bids: 5, affiliates: true, maximumWinners: true };
const HUGE = fc.bigInt({ min: -3n, max: 6n }).map((score) => score * 10n ** 20n + 7n);

describe('what it costs to have another offer in the award', () => {
  it('by hand: two lots, one each', () => {
    // A: 9 and 8, B: 5 for the first lot only. B has the first lot and A the second: 13.
    const problem = problemOf([0, 0, 9n], [0, 1, 8n], [1, 0, 5n]);
    const costs = exchangeCosts(problem, [1, 2])!;
    // With A in the first lot the second stays open; without B in the first lot as well.
    expect([0, 1, 2].map((place) => costs.of(place))).toEqual([undefined, undefined, undefined]);
  });

  it('by hand: a chain of moves', () => {
    // A 9, 8; B 5, 6; C -, 4. A has the first lot and B the second: 15.
    const problem = problemOf([0, 0, 9n], [0, 1, 8n], [1, 0, 5n], [1, 1, 6n], [2, 1, 4n]);
    const costs = exchangeCosts(problem, [0, 3])!;
    // A in the second lot sends B to the first: 13. C in the second lot leaves A where it is: 13.
    expect(costs.of(1)).toBe(2n);
    expect(costs.of(4)).toBe(2n);
    expect(costs.lots(1, 2n)).toEqual([1, 0]);
    expect(costs.lots(4, 2n)).toEqual([1]);
    expect(costs.lots(4, 1n)).toEqual([]);
    // Without A in the first lot: 13 at best.
    expect(costs.of(0)).toBe(2n);
  });

  it.each([
    ['small scores', {}],
    ['scores beyond doubles', { score: HUGE }],
    ['within regions', { caps: 'regions' }],
    ['within capacities', { caps: 'capacities' }],
  ] as const)('is what the best division with or without it falls short, and says which lots move: %s', (_, more) => {
    let compared = 0;
    fc.assert(
      fc.property(anyProblem({ ...shape, ...more }), (problem) => {
        const best = solveAward(problem);
        const costs = best && exchangeCosts(problem, best.division);
        if (!costs) return;
        const isUnique = tryAll(problem)!.divisions.length === 1;
        problem.offers.forEach((_, place) => {
          compared++;
          const other = changed(problem, best.division, place);
          const tried = tryAll(other);
          const isAsGood = tried?.lotsAwarded === best.lotsAwarded;
          expect(costs.of(place)).toBe(isAsGood ? best.total - tried!.total : undefined);
          if (!isAsGood || !isUnique) return;
          const said = costs.lots(place, best.total - tried!.total);
          for (const division of tried!.divisions) {
            const after = holders(other, division);
            const before = holders(problem, best.division);
            before.forEach((bid, lot) => {
              if (after[lot] !== bid) expect(said).toContain(lot);
            });
          }
        });
      }),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('leaves aside what a flow cannot say', () => {
    const problem = problemOf([0, 0, 9n], [1, 0, 5n], [1, 1, 6n]);
    expect(exchangeCosts(problem, [0, 2])).toBeDefined();
    expect(exchangeCosts({ ...problem, limits: { minimumWinners: 2, maximumWinners: 2 } }, [0, 2])).toBeUndefined();
    expect(exchangeCosts({ ...problem, fixed: [0] }, [0, 2])).toBeUndefined();
    const within = (most: bigint): AwardProblem => ({
      ...problem,
      parties: problem.parties.map((party, bid) => ({
        ...party,
        caps: bid === 1 ? [{ bids: [1], counts: [3n, 2n], most }] : [],
      })),
    });
    expect(exchangeCosts(within(2n), [0, 2])).toBeUndefined();
    // Room for either lot, and the bid may have one: that cap cannot bind.
    expect(exchangeCosts(within(3n), [0, 2])).toBeDefined();
  });
});

const problemOf = (...offers: readonly (readonly [number, number, bigint])[]): AwardProblem => ({
  lots: 2,
  offers: offers.map(([bid, lot, score]) => ({ bid, lots: [lot], score })),
  parties: [0, 1, 2].map((bid) => ({ bids: [{ bid, maximumLots: 1 }], maximumLots: 1, oneBid: false })),
  limits: { minimumWinners: 1, maximumWinners: 3 },
});

/** With this offer, or without it when it is awarded. */
const changed = (problem: AwardProblem, division: Division, place: number): AwardProblem =>
  division.includes(place)
    ? { ...problem, offers: problem.offers.filter((_, one) => one !== place) }
    : { ...problem, fixed: [place] };

const holders = (problem: AwardProblem, division: Division): (number | undefined)[] =>
  Array.from({ length: problem.lots }, (_, lot) => {
    const place = division.find((one) => problem.offers[one]!.lots.includes(lot));
    return place === undefined ? undefined : problem.offers[place]!.bid;
  });
