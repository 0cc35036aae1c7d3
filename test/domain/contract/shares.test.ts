import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideInCents } from '../../../src/domain/contract/shares.ts';
import { equals, exact, ratio, sum, toDecimalText } from '../../../src/domain/number.ts';

const inCents = (whole: string, ...weights: readonly string[]): string[] =>
  divideInCents(
    exact(whole),
    weights.map((weight, place) => ({ id: `a${place}`, weight: exact(weight) })),
  ).map(({ euro }) => toDecimalText(euro, 2));

describe('a sum divided in whole cents', () => {
  it('gives the cents that are left to the parts of which most was rounded away, the first at equal remainders', () => {
    expect(inCents('100', '1', '1', '1')).toEqual(['33.34', '33.33', '33.33']);
    expect(inCents('0.05', '1', '1', '1')).toEqual(['0.02', '0.02', '0.01']);
    // 10 / 7 of 1, 2 and 4: 1.428…, 2.857…, 5.714…: two cents are left, for the second (0.71) and the first (0.86).
    expect(inCents('10', '1', '2', '4')).toEqual(['1.43', '2.86', '5.71']);
    expect(inCents('17300000', '0', '1')).toEqual(['0.00', '17300000.00']);
  });

  it('sums exactly to the whole, whatever the weights, and no part is a cent off', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.array(fc.tuple(fc.bigInt(0n, 10n ** 6n), fc.bigInt(1n, 1000n)), { minLength: 1, maxLength: 12 }),
        (cents, weights) => {
          fc.pre(weights.some(([top]) => top > 0n));
          const whole = ratio(cents, 100n);
          const shares = divideInCents(
            whole,
            weights.map(([top, bottom], place) => ({ id: String(place), weight: ratio(top, bottom) })),
          );
          expect(equals(sum(shares.map(({ euro }) => euro)), whole)).toBe(true);
          expect(equals(sum(shares.map((one) => one.exact)), whole)).toBe(true);
          for (const one of shares) expect(Math.abs(Number(one.euro.sub(one.exact)))).toBeLessThan(0.01);
        },
      ),
      { numRuns: 100 },
    );
  });
});
