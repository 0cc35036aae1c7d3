import { type CellFormat, shownNumber } from './cell-format.ts';
import {
  BOUNDS,
  type Cell,
  columnNumber,
  firstFaults,
  lastColumn,
  type SheetFault,
  type SheetRead,
  type SheetRow,
  UNREAD,
} from './sheet.ts';
import { isTrue, unescaped } from './workbook.ts';
import { walkXml, type XmlVisitor } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface KnownToCells {
  readonly formats: readonly CellFormat[];
  readonly strings: readonly string[];
  readonly from1904: boolean;
}

/** Where something stands: rows and columns from 1. */
const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6})$)?/;

/** Reads the part of a sheet (ECMA-376, part 1, 18.3). What nobody sees, or what a program computes, is not taken for what was filled in. */
export async function readWorksheet(
  part: AsyncIterable<Buffer>,
  name: string,
  known: KnownToCells,
): Promise<SheetRead> {
  const walk = walkThrough(name, known);
  await walkXml(part, walk.visitor);
  const { rows, faults } = walk;
  if (rows.length === 0 && faults.length === 0)
    faults.push({ kind: 'nothing-in-it', sheet: name, row: null, column: null });
  const told = firstFaults(inOrder(faults));
  // Of what has no end, or nothing in it, nothing more can be said.
  return walk.isOver() || rows.length === 0 ? { faults: told } : { sheet: { name, rows, faults: told } };
}

function walkThrough(sheet: string, known: KnownToCells) {
  const rows: SheetRow[] = [];
  const faults: SheetFault[] = [];
  const hidden: [from: number, to: number][] = [];
  const told = new Set<number>();
  let row = { number: 0, isHidden: false, cells: new Map<number, Cell>() };
  let cell = { column: 0, type: 'n', style: 0, value: '', hasFormula: false };
  let isValue = false;
  let isSaid = false;
  let isOver = false;
  let count = 0;
  const report = (kind: SheetFault['kind'], at: number | null, column: number | null, to?: SheetFault['to']): void => {
    if (faults.length <= BOUNDS.faults) faults.push({ kind, sheet, row: at, column, ...(to ? { to } : {}) });
  };

  const endCell = (): void => {
    const found = cell.hasFormula ? 'formula' : cellOf(cell, known);
    if (typeof found === 'string') report(found, row.number, cell.column);
    else if (found === undefined || found.text.trim() === '') return;
    if (hidden.some(([from, to]) => cell.column >= from && cell.column <= to) && !told.has(cell.column)) {
      told.add(cell.column);
      report('hidden-column', null, cell.column);
    }
    row.cells.set(cell.column, typeof found === 'string' ? UNREAD : found);
    // The rest of a row without end is not kept.
    if (row.cells.size <= BOUNDS.columns) return;
    report('too-many-columns', row.number, null);
    isOver = true;
  };
  const endRow = (): void => {
    if (row.cells.size === 0) return;
    if (row.isHidden) report('hidden-row', row.number, null);
    if (lastColumn(row.cells) > BOUNDS.columns) report('too-many-columns', row.number, null);
    rows.push({ row: row.number, cells: row.cells });
    count += row.cells.size;
    isOver = rows.length > BOUNDS.rows || count > BOUNDS.cells;
    if (isOver) report(rows.length > BOUNDS.rows ? 'too-many-rows' : 'too-large', null, null);
  };

  const visitor: XmlVisitor = {
    isDone: () => isOver,
    open: (element, of) => {
      if (isOver) return;
      isValue = false;
      switch (element) {
        case 'col':
          if (isTrue(of('hidden'))) hidden.push([Number(of('min')), Number(of('max'))]);
          return;
        case 'row':
          row = { number: Number(of('r') ?? row.number + 1), isHidden: isTrue(of('hidden')), cells: new Map() };
          cell = { ...cell, column: 0 };
          return;
        case 'c': {
          const letters = REFERENCE.exec(of('r') ?? '')?.[1];
          const column = letters === undefined ? cell.column + 1 : columnNumber(letters);
          cell = { column, type: of('t') ?? 'n', style: Number(of('s') ?? 0), value: '', hasFormula: false };
          return;
        }
        case 'f':
          cell.hasFormula = true;
          return;
        case 'rPh':
          isSaid = true;
          return;
        case 'v':
        case 't':
          isValue = !isSaid;
          return;
        case 'mergeCell': {
          const [, letters, number, lastLetters, last] = REFERENCE.exec(of('ref') ?? '') ?? [];
          if (letters === undefined) return;
          const to = lastLetters === undefined ? undefined : { row: Number(last), column: columnNumber(lastLetters) };
          report('merged', Number(number), columnNumber(letters), to);
          return;
        }
        default:
      }
    },
    text: (piece) => {
      if (isValue && !isOver) cell.value += piece;
    },
    close: (element) => {
      isValue = false;
      if (element === 'rPh') isSaid = false;
      if (isOver) return;
      if (element === 'c') endCell();
      if (element === 'row') endRow();
    },
  };
  return { visitor, rows, faults, isOver: () => isOver };
}

/** What stands in a cell, by its type (18.18.11); undefined for nothing. */
function cellOf(
  { type, style, value }: { readonly type: string; readonly style: number; readonly value: string },
  { strings, formats, from1904 }: KnownToCells,
): Cell | 'error-value' | undefined {
  switch (type) {
    case 's':
      return { kind: 'text', text: strings[Number(value)] ?? '' };
    case 'inlineStr':
    case 'str':
      return { kind: 'text', text: unescaped(value) };
    case 'b':
      return value === '' ? undefined : { kind: 'boolean', text: isTrue(value) ? 'true' : 'false' };
    case 'e':
      return 'error-value';
    case 'd':
      return value === ''
        ? undefined
        : {
            kind: 'date',
            text: value
              .slice(0, 16)
              .replace('T', ' ')
              .replace(/ 00:00$/, ''),
          };
    default:
      return shownNumber(value, formats[style] ?? 'plain', from1904);
  }
}

/** From the top down, what is said of a whole sheet or column first. */
const inOrder = (faults: readonly SheetFault[]): SheetFault[] =>
  [...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
