import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Limit, mostWithin } from '../../../../src/domain/award/proof/within-caps.ts';

/** By trying every set. */
function mostByTrial(worth: readonly bigint[], limits: readonly Limit[]): bigint {
  let best = 0n;
  for (let set = 0; set < 2 ** worth.length; set++) {
    const isIn = (one: number): boolean => ((set >> one) & 1) === 1;
    const sum = (list: readonly bigint[]): bigint =>
      list.reduce((all, count, one) => (isIn(one) ? all + count : all), 0n);
    if (limits.every(({ room, counts }) => sum(counts) <= room) && sum(worth) > best) best = sum(worth);
  }
  return best;
}

const things = (most: number): fc.Arbitrary<{ worth: bigint[]; limits: Limit[] }> =>
  fc.integer({ min: 0, max: most }).chain((count) => {
    const list = (high: bigint) => fc.array(fc.bigInt({ min: 0n, max: high }), { minLength: count, maxLength: count });
    const limit = fc.record({ counts: fc.oneof(list(1n), list(9n)), spare: fc.bigInt({ min: 0n, max: 6n }) });
    return fc
      .record({ worth: list(20n), all: fc.array(limit, { minLength: 1, maxLength: 4 }) })
      .map(({ worth, all }) => ({
        worth,
        limits: all.map(({ counts, spare }) => ({
          counts,
          // Each fits by itself.
          room: 9n + spare,
        })),
      }));
  });

describe('the most that can be chosen within limits', () => {
  it('by hand: two of three do not fit together', () => {
    const number = { room: 3n, counts: [1n, 1n, 1n] };
    const size = { room: 100n, counts: [60n, 50n, 40n] };
    expect(mostWithin([32n, 31n, 28n], [number, size], 1, { steps: 9 })).toBe(60n);
    expect(mostWithin([32n, 31n, 28n], [{ ...number, room: 1n }, size], 1, { steps: 9 })).toBe(32n);
  });

  it('is what trying every set finds', () => {
    fc.assert(
      fc.property(things(8), fc.nat(3), ({ worth, limits }, caps) => {
        const most = mostWithin(worth, limits, Math.min(caps, limits.length - 1), { steps: 10_000 });
        expect(most).toBe(mostByTrial(worth, limits));
      }),
      { numRuns: 1500 },
    );
  });

  it('is never less, however few choices may be looked at, and never more than all together', () => {
    fc.assert(
      fc.property(things(10), fc.nat(6), ({ worth, limits }, steps) => {
        const most = mostWithin(worth, limits, limits.length - 1, { steps });
        expect(most >= mostByTrial(worth, limits)).toBe(true);
        expect(most <= worth.reduce((sum, one) => sum + one, 0n)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
