import { writeAmount } from '../../domain/figures.ts';
import type { SheetRecords } from '../../exchange/spreadsheet/records.ts';
import type { Cell } from '../../exchange/spreadsheet/sheet.ts';
import type { Messages } from '../../messages/messages.ts';
import type { SheetPlace } from './sheet-faults.ts';

/** A cell as it would have been typed in a form: a figure of three decimals is then no thousands. */
export function cellAsTyped({ format }: Messages, cell: Cell | undefined): string {
  if (!cell) return '';
  return cell.kind === 'number' ? writeAmount(cell.text, format.decimalMark === ',') : cell.text;
}

/** Where something stands that a row says in a column. */
export function placeIn({ sheet, columns }: SheetRecords, row: number | null, key: string): SheetPlace {
  const found = columns.get(key);
  return { sheet, row, column: found?.column ?? null, head: found?.head ?? null };
}

/** So many rows of a large sheet are read without a pause. */
export const ROWS_AT_ONCE = 500;
/** Between two pieces of work on a sheet others go. */
export const othersGo = (): Promise<void> => new Promise(setImmediate);
