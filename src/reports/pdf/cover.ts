import type { Fact } from '../../explanation/blocks.ts';
import type { ReportFrame } from '../report.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import { bodyWidth, color, page, type TextStyle } from './theme.ts';

/** Draws the cover: who speaks, the title and what it is about in a band of colour, the facts below it. */
export function drawCover(canvas: Canvas, report: ReportFrame): void {
  canvas.newPage();
  const style = fittingTitle(canvas, report.title);
  const titleLines = canvas.lines(report.title, style, bodyWidth);
  const subtitleLines = report.subtitle === '' ? [] : canvas.lines(report.subtitle, subtitle, bodyWidth);
  const textHeight = titleLines.length * style.leading + subtitleGap + subtitleLines.length * subtitle.leading;
  const bandHeight = Math.max(lowestBand, band.top + textHeight + band.bottom);
  drawBand(canvas, bandHeight);
  drawText(canvas, canvas.lines(report.author, author, bodyWidth), page.top, author);
  const top = bandHeight - band.bottom - textHeight;
  drawText(canvas, titleLines, top, style);
  drawText(canvas, subtitleLines, top + titleLines.length * style.leading + subtitleGap, subtitle);
  drawFacts(canvas, report, bandHeight + band.after);
}

const lowestBand = 372;
const band = { top: 150, bottom: 44, after: 40 };
const subtitleGap = 10;
const author: TextStyle = { face: 'semibold', size: 12, leading: 16, color: color.white };
const subtitle: TextStyle = { face: 'regular', size: 15, leading: 21, color: color.onAccent };
const titleStyles: readonly TextStyle[] = [
  { face: 'bold', size: 34, leading: 39, color: color.white },
  { face: 'bold', size: 27, leading: 32, color: color.white },
  { face: 'bold', size: 20, leading: 25, color: color.white },
];
const term: TextStyle = { face: 'regular', size: 10.5, leading: 15.5, color: color.quiet };
const value: TextStyle = { face: 'semibold', size: 10.5, leading: 15.5, color: color.ink };
/** A fingerprint of 64 letters fits on one line in this style. */
const longCode: TextStyle = { face: 'regular', size: 9.5, leading: 15.5, color: color.ink };
const termWidth = 142;
const termGap = 12;
const factGap = 7;

/** The largest style in which the title takes no more than four lines and no word is broken. */
function fittingTitle(canvas: Canvas, title: string): TextStyle {
  const fits = (style: TextStyle) =>
    canvas.lines(title, style, bodyWidth).length <= 4 && canvas.widestPiece(title, style) <= bodyWidth;
  return titleStyles.find(fits) ?? titleStyles.at(-1)!;
}

function drawBand(canvas: Canvas, height: number): void {
  canvas.artifact(() => {
    canvas.box(0, 0, page.width + 1, height, color.accent);
    canvas.box(page.left, page.top + author.leading + 12, 36, 2.5, color.onAccent);
  });
}

function drawText(canvas: Canvas, lines: readonly string[], top: number, style: TextStyle): void {
  if (lines.length === 0) return;
  const paragraph = canvas.element('P', canvas.root);
  canvas.content(paragraph, () => {
    for (const [index, line] of lines.entries()) canvas.line(line, page.left, top + index * style.leading, style);
  });
  paragraph.end();
}

/** The facts are a list: its labels are the terms. */
function drawFacts(canvas: Canvas, report: ReportFrame, top: number): void {
  if (report.cover.length === 0) return;
  const list = canvas.element('L', canvas.root);
  canvas.y = top;
  for (const fact of report.cover) drawFact(canvas, list, fact);
  list.end();
}

function drawFact(canvas: Canvas, list: Element, fact: Fact): void {
  const isLongCode = canvas.widestPiece(fact.value, value) > bodyWidth - termWidth;
  const style = isLongCode ? longCode : value;
  const terms = canvas.lines(fact.term, term, termWidth - termGap);
  const values = canvas.lines(fact.value, style, bodyWidth - termWidth);
  const height = Math.max(terms.length, values.length) * value.leading;
  canvas.ensure(height);
  const item = canvas.element('LI', list);
  drawFactPart(canvas, canvas.element('Lbl', item), terms, page.left, term);
  drawFactPart(canvas, canvas.element('LBody', item), values, page.left + termWidth, style);
  item.end();
  canvas.y += height + factGap;
}

function drawFactPart(canvas: Canvas, element: Element, lines: readonly string[], x: number, style: TextStyle): void {
  canvas.content(element, () => {
    for (const [index, line] of lines.entries()) canvas.line(line, x, canvas.y + index * style.leading, style);
  });
  element.end();
}
