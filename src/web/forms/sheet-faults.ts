import type { SheetRecords } from '../../exchange/spreadsheet/records.ts';
import { columnLetters, type SheetFault } from '../../exchange/spreadsheet/sheet.ts';
import type { Messages } from '../../messages/messages.ts';
import type { FieldProblem } from './text.ts';

/** The field of a spreadsheet that is offered: everything that is wrong in it is said there. */
export const SHEET = 'sheet';

/** Where in a sheet something is wrong. */
export interface SheetPlace {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly head: string | null;
}

/** So many faults are told; who has more mends these first. */
const MOST_TOLD = 100;

/** Something that is wrong in a sheet, and where. */
export type SheetProblem = SheetPlace & { readonly text: string };

/** Everything that is wrong with a sheet, each with its place, in the order of the sheet: how it is filled in, and what it says. */
export const sheetProblems = (m: Messages, records: SheetRecords, problems: readonly SheetProblem[]): FieldProblem[] =>
  inWords(m, [...ofFaults(m, records.faults), ...withoutEchoes(records, problems)]);

/**
 * Of what could not be read is said that it could not be read, and nothing else: of a cell in which nothing stands no fault is told where a cell of
 * its row holds a formula, or cells are merged, nor of a column that is not there where that is the fault.
 */
function withoutEchoes(
  { faults, columns, records, hasItsHeads }: SheetRecords,
  problems: readonly SheetProblem[],
): readonly SheetProblem[] {
  if (faults.length === 0) return problems;
  const merged = faults.flatMap(({ kind, row, to }) =>
    kind === 'merged' && row !== null ? [{ from: row, to: to?.row ?? row }] : [],
  );
  const hasAll = hasItsHeads && faults.every(({ kind }) => kind !== 'unknown-column');
  const cellsOf = new Map(records.map(({ row, cells }) => [row, cells]));
  const isReadIn = (row: number): boolean =>
    [...(cellsOf.get(row)?.values() ?? [])].every(({ kind }) => kind !== 'unread') &&
    !merged.some(({ from, to }) => from <= row && row <= to);
  const isAllRead = hasAll && merged.length === 0 && records.every(({ row }) => isReadIn(row));
  const keys = new Map([...columns].map(([key, { column }]) => [column, key]));
  return problems.filter(({ row, column }) => {
    // What no row says may be on one that could not be read.
    if (row === null) return column === null || isAllRead;
    if (column === null) return hasAll;
    if (isReadIn(row)) return true;
    return (cellsOf.get(row)?.get(keys.get(column) ?? '')?.text ?? '') !== '';
  });
}

function inWords(m: Messages, problems: readonly SheetProblem[]): FieldProblem[] {
  const t = m.sheets;
  const texts = [...problems]
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .map(({ sheet, row, column, head, text }) =>
      t.at(t.place(sheet, row, column === null ? null : columnLetters(column), head), text),
    );
  const told = [...new Set(texts)];
  const rest = told.length - MOST_TOLD;
  return [...told.slice(0, MOST_TOLD), ...(rest > 0 ? [t.more(rest)] : [])].map((text) => ({ field: SHEET, text }));
}

/** The same of a file of which nothing can be read. */
export const faultProblems = (m: Messages, faults: readonly SheetFault[]): FieldProblem[] =>
  inWords(m, ofFaults(m, faults));

const ofFaults = (m: Messages, faults: readonly SheetFault[]): SheetProblem[] =>
  faults.map((fault) => ({ ...fault, head: null, text: faultText(m, fault) }));

function faultText({ sheets: { faults: t } }: Messages, { kind, text = '' }: SheetFault): string {
  const said = t[kind];
  return typeof said === 'function' ? said(text) : said;
}
