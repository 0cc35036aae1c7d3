import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigints, doubles, type Numbers, type Whole } from '../../../../src/domain/award/search/whole.ts';

/** One calculation for both kinds. */
const balance = <W extends Whole>({ plus, minus, times, from }: Numbers<W>, [a, b, c, d]: readonly bigint[]): W =>
  minus(plus(times(from(a!), from(b!)), from(c!)), from(d!));

const small = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });

describe('whole numbers of either kind', () => {
  it('give the same answer as long as doubles are exact', () => {
    fc.assert(
      fc.property(fc.tuple(small, small, small, small), (four) => {
        const exact = four[0] * four[1] + four[2] - four[3];
        expect(balance(bigints, four)).toBe(exact);
        expect(BigInt(balance(doubles, four))).toBe(exact);
      }),
    );
  });

  it('are never mixed', () => {
    const either: Numbers = doubles;
    for (const mix of [either.plus, either.minus, either.times]) {
      expect(() => mix(1, 1n)).toThrow(TypeError);
      expect(() => mix(1n, 1)).toThrow(TypeError);
    }
  });

  it('are rounded from a double in the same way', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (estimate) => {
        expect(BigInt(doubles.near(estimate))).toBe(bigints.near(estimate));
      }),
    );
  });

  it('know what lies beyond so many times a number', () => {
    for (const whole of [0n, 5n, 10n ** 400n]) expect(bigints.beyond(whole, 16)).toBeGreaterThan(16n * whole);
    expect(doubles.beyond(Number.MAX_SAFE_INTEGER, 16)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('estimates', () => {
  const digits = fc.integer({ min: 1, max: 5000 });
  const huge = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 18n }), digits)
    .map(([lead, zeros]) => lead * 10n ** BigInt(zeros));

  it('are finite, and within one part in 2^50 of a whole number of any size', () => {
    fc.assert(
      fc.property(huge, (whole) => {
        const { of, nearest } = bigints.estimates(whole);
        expect(Number.isFinite(of(whole))).toBe(true);
        const off = nearest(of(whole)) - whole;
        expect((off < 0n ? -off : off) * 2n ** 50n <= whole).toBe(true);
      }),
    );
  });

  it('are the numbers themselves where doubles reach', () => {
    const exact = bigints.estimates(12_345n);
    expect([exact.of(12_345n), exact.nearest(-0.6), exact.nearest(2.5)]).toEqual([12_345, -1n, 3n]);
    const plain = doubles.estimates(12_345);
    expect([plain.of(12_345), plain.nearest(2.4)]).toEqual([12_345, 2]);
  });

  it('of more than any double come back as a whole number', () => {
    const { nearest } = bigints.estimates(10n ** 4000n);
    expect(nearest(Number.POSITIVE_INFINITY)).toBeGreaterThan(10n ** 4000n);
    expect(nearest(Number.NEGATIVE_INFINITY)).toBe(-nearest(Number.POSITIVE_INFINITY));
  });
});
