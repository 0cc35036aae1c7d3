import { idOf } from '../domain/ids.ts';
import type { Table } from '../exchange/spreadsheet/table.ts';
import { writeCsv } from '../exchange/spreadsheet/write-csv.ts';
import { writeXlsx } from '../exchange/spreadsheet/write-xlsx.ts';
import type { Messages } from '../messages/messages.ts';
import type { Reply } from './asked.ts';

/** The formats of a sheet, by the ending of its file. */
export const SHEET_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type SheetType = keyof typeof SHEET_TYPES;

/**
 * Sends tables as a spreadsheet to be kept; a text file has one sheet, and so the first of them only.
 * @param subject whose they are, such as the title of a tender
 * @param what they are
 */
export function sendSheet(
  reply: Reply,
  m: Messages,
  type: SheetType,
  tables: readonly Table[],
  subject: string,
  what: string,
): void {
  const body = type === 'csv' ? writeCsv(tables[0]!, m.format.decimalMark) : Buffer.from(writeXlsx(tables));
  sendBody(reply, type, body, subject, what);
}

/** Sends a spreadsheet that is written. */
export function sendBody(reply: Reply, type: SheetType, body: string | Buffer, subject: string, what: string): void {
  const name = `${idOf(`${subject} `, what, 'sheet')}.${type}`;
  reply.type(SHEET_TYPES[type]).set('Content-Disposition', `attachment; filename="${name}"`).send(body);
}
