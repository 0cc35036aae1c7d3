import type { SignaturesBlock } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import type { Piece } from './piece.ts';
import { bodyWidth, color, page, type TextStyle, text } from './theme.ts';

/** Lines to sign on: a list with an item for each who signs, which never breaks over pages; where it leaves no page mostly empty all of them stand together. */
export function signatures(canvas: Canvas, { lines, labels }: SignaturesBlock): Piece {
  const blanks = [labels.signature, labels.name, labels.date];
  const items = lines.map(({ label, name }) => ({ label: canvas.lines(label, text.caption, bodyWidth), name }));
  const heightOf = ({ label }: (typeof items)[number]): number =>
    label.length * text.caption.leading + roomToSign + under.leading + 2;
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

const under: TextStyle = text.small;
const filledIn: TextStyle = text.normal;
/** From the label down to the line that is signed on. */
const roomToSign = 34;
const betweenItems = 14;
const gutter = 18;
/** Of the width, for the signature, the name and the date. */
const shares = [0.4, 0.38, 0.22];

function drawItem(
  canvas: Canvas,
  list: Element,
  { label, name }: { readonly label: readonly string[]; readonly name: string | undefined },
  blanks: readonly string[],
): void {
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
  canvas.y += roomToSign;
  canvas.artifact(() => {
    for (const { left, width } of columns) canvas.box(left, canvas.y, width, 0.7, color.quiet);
  });
  const body = canvas.element('LBody', item);
  canvas.content(body, () => {
    for (const [index, { left, blank, width }] of columns.entries()) {
      canvas.line(`${blank} `, left, canvas.y + 2, under);
      if (index === 1 && name !== undefined) {
        const [first = ''] = canvas.lines(name, filledIn, width);
        canvas.line(`${first.trimEnd()} `, left, canvas.y - filledIn.leading, filledIn);
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
