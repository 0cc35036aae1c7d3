import { expect, it } from 'vitest';
import { cells } from '../../../src/explanation/blocks.ts';
import { nl } from '../../../src/messages/nl.ts';
import { firstRows } from '../../../src/web/confirm/first-rows.ts';

const table = (count: number, text: string) => ({
  kind: 'table' as const,
  caption: 'Scores',
  columns: [{ header: 'Naam', align: 'start' as const, width: 1 }],
  rows: Array.from({ length: count }, () => cells(text)),
});

it('shows a small table whole, and of a large one the first rows, and how many there are', () => {
  expect(firstRows(nl, [table(150, 'a')])).toEqual([table(150, 'a')]);
  expect(firstRows(nl, [table(14_400, 'a')])).toEqual([
    table(150, 'a'),
    { kind: 'paragraph', text: nl.sheets.firstRows('150', '14.400') },
  ]);
});

it('shortens long texts, and says so', () => {
  expect(firstRows(nl, [table(1, 'a'.repeat(20_000))])).toEqual([
    table(1, `${'a'.repeat(300)}…`),
    { kind: 'paragraph', text: nl.sheets.cutText },
  ]);
});
