import type { Bar, BarsBlock } from '../../explanation/blocks.ts';
import { pairs, sentences } from '../../messages/sentence.ts';
import type { Canvas } from './canvas.ts';
import type { Piece } from './piece.ts';
import { bodyHeight, bodyWidth, color, page, type TextStyle, text } from './theme.ts';

/**
 * A bar chart: label, track with bar, value as text. A chart that is too tall for one page becomes one figure per
 * page, each of which says in words what its bars show.
 */
export function bars(canvas: Canvas, block: BarsBlock): Piece {
  const chart = layOut(canvas, block);
  const title = chart.title.length * text.caption.leading + titleGap;
  const whole = title + heightOf(chart.bars);
  return {
    start: whole <= bodyHeight * 0.8 ? whole : title + heightOf(chart.bars.slice(0, 2)),
    draw: () => drawBars(canvas, block, chart),
  };
}

interface Chart {
  readonly title: readonly string[];
  readonly bars: readonly BarLines[];
  readonly labelWidth: number;
  /** Widest number, and widest text that follows one. */
  readonly numberWidth: number;
  readonly remarkWidth: number;
}

interface StyledBar {
  readonly bar: Bar;
  readonly style: TextStyle;
}

interface BarLines extends StyledBar {
  readonly label: readonly string[];
  /** The value as text, divided so that the numbers of all bars line up at their ends. */
  readonly number: string;
  readonly remark: readonly string[];
  readonly height: number;
}

const titleGap = 6;
const gutter = 12;
const barHeight = 9;
const betweenBars = 6;
const widestLabel = bodyWidth * 0.36;
const widestValue = bodyWidth * 0.3;

function layOut(canvas: Canvas, block: BarsBlock): Chart {
  const styled = block.bars.map((bar) => ({ bar, style: bar.highlighted ? text.cellStrong : text.cell }));
  const labelWidth = Math.min(
    widestLabel,
    Math.max(0, ...styled.map(({ bar, style }) => canvas.width(bar.label, style) + 0.5)),
  );
  const values = layOutValues(canvas, styled);
  return {
    title: canvas.lines(block.title, text.caption, bodyWidth),
    labelWidth,
    ...values,
    bars: styled.map(({ bar, style }, index) => {
      const label = canvas.lines(bar.label, style, labelWidth);
      const value = values.values[index]!;
      const height = Math.max(label.length, value.remark.length, 1) * style.leading + betweenBars;
      return { bar, style, label, ...value, height };
    }),
  };
}

/** Lines the numbers up at their ends; texts too long for that are broken into lines in a column. */
function layOutValues(canvas: Canvas, bars: readonly StyledBar[]) {
  const divided = bars.map(({ bar }) => dividedValue(bar));
  const widest = (of: 'number' | 'remark') =>
    Math.max(0, ...divided.map((value, index) => canvas.width(value[of], bars[index]!.style)));
  const numberWidth = widest('number');
  const remarkWidth = widest('remark');
  if (numberWidth + remarkWidth <= widestValue) {
    const values = divided.map(({ number, remark }) => ({ number, remark: [remark] }));
    return { numberWidth, remarkWidth, values };
  }
  const values = bars.map(({ bar, style }) => ({ number: '', remark: canvas.lines(bar.text, style, widestValue) }));
  return { numberWidth: 0, remarkWidth: widestValue, values };
}

/** "91,40 (hoogste)" is the number "91,40" and the remark " (hoogste)"; a text without digits is all number. */
function dividedValue(bar: Bar) {
  const number = /^\D*[\d.,\s]*\d(?:\s?%)?/.exec(bar.text)?.[0] ?? bar.text;
  return { number, remark: bar.text.slice(number.length) };
}

function drawBars(canvas: Canvas, block: BarsBlock, chart: Chart): void {
  drawTitle(canvas, chart.title);
  let rest = chart.bars;
  while (rest.length > 0) {
    const part = rest.slice(0, Math.max(1, barsThatFit(rest, canvas.room)));
    rest = rest.slice(part.length);
    const whole = part.length === chart.bars.length;
    drawFigure(canvas, block, chart, part, whole ? block.alternative : alternativeOf(block, part));
    if (rest.length > 0) canvas.newPage();
  }
}

function heightOf(bars: readonly BarLines[]): number {
  return bars.reduce((sum, bar) => sum + bar.height, 0);
}

function barsThatFit(bars: readonly BarLines[], room: number): number {
  let height = 0;
  const beyond = bars.findIndex((bar) => {
    height += bar.height;
    return height > room;
  });
  return beyond === -1 ? bars.length : beyond;
}

const alternativeOf = (block: BarsBlock, bars: readonly BarLines[]): string =>
  sentences(block.alternative, pairs(bars.map(({ bar }) => [bar.label, bar.text])));

function drawTitle(canvas: Canvas, lines: readonly string[]): void {
  const title = canvas.element('P', canvas.root);
  canvas.content(title, () => {
    for (const line of lines) {
      canvas.line(line, page.left, canvas.y, text.caption);
      canvas.y += text.caption.leading;
    }
  });
  title.end();
  canvas.y += titleGap;
}

function drawFigure(
  canvas: Canvas,
  block: BarsBlock,
  chart: Chart,
  bars: readonly BarLines[],
  alternative: string,
): void {
  const bottom = canvas.y + heightOf(bars);
  const figure = canvas.element('Figure', canvas.root, {
    alt: alternative,
    bbox: [page.left, canvas.y, page.left + bodyWidth, bottom],
  });
  canvas.content(figure, () => {
    for (const bar of bars) drawBar(canvas, block, chart, bar);
  });
  figure.end();
}

function drawBar(canvas: Canvas, block: BarsBlock, chart: Chart, line: BarLines): void {
  const { bar, style } = line;
  const numberRight = page.left + bodyWidth - chart.remarkWidth;
  const trackLeft = page.left + chart.labelWidth + gutter;
  const trackWidth = numberRight - chart.numberWidth - gutter - trackLeft;
  const filled = trackWidth * Math.min(1, Math.max(0, bar.value / block.full));
  const middle = canvas.y + (line.height - betweenBars) / 2;
  const linesFromMiddle = (lines: readonly string[], x: number) => {
    const top = middle - (lines.length * style.leading) / 2;
    for (const [index, part] of lines.entries()) canvas.line(part, x, top + index * style.leading, style);
  };
  linesFromMiddle(line.label, page.left);
  canvas.box(trackLeft, middle - barHeight / 2, trackWidth, barHeight, color.track);
  if (filled > 0) {
    const paint = bar.highlighted ? color.accent : color.accentSoft;
    canvas.box(trackLeft, middle - barHeight / 2, filled, barHeight, paint);
  }
  canvas.line(line.number, numberRight, middle - style.leading / 2, style, 'end');
  linesFromMiddle(line.remark, numberRight);
  canvas.y += line.height;
}
