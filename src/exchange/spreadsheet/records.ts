import { foldedText } from '../../domain/text.ts';
import type { Cell, Sheet, SheetFault, SheetRow } from './sheet.ts';

/** A column that a sheet may have. */
export interface KnownColumn {
  /** What it is to who reads the sheet. */
  readonly key: string;
  /** What may stand at its head: its name in each language. */
  readonly heads: readonly string[];
  readonly isNeeded: boolean;
}

/** The rows of a sheet under its heads, by what their columns are. */
export interface SheetRecords {
  readonly sheet: string | null;
  readonly columns: ReadonlyMap<string, SheetColumn>;
  readonly records: readonly SheetRecord[];
  /** What is wrong in the sheet, and with its heads: then nothing of it is taken, however right the rest is. */
  readonly faults: readonly SheetFault[];
  /** Whether every head could be read, and every column that is needed is there. */
  readonly hasItsHeads: boolean;
}

export interface SheetColumn {
  readonly column: number;
  readonly head: string;
}

export interface SheetRecord {
  readonly row: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * Reads the first row as the heads of columns, in any order, and the others as what stands under them. A column that is not known, that is there
 * twice, or that is missing is a fault: nobody thinks then that something was read that was not.
 */
export function recordsOf(
  { name, rows: [head, ...rows], faults: ofSheet }: Sheet,
  known: readonly KnownColumn[],
): SheetRecords {
  const columns = new Map<string, SheetColumn>();
  const faults: SheetFault[] = [...ofSheet];
  const isThere = ({ key, isNeeded }: KnownColumn): boolean => !isNeeded || columns.has(key);
  const isRead = [...(head?.cells.values() ?? [])].every(({ kind }) => kind !== 'unread');
  const at = (column: number | null) => ({ sheet: name, row: head?.row ?? null, column });
  for (const [column, { kind, text }] of head?.cells ?? []) {
    if (kind === 'unread') continue;
    const found = known.find(({ heads }) => heads.some((one) => foldedText(one) === foldedText(text)));
    if (!found) faults.push({ kind: 'unknown-column', ...at(column), text });
    else if (columns.has(found.key)) faults.push({ kind: 'column-twice', ...at(column), text });
    else columns.set(found.key, { column, head: text });
  }
  for (const one of known) {
    const { heads } = one;
    // It may be the one whose head could not be read.
    if (isRead && !isThere(one)) faults.push({ kind: 'column-missing', ...at(null), text: heads[0]! });
  }
  const named = new Set(head?.cells.keys());
  for (const { row, column } of firstWithout(named, rows)) {
    faults.push({ kind: 'unknown-column', sheet: name, row, column, text: '' });
  }
  const records = rows.map(({ row, cells }) => {
    const byKey = new Map<string, Cell>();
    for (const [key, { column }] of columns) {
      const cell = cells.get(column);
      if (cell) byKey.set(key, cell);
    }
    return { row, cells: byKey };
  });
  return { sheet: name, columns, records, faults, hasItsHeads: isRead && known.every(isThere) };
}

/** Whether all that a row says could be read: only then it says what is not there. */
export const isWholeIn = ({ hasItsHeads }: SheetRecords, { cells }: SheetRecord): boolean =>
  hasItsHeads && [...cells.values()].every(({ kind }) => kind !== 'unread');

/** The first cell of every column that has something under no head. */
function firstWithout(named: ReadonlySet<number>, rows: readonly SheetRow[]): { row: number; column: number }[] {
  const seen = new Set(named);
  const found: { row: number; column: number }[] = [];
  for (const { row, cells } of rows) {
    for (const column of cells.keys()) {
      if (seen.has(column)) continue;
      seen.add(column);
      found.push({ row, column });
    }
  }
  return found;
}
