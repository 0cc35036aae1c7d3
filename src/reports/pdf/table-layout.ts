import { type Cell, type Column, type Passage, passagesOf, plain } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import { LaidOut } from './laid-out.ts';
import { columnWidths } from './table-columns.ts';
import { bodyWidth, page, type TextStyle, text } from './theme.ts';

/** What a table says. Without a head it is a table of facts: term and value. */
export interface Grid {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly head: boolean;
}

/** A table with its columns placed; its rows get their lines and heights, in points, when their turn comes. */
export interface TableLayout {
  readonly caption: readonly string[];
  readonly captionHeight: number;
  readonly columns: readonly PlacedColumn[];
  readonly head: boolean;
  /** Includes the rule under the head. */
  readonly headHeight: number;
  readonly rows: LaidOut<Row>;
}

export interface PlacedColumn {
  readonly align: 'start' | 'end';
  /** Where the text starts, or ends when it is aligned to the end. */
  readonly x: number;
  readonly head: readonly string[];
}

export interface Row {
  readonly cells: readonly CellLines[];
  /** Of its longest cell, at least 1. */
  readonly lineCount: number;
  readonly height: number;
  readonly highlighted: boolean;
}

export interface CellLines {
  readonly lines: readonly CellLine[];
  /** Of its text. */
  readonly style: TextStyle;
  /** How far its text stands from the edge of the column, in points. */
  readonly indent: number;
}

export interface CellLine {
  readonly text: string;
  readonly style: TextStyle;
  /** Which passage of the cell it belongs to. */
  readonly passage: number;
  readonly language: Passage['language'];
}

export const cellPadding = { x: 6, y: 4.5 };
export const rowRule = 0.5;
export const headRule = 1.2;

/** Gives every column its width; breaks texts into lines and measures rows as they are asked for. */
export function layOutTable(canvas: Canvas, grid: Grid): TableLayout {
  const widths = columnWidths(wishes(canvas, grid), bodyWidth);
  const textWidths = widths.map((width) => width - 2 * cellPadding.x);
  const columns = placeColumns(canvas, grid, widths, textWidths);
  const headLines = Math.max(0, ...columns.map((column) => column.head.length));
  const caption = canvas.lines(grid.caption, text.caption, bodyWidth);
  return {
    caption,
    captionHeight: caption.length * text.caption.leading + captionGap,
    columns,
    head: grid.head,
    headHeight: (grid.head ? headLines * text.tableHead.leading + 2 * cellPadding.y : 0) + headRule,
    rows: new LaidOut(grid.rows.length, (index) => layOutRow(canvas, grid.rows[index]!, textWidths)),
  };
}

/** Height of a row of so many lines, with its padding and rule. */
export function heightOfRow(lines: number): number {
  return lines * text.cell.leading + 2 * cellPadding.y + rowRule;
}

const captionGap = 5;

function placeColumns(canvas: Canvas, grid: Grid, widths: readonly number[], textWidths: readonly number[]) {
  let left: number = page.left;
  return grid.columns.map((column, index): PlacedColumn => {
    const x = column.align === 'start' ? left + cellPadding.x : left + widths[index]! - cellPadding.x;
    left += widths[index]!;
    const head = grid.head ? canvas.lines(column.header, text.tableHead, textWidths[index]!) : [];
    return { align: column.align, x, head };
  });
}

function layOutRow(canvas: Canvas, cells: readonly Cell[], widths: readonly number[]): Row {
  const laidOut = cells.map((cell, index) => {
    const indent = (cell.depth ?? 0) * indentOfDepth;
    return { lines: layOutCell(canvas, cell, widths[index]! - indent), style: styleOf(cell), indent };
  });
  const lineCount = Math.max(1, ...laidOut.map((cell) => cell.lines.length));
  const highlighted =
    cells.some((cell) => cell.strong) && cells.every((cell) => cell.strong || plain(cell.text) === '');
  return { cells: laidOut, lineCount, height: heightOfRow(lineCount), highlighted };
}

function wishes(canvas: Canvas, grid: Grid) {
  return grid.columns.map((column, index) => {
    let widest = canvas.widestPiece(column.header, text.tableHead);
    for (const row of grid.rows) {
      const cell = row[index];
      if (cell) widest = widestPieceOf(canvas, cell, widest);
    }
    return { share: column.width, minimum: widest + 2 * cellPadding.x };
  });
}

const passagesIn = (cell: Cell): { readonly passage: Passage; readonly style: TextStyle }[] => [
  ...passagesOf(cell.text).map((passage) => ({ passage, style: styleOf(cell) })),
  ...(cell.notes ?? []).flatMap(passagesOf).map((passage) => ({ passage, style: text.cellNote })),
];

function layOutCell(canvas: Canvas, cell: Cell, width: number): CellLine[] {
  const passages = passagesIn(cell);
  return passages.flatMap(({ passage, style }, index) => {
    const lines = canvas.lines(passage.text, style, width);
    return lines.map((line, at) => ({
      text: at === lines.length - 1 && index < passages.length - 1 ? `${line} ` : line,
      style,
      passage: index,
      language: passage.language,
    }));
  });
}

/** @param least the widest of other cells */
function widestPieceOf(canvas: Canvas, cell: Cell, least: number): number {
  const indent = (cell.depth ?? 0) * indentOfDepth;
  let widest = Math.max(least, indent);
  for (const { passage, style } of passagesIn(cell)) {
    const known = widest - indent;
    const found = canvas.widestPiece(passage.text, style, known);
    if (found > known) widest = Math.max(widest, indent + found);
  }
  return widest;
}

const indentOfDepth = 10;

function styleOf(cell: Cell): TextStyle {
  return cell.strong ? text.cellStrong : text.cell;
}
