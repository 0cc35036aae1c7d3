import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  approximate,
  divide,
  exact,
  multiply,
  ONE,
  ratio,
  subtract,
  toDecimalText,
  toFractionText,
} from '../../../../src/domain/number.ts';
import { logarithmicShare } from '../../../../src/domain/rules/price/logarithm.ts';

const share = (whole: string, x: string, zeroAt: string, decimals: number): string =>
  toDecimalText(logarithmicShare(exact(whole), exact(x), exact(zeroAt), decimals), decimals);

describe('the published anchors of the logarithmic formula', () => {
  // "De Log formule", Negometrix, https://support.negometrix.com/nl/support/solutions/articles/9000092065-de-log-formule :
  // WP x (1 - log(P / Pbest) / log A). No case with bids is published; these are its anchors.
  it('the best price gets all of the points, whatever the announced multiple', () => {
    for (const multiple of ['1.5', '2', '3']) expect(share('100', '1', multiple, 6)).toBe('100.000000');
  });

  it('twice the best price gets nothing at a multiple of two, and more than that goes below zero', () => {
    expect(share('100', '2', '2', 6)).toBe('0.000000');
    expect(share('100', '2.000001', '2', 6)).toBe('-0.000072');
    expect(share('100', '4', '2', 6)).toBe('-100.000000');
  });

  it('what lies between two bids does not depend on the best price', () => {
    const between = (best: string): string => {
      const points = (price: string) =>
        logarithmicShare(exact('100'), divide(exact(price), exact(best)), exact('2'), 6);
      return toDecimalText(subtract(points('110'), points('130')), 4);
    };
    expect(new Set(['80', '97', '110'].map(between)).size).toBe(1);
  });
});

describe('exactness', () => {
  it('finds rational powers exactly, so that a half is rounded as announced and never by accident', () => {
    // 8 = 4^(3/2): 1 x (1 - 3/2) = -0.5, a half goes away from zero. 2 = 4^(1/2): exactly 0.5.
    expect(share('1', '8', '4', 0)).toBe('-1');
    expect(share('1', '2', '4', 0)).toBe('1');
    expect(share('1', '1.5', '2.25', 0)).toBe('1');
    expect(share('100', '0.5', '2', 2)).toBe('200.00');
  });

  it('any x = q^a against z = q^b gives whole x (1 - a / b)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 39 }),
        fc.integer({ min: -6, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        (above, below, a, b) => {
          fc.pre(above > below);
          const power = (n: number) =>
            n < 0
              ? ratio(BigInt(below) ** BigInt(-n), BigInt(above) ** BigInt(-n))
              : ratio(BigInt(above) ** BigInt(n), BigInt(below) ** BigInt(n));
          // 720 is divisible by every b, so nothing needs rounding.
          const expected = multiply(exact('720'), subtract(ONE, ratio(BigInt(a), BigInt(b))));
          expect(toFractionText(logarithmicShare(exact('720'), power(a), power(b), 0))).toBe(toFractionText(expected));
        },
      ),
    );
  });

  it('a share next to a half is rounded to its own side', () => {
    // The square root of 2 to 18 places lies just below 2^(1/2), and one unit more just above.
    expect(share('1', '1.414213562373095048', '2', 0)).toBe('1');
    expect(share('1', '1.414213562373095049', '2', 0)).toBe('0');
  });

  it('equals floating point within its own error, on random prices', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1_001, max: 10_000 }),
        fc.integer({ min: 0, max: 6 }),
        (price, best, thousandths, decimals) => {
          const [x, z] = [ratio(BigInt(price), BigInt(best)), ratio(BigInt(thousandths), 1000n)];
          const found = approximate(logarithmicShare(exact('100'), x, z, decimals));
          const floating = 100 * (1 - Math.log(price / best) / Math.log(thousandths / 1000));
          expect(Math.abs(found - floating)).toBeLessThanOrEqual(
            0.5 * 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(floating)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
