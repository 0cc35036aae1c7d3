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

/** What is wrong with a sheet, each with its place, in the order of the sheet. */
export function sheetProblems(
  m: Messages,
  problems: readonly (SheetPlace & { readonly text: string })[],
): FieldProblem[] {
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

/** The same of what {@link readSheet} finds. */
export const faultProblems = (m: Messages, faults: readonly SheetFault[]): FieldProblem[] =>
  sheetProblems(
    m,
    faults.map((fault) => ({ ...fault, head: null, text: faultText(m, fault) })),
  );

function faultText({ sheets: { faults: t } }: Messages, { kind, text = '' }: SheetFault): string {
  const said = t[kind];
  return typeof said === 'function' ? said(text) : said;
}
