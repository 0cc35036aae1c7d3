import { type Block, type Passage, type Prose, passagesOf } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import { flowLines, startOfLines } from './flow.ts';
import { breakPassages, flowPassages, linesIn } from './passages.ts';
import type { Piece } from './piece.ts';
import { bodyWidth, page, readingWidth, type TextStyle, text } from './theme.ts';

type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>;
type CodeBlock = Extract<Block, { kind: 'code' }>;

/** A paragraph; blank lines in its text divide it into more. */
export function paragraph(canvas: Canvas, block: ParagraphBlock): Piece {
  const style = text[block.style ?? 'normal'];
  const parts = divided(block.text).map((part) => breakPassages(canvas, part, style, readingWidth));
  return {
    start: startOfLines(linesIn(parts[0] ?? []), style),
    introducing: parts.reduce(
      (height, part, index) => height + linesIn(part) * style.leading + (index > 0 ? betweenParts(style) : 0),
      0,
    ),
    draw() {
      for (const [index, passages] of parts.entries()) {
        if (index > 0) canvas.skip(betweenParts(style));
        const element = canvas.element('P', canvas.root);
        flowPassages(canvas, element, passages, page.left, style);
        element.end();
      }
    },
  };
}

const betweenParts = ({ leading }: TextStyle): number => leading / 2;

/** The paragraphs of a text: each passage is divided at its blank lines, and the first of its parts goes on with the passage before it. */
function divided(prose: Prose): Prose[] {
  const paragraphs: Passage[][] = [];
  for (const { text, ...tag } of passagesOf(prose)) {
    const parts = text.split(/(?:\r?\n[ \t]*){2,}/).filter((part) => part.trim() !== '');
    for (const [index, part] of parts.entries()) {
      const before = paragraphs.at(-1);
      if (index === 0 && before) before.push({ text: part, ...tag });
      else paragraphs.push([{ text: part, ...tag }]);
    }
  }
  return paragraphs;
}

/** Text that is read letter by letter: smaller and wider spaced, over the whole width; a hash in groups of four. */
export function code(canvas: Canvas, block: CodeBlock): Piece {
  const lines = canvas.lines(inGroups(block.text), text.code, bodyWidth);
  return {
    start: startOfLines(lines.length, text.code),
    whole: lines.length * text.code.leading,
    draw() {
      const paragraph = canvas.element('P', canvas.root);
      const element = canvas.element('Code', paragraph);
      flowLines(canvas, element, lines, page.left, text.code);
      element.end();
      paragraph.end();
    },
  };
}

const HASH = /^[0-9a-f]{32,}$/;

const inGroups = (words: string): string => (HASH.test(words) ? words.replace(/.{4}(?=.)/g, '$& ') : words);
