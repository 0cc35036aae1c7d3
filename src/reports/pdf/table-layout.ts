import { type Cell, type Column, type Passage, passagesOf, plain } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import { LaidOut } from './laid-out.ts';
import { columnWidths, fittedShares } from './table-columns.ts';
import { type TableStyles, tableStyles } from './table-styles.ts';
import { bodyWidth, page, type TextStyle, text } from './theme.ts';

/** What a table says. Without a head it is a table of facts: term and value. */
export interface Grid {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly head: boolean;
  /** How many rows at the end say what the others come to. */
  readonly sums: number;
  /** Whether columns give way to others by what stands in them. */
  readonly fitted?: boolean;
}

/** A table with its columns placed; its rows get their lines and heights, in points, when their turn comes. */
export interface TableLayout {
  readonly caption: readonly string[];
  readonly captionHeight: number;
  readonly columns: readonly PlacedColumn[];
  readonly styles: TableStyles;
  readonly head: boolean;
  /** Includes the rule under the head. */
  readonly headHeight: number;
  readonly rows: LaidOut<Row>;
  /** Which row is the first that says what the others come to. */
  readonly firstSum: number;
}

export interface PlacedColumn {
  readonly align: 'start' | 'end';
  /** Where the text starts, or ends when it is aligned to the end. */
  readonly x: number;
  readonly head: readonly string[];
  /** Which line of the head its own starts at. */
  readonly headFrom: number;
  /** Left edge and width of what is tinted. */
  readonly tint: { readonly left: number; readonly width: number } | undefined;
  /** Where its bars are drawn. */
  readonly bars: { readonly left: number; readonly width: number } | undefined;
}

export interface Row {
  readonly cells: readonly CellLines[];
  /** All lines, those that stand under the others too; at least 1. */
  readonly lineCount: number;
  readonly height: number;
  readonly highlighted: boolean;
  /** Below the heads of its column, for a tree of rows. */
  readonly depth: number;
}

export interface CellLines {
  readonly lines: readonly CellLine[];
  /** Which line of the row its first one is. */
  readonly from: number;
  /** How far its text stands from the edge of the column, in points. */
  readonly indent: number;
  /** The part of a full bar. */
  readonly bar: { readonly part: number; readonly strong: boolean } | undefined;
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
  const { widths, styles } = fitting(canvas, grid);
  const textWidths = widths.map((width) => width - 2 * cellPadding.x);
  const columns = placeColumns(canvas, grid, widths, textWidths, styles);
  const headLines = Math.max(0, ...columns.map(({ head, headFrom }) => headFrom + head.length));
  const caption = canvas.lines(grid.caption, text.caption, bodyWidth);
  return {
    caption,
    captionHeight: caption.length * text.caption.leading + captionGap,
    columns,
    styles,
    head: grid.head,
    headHeight: (grid.head ? headLines * styles.head.leading + 2 * cellPadding.y : 0) + headRule,
    rows: new LaidOut(grid.rows.length, (index) => layOutRow(canvas, grid, grid.rows[index]!, textWidths, styles)),
    firstSum: grid.sums === 0 ? -1 : grid.rows.length - grid.sums,
  };
}

/** Height of a row of so many lines, with its padding and rule. */
export function heightOfRow(lines: number, { cell }: TableStyles): number {
  return lines * cell.leading + 2 * cellPadding.y + rowRule;
}

const captionGap = 5;
/** What stands under its row stands in a little, so that the eye finds the next row. */
const underWidth = bodyWidth - 2 * cellPadding.x;
const underIndent = 14;
const indentOfDepth = 10;
const barGap = 8;
/** Of the share that a column of full sentences asks for. */
const leastProse = 0.7;
/** Widths are sums of fractions: a word that just fits must not be broken for the last of them. */
const roundingRoom = 0.1;
const leastBar = 60;
/** More than that, where columns are fitted to what stands in them. */
const goodBar = 80;
/** A longer word over a column is broken, and one in a fitted column: it would take the room of all others. */
const widestHeadWord = bodyWidth / 5;

/** The largest letters with which no word has to be broken and sentences keep a readable width; the smallest where that cannot be. */
function fitting(canvas: Canvas, grid: Grid): { readonly widths: number[]; readonly styles: TableStyles } {
  const wishes = wishesOf(canvas, grid);
  const wishesAt = ({ scale }: TableStyles) =>
    wishes.map(({ share, word, extra }) => ({ share, minimum: share === 0 ? 0 : word * scale + extra + roundingRoom }));
  const laidOut = tableStyles.map((styles) => ({ styles, widths: columnWidths(wishesAt(styles), bodyWidth) }));
  const isWhole = ({ styles }: (typeof laidOut)[number]): boolean =>
    wishesAt(styles).reduce((sum, { minimum }) => sum + minimum, 0) <= bodyWidth;
  const shares = wishes.reduce((sum, { share }) => sum + share, 0);
  const readsWell = ({ widths }: (typeof laidOut)[number]): boolean =>
    grid.columns.every(
      ({ prose, under }, index) =>
        !prose || under || widths[index]! >= ((leastProse * wishes[index]!.share) / shares) * bodyWidth,
    );
  return laidOut.find((one) => isWhole(one) && readsWell(one)) ?? laidOut.at(-1)!;
}

/** Of every column its share, the width of its widest piece at full size, and what comes with it at any size. One under its row takes none. */
function wishesOf(canvas: Canvas, grid: Grid) {
  const [styles] = tableStyles;
  const wishes = grid.columns.map((column, index) => {
    if (column.under) return { share: 0, word: 0, extra: 0, hasBars: false };
    let widest = Math.min(canvas.widestPiece(column.header, styles.head), widestHeadWord);
    let hasBars = false;
    for (const row of grid.rows) {
      const cell = row[index];
      if (!cell) continue;
      widest = widestPieceOf(canvas, cell, column, widest, styles);
      hasBars ||= cell.bar !== undefined;
    }
    return { share: column.width, word: widest, extra: 2 * cellPadding.x + (hasBars ? leastBar + barGap : 0), hasBars };
  });
  if (!grid.fitted) return wishes;
  const fitted = fittedShares(
    wishes.map(({ share, word, extra, hasBars }, index) => ({
      share,
      natural:
        (hasBars ? word + goodBar : Math.max(word, widestTextIn(canvas, grid, index, styles))) + extra + roundingRoom,
    })),
    bodyWidth,
  );
  return wishes.map(({ word, extra }, index) => {
    const share = fitted[index]!;
    return { share, word: Math.min(word, Math.max(share - extra, widestHeadWord)), extra };
  });
}

/** Width of the widest text of a column on one line, and of its head where that is not long; none for what stands under its row. */
function widestTextIn(canvas: Canvas, { columns, rows }: Grid, index: number, styles: TableStyles): number {
  const column = columns[index]!;
  if (column.under) return 0;
  let widest = Math.min(canvas.width(column.header, styles.head), widestHeadWord);
  for (const row of rows) {
    const cell = row[index];
    for (const { passage, style } of cell ? passagesIn(cell, styles) : []) {
      widest = Math.max(widest, canvas.width(passage.text, style) + indentOf(cell!, column));
    }
  }
  return widest;
}

function placeColumns(
  canvas: Canvas,
  grid: Grid,
  widths: readonly number[],
  textWidths: readonly number[],
  styles: TableStyles,
): PlacedColumn[] {
  let left: number = page.left;
  const heads = grid.columns.map(({ header, under }, index) =>
    grid.head ? canvas.lines(header, styles.head, under ? underWidth : textWidths[index]!) : [],
  );
  const across = Math.max(0, ...heads.flatMap((head, index) => (grid.columns[index]!.under ? [] : [head.length])));
  return grid.columns.map((column, index): PlacedColumn => {
    const width = widths[index]!;
    const { align, under, marked } = column;
    if (under) {
      const x = page.left + cellPadding.x + underIndent;
      return { align: 'start', x, head: heads[index]!, headFrom: across, tint: undefined, bars: undefined };
    }
    const x = align === 'start' ? left + cellPadding.x : left + width - cellPadding.x;
    const tint = marked ? { left, width } : undefined;
    const bars = barsOf(canvas, grid, index, left, textWidths[index]!, styles);
    left += width;
    return { align, x, head: heads[index]!, headFrom: 0, tint, bars };
  });
}

/** The bars of a column stand before its figures. */
function barsOf(
  canvas: Canvas,
  { rows }: Grid,
  index: number,
  left: number,
  width: number,
  styles: TableStyles,
): PlacedColumn['bars'] {
  const cells = rows.flatMap((row) => row[index] ?? []);
  if (!cells.some(({ bar }) => bar)) return undefined;
  const figures = Math.max(...cells.map((cell) => canvas.width(plain(cell.text), styleOf(cell, styles))));
  return { left: left + cellPadding.x, width: Math.max(0, width - figures - barGap) };
}

function layOutRow(
  canvas: Canvas,
  { columns }: Grid,
  cells: readonly Cell[],
  widths: readonly number[],
  styles: TableStyles,
): Row {
  const laidOut = cells.map((cell, index) => {
    const isUnder = columns[index]!.under === true;
    const indent = isUnder ? 0 : indentOf(cell, columns[index]!) * styles.scale;
    const width = isUnder ? underWidth - 2 * underIndent : widths[index]! - indent;
    return { isUnder, indent, lines: layOutCell(canvas, cell, width, styles), bar: barOf(cell) };
  });
  const roomToWrite = Math.max(1, ...cells.map(({ room = 1 }) => room));
  const across = Math.max(roomToWrite, ...laidOut.map(({ isUnder, lines }) => (isUnder ? 0 : lines.length)));
  let lineCount = across;
  const placed = laidOut.map(({ isUnder, ...cell }): CellLines => {
    const from = isUnder ? lineCount : 0;
    if (isUnder) lineCount += isEmpty(cell.lines) ? 0 : cell.lines.length;
    return { ...cell, lines: isUnder && isEmpty(cell.lines) ? [] : cell.lines, from };
  });
  const highlighted =
    cells.some((cell) => cell.strong) && cells.every((cell) => cell.strong || plain(cell.text) === '');
  return { cells: placed, lineCount, height: heightOfRow(lineCount, styles), highlighted, depth: cells[0]?.depth ?? 0 };
}

const isEmpty = (lines: readonly CellLine[]): boolean => lines.every((line) => line.text === '');

const barOf = ({ bar, strong = false }: Cell): CellLines['bar'] =>
  bar && { part: Math.min(1, Math.max(0, bar.value / bar.full)), strong };

/** A text stands in by its depth; a figure that is counted in another stands in as well, so that the others add up under each other. */
const indentOf = ({ depth = 0, part }: Cell, { align }: Column): number =>
  align === 'start' ? depth * indentOfDepth : part ? indentOfDepth : 0;

const passagesIn = (cell: Cell, styles: TableStyles): { readonly passage: Passage; readonly style: TextStyle }[] => [
  ...passagesOf(cell.text).map((passage) => ({ passage, style: styleOf(cell, styles) })),
  ...(cell.notes ?? []).flatMap(passagesOf).map((passage) => ({ passage, style: styles.note })),
];

function layOutCell(canvas: Canvas, cell: Cell, width: number, styles: TableStyles): CellLine[] {
  const passages = passagesIn(cell, styles);
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
function widestPieceOf(canvas: Canvas, cell: Cell, column: Column, least: number, styles: TableStyles): number {
  const indent = indentOf(cell, column);
  let widest = Math.max(least, indent);
  for (const { passage, style } of passagesIn(cell, styles)) {
    const known = widest - indent;
    const found = canvas.widestPiece(passage.text, style, known);
    if (found > known) widest = Math.max(widest, indent + found);
  }
  return widest;
}

const styleOf = ({ strong, part }: Cell, styles: TableStyles): TextStyle =>
  strong ? styles.strong : part ? styles.part : styles.cell;
