import type { Fact } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import { bodyWidth, color, page, type TextStyle } from './theme.ts';

/** Draws the facts that a document begins with from the cursor down: a list, whose labels are the terms. */
export function drawFrontFacts(canvas: Canvas, facts: readonly Fact[], look: 'open' | 'close' = 'open'): void {
  if (facts.length === 0) return;
  const list = canvas.element('L', canvas.root);
  for (const fact of facts) drawFact(canvas, list, fact, gaps[look]);
  list.end();
}

const term: TextStyle = { face: 'regular', size: 10.5, leading: 15.5, color: color.quiet };
const value: TextStyle = { face: 'semibold', size: 10.5, leading: 15.5, color: color.ink };
/** A fingerprint of 64 letters fits on one line in this style. */
const longCode: TextStyle = { face: 'regular', size: 9.5, leading: 15.5, color: color.ink, apart: true };
const termWidth = 142;
const termGap = 12;
const gaps = { open: 7, close: 2 } as const;

function drawFact(canvas: Canvas, list: Element, fact: Fact, gap: number): void {
  const room = bodyWidth - termWidth;
  const isLongCode = canvas.widestPiece(fact.value, value, room) > room;
  const style = isLongCode ? longCode : value;
  const terms = canvas.lines(fact.term, term, termWidth - termGap);
  const values = canvas.lines(fact.value, style, room);
  const height = Math.max(terms.length, values.length) * value.leading;
  canvas.ensure(height);
  const item = canvas.element('LI', list);
  drawFactPart(canvas, canvas.element('Lbl', item), terms, page.left, term);
  drawFactPart(canvas, canvas.element('LBody', item), values, page.left + termWidth, style);
  item.end();
  canvas.y += height + gap;
}

function drawFactPart(canvas: Canvas, element: Element, lines: readonly string[], x: number, style: TextStyle): void {
  canvas.content(element, () => {
    for (const [index, line] of lines.entries()) canvas.line(line, x, canvas.y + index * style.leading, style);
  });
  element.end();
}
