import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ReadFigure,
  readAmount,
  readDecimal,
  readPercentage,
  readQuantity,
  writeAmount,
} from '../../src/domain/figures.ts';
import { equals, exact } from '../../src/domain/number.ts';

const figureOf = (read: ReadFigure): string => {
  if (typeof read !== 'object') throw new Error(`no figure: ${String(read)}`);
  return read.figure;
};

describe('an amount', () => {
  it.each([
    ['125000', '125000'],
    ['125000,5', '125000.5'],
    ['125000.50', '125000.50'],
    ['125.000,50', '125000.50'],
    ['125 000,50', '125000.50'],
    ['125,000.50', '125000.50'],
    ['1.250.000', '1250000'],
    ['1,250,000', '1250000'],
    ['1 250 000', '1250000'],
    ['125 000', '125000'],
    ['0,125', '0.125'],
    ['0.125', '0.125'],
    ['1000.125', '1000.125'],
    ['€ 790.000,00', '790000.00'],
    ['€790000', '790000'],
    ['EUR 5', '5'],
    ['eur 1.250.000', '1250000'],
    ['5 euro', '5'],
    ['5,50 €', '5.50'],
    ['100.000,-', '100000'],
    ['€ 100.000,-', '100000'],
    ['100.000,–', '100000'],
    ['100 000,--', '100000'],
    ['100,000.-', '100000'],
    ['125,=', '125'],
    ['980.000,-', '980000'],
    [' 125000\r\n', '125000'],
    ['125\u00a0000,50', '125000.50'],
    ['125\u202f000,50', '125000.50'],
    ['\ufeff125000', '125000'],
    ['１２５', '125'],
  ])('%s is %s', (text, amount) => {
    expect(readAmount(text)).toEqual({ figure: amount });
  });

  it.each(['980.000', '125.000', '125,000', '1.250', '7,500', '€ 980.000', 'EUR 7,500', '1 250.000', '1 250,000'])(
    '%s is asked to be written otherwise',
    (text) => {
      expect(readAmount(text)).toBe('ambiguous');
    },
  );

  it.each([
    '',
    'abc',
    '-5',
    '-,50',
    '1.2.3',
    '1.25.000,5',
    '1,5.000',
    '12.50,00',
    '1.250,000.5',
    '1e5',
    '0,1234567',
    ',5',
    '€',
    '€ € 5',
    '€ 5 EUR',
    '$ 5',
    '1.250.00,-',
    '1,250,-',
    '125,-50',
  ])('“%s” is none', (text) => {
    expect(readAmount(text)).toBeUndefined();
  });

  it.each([
    '12 34',
    '1122 3344',
    '100.000,00 200.000,00',
    '125\t000',
    '125000\t',
    '1\n2',
    '125\u200b000',
    '125\u00ad000',
    '12  000',
    '5 % 7',
    '€ 5 € 6',
    '100.000,- 5',
  ])('%j is two of them, or half of one, and is never glued together', (text) => {
    expect(readAmount(text)).toBeUndefined();
  });

  it('is read from two figures only where the space between them is that of thousands', () => {
    const separator = fc.constantFrom(' ', '  ', '\t', '\n', '\u00a0', '\u200b', '; ', ' - ', ' | ');
    fc.assert(
      fc.property(fc.nat(99_999_999), separator, fc.nat(99_999_999), (one, between, other) => {
        const read = readAmount(`${one}${between}${other}`);
        const thousands = /^\d{1,3}[ \u00a0]\d{3}$/.test(`${one}${between}${other}`);
        expect(read === undefined).toBe(!thousands);
      }),
    );
  });

  it('that is written is read as the same, in both notations', () => {
    const amount = fc
      .tuple(fc.nat(1_000_000_000), fc.stringMatching(/^\d{0,6}$/))
      .map(([whole, decimals]) => (decimals === '' ? String(whole) : `${whole}.${decimals}`));
    fc.assert(
      fc.property(amount, fc.boolean(), (text, comma) => {
        expect(equals(exact(figureOf(readAmount(writeAmount(text, comma)))), exact(text))).toBe(true);
      }),
    );
  });
});

describe('other figures', () => {
  it.each([
    ['7,50', '7.5'],
    ['8,00', '8'],
    ['10.0', '10'],
    ['07', '7'],
    ['0', '0'],
    ['0,0', '0'],
    [' 7,5 ', '7.5'],
  ])('a score of %s is %s', (text, score) => {
    expect(readDecimal(text)).toBe(score);
  });

  it.each(['', '7 5', '7\t5', '-1', '1.000,5', '7,5 punten', '7\u200b5'])('“%s” is no score', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  it.each([
    ['22,50 %', '22.5'],
    ['15%', '15'],
    ['15', '15'],
  ])('a percentage of %s is %s', (text, percentage) => {
    expect(readPercentage(text)).toBe(percentage);
  });

  it.each(['15 % 20 %', '%', '15 procent', '1 5%'])('“%s” is no percentage', (text) => {
    expect(readPercentage(text)).toBeUndefined();
  });

  it('a quantity has no currency', () => {
    expect(readQuantity('1 250')).toEqual({ figure: '1250' });
    expect(readQuantity('1.250')).toBe('ambiguous');
    expect(readQuantity('€ 5')).toBeUndefined();
  });
});
