import type { Messages } from '../../messages/messages.ts';
import { SHEET } from '../forms/sheet-faults.ts';
import type { FieldProblem } from '../forms/text.ts';
import { askedNote, type FileField, fileField, type SelectField } from './fields.ts';

/** A page on which a sheet is downloaded, and offered when it was filled in. */
export interface SheetModel {
  readonly text: Messages['sheets'];
  readonly title: string;
  readonly lead: string;
  readonly downloads: readonly { readonly href: string; readonly label: string; readonly full: string }[];
  readonly columns: readonly { readonly head: string; readonly meaning: string }[];
  /** Whose sheet it is, where one of a bidder may be offered. */
  readonly bidderField: SelectField | null;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly file: FileField;
  readonly action: string;
  readonly submit: string;
  /** That nothing was taken over, where something was wrong. */
  readonly refused: string | null;
}

/** @param about what the sheet is for; its addresses are the action with an ending */
export function sheetModel(
  m: Messages,
  about: Pick<SheetModel, 'title' | 'lead' | 'columns' | 'action' | 'submit'>,
  problems: readonly FieldProblem[],
  bidderField: SelectField | null = null,
): SheetModel {
  const t = m.sheets;
  const file = sheetField(m, problems);
  return {
    ...about,
    text: t,
    downloads: sheetLinks(m, about.action, t.download),
    bidderField,
    askedNote: askedNote(m, [bidderField, file]),
    file,
    refused: problems.length > 0 ? t.nothingTaken : null,
  };
}

export interface SheetLink {
  readonly href: string;
  readonly label: string;
  readonly full: string;
}

/** A sheet in both formats. @param base its address without the ending @param what it is, for who cannot see what stands beside the link */
export const sheetLinks = (m: Messages, base: string, what: string): SheetLink[] =>
  (
    [
      ['xlsx', m.sheets.downloadXlsx],
      ['csv', m.sheets.downloadCsv],
    ] as const
  ).map(([type, label]) => ({ href: `${base}.${type}`, label, full: `${what}: ${label}` }));

/** A table of a page as a spreadsheet. */
export interface Downloads {
  readonly label: string;
  readonly links: readonly SheetLink[];
}
/** @param query what the address of the page asks, with its question mark */
export const downloadsOf = (m: Messages, base: string, query = ''): Downloads => ({
  label: m.sheets.asSheet,
  links: sheetLinks(m, base, m.sheets.asSheet).map((link) => ({ ...link, href: `${link.href}${query}` })),
});

/** The field in which a sheet is offered. */
export const sheetField = (m: Messages, problems: readonly FieldProblem[]): FileField =>
  fileField(
    { name: SHEET, label: m.sheets.file, hint: m.sheets.hint, accept: '.xlsx,.csv', asks: 'required' },
    // All of them stand at the top, each with its place.
    problems.length > 1 ? [{ field: SHEET, text: m.sheets.faultsAbove(problems.length) }] : problems,
    m.app,
  );
