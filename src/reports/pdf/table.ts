import type { Fact, TableBlock } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import type { Piece } from './piece.ts';
import {
  type CellLine,
  type CellLines,
  cellPadding,
  type Grid,
  headRule,
  heightOfRow,
  layOutTable,
  type PlacedColumn,
  type Row,
  rowRule,
  type TableLayout,
} from './table-layout.ts';
import { bodyHeight, bodyWidth, color, page, type TextStyle, text } from './theme.ts';

/**
 * A table over as many pages as it needs. Its head is read once and drawn again on every page, under what the table is about. A row stays on one
 * page, unless it is taller than a third of a page: then it is divided between lines, and no line is lost.
 */
export function table(canvas: Canvas, block: TableBlock): Piece {
  const { caption, columns, rows, sums = 0, fitted = false } = block;
  return drawable(canvas, { caption, columns, rows, head: true, sums, fitted });
}

/** A table of terms and their values, without a head. */
export function factsTable(canvas: Canvas, caption: string, facts: readonly Fact[]): Piece {
  const columns = [1, 2].map((width) => ({ header: '', align: 'start', width }) as const);
  const rows = facts.map((fact) => [
    { text: fact.term },
    { text: fact.language ? [{ text: fact.value, language: fact.language }] : fact.value },
  ]);
  return drawable(canvas, { caption, columns, rows, head: false, sums: 0 });
}

function drawable(canvas: Canvas, grid: Grid): Piece {
  const layout = layOutTable(canvas, grid);
  const start = startOf(layout);
  const whole = wholeOf(layout);
  return { start, ...(whole === undefined ? {} : { whole }), draw: (after = 0) => drawTable(canvas, layout, after) };
}

const tallRow = bodyHeight / 3;
const smallTable = bodyHeight / 3;
const largestWhole = bodyHeight * 0.6;
const fewestLines = 3;
/** In lines: a last row of no more would look lost under a repeated head. */
const shortRow = 6;

/** What must stand together: the whole of a small table, else caption, head and the first two rows. */
function startOf(layout: TableLayout): number {
  const { rows } = layout;
  const top = layout.captionHeight + layout.headHeight;
  const kept = (row: Row): number => keptHeight(row, layout);
  let height = top;
  let count = 0;
  while (count < rows.length && height <= smallTable) height += rows.get(count++).height;
  if (rows.length === 0 || height <= smallTable) return height;
  const first = rows.get(0);
  const second = rows.length > 1 ? rows.get(1) : undefined;
  return top + kept(first) + (second && !isTall(first) ? kept(second) : 0);
}

/** Height of a table that is better read on one page; undefined for a larger one. */
function wholeOf({ rows, captionHeight, headHeight }: TableLayout): number | undefined {
  let height = captionHeight + headHeight;
  for (let index = 0; index < rows.length; index += 1) {
    height += rows.get(index).height;
    if (height > largestWhole) return undefined;
  }
  return height;
}

function isTall(row: Row): boolean {
  return row.height > tallRow;
}

/** Height that a row needs on the page where it starts. */
function keptHeight(row: Row, { styles }: TableLayout): number {
  return isTall(row) ? heightOfRow(fewestLines, styles) : row.height;
}

function drawTable(canvas: Canvas, layout: TableLayout, after: number): void {
  const element = canvas.element('Table', canvas.root);
  drawCaption(canvas, element, layout);
  drawHead(canvas, element, layout);
  if (layout.rows.length > 0) drawRows(canvas, canvas.element('TBody', element), layout, after);
  element.end();
}

function drawRows(canvas: Canvas, body: Element, layout: TableLayout, after: number): void {
  let group: Row | undefined;
  for (let index = 0; index < layout.rows.length; index += 1) {
    const needed = heightNeeded(layout, index, after);
    const row = layout.rows.take(index);
    if (needed > canvas.room && !isAtTop(canvas, layout)) {
      continueOnNextPage(canvas, layout);
      if (group && row.depth > 0) repeatGroup(canvas, layout, group);
    }
    if (row.depth === 0) group = row;
    drawRow(canvas, body, layout, row, index === layout.firstSum);
  }
  body.end();
}

/**
 * The last three rows stand together, so that none of them is lost under a repeated head; what rows come to stands with the last two of them. Where
 * that is much, a short last row stands at least with the row before it.
 * @param after height of what must stand under the last row
 */
function heightNeeded(layout: TableLayout, index: number, after: number): number {
  const { rows, firstSum } = layout;
  const isTail = index === Math.max(0, firstSum > 0 ? firstSum - 2 : rows.length - fewestLast);
  if (isTail) {
    const tail = Array.from({ length: rows.length - index }, (_, next) => keptHeight(rows.get(index + next), layout));
    const height = tail.reduce((sum, one) => sum + one, after);
    if (height <= smallTable) return height;
  }
  const own = keptHeight(rows.get(index), layout);
  if (index === rows.length - 1) return own + after;
  const next = index === rows.length - 2 ? rows.get(index + 1) : undefined;
  return own + (next && next.lineCount <= shortRow ? keptHeight(next, layout) + after : 0);
}

/** Rows that a page begins with at the end of a table. */
const fewestLast = 3;

/** No row stands on this page yet: a new page would give no more room. */
function isAtTop(canvas: Canvas, layout: TableLayout): boolean {
  return canvas.y <= page.top + againHeight(layout) + layout.headHeight;
}

function drawCaption(canvas: Canvas, parent: Element, layout: TableLayout): void {
  const caption = canvas.element('Caption', parent);
  canvas.content(caption, () => {
    for (const [index, line] of layout.caption.entries()) {
      canvas.line(line, page.left, canvas.y + index * text.caption.leading, text.caption);
    }
  });
  caption.end();
  canvas.y += layout.captionHeight;
}

function drawHead(canvas: Canvas, parent: Element, layout: TableLayout): void {
  drawHeadRule(canvas, layout);
  if (layout.head) {
    const head = canvas.element('THead', parent);
    const row = canvas.element('TR', head);
    for (const column of layout.columns) {
      const cell = canvas.element('TH', row, { scope: 'Column' });
      canvas.content(cell, () => drawHeadCell(canvas, layout, column));
      cell.end();
    }
    row.end();
    head.end();
  }
  canvas.y += layout.headHeight;
}

function drawHeadCell(canvas: Canvas, { styles: { head } }: TableLayout, column: PlacedColumn): void {
  for (const [index, line] of column.head.entries()) {
    const y = canvas.y + cellPadding.y + (column.headFrom + index) * head.leading;
    canvas.line(line, column.x, y, head, column.align);
  }
}

function drawHeadRule(canvas: Canvas, layout: TableLayout): void {
  const y = canvas.y + layout.headHeight - headRule;
  canvas.artifact(() => {
    drawTints(canvas, layout, layout.headHeight);
    canvas.box(page.left, y, bodyWidth, headRule, color.accent);
  });
}

/** Behind the columns that are set apart. */
function drawTints(canvas: Canvas, { columns }: TableLayout, height: number): void {
  for (const { tint } of columns) if (tint) canvas.box(tint.left, canvas.y, tint.width, height, color.tint);
}

/** Over what the rows come to. */
function drawSumRule(canvas: Canvas): void {
  canvas.artifact(() => canvas.box(page.left, canvas.y - rowRule, bodyWidth, headRule, color.accent));
}

const captionAgain: TextStyle = { ...text.small, face: 'semibold' };

/** Of the caption where it says again whose table it is. */
const againHeight = ({ caption }: TableLayout): number => (caption.length === 0 ? 0 : captionAgain.leading + 3);

/** @param of which row goes on there; empty where a new one begins */
function continueOnNextPage(canvas: Canvas, layout: TableLayout, of = ''): void {
  canvas.newPage();
  if (layout.caption.length > 0) {
    const [first = '', ...more] = layout.caption;
    const caption = more.length === 0 ? first : `${first.trimEnd()} …`;
    const [shown = ''] = canvas.lines(of === '' ? caption : `${caption} › ${of}`, captionAgain, bodyWidth);
    canvas.artifact(() => canvas.line(shown, page.left, canvas.y, captionAgain), 'Pagination');
  }
  canvas.y += againHeight(layout);
  drawHeadRule(canvas, layout);
  if (layout.head) {
    canvas.artifact(() => {
      for (const column of layout.columns) drawHeadCell(canvas, layout, column);
    }, 'Pagination');
  }
  canvas.y += layout.headHeight;
}

/** @param isSum whether what the rows come to begins here */
function drawRow(canvas: Canvas, body: Element, layout: TableLayout, row: Row, isSum: boolean): void {
  const element = canvas.element('TR', body);
  const cells = row.cells.map((_, index) =>
    index === 0 ? canvas.element('TH', element, { scope: 'Row' }) : canvas.element('TD', element),
  );
  const spans = row.cells.map(() => new Map<number, Element>());
  let from = 0;
  while (from < row.lineCount) {
    const to = Math.min(row.lineCount, from + linesThatFit(canvas.room, layout));
    drawBand(canvas, layout, row, to - from, to === row.lineCount);
    if (isSum && from === 0) drawSumRule(canvas);
    if (from > 0) repeatRowHeader(canvas, layout, row, from, to);
    for (const [index, cell] of row.cells.entries()) {
      const lines = cell.lines.slice(Math.max(0, from - cell.from), Math.max(0, to - cell.from));
      const column = layout.columns[index]!;
      if (from === 0) drawBar(canvas, column, cell, layout);
      drawPassages(
        canvas,
        cells[index]!,
        spans[index]!,
        { column, cell, layout },
        lines,
        Math.max(0, cell.from - from),
      );
    }
    canvas.y += heightOfRow(to - from, layout.styles);
    from = to;
    if (from < row.lineCount) continueOnNextPage(canvas, layout, hasUnder(row) ? headerOf(row) : '');
  }
  for (const elements of spans) for (const element of elements.values()) element.end();
  for (const cell of cells) cell.end();
  element.end();
}

function linesThatFit(room: number, { styles }: TableLayout): number {
  return Math.max(1, Math.floor((room - heightOfRow(0, styles) + 0.01) / styles.cell.leading));
}

/** Beside the figure that it shows. */
function drawBar(canvas: Canvas, { bars }: PlacedColumn, { bar }: CellLines, { styles }: TableLayout): void {
  if (!bars || !bar) return;
  const y = canvas.y + cellPadding.y + (styles.cell.leading - barHeight) / 2;
  canvas.artifact(() => {
    canvas.box(bars.left, y, bars.width, barHeight, color.track);
    const fill = bar.strong ? color.accent : color.accentSoft;
    if (bar.part > 0) canvas.box(bars.left, y, bars.width * bar.part, barHeight, fill);
  });
}

const barHeight = 7;

/** Tint and rule of a row, or of a part of it; a part that goes on has no rule under it. */
function drawBand(canvas: Canvas, layout: TableLayout, row: Row, lines: number, closed: boolean): void {
  const height = heightOfRow(lines, layout.styles) - rowRule;
  canvas.artifact(() => {
    drawTints(canvas, layout, height);
    if (row.highlighted) canvas.box(page.left, canvas.y, bodyWidth, height, color.tint);
    if (closed) canvas.box(page.left, canvas.y + height, bodyWidth, rowRule, color.line);
  });
}

/** Tells the eye again what the rows stand under that go on here. */
function repeatGroup(canvas: Canvas, layout: TableLayout, { cells: [header] }: Row): void {
  const { styles } = layout;
  const [first] = header?.lines ?? [];
  if (!header || !first) return;
  const line = { ...first, style: { ...first.style, color: color.quiet } };
  const place = { column: layout.columns[0]!, cell: header, layout };
  canvas.artifact(() => drawLines(canvas, place, [line], 0), 'Pagination');
  canvas.y += heightOfRow(1, styles);
}

const hasUnder = ({ cells }: Row): boolean => cells.some((cell) => cell.from > 0 && cell.lines.length > 0);

const headerOf = ({ cells: [header] }: Row): string =>
  (header?.lines ?? [])
    .filter(({ passage }) => passage === 0)
    .map(({ text: words }) => words)
    .join('');

/** Tells the eye again whose row it is that goes on here. */
function repeatRowHeader(canvas: Canvas, layout: TableLayout, row: Row, from: number, to: number): void {
  const header = row.cells[0]!;
  if (header.lines.length > from) return;
  // What goes on under its row takes the whole width: the line under the running head says whose it is.
  if (hasUnder(row)) return;
  const lines = header.lines
    .filter(({ passage }) => passage === 0)
    .slice(0, to - from)
    .map((line) => ({ ...line, style: { ...line.style, color: color.quiet } }));
  canvas.artifact(
    () => drawLines(canvas, { column: layout.columns[0]!, cell: header, layout }, lines, 0),
    'Pagination',
  );
}

interface CellPlace {
  readonly column: PlacedColumn;
  readonly cell: CellLines;
  readonly layout: TableLayout;
}

/** Draws the lines of one cell on this page; a passage in another language is a span that says so, over pages the same one. */
function drawPassages(
  canvas: Canvas,
  element: Element,
  spans: Map<number, Element>,
  place: CellPlace,
  lines: readonly CellLine[],
  top: number,
): void {
  for (let first = 0; first < lines.length; ) {
    const { passage, language } = lines[first]!;
    const rest = lines.slice(first).findIndex((line) => line.passage !== passage);
    const part = rest === -1 ? lines.slice(first) : lines.slice(first, first + rest);
    if (part.some((line) => line.text !== '')) {
      const own =
        language === undefined ? element : (spans.get(passage) ?? canvas.element('Span', element, { lang: language }));
      if (own !== element) spans.set(passage, own);
      const from = top + first;
      canvas.content(own, () => drawLines(canvas, place, part, from));
    }
    first += part.length;
  }
}

/** @param from how many lines of the row stand above them on this page */
function drawLines(
  canvas: Canvas,
  { column, cell: { indent }, layout: { styles } }: CellPlace,
  lines: readonly CellLine[],
  from: number,
): void {
  const x = column.align === 'start' ? column.x + indent : column.x - indent;
  for (const [index, line] of lines.entries()) {
    const y = canvas.y + cellPadding.y + (from + index) * styles.cell.leading;
    canvas.line(line.text, x, y, line.style, column.align);
  }
}
