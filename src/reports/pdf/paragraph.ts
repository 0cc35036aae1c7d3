import type { Block } from '../blocks.ts';
import type { Canvas } from './canvas.ts';
import { flowLines, startOfLines } from './flow.ts';
import type { Piece } from './piece.ts';
import { bodyWidth, page, readingWidth, text } from './theme.ts';

type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>;
type CodeBlock = Extract<Block, { kind: 'code' }>;

/** A paragraph; blank lines in its text divide it into more. */
export function paragraph(canvas: Canvas, block: ParagraphBlock): Piece {
  const style = text[block.style ?? 'normal'];
  const parts = block.text
    .split(/(?:\r?\n[ \t]*){2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => canvas.lines(part, style, readingWidth));
  return {
    start: startOfLines(parts[0]?.length ?? 0, style),
    draw() {
      for (const [index, lines] of parts.entries()) {
        if (index > 0) canvas.skip(style.leading / 2);
        const element = canvas.element('P', canvas.root);
        flowLines(canvas, element, lines, page.left, style);
        element.end();
      }
    },
  };
}

/** Text that is read letter by letter: smaller and wider spaced, over the whole width. */
export function code(canvas: Canvas, block: CodeBlock): Piece {
  const lines = canvas.lines(block.text, text.code, bodyWidth);
  return {
    start: startOfLines(lines.length, text.code),
    draw() {
      const paragraph = canvas.element('P', canvas.root);
      const element = canvas.element('Code', paragraph);
      flowLines(canvas, element, lines, page.left, text.code);
      element.end();
      paragraph.end();
    },
  };
}
