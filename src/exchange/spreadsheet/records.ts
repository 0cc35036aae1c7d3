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
  { name, rows: [head, ...rows] }: Sheet,
  known: readonly KnownColumn[],
): SheetRecords | { readonly faults: readonly SheetFault[] } {
  const columns = new Map<string, SheetColumn>();
  const faults: SheetFault[] = [];
  const at = (column: number | null) => ({ sheet: name, row: head?.row ?? null, column });
  for (const [column, { text }] of head?.cells ?? []) {
    const found = known.find(({ heads }) => heads.some((one) => foldedText(one) === foldedText(text)));
    if (!found) faults.push({ kind: 'unknown-column', ...at(column), text });
    else if (columns.has(found.key)) faults.push({ kind: 'column-twice', ...at(column), text });
    else columns.set(found.key, { column, head: text });
  }
  for (const { key, heads, isNeeded } of known) {
    if (isNeeded && !columns.has(key)) faults.push({ kind: 'column-missing', ...at(null), text: heads[0]! });
  }
  const named = new Set(head?.cells.keys());
  for (const { row, column } of firstWithout(named, rows)) {
    faults.push({ kind: 'unknown-column', sheet: name, row, column, text: '' });
  }
  if (faults.length > 0) return { faults };
  const records = rows.map(({ row, cells }) => {
    const byKey = new Map<string, Cell>();
    for (const [key, { column }] of columns) {
      const cell = cells.get(column);
      if (cell) byKey.set(key, cell);
    }
    return { row, cells: byKey };
  });
  return { sheet: name, columns, records };
}

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
