import type { SignaturesBlock } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import type { Piece } from './piece.ts';
import { bodyWidth, color, page, type TextStyle, text } from './theme.ts';

/** Lines to sign on: a list with an item for each who signs, which never breaks over pages; where it leaves no page mostly empty all of them stand together. */
export function signatures(canvas: Canvas, { lines, labels }: SignaturesBlock): Piece {
  const blanks = [labels.signature, labels.name, labels.date];
  const nameWidth = columnsOf(blanks)[1]!.width;
  const items = lines.map(({ label, name }): Item => {
    const names = name === undefined ? [] : canvas.lines(name, filledIn, nameWidth);
    return {
      label: canvas.lines(label, text.caption, bodyWidth),
      names,
      room: Math.max(roomToSign, names.length * filledIn.leading + aboveName),
    };
  });
  const heightOf = ({ label, room }: Item): number => label.length * text.caption.leading + room + under.leading + 2;
  return {
    start: items[0] ? heightOf(items[0]) : 0,
    whole: items.reduce((height, item, index) => height + heightOf(item) + (index > 0 ? betweenItems : 0), 0),
    draw() {
      if (items.length === 0) return;
      const list = canvas.element('L', canvas.root);
      for (const item of items) {
        canvas.ensure(heightOf(item));
        drawItem(canvas, list, item, blanks);
      }
      list.end();
    },
  };
}

/** Who signs, the name that is printed where it is known, and the height from the label down to the line that is signed on. */
interface Item {
  readonly label: readonly string[];
  readonly names: readonly string[];
  readonly room: number;
}

const under: TextStyle = text.small;
const filledIn: TextStyle = text.normal;
const roomToSign = 34;
const aboveName = 6;
const betweenItems = 14;
const gutter = 18;
/** Of the width, for the signature, the name and the date. */
const shares = [0.4, 0.38, 0.22];

function drawItem(canvas: Canvas, list: Element, { label, names, room }: Item, blanks: readonly string[]): void {
  const item = canvas.element('LI', list);
  const head = canvas.element('Lbl', item);
  canvas.content(head, () => {
    for (const line of label) {
      canvas.line(line, page.left, canvas.y, text.caption);
      canvas.y += text.caption.leading;
    }
  });
  head.end();
  const columns = columnsOf(blanks);
  canvas.y += room;
  canvas.artifact(() => {
    for (const { left, width } of columns) canvas.box(left, canvas.y, width, 0.7, color.quiet);
  });
  const body = canvas.element('LBody', item);
  canvas.content(body, () => {
    for (const [index, { left, blank }] of columns.entries()) {
      canvas.line(`${blank} `, left, canvas.y + 2, under);
      if (index !== 1) continue;
      for (const [place, line] of names.entries()) {
        canvas.line(`${line.trimEnd()} `, left, canvas.y - (names.length - place) * filledIn.leading, filledIn);
      }
    }
  });
  body.end();
  item.end();
  canvas.y += under.leading + betweenItems;
}

function columnsOf(blanks: readonly string[]) {
  let left: number = page.left;
  return blanks.map((blank, index) => {
    const width = shares[index]! * bodyWidth - (index === blanks.length - 1 ? 0 : gutter);
    const column = { left, width, blank };
    left += width + gutter;
    return column;
  });
}
