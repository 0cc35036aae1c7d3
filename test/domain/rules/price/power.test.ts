import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approximate, exact, ratio, toDecimalText } from '../../../../src/domain/number.ts';
import { powerShare } from '../../../../src/domain/rules/price/power.ts';

const share = (whole: string, part: string, exponent: string, decimals: number): string =>
  toDecimalText(powerShare(exact(whole), exact(part), exact(exponent), decimals), decimals);

describe('a share to an announced power', () => {
  it('by hand', () => {
    expect(share('30', '1', '0.85', 2)).toBe('30.00');
    expect(share('30', '0', '0.85', 2)).toBe('0.00');
    expect(share('30', '0.25', '0.5', 2)).toBe('15.00');
    expect(share('30', '4', '1.5', 2)).toBe('240.00');
    // 40 x sqrt(1 / 2) = 28.28427...
    expect(share('40', '0.5', '0.5', 3)).toBe('28.284');
  });

  it('rounds a true half up', () => {
    expect(share('1', '0.25', '0.5', 0)).toBe('1');
    expect(share('0.9', '0.25', '0.5', 0)).toBe('0');
    expect(share('0.01', '0.25', '0.5', 2)).toBe('0.01');
  });

  it('is exact for the largest exponent and the largest shares, and has an answer', () => {
    expect(share('40', '1', '99.99', 6)).toBe('40.000000');
    // 40 x 2^99.99 to the last digit: its 9,999th power, in whole numbers, lies between those of its neighbours.
    const units = 10n ** 6n;
    const found = powerShare(exact('40'), exact('2'), exact('99.99'), 6);
    const doubled = (found.n * units * 2n) / found.d;
    const power = (40n * 2n * units) ** 100n * 2n ** 9999n;
    expect((doubled - 1n) ** 100n <= power && power < (doubled + 1n) ** 100n).toBe(true);
    expect(share('1', '999999999999999999', '99.99', 0)).toHaveLength(1800);
  });

  it('is the floating point power, as far as that can tell', () => {
    const cent = fc.integer({ min: 1, max: 999 }).map((hundredths) => ratio(BigInt(hundredths), 100n));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        cent,
        (whole, above, below, exponent) => {
          const found = approximate(powerShare(exact(BigInt(whole)), ratio(BigInt(above), BigInt(below)), exponent, 3));
          const expected = whole * (above / below) ** approximate(exponent);
          fc.pre(expected < 1e9);
          expect(Math.abs(found - expected)).toBeLessThanOrEqual(0.000501 + expected * 1e-12);
        },
      ),
    );
  });
});
