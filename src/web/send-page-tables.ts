import { sheetNames } from '../exchange/spreadsheet/sheet-names.ts';
import type { Table } from '../exchange/spreadsheet/table.ts';
import { writeCsvOfMany } from '../exchange/spreadsheet/write-csv.ts';
import type { Reply } from './asked.ts';
import { HttpError } from './http-error.ts';
import { type PageTable, tablesOf } from './page-tables.ts';
import type { PageSheet } from './pages/page-sheet.ts';
import { type SheetType, sendBody, sendSheet } from './send-sheet.ts';

/**
 * Sends the tables of a page instead of the page: in a workbook each on a sheet, and last what they are of; in a text file under one another.
 * @param html of the page below its head @throws HttpError 404 for a page without tables
 */
export function sendPageTables(reply: Reply, html: string, sheet: PageSheet, wanted: SheetType): void {
  const { messages: m, title, subject } = sheet;
  const tables = tablesOf(html, m.format);
  if (tables.length === 0) throw new HttpError(404);
  switch (wanted) {
    case 'csv': {
      const named = tables.map((table) => ({ ...table, name: table.caption }));
      sendBody(reply, wanted, writeCsvOfMany(named, m.format.decimalMark), subject, title);
      break;
    }
    case 'xlsx': {
      const nameSheet = sheetNames([m.sheets.explanation]);
      const named = tables.map((table) => ({ ...table, name: nameSheet(table.caption || title) }));
      sendSheet(reply, m, wanted, [...named, explained(sheet, named)], subject, title);
      break;
    }
    default:
      wanted satisfies never;
  }
}

/** Names of sheets are short: which table each is, and of which page and day. */
const explained = ({ messages: m, title, subject, at }: PageSheet, tables: readonly (Table & PageTable)[]): Table => ({
  name: m.sheets.explanation,
  columns: [
    { header: m.sheets.sheetColumn, width: 34 },
    { header: m.sheets.tableColumn, width: 80 },
  ],
  rows: [
    ...tables.map(({ name, caption }) => [name, caption]),
    [null, m.sheets.takenFrom(title, subject, m.format.moment(at))],
  ],
});
