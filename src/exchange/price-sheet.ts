import Papa from 'papaparse';

/** A row of a sheet of prices: what is asked, and what was filled in. */
export interface PriceSheetRow {
  /** What tells the rows apart; read back as it was written. */
  readonly code: string;
  readonly bidder: string;
  readonly lot: string;
  readonly asked: string;
}

/** What is wrong with a sheet; lines from 1, as a spreadsheet counts its rows. */
export type PriceSheetFault =
  | { readonly kind: 'no-sheet' }
  | { readonly kind: 'unknown-code' | 'repeated-code'; readonly line: number; readonly code: string };

export type PriceSheetRead = { readonly values: ReadonlyMap<string, string> } | { readonly faults: PriceSheetFault[] };

/** The columns: code, bidder, lot, what is asked, and the value. */
const VALUE_COLUMN = 4;
/** A file that is something else altogether has no more to say after so many. */
const MOST_FAULTS = 50;

/**
 * A sheet to fill in with a spreadsheet, and to be read by {@link readPriceSheet}: CSV (RFC 4180) with semicolons and a byte order mark, as
 * spreadsheets in Dutch expect. A text that a spreadsheet would take for a formula is written so that it is none.
 * @param header the names of the five columns
 */
export const writePriceSheet = (
  header: readonly [code: string, bidder: string, lot: string, asked: string, value: string],
  rows: readonly PriceSheetRow[],
): string =>
  `\uFEFF${Papa.unparse(
    { fields: [...header], data: rows.map(({ code, bidder, lot, asked }) => [code, bidder, lot, asked, '']) },
    { delimiter: ';', newline: '\r\n', escapeFormulae: true },
  )}\r\n`;

/**
 * Reads a sheet back: by the codes of its first column, so that bidders may be sorted and names changed. Semicolons, commas or tabs between the
 * columns; a row without a value says nothing.
 * @param codes those that the sheet may have
 */
export function readPriceSheet(text: string, codes: ReadonlySet<string>): PriceSheetRead {
  const sheet = text.replace(/^\uFEFF/, '');
  // The first row has names of columns only, and so tells what stands between columns: a comma further on can be that of an amount.
  const [header = ''] = sheet.split(/\r?\n/, 1);
  const delimiter = [';', '\t'].find((one) => header.includes(one)) ?? ',';
  const { data } = Papa.parse<string[]>(sheet, { delimiter });
  const faults: PriceSheetFault[] = [];
  const values = new Map<string, string>();
  const seen = new Set<string>();
  if ((data[0]?.length ?? 0) <= VALUE_COLUMN) return { faults: [{ kind: 'no-sheet' }] };
  for (const [index, cells] of data.entries()) {
    const code = cells[0]?.trim() ?? '';
    const value = cells[VALUE_COLUMN]?.trim() ?? '';
    if (index === 0 || (code === '' && value === '')) continue;
    if (faults.length === MOST_FAULTS) break;
    if (!codes.has(code)) faults.push({ kind: 'unknown-code', line: index + 1, code });
    else if (seen.has(code)) faults.push({ kind: 'repeated-code', line: index + 1, code });
    seen.add(code);
    if (value !== '') values.set(code, value);
  }
  return faults.length > 0 ? { faults } : { values };
}
