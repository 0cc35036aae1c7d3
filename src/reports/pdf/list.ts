import type { ListBlock } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import { startOfLines } from './flow.ts';
import { type BrokenPassage, breakPassages, flowPassages, linesIn } from './passages.ts';
import type { Piece } from './piece.ts';
import { page, readingWidth, text } from './theme.ts';

/** A list: a bullet or number in the margin of each item. */
export function list(canvas: Canvas, block: ListBlock): Piece {
  const labels = block.items.map((_, index) => (block.ordered ? `${index + 1}.` : '•'));
  const indent = canvas.width(labels.at(-1) ?? '', style) + labelGap;
  const items = block.items.map((item) => breakPassages(canvas, item, style, readingWidth - indent));
  return {
    start: startOfLines(linesIn(items[0] ?? []), style),
    draw() {
      const element = canvas.element('L', canvas.root);
      element.dictionary.data.A = { O: 'List', ListNumbering: block.ordered ? 'Decimal' : 'Disc' };
      for (const [index, passages] of items.entries()) {
        if (index > 0) canvas.skip(betweenItems);
        drawItem(canvas, element, labels[index]!, passages, page.left + indent);
      }
      element.end();
    },
  };
}

const style = text.normal;
const labelGap = 8;
const betweenItems = 3;

function drawItem(canvas: Canvas, parent: Element, text: string, passages: readonly BrokenPassage[], x: number): void {
  canvas.ensure(startOfLines(linesIn(passages), style));
  const item = canvas.element('LI', parent);
  const label = canvas.element('Lbl', item);
  canvas.content(label, () => canvas.line(text, page.left, canvas.y, style));
  label.end();
  const body = canvas.element('LBody', item);
  flowPassages(canvas, body, passages, x, style);
  body.end();
  item.end();
}
