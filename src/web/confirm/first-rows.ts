import type { Block, Cell, TableBlock } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';

/** So many rows of a sheet stand on the page on which it is agreed to, and so much of a text in one of them. */
const MOST_ROWS = 150;
const MOST_CHARACTERS = 300;

/** What was read of a sheet, as far as a page can show it: of a large table its first rows, and that the others are taken over as well. */
export const firstRows = (m: Messages, blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? firstOf(m, block) : [block]));

function firstOf({ format, sheets: t }: Messages, table: TableBlock): readonly Block[] {
  const rows = table.rows.slice(0, MOST_ROWS);
  const shown = { ...table, rows: rows.map((row) => row.map(cut)) };
  const isCut = rows.some((row) => row.some(isLong));
  const notes = [
    ...(table.rows.length > rows.length
      ? [t.firstRows(format.grouped(String(rows.length), 0), format.grouped(String(table.rows.length), 0))]
      : []),
    ...(isCut ? [t.cutText] : []),
  ];
  return [shown, ...notes.map((text) => ({ kind: 'paragraph', text }) as const)];
}

const isLong = ({ text }: Cell): boolean => typeof text === 'string' && text.length > MOST_CHARACTERS;

const cut = (cell: Cell): Cell =>
  isLong(cell) && typeof cell.text === 'string'
    ? { ...cell, text: `${cell.text.slice(0, MOST_CHARACTERS).trimEnd()}…` }
    : cell;
