import Papa from 'papaparse';
import { asWritten } from './formula-text.ts';
import {
  BOUNDS,
  type Cell,
  firstFaults,
  lastColumn,
  ofFile,
  type SheetFault,
  type SheetRead,
  type SheetRow,
  UNREAD,
} from './sheet.ts';

/** Neither of them stands in a table: control characters, but for tabs and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;
/** What Excel reads, and does not show, before the first row. */
const SEPARATOR = /^sep=(.)\r?\n/i;
/** '="01234567"': how some keep the zeros of a number in a file that Excel opens. */
const QUOTED_NUMBER = /^="([0-9 .-]*)"$/;

/** More of what stands between columns than any table has, what stands in its texts included: a row of millions of columns is not read. */
const MOST_DELIMITERS = 1_000_000;

/** Read without a pause. */
const ROWS_AT_ONCE = 1_000;

/** Reads a table as text: RFC 4180, with semicolons, commas or tabs between its columns, in UTF-8, UTF-16 or Windows-1252. */
export async function readCsv(file: Buffer): Promise<SheetRead> {
  const decoded = decode(file);
  if (decoded === undefined || CONTROL.test(decoded)) return { faults: [ofFile('not-a-spreadsheet')] };
  const separator = SEPARATOR.exec(decoded);
  // Whoever changes a file in two programs has two kinds of line ends in it.
  const text = (separator ? decoded.slice(separator[0].length) : decoded).replace(/\r\n?/g, '\n');
  if (text.trim() === '') return { faults: [ofFile('empty')] };
  const delimiter = separator?.[1] ?? delimiterOf(text);
  if (countOf(text, delimiter) > MOST_DELIMITERS) return { faults: [ofFile('too-large')] };
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: BOUNDS.rows * 2 });

  const faults: SheetFault[] = [];
  const report = (kind: SheetFault['kind'], row: number | null, column: number | null): void => {
    faults.push({ kind, sheet: null, row, column });
  };
  for (const { type, row } of errors) if (type === 'Quotes') report('quotes', (row ?? 0) + 1, null);
  const rows: SheetRow[] = [];
  for (const [index, given] of data.entries()) {
    // Between these others go.
    if (index % ROWS_AT_ONCE === 0) await new Promise(setImmediate);
    const row = index + 1;
    const cells = new Map<number, Cell>();
    for (const [place, raw] of given.entries()) {
      const value = QUOTED_NUMBER.exec(raw)?.[1] ?? raw;
      if (value.trim() === '') continue;
      if (value.startsWith('=')) report('formula', row, place + 1);
      cells.set(place + 1, value.startsWith('=') ? UNREAD : { kind: 'text', text: asWritten(value) });
    }
    if (lastColumn(cells) > BOUNDS.columns) report('too-many-columns', row, null);
    if (cells.size > 0) rows.push({ row, cells });
  }
  if (rows.length > BOUNDS.rows) report('too-many-rows', null, null);
  if (rows.reduce((sum, { cells }) => sum + cells.size, 0) > BOUNDS.cells) report('too-large', null, null);
  if (rows.length === 0 && faults.length === 0) report('nothing-in-it', null, null);
  const told = firstFaults(faults);
  // Where only cells are not read, the others stand in their columns, and can be looked at.
  const isTable = rows.length > 0 && faults.every(({ kind }) => kind === 'formula');
  return isTable ? { sheet: { name: null, rows, faults: told } } : { faults: told };
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

/** What does not read as UTF-8 was written by a program that knows no other letters than those of Western Europe. */
function decode(file: Buffer): string | undefined {
  const encodings = file[0] === 0xff && file[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'windows-1252'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      // The next one.
    }
  }
  return undefined;
}

/** The first row has names of columns only, and so tells what stands between columns: a comma further on can be that of an amount. */
function delimiterOf(text: string): string {
  const [first = []] = Papa.parse<string[]>(text, { delimiter: ';', preview: 1 }).data;
  if (first.length > 1) return ';';
  const [header = ''] = text.split(/\r?\n/, 1);
  return header.includes('\t') ? '\t' : header.includes(',') ? ',' : ';';
}
