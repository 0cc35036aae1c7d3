import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPriceSheet, writePriceSheet } from '../../src/exchange/price-sheet.ts';

const HEADER = ['Code', 'Inschrijver', 'Perceel', 'Gevraagd', 'Invullen'] as const;
const sheet = (...lines: readonly string[]): string => [HEADER.join(';'), ...lines].join('\r\n');
const CODES = new Set(['price.a.lot-1.amount', 'price.b.lot-1.amount']);

describe('a sheet of prices', () => {
  it('is read back by its codes, whatever is asked of whom and however it is saved', () => {
    const text = fc.string({ maxLength: 30 });
    const value = fc.stringMatching(/^[0-9.,]{1,12}$/);
    const rows = fc.array(fc.record({ bidder: text, lot: text, asked: text, value }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.boolean(), (given, reversed) => {
        const coded = given.map((one, index) => ({ ...one, code: `row-${index}` }));
        const [mark, ...lines] = [...writePriceSheet(HEADER, coded)];
        expect(mark).toBe('\uFEFF');
        // What a spreadsheet adds: the value at the end of each row.
        const written = writePriceSheet(
          HEADER,
          (reversed ? [...coded].reverse() : coded).map((row) => ({ ...row, bidder: '', lot: '', asked: '' })),
        ).replaceAll(
          /(row-\d+);;;;/g,
          (all, code: string) => `${all}"${coded.find((row) => row.code === code)!.value}"`,
        );
        const read = readPriceSheet(written, new Set(coded.map(({ code }) => code)));
        expect(read).toEqual({ values: new Map(coded.map(({ code, value: one }) => [code, one])) });
        // As it was written nothing is filled in, and nothing is wrong.
        expect(readPriceSheet(`${mark}${lines.join('')}`, new Set(coded.map(({ code }) => code)))).toEqual({
          values: new Map(),
        });
      }),
    );
  });

  it('takes semicolons, tabs and commas, and a decimal comma with each', () => {
    const read = { values: new Map([['price.a.lot-1.amount', '1.250,50']]) };
    for (const [delimiter, amount] of [
      [';', '1.250,50'],
      ['\t', '1.250,50'],
      [',', '"1.250,50"'],
    ] as const) {
      const rows = [[...HEADER], ['price.a.lot-1.amount', 'A', '1', 'Bedrag', amount], ['', '', '', '', '']];
      expect(readPriceSheet(rows.map((row) => row.join(delimiter)).join('\n'), CODES)).toEqual(read);
    }
  });

  it('writes no formula', () => {
    const row = { code: 'price.a.lot-1.amount', bidder: '=1+1', lot: '@x', asked: '-2' };
    const [, cells] = writePriceSheet(HEADER, [row]).split('\r\n');
    for (const cell of cells!.split(';').map((one) => one.replace(/^"/, ''))) expect(cell).not.toMatch(/^[=@+-]/);
  });

  it('says which rows are wrong, and then holds nothing', () => {
    expect(
      readPriceSheet(
        sheet('price.a.lot-1.amount;A;1;B;10', 'price.z.lot-1.amount;Z;1;B;1', 'price.a.lot-1.amount;;;;2'),
        CODES,
      ),
    ).toEqual({
      faults: [
        { kind: 'unknown-code', line: 3, code: 'price.z.lot-1.amount' },
        { kind: 'repeated-code', line: 4, code: 'price.a.lot-1.amount' },
      ],
    });
    expect(readPriceSheet(sheet(...Array.from({ length: 500 }, (_, row) => `x${row};;;;1`)), CODES)).toMatchObject({
      faults: { length: 50 },
    });
  });

  it.each(['', '{"prices": []}', 'a;b;c', '\u0000\u0001'])('refuses what is no sheet: %j', (text) => {
    expect(readPriceSheet(text, CODES)).toEqual({ faults: [{ kind: 'no-sheet' }] });
  });
});
