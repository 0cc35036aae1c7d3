import type { Front } from '../report.ts';
import type { Canvas } from './canvas.ts';
import { drawFrontFacts } from './front-facts.ts';
import { drawLogo, widthBesideLogo } from './logo.ts';
import { bodyWidth, color, page, type TextStyle, text } from './theme.ts';

/** Draws the head of a letter: who sends it, to whom (where the window of an envelope shows it), and its facts. */
export function drawLetterhead(canvas: Canvas, { sender, addressee, facts }: Extract<Front, { kind: 'letter' }>): void {
  const [name = '', ...address] = sender;
  drawLogo(canvas);
  drawAddress(
    canvas,
    [{ line: name, style: senderName }, ...address.map((line) => ({ line, style: senderLine }))],
    widthBesideLogo(canvas),
  );
  if (sender.length > 0) {
    canvas.y += underSender;
    canvas.artifact(() => canvas.box(page.left, canvas.y, bodyWidth, 1.2, color.accent));
  }
  canvas.y = Math.max(canvas.y + leastGap, windowTop);
  drawAddress(
    canvas,
    addressee.map((line) => ({ line, style: text.normal })),
  );
  canvas.y = Math.max(canvas.y + leastGap, factsTop);
  drawFrontFacts(canvas, facts, 'close');
  canvas.y += underFacts;
}

interface AddressLine {
  readonly line: string;
  readonly style: TextStyle;
}

const senderName: TextStyle = { face: 'bold', size: 14, leading: 19, color: color.accent };
const senderLine: TextStyle = text.small;
const underSender = 6;
/** 50 mm from the top, where Dutch envelopes have their window. */
const windowTop = 142;
/** Under the window, so that no fact shows in it. */
const factsTop = 250;
const leastGap = 24;
const underFacts = 16;

/** One paragraph of lines, each read apart. */
function drawAddress(canvas: Canvas, lines: readonly AddressLine[], width = bodyWidth): void {
  const shown = lines.filter(({ line }) => line !== '');
  if (shown.length === 0) return;
  const element = canvas.element('P', canvas.root);
  canvas.content(element, () => {
    for (const { line, style } of shown) {
      for (const part of canvas.lines(line, style, width)) {
        canvas.line(`${part.trimEnd()} `, page.left, canvas.y, style);
        canvas.y += style.leading;
      }
    }
  });
  element.end();
}
