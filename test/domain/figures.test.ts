import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equals, exact } from '../../../src/domain/number.ts';
import { readAmount, writeAmount } from '../../../src/web/forms/amount.ts';

describe('an amount in a form', () => {
  it.each([
    ['125000', '125000'],
    ['125000,5', '125000.5'],
    ['125000.50', '125000.50'],
    ['125.000,50', '125000.50'],
    ['125 000,50', '125000.50'],
    ['125,000.50', '125000.50'],
    ['1.250.000', '1250000'],
    ['1,250,000', '1250000'],
    ['0,125', '0.125'],
    ['0.125', '0.125'],
    ['1000.125', '1000.125'],
  ])('%s is %s', (text, amount) => {
    expect(readAmount(text)).toEqual({ amount });
  });

  it.each(['125.000', '125,000', '1.250', '7,500'])('%s is asked to be written otherwise', (text) => {
    expect(readAmount(text)).toBe('ambiguous');
  });

  it.each([
    '',
    'abc',
    '-5',
    '1.2.3',
    '1.25.000,5',
    '1,5.000',
    '12.50,00',
    '1.250,000.5',
    '€ 5',
    '1e5',
    '0,1234567',
    ',5',
  ])('“%s” is none', (text) => {
    expect(readAmount(text)).toBe(undefined);
  });

  it('that is written is read as the same, in both notations', () => {
    const amount = fc
      .tuple(fc.nat(1_000_000_000), fc.stringMatching(/^\d{0,6}$/))
      .map(([whole, decimals]) => (decimals === '' ? String(whole) : `${whole}.${decimals}`));
    fc.assert(
      fc.property(amount, fc.boolean(), (text, comma) => {
        const read = readAmount(writeAmount(text, comma));
        expect(read).toEqual({ amount: expect.any(String) });
        expect(equals(exact((read as { amount: string }).amount), exact(text))).toBe(true);
      }),
    );
  });
});
