import { type Passage, type Prose, passagesOf } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import { flowLines } from './flow.ts';
import type { TextStyle } from './theme.ts';

/** A passage with its lines broken. One in another language starts on a line of its own. */
export interface BrokenPassage {
  readonly lines: readonly string[];
  readonly language: Passage['language'];
}

/** Breaks a text into lines, passage by passage; every passage but the last ends with a space, which keeps their words apart for a reader. */
export function breakPassages(canvas: Canvas, prose: Prose, style: TextStyle, width: number): BrokenPassage[] {
  const passages = passagesOf(prose);
  return passages.map(({ text, language }, index) => {
    const lines = canvas.lines(text, style, width);
    const last = lines.length - 1;
    return {
      lines: index === passages.length - 1 ? lines : lines.map((line, at) => (at === last ? `${line} ` : line)),
      language,
    };
  });
}

export const linesIn = (passages: readonly BrokenPassage[]): number =>
  passages.reduce((count, { lines }) => count + lines.length, 0);

/** Draws passages from the cursor down; one in another language is a span that says so. */
export function flowPassages(
  canvas: Canvas,
  element: Element,
  passages: readonly BrokenPassage[],
  x: number,
  style: TextStyle,
): void {
  for (const { lines, language } of passages) {
    const own = language === undefined ? element : canvas.element('Span', element, { lang: language });
    flowLines(canvas, own, lines, x, style);
    if (own !== element) own.end();
  }
}
