import type { ListBlock } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import { startOfLines } from './flow.ts';
import { type BrokenPassage, breakPassages, flowPassages, linesIn } from './passages.ts';
import type { Piece } from './piece.ts';
import { page, readingWidth, text } from './theme.ts';

/** A list: a bullet or number in the margin of each item. A short first item has company on its page, and so has a short last one. */
export function list(canvas: Canvas, block: ListBlock): Piece {
  const labels = block.items.map((_, index) => (block.ordered ? `${index + 1}.` : '•'));
  const indent = canvas.width(labels.at(-1) ?? '', style) + labelGap;
  const items = block.items.map((item) => breakPassages(canvas, item, style, readingWidth - indent));
  /** Of an item, with the one after it where either would stand alone on its page. */
  const heightAt = (index: number): number => {
    const [own, next] = [items[index] ?? [], items[index + 1]];
    const start = startOfLines(linesIn(own), style);
    const isEnd = index === 0 || index === items.length - 2;
    if (next === undefined || !isEnd || linesIn(own) > shortItem || linesIn(next) > shortItem) return start;
    return (linesIn(own) + linesIn(next)) * style.leading + betweenItems;
  };
  return {
    start: heightAt(0),
    introducing: items.reduce(
      (height, item, index) => height + linesIn(item) * style.leading + (index > 0 ? betweenItems : 0),
      0,
    ),
    draw(after = 0) {
      const element = canvas.element('L', canvas.root);
      element.dictionary.data.A = { O: 'List', ListNumbering: block.ordered ? 'Decimal' : 'Disc' };
      for (const [index, passages] of items.entries()) {
        if (index > 0) canvas.skip(betweenItems);
        canvas.ensure(heightAt(index) + (index === items.length - 1 ? after : 0));
        drawItem(canvas, element, labels[index]!, passages, page.left + indent);
      }
      element.end();
    },
  };
}

const style = text.normal;
const labelGap = 8;
const betweenItems = 3;
/** In lines: with more, an item does not stand alone. */
const shortItem = 3;

function drawItem(canvas: Canvas, parent: Element, text: string, passages: readonly BrokenPassage[], x: number): void {
  const item = canvas.element('LI', parent);
  const label = canvas.element('Lbl', item);
  canvas.content(label, () => canvas.line(text, page.left, canvas.y, style));
  label.end();
  const body = canvas.element('LBody', item);
  flowPassages(canvas, body, passages, x, style);
  body.end();
  item.end();
}
