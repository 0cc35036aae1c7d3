import { describe, expect, it } from 'vitest';
import { type Block, heading, paragraph, type TableBlock } from '../../../src/explanation/blocks.ts';
import { en } from '../../../src/messages/en.ts';
import { nl } from '../../../src/messages/nl.ts';
import { blocksModel, pageNames } from '../../../src/web/pages/blocks.ts';

const table: TableBlock = {
  kind: 'table',
  caption: 'Punten',
  columns: [
    { header: 'Criterium', align: 'start', width: 1 },
    { header: 'Punten', align: 'end', width: 1 },
  ],
  rows: [
    [{ text: 'Groep' }, { text: '24,00' }],
    [
      { text: 'Deel', depth: 1, notes: ['Uitleg.'], strong: true },
      { text: '12,00', strong: true, badge: 'success' },
    ],
  ],
};
const folded = (summary: string): Block => ({
  kind: 'details',
  level: 2,
  summary,
  blocks: [heading(3, 'Uitleg'), table],
});

describe('blocks on a page', () => {
  it('have no frame with the name of a section, which a reader could not tell apart', () => {
    const [before, own] = blocksModel(nl, [heading(1, 'Vooraf'), table, heading(1, 'Punten'), table]);
    const regions = [before, own].flatMap((section) =>
      (section?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block.table.region] : [])),
    );
    expect(regions).toEqual(['Vooraf: Punten', 'Punten: Punten']);
  });

  it('come in sections that are named by their headings, one level under the title of the page', () => {
    const model = blocksModel(nl, [
      paragraph('Vooraf.'),
      heading(1, 'Regels', 'rules'),
      heading(2, 'Prijs'),
      heading(3, 'Btw'),
    ]);
    expect(model.map((section) => section.heading)).toEqual([null, { id: 'rules', text: 'Regels' }]);
    expect(model[1]!.blocks).toMatchObject([{ level: 3 }, { level: 4 }]);
  });

  it('have every id and every name of a frame once on the page', () => {
    const names = pageNames();
    const blocks = [heading(1, 'Noord', 'lot-1'), folded('Berekening voor A'), folded('Berekening voor B')];
    const other = [heading(1, 'Zuid', 'lot-1'), folded('Berekening voor A')];
    const sections = [...blocksModel(nl, blocks, names), ...blocksModel(nl, other, names)];
    expect(sections.map((section) => section.heading!.id)).toEqual(['lot-1', 'lot-1-2']);
    const regions = sections
      .flatMap((section) => section.blocks)
      .flatMap((block) => (block.kind === 'details' ? block.blocks : [block]))
      .flatMap((block) => (block.kind === 'table' ? [block.table.region] : []));
    expect(regions).toEqual(['Punten', 'Berekening voor B: Punten', 'Berekening voor A: Punten']);
  });

  it('mark a row of strong cells, line figures up and let a row stand in', () => {
    const [section] = blocksModel(nl, [table]);
    const [block] = section!.blocks;
    const drawn = block!.kind === 'table' ? block!.table : undefined;
    expect(drawn!.rows.map(({ marked }) => marked)).toEqual([false, true]);
    expect(drawn!.columns.map((column) => column.class)).toEqual(['', ' gw-number']);
    expect(drawn!.rows[1]!.cells).toMatchObject([
      { header: true, class: ' gw-depth-1', badge: null, notes: [[{ text: 'Uitleg.' }]] },
      { header: false, class: ' gw-number', badge: 'utrecht-badge-status--success' },
    ]);
  });

  it('let a table stack: parts that add up apart, each value with the head of its column, a marked column and where lines lead to', () => {
    const stacking: TableBlock = {
      ...table,
      stacks: true,
      columns: [...table.columns, { header: 'De Linde – winnaar', align: 'end', width: 1, marked: true }],
      rows: [
        [{ text: 'Groep' }, { text: '24,00' }, { text: '20,00', strong: true }],
        [{ text: 'Deel', depth: 1, part: true }, { text: '12,00', part: true }, { text: '' }],
        [{ text: 'Los' }, { text: '6,00' }, { text: [{ text: 'Lees', href: '#lot-1' }] }],
        [{ text: 'Totaal' }, { text: '30,00' }, { text: '26,00' }],
      ],
      sums: 1,
    };
    const [section] = blocksModel(nl, [stacking]);
    const [drawn] = section!.blocks.flatMap((block) => (block.kind === 'stacking-table' ? [block.table] : []));
    expect(drawn!.parts.map((part) => [part.class, part.rows.length])).toEqual([
      [' gw-part', 2],
      [' gw-part', 1],
      [' gw-sums', 1],
    ]);
    expect(drawn!.class).toBe(' gw-stack--figures');
    expect(drawn!.columns.at(-1)!.class).toBe(' gw-number gw-column--marked');
    expect(drawn!.parts[0]!.rows[0]!.cells.at(-1)).toMatchObject({
      label: 'De Linde – winnaar',
      class: ' gw-number gw-column--marked gw-strong',
    });
    expect(drawn!.parts[0]!.rows[1]!.cells[1]!.class).toBe(' gw-number gw-counted');
    expect(drawn!.parts[1]!.rows[0]!.cells.at(-1)).toMatchObject({
      plain: null,
      passages: [{ text: 'Lees', href: '#lot-1' }],
    });
    const flat: TableBlock = { ...table, stacks: true, rows: [[{ text: 'Noord' }, { text: '1' }]] };
    expect(blocksModel(nl, [flat])[0]!.blocks[0]).toMatchObject({ table: { parts: [{ class: '' }] } });
  });

  it('leave lines to sign on, with a name where that is known', () => {
    const labels = { signature: 'Handtekening', name: 'Naam', date: 'Datum' };
    const lines = [{ label: 'Voorzitter', name: 'A. Jansen' }, { label: 'Lid' }];
    const [section] = blocksModel(nl, [{ kind: 'signatures', lines, labels }]);
    expect(section!.blocks).toMatchObject([
      {
        kind: 'signatures',
        lines: lines.map(({ label, name }) => ({
          label,
          blanks: [
            { term: 'Handtekening', value: null },
            { term: 'Naam', value: name ?? null },
            { term: 'Datum', value: null },
          ],
        })),
      },
    ]);
  });

  it('have no heading level left out in what folds, and a title for a note without one', () => {
    const [section] = blocksModel(en, [
      heading(1, 'Outcome', 'outcome'),
      folded('How'),
      { kind: 'note', tone: 'warning', title: '', text: '', items: ['Ask.'] },
    ]);
    expect(section!.blocks).toMatchObject([
      { kind: 'details', blocks: [{ kind: 'heading', level: 3 }, {}] },
      { kind: 'note', title: 'Please note', level: 3, passages: [], tone: 'warning' },
    ]);
    const [before] = blocksModel(en, [{ kind: 'note', tone: 'warning', title: 'Example', text: 'Partly.' }]);
    expect(before!.blocks[0]).toMatchObject({ level: 2 });
  });
});
