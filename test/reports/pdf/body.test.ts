import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, onItsPage } from '../../../src/explanation/blocks.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { nodes, type ReadPdf, readAloud, readPdf } from './read-pdf.ts';
import { chapter, differentWords, paragraph, report, section, subsection, table } from './sample-report.ts';

const read = async (blocks: readonly Block[]) => readPdf(await renderPdf(report(blocks)));

/** Roles of what stands on a page, without the insides of tables and figures. */
const rolesOn = (pdf: ReadPdf, page: number) =>
  pdf.pages[page]!.structure.children[0]!.children.map((child) => child.role);

describe('chapters', () => {
  const half = paragraph(differentWords(200).join(' '));
  const most = paragraph(differentWords(290).join(' '));

  it('start on a new page near the foot of one', async () => {
    const pdf = await read([chapter('Een'), most, chapter('Twee'), paragraph('Kort.')]);
    expect([rolesOn(pdf, 2), rolesOn(pdf, 3)]).toEqual([
      ['H1', 'P'],
      ['H1', 'P'],
    ]);
  });

  it('go on where a new page would leave much of this one empty', async () => {
    const pdf = await read([chapter('Een'), half, chapter('Twee'), paragraph('Kort.')]);
    expect(pdf.pages).toHaveLength(3);
    expect(rolesOn(pdf, 2)).toEqual(['H1', 'P', 'H1', 'P']);
  });

  it('start on a new page where they are an annex', async () => {
    const pdf = await read([chapter('Een'), paragraph('Kort.'), onItsPage('Bijlage'), paragraph('Kort.')]);
    expect([rolesOn(pdf, 2), rolesOn(pdf, 3)]).toEqual([
      ['H1', 'P'],
      ['H1', 'P'],
    ]);
  });

  it('leave no empty page when they come first', async () => {
    expect((await read([chapter('Een')])).pages.length).toBe(3);
  });
});

describe('what opens a report', () => {
  it('stands on the page after the cover, before the contents, and is in them', async () => {
    const opening = [chapter('Het besluit'), paragraph('Gegund.')];
    const pdf = await readPdf(await renderPdf(report([chapter('Advies'), section('Waarom')], { opening })));
    expect(rolesOn(pdf, 1)).toEqual(['H1', 'P']);
    expect(pdf.pages[1]!.structure.text).toBe('Het besluit Gegund.');
    expect(rolesOn(pdf, 2)).toEqual(['H1', 'TOC']);
    expect(nodes(pdf, 'Link').map(({ text }) => text.replace(/\s+/g, ' '))).toEqual([
      'Het besluit 2',
      'Advies 4',
      'Waarom 4',
    ]);
    expect(pdf.outline.map(({ title }) => title)).toEqual(['Het besluit', 'Advies']);
  });
});

describe('headings', () => {
  const filler = fc.integer({ min: 1, max: 60 }).map((words) => paragraph(differentWords(words).join(' ')));
  const rows = fc
    .integer({ min: 1, max: 12 })
    .map((count) => table(Array.from({ length: count }, () => [{ text: 'Rij' }, { text: 'Reden' }, { text: '1' }])));
  const chart = fc.integer({ min: 1, max: 14 }).map(
    (count): Block => ({
      kind: 'bars',
      title: 'Scores',
      alternative: 'Scores.',
      full: 10,
      bars: Array.from({ length: count }, (_, index) => ({ label: `Gebied ${index}`, value: index, text: `${index}` })),
    }),
  );
  const part = fc
    .tuple(fc.boolean(), fc.oneof(filler, rows, chart), filler)
    .map(([deeper, first, second]) => [
      section('Paragraaf'),
      ...(deeper ? [subsection('Onderdeel')] : []),
      first,
      second,
    ]);

  it('never stand alone at the foot of a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 8, maxLength: 16 }), async (parts) => {
        const pdf = await read([chapter('Advies'), ...parts.flat()]);
        for (let page = 2; page < pdf.pages.length; page += 1) {
          expect(rolesOn(pdf, page).at(-1)).not.toMatch(/^H/);
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});

describe('captions', () => {
  it('stand on the page of their first rows', async () => {
    for (let lines = 30; lines < 44; lines += 1) {
      const pdf = await read([chapter('Advies'), paragraph(Array(lines).fill('regel').join('\n')), table(sixtyRows)]);
      const page = pdf.pages.findIndex((candidate) => candidate.structure.text.includes('Scores per inschrijver'));
      const body = nodes({ ...pdf, pages: [pdf.pages[page]!] }, 'TBody')[0];
      expect(body?.children.length ?? 0).toBeGreaterThan(1);
    }
  });
});

describe('the order of reading', () => {
  it('is the order of the blocks', async () => {
    const blocks = [chapter('Een'), paragraph('Twee.'), section('Drie'), paragraph('Vier.'), chapter('Vijf')];
    const text = readAloud(await read(blocks));
    expect(text.slice(text.lastIndexOf('Een')).match(/Een|Twee|Drie|Vier|Vijf/g)).toEqual([
      'Een',
      'Twee',
      'Drie',
      'Vier',
      'Vijf',
    ]);
  });
});

const sixtyRows = Array.from({ length: 60 }, (_, index) => [
  { text: `Rij ${index}` },
  { text: 'Reden' },
  { text: '1,00' },
]);

describe('an introduction', () => {
  const rows = table(Array.from({ length: 14 }, () => [{ text: 'Rij' }, { text: 'Reden' }, { text: '1' }]));
  const hash: Block = { kind: 'code', text: 'a'.repeat(64) };

  it('of several short paragraphs stays with what it introduces', async () => {
    for (let filler = 12; filler < 30; filler += 1) {
      const before = Array.from({ length: filler }, () => paragraph('Kort.'));
      for (const last of [rows, hash]) {
        const pdf = await read([
          chapter('Advies'),
          ...before,
          section('Noord'),
          paragraph('Niet aan u.'),
          paragraph('Rang 2.'),
          last,
        ]);
        const roles = pdf.pages.map((_, page) => rolesOn(pdf, page));
        const at = roles.findIndex((on) => on.includes('H2'));
        expect([filler, roles[at]!.slice(-4)]).toEqual([filler, ['H2', 'P', 'P', last === hash ? 'P' : 'Table']]);
      }
    }
  });

  it('that is a short list stays with the table under it', async () => {
    const reasons: Block = { kind: 'list', ordered: false, items: ['Staat hier als eerste.'] };
    for (let filler = 8; filler < 30; filler += 2) {
      const before = Array.from({ length: filler }, () => paragraph('Kort.'));
      const pdf = await read([chapter('Advies'), ...before, section('Noord'), paragraph('Aan A.'), reasons, rows]);
      const roles = pdf.pages.map((_, page) => rolesOn(pdf, page)).find((on) => on.includes('H2'))!;
      expect([filler, roles.slice(-4)]).toEqual([filler, ['H2', 'P', 'L', 'Table']]);
    }
  });
});

describe('what a table comes to', () => {
  it('stands on the page of its last row', async () => {
    const rows = table(Array.from({ length: 30 }, () => [{ text: 'Rij' }, { text: 'Reden' }, { text: '1' }]));
    for (let filler = 0; filler < 12; filler += 3) {
      const before = Array.from({ length: filler }, () => paragraph('Kort.'));
      const pdf = await read([chapter('Advies'), ...before, rows, paragraph('Samen 30.'), section('Verder')]);
      for (let page = 3; page < pdf.pages.length; page += 1) expect(rolesOn(pdf, page)[0]).toBe('Table');
    }
  });
});

describe('the short paragraph with which a document ends', () => {
  const command: Block = { kind: 'code', text: 'npx gunwijzer verify dossier.json --head abc' };
  const points: Block = { kind: 'list', ordered: false, items: ['Het gebied.', 'De omvang.'] };
  const ends: [string, readonly Block[]][] = [
    ['a command', [section('Herberekenen'), paragraph('Zo gaat dat:'), command]],
    ['a list', [paragraph('Bekend zijn:'), points]],
    ['another paragraph', [paragraph('Voor wie het wil nagaan.')]],
  ];

  it.each(ends)('has %s beside it on the last page, and before an annex', async (_, before) => {
    for (let filler = 17; filler < 31; filler += 1) {
      const text = Array.from({ length: filler }, () => paragraph('Kort.'));
      const end = [...text, ...before, paragraph('Buiten die map bestaat de opdracht niet.')];
      const pdf = await read([chapter('Advies'), ...end, onItsPage('Bijlage'), ...end]);
      // The colophon has a page of its own.
      const alone = pdf.pages.filter((page, place) => place > 1 && page.structure.children[0]!.children.length === 1);
      expect([filler, alone.length]).toEqual([filler, 0]);
    }
  });
});
