import type { Fact, TableBlock } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import type { LaidOut } from './laid-out.ts';
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
import { bodyHeight, bodyWidth, color, page, text } from './theme.ts';

/**
 * A table over as many pages as it needs. Its head is read once and drawn again on every page. A row stays on one
 * page, unless it is taller than a third of a page: then it is divided between lines, and no line is lost.
 */
export function table(canvas: Canvas, block: TableBlock): Piece {
  return drawable(canvas, { caption: block.caption, columns: block.columns, rows: block.rows, head: true });
}

/** A table of terms and their values, without a head. */
export function factsTable(canvas: Canvas, caption: string, facts: readonly Fact[]): Piece {
  const columns = [1, 2].map((width) => ({ header: '', align: 'start', width }) as const);
  const rows = facts.map((fact) => [{ text: fact.term }, { text: fact.value }]);
  return drawable(canvas, { caption, columns, rows, head: false });
}

function drawable(canvas: Canvas, grid: Grid): Piece {
  const layout = layOutTable(canvas, grid);
  return { start: startOf(layout), draw: () => drawTable(canvas, layout) };
}

const tallRow = bodyHeight / 3;
const smallTable = bodyHeight / 3;
const fewestLines = 3;

/** What must stand together: the whole of a small table, else caption, head and the first two rows. */
function startOf(layout: TableLayout): number {
  const { rows } = layout;
  const top = layout.captionHeight + layout.headHeight;
  let height = top;
  let count = 0;
  while (count < rows.length && height <= smallTable) height += rows.get(count++).height;
  if (rows.length === 0 || height <= smallTable) return height;
  const first = rows.get(0);
  const second = rows.length > 1 ? rows.get(1) : undefined;
  return top + keptHeight(first) + (second && !isTall(first) ? keptHeight(second) : 0);
}

function isTall(row: Row): boolean {
  return row.height > tallRow;
}

/** Height that a row needs on the page where it starts. */
function keptHeight(row: Row): number {
  return isTall(row) ? heightOfRow(fewestLines) : row.height;
}

function drawTable(canvas: Canvas, layout: TableLayout): void {
  const element = canvas.element('Table', canvas.root);
  drawCaption(canvas, element, layout);
  drawHead(canvas, element, layout);
  if (layout.rows.length > 0) drawRows(canvas, canvas.element('TBody', element), layout);
  element.end();
}

function drawRows(canvas: Canvas, body: Element, layout: TableLayout): void {
  for (let index = 0; index < layout.rows.length; index += 1) {
    if (heightNeeded(layout.rows, index) > canvas.room && !isAtTop(canvas, layout)) continueOnNextPage(canvas, layout);
    drawRow(canvas, body, layout, layout.rows.take(index));
  }
  body.end();
}

/** A short last row stands with the row before it, so that it does not stand alone under a repeated head. */
function heightNeeded(rows: LaidOut<Row>, index: number): number {
  const next = index === rows.length - 2 ? rows.get(index + 1) : undefined;
  return keptHeight(rows.get(index)) + (next && next.lineCount <= fewestLines ? keptHeight(next) : 0);
}

/** No row stands on this page yet: a new page would give no more room. */
function isAtTop(canvas: Canvas, layout: TableLayout): boolean {
  return canvas.y <= page.top + layout.headHeight;
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
      canvas.content(cell, () => drawHeadCell(canvas, column));
      cell.end();
    }
    row.end();
    head.end();
  }
  canvas.y += layout.headHeight;
}

function drawHeadCell(canvas: Canvas, column: PlacedColumn): void {
  const style = text.tableHead;
  for (const [index, line] of column.head.entries()) {
    canvas.line(line, column.x, canvas.y + cellPadding.y + index * style.leading, style, column.align);
  }
}

function drawHeadRule(canvas: Canvas, layout: TableLayout): void {
  const y = canvas.y + layout.headHeight - headRule;
  canvas.artifact(() => canvas.box(page.left, y, bodyWidth, headRule, color.accent));
}

function continueOnNextPage(canvas: Canvas, layout: TableLayout): void {
  canvas.newPage();
  drawHeadRule(canvas, layout);
  if (layout.head) {
    canvas.artifact(() => {
      for (const column of layout.columns) drawHeadCell(canvas, column);
    }, 'Pagination');
  }
  canvas.y += layout.headHeight;
}

function drawRow(canvas: Canvas, body: Element, layout: TableLayout, row: Row): void {
  const element = canvas.element('TR', body);
  const cells = row.cells.map((_, index) =>
    index === 0 ? canvas.element('TH', element, { scope: 'Row' }) : canvas.element('TD', element),
  );
  const spans = row.cells.map(() => new Map<number, Element>());
  let from = 0;
  while (from < row.lineCount) {
    const to = Math.min(row.lineCount, from + linesThatFit(canvas.room));
    drawBand(canvas, row, to - from, to === row.lineCount);
    if (from > 0) repeatRowHeader(canvas, layout, row, from, to);
    for (const [index, cell] of row.cells.entries()) {
      drawPassages(canvas, cells[index]!, spans[index]!, layout.columns[index]!, cell, cell.lines.slice(from, to));
    }
    canvas.y += heightOfRow(to - from);
    from = to;
    if (from < row.lineCount) continueOnNextPage(canvas, layout);
  }
  for (const elements of spans) for (const element of elements.values()) element.end();
  for (const cell of cells) cell.end();
  element.end();
}

function linesThatFit(room: number): number {
  return Math.max(1, Math.floor((room - heightOfRow(0) + 0.01) / text.cell.leading));
}

/** Tint and rule of a row, or of a part of it; a part that goes on has no rule under it. */
function drawBand(canvas: Canvas, row: Row, lines: number, closed: boolean): void {
  const height = heightOfRow(lines) - rowRule;
  canvas.artifact(() => {
    if (row.highlighted) canvas.box(page.left, canvas.y, bodyWidth, height, color.tint);
    if (closed) canvas.box(page.left, canvas.y + height, bodyWidth, rowRule, color.line);
  });
}

/** Tells the eye again whose row it is that goes on here. */
function repeatRowHeader(canvas: Canvas, layout: TableLayout, row: Row, from: number, to: number): void {
  const header = row.cells[0]!;
  if (header.lines.length > from) return;
  const lines = header.lines
    .filter(({ passage }) => passage === 0)
    .slice(0, to - from)
    .map((line) => ({ ...line, style: { ...line.style, color: color.quiet } }));
  canvas.artifact(() => drawLines(canvas, layout.columns[0]!, header, lines, 0), 'Pagination');
}

/** Draws the lines of one cell on this page; a passage in another language is a span that says so, over pages the same one. */
function drawPassages(
  canvas: Canvas,
  element: Element,
  spans: Map<number, Element>,
  column: PlacedColumn,
  cell: CellLines,
  lines: readonly CellLine[],
): void {
  for (let first = 0; first < lines.length; ) {
    const { passage, language } = lines[first]!;
    const rest = lines.slice(first).findIndex((line) => line.passage !== passage);
    const part = rest === -1 ? lines.slice(first) : lines.slice(first, first + rest);
    if (part.some((line) => line.text !== '')) {
      const own =
        language === undefined ? element : (spans.get(passage) ?? canvas.element('Span', element, { lang: language }));
      if (own !== element) spans.set(passage, own);
      const from = first;
      canvas.content(own, () => drawLines(canvas, column, cell, part, from));
    }
    first += part.length;
  }
}

/** @param from how many lines of the cell stand above them on this page */
function drawLines(
  canvas: Canvas,
  column: PlacedColumn,
  { indent }: CellLines,
  lines: readonly CellLine[],
  from: number,
): void {
  const x = column.align === 'start' ? column.x + indent : column.x;
  for (const [index, line] of lines.entries()) {
    const y = canvas.y + cellPadding.y + (from + index) * text.cell.leading;
    canvas.line(line.text, x, y, line.style, column.align);
  }
}
