import Papa from 'papaparse';
import { safeText } from './formula-text.ts';
import type { Table, TableCell } from './table.ts';

/**
 * A table as CSV (RFC 4180) with semicolons and a byte order mark, as spreadsheet programs in Dutch expect. What a program would take for a
 * formula is written so that it is none.
 * @param decimalMark of numbers
 */
export const writeCsv = (table: Table, decimalMark: string): string => written(linesOf(table, decimalMark));

/** Tables under one another, each below its name, with an empty line between them. */
export const writeCsvOfMany = (tables: readonly Table[], decimalMark: string): string =>
  written(
    tables.flatMap((table, place) => [
      ...(place === 0 ? [] : [['']]),
      [safeText(table.name)],
      ...linesOf(table, decimalMark),
    ]),
  );

const written = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse([...lines], { delimiter: ';', newline: '\r\n' })}\r\n`;

const linesOf = ({ columns, rows }: Table, decimalMark: string): string[][] => [
  columns.map(({ header }) => safeText(header)),
  ...rows.map((row) => row.map((cell) => cellText(cell, decimalMark))),
];

function cellText(cell: TableCell, decimalMark: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return safeText(cell);
  const number = cell.number.replace('.', decimalMark);
  return cell.as === 'percentage' ? `${number}%` : number;
}
