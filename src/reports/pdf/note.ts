import type { Block, NoteTone, ReportLabels } from '../blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Piece } from './piece.ts';
import { bodyHeight, bodyWidth, page, readingWidth, type TextStyle, type Tone, text, tones } from './theme.ts';

type NoteBlock = Extract<Block, { kind: 'note' }>;

/**
 * A note in a tinted box that starts with the word for its tone, so that the colour is never the only sign. A note
 * longer than half a page may go on in a box on the next page.
 */
export function note(canvas: Canvas, block: NoteBlock, labels: ReportLabels): Piece {
  const laidOut = layOut(canvas, block, labels);
  const title = heightOf(laidOut.title, laidOut.titleStyle) + 2 * padding.y;
  const whole = title + heightOf(laidOut.body, style);
  return {
    start: whole <= bodyHeight / 2 ? whole : title + 3 * style.leading,
    draw: () => drawNote(canvas, laidOut),
  };
}

interface Note {
  readonly tone: NoteTone;
  readonly title: readonly string[];
  readonly titleStyle: TextStyle;
  readonly body: readonly string[];
}

const style = text.normal;
const padding = { x: 16, y: 10 };
const edge = 3.5;

function layOut(canvas: Canvas, block: NoteBlock, labels: ReportLabels): Note {
  const titleStyle = { ...text.caption, color: tones[block.tone].strong };
  const heading = block.title === '' ? labels.notes[block.tone] : `${labels.notes[block.tone]}: ${block.title}`;
  return {
    tone: block.tone,
    title: canvas.lines(heading, titleStyle, readingWidth),
    titleStyle,
    body: block.text === '' ? [] : canvas.lines(block.text, style, readingWidth),
  };
}

function drawNote(canvas: Canvas, note: Note): void {
  const element = canvas.element('Div', canvas.root);
  const title = canvas.element('P', element);
  const body = canvas.element('P', element);
  let head = note.title;
  let rest = note.body;
  do {
    const headHeight = heightOf(head, note.titleStyle);
    const room = canvas.room - 2 * padding.y - headHeight;
    const lines = rest.slice(0, Math.max(1, Math.floor((room + 0.01) / style.leading)));
    const height = headHeight + heightOf(lines, style) + 2 * padding.y;
    const top = canvas.y + padding.y;
    drawBox(canvas, height, tones[note.tone]);
    if (head.length > 0) canvas.content(title, () => drawLines(canvas, head, top, note.titleStyle));
    if (lines.length > 0) canvas.content(body, () => drawLines(canvas, lines, top + headHeight, style));
    canvas.y += height;
    head = [];
    rest = rest.slice(lines.length);
    if (rest.length > 0) canvas.newPage();
  } while (rest.length > 0);
  title.end();
  body.end();
  element.end();
}

function drawBox(canvas: Canvas, height: number, { fill, strong }: Tone): void {
  canvas.artifact(() => {
    canvas.box(page.left, canvas.y, bodyWidth, height, fill);
    canvas.box(page.left, canvas.y, edge, height, strong);
  });
}

function drawLines(canvas: Canvas, lines: readonly string[], top: number, lineStyle: TextStyle): void {
  for (const [index, line] of lines.entries()) {
    canvas.line(line, page.left + padding.x, top + index * lineStyle.leading, lineStyle);
  }
}

function heightOf(lines: readonly string[], lineStyle: TextStyle): number {
  return lines.length * lineStyle.leading;
}
