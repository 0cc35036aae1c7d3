import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  exact,
  multiply,
  roundHalfUp,
  toDecimalText,
  toFractionText,
  toPlainText,
} from '../../src/domain/number.ts';

describe('exact numbers', () => {
  it('adds decimals without floating point error', () => {
    expect(toFractionText(add(exact('0.1'), exact('0.2')))).toBe('3/10');
  });

  it.each(['', 'abc', '1e3', '1,5', 'Infinity', '1/0', '--1', ' 1'])('refuses %j', (text) => {
    expect(() => exact(text)).toThrow(/not-a-number/);
  });

  it('reads back what it wrote, with thousands of digits as well', () => {
    const long = `${'7'.repeat(4001)}/${'3'.repeat(3998)}1`;
    expect(toFractionText(exact(long))).toBe(long);
    expect(() => exact('1'.repeat(50_001))).toThrow(/not-a-number/);
  });

  it.each([
    ['2.345', 2, '2.35'],
    ['2.344', 2, '2.34'],
    ['-2.5', 0, '-3'],
    ['0.5', 0, '1'],
    ['-0.004', 2, '0.00'],
    ['2/3', 3, '0.667'],
    ['100', 2, '100.00'],
  ])('rounds %s at %d decimals to %s', (text, decimals, expected) => {
    expect(toDecimalText(exact(text), decimals)).toBe(expected);
  });

  it('rounds to within half a unit, and stays on a whole number of units', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n), fc.nat(6), (n, d, decimals) => {
        const value = exact(`${n}/${d}`);
        const rounded = roundHalfUp(value, decimals);
        const unit = exact(`1/${10n ** BigInt(decimals)}`);
        const distance = rounded.sub(value).abs();
        expect(distance.mul(2n).compare(unit)).toBeLessThanOrEqual(0);
        expect(rounded.div(unit).d).toBe(1n);
      }),
    );
  });

  it.each([
    ['100', '100'],
    ['201/2', '100.5'],
    ['-1/8', '-0.125'],
    ['0.000001', '0.000001'],
    ['1/3', '1/3'],
  ])('writes %s out as %s', (text, expected) => {
    expect(toPlainText(exact(text))).toBe(expected);
  });

  it('survives storing', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(1n, 10n ** 30n), (n, d) => {
        const value = multiply(exact(n), exact(`1/${d}`));
        expect(exact(toFractionText(value)).equals(value)).toBe(true);
      }),
    );
  });
});
