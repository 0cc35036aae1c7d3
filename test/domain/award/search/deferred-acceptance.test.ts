import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStability } from '../../../../src/domain/award/proof/blocking-pairs.ts';
import { deferredAcceptance } from '../../../../src/domain/award/search/deferred-acceptance.ts';
import { anyPreferences, anyRegions, everyMatching } from '../../../support/award-preferences.ts';

const single = (bid: number, maximumLots = 1) => ({ bids: [{ bid, maximumLots }], maximumLots, oneBid: false });

describe('deferred acceptance with lots that propose', () => {
  it('gives each bid the lot it wants more, and tells what was let go', () => {
    // Both lots rank bid 0 first; bid 0 wants lot 1 and may have one.
    const preferences = {
      rankings: [
        [0, 1],
        [0, 1],
      ],
      wishes: [
        [1, 0],
        [0, 1],
      ],
      parties: [single(0), single(1)],
    };
    const { holders, proposals } = deferredAcceptance(preferences);
    expect(holders).toEqual([1, 0]);
    expect(proposals).toEqual([
      { lot: 0, bid: 0, accepted: true, released: null },
      { lot: 1, bid: 0, accepted: true, released: { lot: 0, bid: 0 } },
      { lot: 0, bid: 1, accepted: true, released: null },
    ]);
  });

  it('leaves a lot open that no bid with room wants', () => {
    const preferences = { rankings: [[0], [0]], wishes: [[1, 0]], parties: [single(0)] };
    expect(deferredAcceptance(preferences).holders).toEqual([null, 0]);
  });

  it.each([false, true])('is stable (bids with affiliates: %s)', (affiliates) => {
    fc.assert(
      fc.property(anyPreferences(affiliates), (preferences) => {
        const { holders } = deferredAcceptance(preferences);
        expect(checkStability({ ...preferences, holders })).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('lets go of a lot of the region that is full, and keeps another that it wants less', () => {
    // Lots 0 and 1 are one region, of which the bid may have one. It wants 1, 0, 2.
    const region = { bids: [0], counts: [1n, 1n, 0n], most: 1n };
    const preferences = {
      rankings: [[0], [0], [0]],
      wishes: [[1, 0, 2]],
      parties: [{ ...single(0, 2), caps: [region] }],
    };
    const { holders, proposals } = deferredAcceptance(preferences);
    expect(holders).toEqual([null, 0, 0]);
    expect(proposals[1]).toEqual({ lot: 1, bid: 0, accepted: true, released: { lot: 0, bid: 0 } });
    expect(checkStability({ ...preferences, holders })).toEqual([]);
  });

  it.each([false, true])('is stable within regions (bids with affiliates: %s)', (affiliates) => {
    fc.assert(
      fc.property(anyRegions(affiliates), (preferences) => {
        const { holders, proposals } = deferredAcceptance(preferences);
        expect(checkStability({ ...preferences, holders })).toEqual([]);
        expect(everyMatching(preferences)).toContainEqual(holders);
        // Every lot that was let go has asked again: no proposal lost more than one.
        const lost = proposals.filter(({ released }) => released !== null).length;
        const open = holders.filter((bid) => bid === null).length;
        expect(proposals.filter(({ accepted }) => accepted).length - lost).toBe(holders.length - open);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives every lot the highest ranked bid it has in any stable division within regions', () => {
    fc.assert(
      fc.property(anyRegions(false), (preferences) => {
        const { holders } = deferredAcceptance(preferences);
        const rank = (lot: number, bid: number | null): number =>
          bid === null ? Number.POSITIVE_INFINITY : preferences.rankings[lot]!.indexOf(bid);
        for (const other of everyMatching(preferences)) {
          if (checkStability({ ...preferences, holders: other }).length > 0) continue;
          holders.forEach((bid, lot) => {
            expect(rank(lot, bid)).toBeLessThanOrEqual(rank(lot, other[lot]!));
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives every lot the highest ranked bid it has in any stable division', () => {
    fc.assert(
      fc.property(anyPreferences(false), (preferences) => {
        const { holders } = deferredAcceptance(preferences);
        const stable = everyMatching(preferences).filter(
          (other) => checkStability({ ...preferences, holders: other }).length === 0,
        );
        expect(stable).toContainEqual(holders);
        const rank = (lot: number, bid: number | null): number =>
          bid === null ? Number.POSITIVE_INFINITY : preferences.rankings[lot]!.indexOf(bid);
        for (const other of stable) {
          holders.forEach((bid, lot) => {
            expect(rank(lot, bid)).toBeLessThanOrEqual(rank(lot, other[lot]!));
          });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
