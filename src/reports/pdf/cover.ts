import type { Fact } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { FlatReport } from './drawable.ts';
import { drawFrontFacts } from './front-facts.ts';
import { drawLogoOnPlate, widthBesideLogo } from './logo.ts';
import { bodyWidth, color, page, type TextStyle } from './theme.ts';

/** Draws the cover: who speaks, the title and what it is about in a band of colour, the facts below it. */
export function drawCover(canvas: Canvas, report: FlatReport, facts: readonly Fact[]): void {
  const style = fittingTitle(canvas, report.title);
  const titleLines = canvas.lines(report.title, style, bodyWidth);
  const subtitleLines = report.subtitle === '' ? [] : canvas.lines(report.subtitle, subtitle, bodyWidth);
  const textHeight = titleLines.length * style.leading + subtitleGap + subtitleLines.length * subtitle.leading;
  const bandHeight = Math.max(lowestBand, band.top + textHeight + band.bottom);
  const authorLines = canvas.lines(report.author, author, widthBesideLogo(canvas));
  drawBand(canvas, bandHeight, canvas.house ? authorLines.length : 1);
  drawLogoOnPlate(canvas);
  drawText(canvas, authorLines, page.top, author);
  const top = bandHeight - band.bottom - textHeight;
  drawText(canvas, titleLines, top, style);
  drawText(canvas, subtitleLines, top + titleLines.length * style.leading + subtitleGap, subtitle);
  canvas.y = bandHeight + band.after;
  drawFrontFacts(canvas, facts);
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

/** The largest style in which the title takes no more than four lines and no word is broken. */
function fittingTitle(canvas: Canvas, title: string): TextStyle {
  const fits = (style: TextStyle) =>
    canvas.lines(title, style, bodyWidth).length <= 4 && canvas.widestPiece(title, style, bodyWidth) <= bodyWidth;
  return titleStyles.find(fits) ?? titleStyles.at(-1)!;
}

/** @param lines of who speaks, over a short rule */
function drawBand(canvas: Canvas, height: number, lines: number): void {
  canvas.artifact(() => {
    canvas.box(0, 0, page.width + 1, height, color.accent);
    canvas.box(page.left, page.top + lines * author.leading + 12, 36, 2.5, color.onAccent);
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
