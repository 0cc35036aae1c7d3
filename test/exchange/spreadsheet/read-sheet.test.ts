import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../src/exchange/spreadsheet/read-sheet.ts';
import { BOUNDS, type SheetRead } from '../../../src/exchange/spreadsheet/sheet.ts';
import type { Table, TableCell } from '../../../src/exchange/spreadsheet/table.ts';
import { writeCsv, writeCsvOfMany } from '../../../src/exchange/spreadsheet/write-csv.ts';
import { writeXlsx } from '../../../src/exchange/spreadsheet/write-xlsx.ts';
import { PROGRAMS, savedBy } from '../../support/office.ts';

const table = (rows: readonly (readonly TableCell[])[], name = 'Lijst'): Table => ({
  name,
  columns: Array.from({ length: 3 }, (_, index) => ({ header: `Kolom ${index + 1}`, width: 20 })),
  rows,
});
const csv = (text: string) => readSheet(Buffer.from(text), ['Lijst']);
/** The texts of the rows under the head. */
const textsOf = (read: SheetRead): string[][] => {
  if ('faults' in read || read.sheet.faults.length > 0) throw new Error(JSON.stringify(read));
  return read.sheet.rows.slice(1).map(({ cells }) => [1, 2, 3].map((column) => cells.get(column)?.text ?? ''));
};
/** A workbook of which a part is written otherwise. */
function tampered(bytes: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(Buffer.from(parts[part]!).toString())) });
}
const SHEET = 'xl/worksheets/sheet1.xml';
const faultsOf = (read: SheetRead) =>
  ('faults' in read ? read.faults : read.sheet.faults).map(({ kind, row, column }) => [kind, row, column]);

describe('a table that is written', () => {
  // Line ends are those of the program that writes, and a cell with nothing but spaces is empty.
  const text = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ',', '\n', '_x0041_', '0', 'é', '€'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 12,
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that no text has that came in
    .filter((one) => one.trim() === one && !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/.test(one));
  const rows = fc.array(
    fc.tuple(
      text.filter((one) => one !== ''),
      text,
      text,
    ),
    { minLength: 1, maxLength: 8 },
  );

  it('reads back as the same texts, whatever they look like', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        expect(textsOf(await readSheet(writeXlsx([table(given)]), ['Lijst']))).toEqual(given);
        expect(textsOf(await csv(writeCsv(table(given), ',')))).toEqual(given);
      }),
    );
  });

  it('reads back as the same numbers, without the noise of binary fractions', async () => {
    const number = fc
      .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, decimals]) => {
        const padded = `${digits < 0n ? -digits : digits}`.padStart(decimals + 1, '0');
        const [whole, rest] = [padded.slice(0, padded.length - decimals), padded.slice(padded.length - decimals)];
        const fraction = rest.replace(/0+$/, '');
        const bare = fraction === '' ? whole : `${whole}.${fraction}`;
        return digits < 0n && bare !== '0' ? `-${bare}` : bare;
      });
    await fc.assert(
      fc.asyncProperty(number, async (given) => {
        const cells = [{ number: given, decimals: null }, { number: String(Number(given)), decimals: null }, null];
        expect(textsOf(await readSheet(writeXlsx([table([cells])]), ['Lijst']))).toEqual([[given, given, '']]);
      }),
    );
  });

  it('is the same file when it is written again', () => {
    expect(Buffer.from(writeXlsx([table([['a', 'b', null]])]))).toEqual(
      Buffer.from(writeXlsx([table([['a', 'b', null]])])),
    );
  });

  it('runs nothing in a program that opens it as CSV', () => {
    const lines = writeCsv(
      table([
        ['=1+2', '@name', '-cmd'],
        ['+31 6', "'=x", { number: '-2.5', decimals: null }],
      ]),
      ',',
    );
    expect(lines).toBe("\uFEFFKolom 1;Kolom 2;Kolom 3\r\n'=1+2;'@name;'-cmd\r\n'+31 6;''=x;-2,5\r\n");
  });
});

describe('a text file', () => {
  it('is read with semicolons, tabs and commas, with and without a mark, in the encodings that programs write', async () => {
    for (const bytes of [
      Buffer.from('Kolom 1;Kolom 2\r\ncafé;01234567\r\n'),
      Buffer.from('\uFEFFKolom 1;Kolom 2\ncafé;01234567'),
      Buffer.from('Kolom 1,Kolom 2\ncafé,01234567'),
      Buffer.from('Kolom 1,Kolom 2\r\n,\ncafé,01234567\r'),
      Buffer.from('\uFEFFKolom 1\tKolom 2\r\ncafé\t01234567\r\n', 'utf16le'),
      Buffer.from('Kolom 1;Kolom 2\r\ncafé;01234567\r\n', 'latin1'),
      Buffer.from('sep=,\r\nKolom 1,Kolom 2\r\ncafé,"=""01234567"""'),
    ]) {
      expect(textsOf(await readSheet(bytes, []))).toEqual([['café', '01234567', '']]);
    }
  });

  it('is refused with a formula, with a quote that does not end, and when it is something else', async () => {
    expect(faultsOf(await csv('a;b\n1;=1+2\n=A1;2'))).toEqual([
      ['formula', 2, 2],
      ['formula', 3, 1],
    ]);
    expect(faultsOf(await csv('a;b\n1;"2'))).toEqual([['quotes', 2, null]]);
    expect(faultsOf(await csv('%PDF-1.7\u0000'))).toEqual([['not-a-spreadsheet', null, null]]);
    expect(faultsOf(await csv(''))).toEqual([['empty', null, null]]);
    expect(faultsOf(await csv(';;\n;;'))).toEqual([['nothing-in-it', null, null]]);
    expect(faultsOf(await csv(`a;b\n${';'.repeat(8_000_000)}1`))).toEqual([['too-large', null, null]]);
    expect(faultsOf(await csv(`a;b\n${'1;'.repeat(900_000)}`))).toEqual([
      ['too-many-columns', 2, null],
      ['too-large', null, null],
    ]);
    expect(faultsOf(await csv('a;b\n'.repeat(100_000)))).toEqual([['too-many-rows', null, null]]);
  });
});

describe('a workbook', () => {
  const plain = writeXlsx([
    table([
      ['a', '1', 'x'],
      ['b', '2', 'y'],
    ]),
  ]);
  const read = (bytes: Uint8Array) => readSheet(bytes, ['Lijst']);

  it('says of everything that nobody sees, or that is computed, where it is', async () => {
    const bytes = tampered(plain, SHEET, (text) =>
      text
        .replace('<col min="2"', '<col hidden="1" min="2"')
        .replace('<row r="3">', '<row r="3" hidden="1">')
        .replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2"><f>SUM(A1:A2)</f><v>3</v></c>')
        .replace(/<c r="C3"[^>]*>.*?<\/c>/, '<c r="C3" t="e"><v>#N/A</v></c>')
        .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>'),
    );
    const found = await read(bytes);
    // What can be read is read all the same, so that everything else that is wrong can be said with it.
    expect(
      'sheet' in found && found.sheet.rows.map(({ cells }) => [...cells.values()].map(({ kind }) => kind)),
    ).toEqual([
      ['text', 'text', 'text'],
      ['text', 'text', 'unread'],
      ['text', 'text', 'unread'],
    ]);
    expect(faultsOf(found)).toEqual([
      ['hidden-column', null, 2],
      ['merged', 2, 1],
      ['formula', 2, 3],
      ['hidden-row', 3, null],
      ['error-value', 3, 3],
    ]);
  });

  it('is found by its name, in whatever order the sheets are, and is not guessed', async () => {
    const both = writeXlsx([table([['z', '', '']], 'Toelichting'), table([['a', '', '']])]);
    expect(textsOf(await read(both))).toEqual([['a', '', '']]);
    expect(await readSheet(both, ['Prijzen'])).toEqual({
      faults: [{ kind: 'no-such-sheet', sheet: null, row: null, column: null, text: 'Prijzen' }],
    });
    const hidden = tampered(both, 'xl/workbook.xml', (text) =>
      text.replace('name="Lijst"', 'name="Lijst" state="veryHidden"'),
    );
    expect(faultsOf(await read(hidden))).toEqual([['hidden-sheet', null, null]]);
    expect(await readSheet(hidden, ['Prijzen'])).toMatchObject({
      faults: [{ kind: 'hidden-sheet' }, { kind: 'no-such-sheet' }],
    });
  });

  it('shows numbers as a person sees them: days, percentages, zeros before a code', async () => {
    const formats =
      '<numFmts count="2"><numFmt numFmtId="170" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="171" formatCode="00000000"/></numFmts>';
    const styled = tampered(plain, 'xl/styles.xml', (text) =>
      text
        .replace(
          /<cellXfs.*<\/cellXfs>/,
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="9"/><xf numFmtId="22"/></cellXfs>',
        )
        .replace('<fonts', `${formats}<fonts`),
    );
    const cells = [
      ['1', '46752'],
      ['2', '1234567'],
      ['3', '0.15'],
      ['4', '46752.604166667'],
      ['0', '2.2999999999999998'],
      ['0', '1.25E+6'],
    ];
    const bytes = tampered(styled, SHEET, (text) =>
      text.replace(
        /<row r="2">.*<\/row>/,
        cells
          .map(
            ([style, value], index) =>
              `<row r="${index + 2}"><c r="A${index + 2}" s="${style}"><v>${value}</v></c></row>`,
          )
          .join(''),
      ),
    );
    expect(textsOf(await read(bytes)).map(([first]) => first)).toEqual([
      '2027-12-31',
      '01234567',
      '15%',
      '2027-12-31 14:30',
      '2.3',
      '1250000',
    ]);
  });

  it('is bounded before it is unpacked and while it is', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 2}"><c><v>1</v></c></row>`).join('');
    const long = tampered(plain, SHEET, (text) => text.replace(/<row r="2">.*<\/row>/, many));
    expect(faultsOf(await read(long))).toEqual([['too-many-rows', null, null]]);
    const bomb = tampered(plain, SHEET, (text) =>
      text.replace('<sheetData>', `<!--${' '.repeat(BOUNDS.sheet)}--><sheetData>`),
    );
    expect(faultsOf(await read(bomb))).toEqual([['too-large', null, null]]);
    expect(faultsOf(await read(new Uint8Array(BOUNDS.file + 1)))).toEqual([['too-large', null, null]]);
    const row = tampered(plain, SHEET, (text) =>
      text.replace(/<row r="2">.*<\/row>/, `<row r="2">${'<c><v>1</v></c>'.repeat(900_000)}</row>`),
    );
    expect(faultsOf(await read(row))).toEqual([['too-many-columns', 2, null]]);
    const wide = writeXlsx([
      { ...table([]), columns: Array.from({ length: BOUNDS.columns + 1 }, (_, i) => ({ header: `${i}`, width: 9 })) },
    ]);
    expect(faultsOf(await read(wide))).toEqual([['too-many-columns', 1, null]]);
  });

  it('is refused when it is broken, old, under a password, or something else', async () => {
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(faultsOf(await read(compound))).toEqual([['old-format', null, null]]);
    expect(faultsOf(await read(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])))).toEqual([
      ['password', null, null],
    ]);
    expect(faultsOf(await read(plain.subarray(0, plain.length - 30)))).toEqual([['damaged', null, null]]);
    expect(faultsOf(await read(tampered(plain, SHEET, (text) => text.slice(0, -20))))).toEqual([
      ['damaged', null, null],
    ]);
    expect(
      faultsOf(
        await read(tampered(plain, SHEET, (text) => `<!DOCTYPE x [<!ENTITY a "b">]>${text.replace(/^<\?.*\?>/, '')}`)),
      ),
    ).toEqual([['damaged', null, null]]);
    expect(faultsOf(await read(zipSync({ 'word/document.xml': deflateRawSync('x') })))).toEqual([
      ['not-a-spreadsheet', null, null],
    ]);
    const none = writeXlsx([{ ...table([]), columns: [] }]);
    expect(faultsOf(await read(none))).toEqual([['nothing-in-it', null, null]]);
  });
});

describe('tables in one text file', () => {
  it('stand under one another, each below its name, with percentages and euros as they are read', () => {
    const figures: Table = {
      ...table([
        [{ number: '3.4', decimals: 1, as: 'percentage' }, { number: '1250.50', decimals: 2, as: 'euro' }, '=1'],
      ]),
      name: 'Eerste; lijst',
    };
    expect(writeCsvOfMany([figures, table([['a', null, 'b']])], ',')).toBe(
      [
        '\uFEFF"Eerste; lijst"',
        'Kolom 1;Kolom 2;Kolom 3',
        "3,4%;1250,50;'=1",
        '',
        'Lijst',
        'Kolom 1;Kolom 2;Kolom 3',
        'a;;b',
        '',
      ].join('\r\n'),
    );
  });
});

describe.each(PROGRAMS)('a workbook that %s saved again', (program) => {
  it('is read as it was', async () => {
    const table: Table = {
      name: 'Inschrijvingen',
      columns: [
        { header: 'Naam', width: 20, isOpen: true, takes: 'text' },
        { header: 'KvK-nummer', width: 20, isOpen: true, takes: 'text' },
        { header: 'Bedrag', width: 12, isOpen: true, takes: 'figure' },
        { header: 'Keuze', width: 9, isOpen: true, takes: { oneOf: ['ja', 'nee'] } },
      ],
      rows: [
        ['Zorg & Zonen “Noord” B.V.', '00123456', { number: '1250000.5', decimals: 2 }, 'ja'],
        ['Eén\nregel', '12,50', { number: '3.4', decimals: 1, as: 'percentage' }, 'nee'],
        ['Ĳssel €', '+31', { number: '-3', decimals: 0, as: 'euro' }, '  rand '],
      ],
      openRows: 60,
      isLocked: true,
    };
    const folder = mkdtempSync(join(tmpdir(), 'saved-again-'));
    try {
      const file = join(folder, 'blad.xlsx');
      writeFileSync(file, writeXlsx([table]));
      const before = await readSheet(readFileSync(file), [table.name]);
      // By way of its own format.
      savedBy(program, folder, 'ods', [file]);
      savedBy(program, folder, 'xlsx', [join(folder, 'blad.ods')]);
      expect('sheet' in before && before.sheet.rows).toHaveLength(4);
      expect(await readSheet(readFileSync(file), [table.name])).toEqual(before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
