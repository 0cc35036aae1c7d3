import Papa from 'papaparse';
import { safeText } from './formula-text.ts';
import type { Table } from './table.ts';

/**
 * A table as CSV (RFC 4180) with semicolons and a byte order mark, as spreadsheet programs in Dutch expect. What a program would take for a
 * formula is written so that it is none.
 * @param decimalMark of numbers
 */
export const writeCsv = ({ columns, rows }: Table, decimalMark: string): string =>
  `\uFEFF${Papa.unparse(
    [
      columns.map(({ header }) => safeText(header)),
      ...rows.map((row) =>
        row.map((cell) =>
          cell === null ? '' : typeof cell === 'string' ? safeText(cell) : cell.number.replace('.', decimalMark),
        ),
      ),
    ],
    { delimiter: ';', newline: '\r\n' },
  )}\r\n`;
