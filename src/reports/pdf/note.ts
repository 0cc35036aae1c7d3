import type { NoteBlock, Passage, Prose } from '../../explanation/blocks.ts';
import type { ReportLabels } from '../report.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import { breakPassages } from './passages.ts';
import type { Piece } from './piece.ts';
import { bodyHeight, bodyWidth, page, readingWidth, type TextStyle, type Tone, text, tones } from './theme.ts';

/**
 * A note in a tinted box that starts with the word for its tone, so that the colour is never the only sign. A note
 * higher than a quarter of a page may go on in a box on the next page.
 */
export function note(canvas: Canvas, block: NoteBlock, labels: ReportLabels): Piece {
  const lines = layOut(canvas, block, labels);
  const whole = heightOf(lines) + 2 * padding.y;
  return {
    start: whole <= bodyHeight / 4 ? whole : heightOf(lines.slice(0, fewestLines)) + 2 * padding.y,
    ...(whole <= bodyHeight / 2 ? { whole } : {}),
    draw: () => drawNote(canvas, block, lines),
  };
}

/** One line of a note, and the part of it that it belongs to: its title, its text or a point. */
interface Line {
  readonly part: number;
  readonly text: string;
  readonly style: TextStyle;
  readonly language: Passage['language'];
  readonly indent: number;
  /** White above it. */
  readonly before: number;
  /** The mark of a point, at its first line. */
  readonly bullet: boolean;
}

const style = text.normal;
const padding = { x: 16, y: 10 };
const edge = 3.5;
const bullet = '•';
const bulletGap = 8;
const betweenParts = 3;
const fewestLines = 4;
const FIRST_POINT = 2;

function layOut(canvas: Canvas, block: NoteBlock, labels: ReportLabels): Line[] {
  const label = labels.notes[block.tone];
  const titleStyle = { ...text.caption, color: tones[block.tone].strong };
  const indent = canvas.width(bullet, style) + bulletGap;
  const linesOf = (prose: Prose, part: number, own: TextStyle): Line[] => {
    const isPoint = part >= FIRST_POINT;
    const passages = breakPassages(canvas, prose, own, readingWidth - (isPoint ? indent : 0));
    return passages
      .flatMap(({ lines, language }) => lines.map((line) => ({ line, language })))
      .map(({ line, language }, index) => ({
        part,
        text: line,
        style: own,
        language,
        indent: isPoint ? indent : 0,
        before: isPoint && index === 0 ? betweenParts : 0,
        bullet: isPoint && index === 0,
      }));
  };
  return [
    ...linesOf(block.title === '' ? label : `${label}: ${block.title}`, 0, titleStyle),
    ...(block.text === '' ? [] : linesOf(block.text, 1, style)),
    ...(block.items ?? []).flatMap((item, index) => linesOf(item, FIRST_POINT + index, style)),
  ];
}

function drawNote(canvas: Canvas, block: NoteBlock, all: readonly Line[]): void {
  const box = canvas.element('Div', canvas.root);
  const parts = new Parts(canvas, box);
  let rest = all;
  while (rest.length > 0) {
    const fitting = linesThatFit(rest, canvas.room - 2 * padding.y);
    // No single line goes over alone.
    const lines = rest.slice(0, Math.max(1, rest.length - fitting === 1 ? fitting - 1 : fitting));
    const top = canvas.y;
    drawBox(canvas, heightOf(lines) + 2 * padding.y, tones[block.tone]);
    canvas.y += padding.y;
    for (const line of lines) drawLine(canvas, parts, line);
    canvas.y = top + heightOf(lines) + 2 * padding.y;
    rest = rest.slice(lines.length);
    if (rest.length > 0) canvas.newPage();
  }
  parts.end();
  box.end();
}

function drawLine(canvas: Canvas, parts: Parts, line: Line): void {
  canvas.y += line.before;
  const { label, body } = parts.of(line);
  if (label) {
    canvas.content(label, () => canvas.line(bullet, page.left + padding.x, canvas.y, line.style));
    label.end();
  }
  canvas.content(body, () => canvas.line(line.text, page.left + padding.x + line.indent, canvas.y, line.style));
  canvas.y += line.style.leading;
}

/** The structure of a note: paragraphs, then a list of points; each is open while its lines are drawn, over pages too. */
class Parts {
  private readonly canvas: Canvas;
  private readonly box: Element;
  private list: Element | undefined;
  private part = -1;
  /** Of the current part, from the outside in. */
  private open: Element[] = [];
  private span: { readonly language: string; readonly element: Element } | undefined;

  constructor(canvas: Canvas, box: Element) {
    this.canvas = canvas;
    this.box = box;
  }

  /** Where a line goes; with the label of a point at its first line. */
  of({ part, language, bullet: first }: Line): { readonly label: Element | undefined; readonly body: Element } {
    let label: Element | undefined;
    if (part !== this.part) {
      this.close();
      this.part = part;
      if (part < FIRST_POINT) {
        this.open = [this.canvas.element('P', this.box)];
      } else {
        this.list ??= this.startList();
        const item = this.canvas.element('LI', this.list);
        label = first ? this.canvas.element('Lbl', item) : undefined;
        this.open = [item, this.canvas.element('LBody', item)];
      }
    }
    const body = this.open.at(-1)!;
    if (this.span && this.span.language !== language) {
      this.span.element.end();
      this.span = undefined;
    }
    if (language === undefined) return { label, body };
    if (!this.span) {
      this.span = { language, element: this.canvas.element('Span', body, { lang: language }) };
    }
    return { label, body: this.span.element };
  }

  end(): void {
    this.close();
    this.list?.end();
  }

  private startList(): Element {
    const list = this.canvas.element('L', this.box);
    list.dictionary.data.A = { O: 'List', ListNumbering: 'Disc' };
    return list;
  }

  private close(): void {
    this.span?.element.end();
    this.span = undefined;
    for (const element of [...this.open].reverse()) element.end();
    this.open = [];
  }
}

function drawBox(canvas: Canvas, height: number, { fill, strong }: Tone): void {
  canvas.artifact(() => {
    canvas.box(page.left, canvas.y, bodyWidth, height, fill);
    canvas.box(page.left, canvas.y, edge, height, strong);
  });
}

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((height, line) => height + line.before + line.style.leading, 0);

function linesThatFit(lines: readonly Line[], room: number): number {
  const beyond = lines.findIndex((_, index) => heightOf(lines.slice(0, index + 1)) > room + 0.01);
  return beyond === -1 ? lines.length : beyond;
}
