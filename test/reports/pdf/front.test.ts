import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/explanation/blocks.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import type { Front } from '../../../src/reports/report.ts';
import { artifacts, nodes, readPdf, runOf } from './read-pdf.ts';
import { chapter, differentWords, paragraph, report, section, subsection } from './sample-report.ts';

const facts = [
  { term: 'Datum', value: '2 maart 2026' },
  { term: 'Onderwerp', value: 'Mededeling van de gunningsbeslissing' },
];
const record: Front = { kind: 'heading', facts };
const letter: Front = {
  kind: 'letter',
  sender: ['Gemeente Waterveen', 'Postbus 1, 1234 AB Waterveen'],
  addressee: ['Stichting De Linde', 'T.a.v. de directie', 'Dorpsstraat 1', '1234 CD Waterveen'],
  facts,
};
const read = async (front: Front, blocks: readonly Block[]) => readPdf(await renderPdf(report(blocks, { front })));
const long = [chapter('Een'), paragraph(differentWords(900).join(' ')), chapter('Twee'), paragraph('Slot.')];

describe('a document that begins with its title', () => {
  it('has who speaks, title, facts and text on one page, in that order, and no contents', async () => {
    const pdf = await read(record, [chapter('Aanleiding'), paragraph('Kort.'), chapter('Besluit'), section('Waarom')]);
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.pages[0]!.structure.children[0]!.children.map((part) => [part.role, part.text])).toEqual([
      ['P', 'Gemeente Waterveen'],
      ['H1', 'Gunningsadvies ambulante begeleiding'],
      ['P', 'Aanbesteding maatschappelijke ondersteuning'],
      ['L', 'Datum 2 maart 2026 Onderwerp Mededeling van de gunningsbeslissing'],
      ['H2', 'Aanleiding'],
      ['P', 'Kort.'],
      ['H2', 'Besluit'],
      ['H3', 'Waarom'],
    ]);
    expect(nodes(pdf, 'TOC')).toEqual([]);
    expect(pdf.outline.map(({ title }) => title)).toEqual(['Aanleiding', 'Besluit']);
  });

  it('tags three levels of headings under its title', async () => {
    const pdf = await read(record, [chapter('Een'), section('Twee'), subsection('Drie'), paragraph('Kort.')]);
    expect(nodes(pdf, 'H1', 'H2', 'H3', 'H4').map(({ role }) => role)).toEqual(['H1', 'H2', 'H3', 'H4']);
  });
});

describe('a letter', () => {
  it('has who sends it, to whom, its facts and its text, and its headings start at level 1', async () => {
    const pdf = await read(letter, [paragraph('Geachte heer, mevrouw,'), chapter('Beroep'), paragraph('Kort.')]);
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.pages[0]!.structure.children[0]!.children.map((part) => [part.role, part.text])).toEqual([
      ['P', 'Gemeente Waterveen Postbus 1, 1234 AB Waterveen'],
      ['P', 'Stichting De Linde T.a.v. de directie Dorpsstraat 1 1234 CD Waterveen'],
      ['L', 'Datum 2 maart 2026 Onderwerp Mededeling van de gunningsbeslissing'],
      ['P', 'Geachte heer, mevrouw,'],
      ['H1', 'Beroep'],
      ['P', 'Kort.'],
    ]);
  });

  it('has the addressee where an envelope has its window', async () => {
    const [page] = (await read(letter, [paragraph('Kort.')])).pages;
    const fromTop = (text: string): number => 841.89 - runOf(page!, text).y;
    expect(fromTop('Stichting De Linde')).toBeGreaterThan(142);
    expect(fromTop('1234 CD Waterveen')).toBeLessThan(227);
    expect(fromTop('Datum')).toBeGreaterThan(250);
  });

  it('may have no sender and no addressee', async () => {
    const pdf = await read({ kind: 'letter', sender: [], addressee: [], facts: [] }, [paragraph('Kort.')]);
    expect(pdf.pages[0]!.structure.text).toBe('Kort.');
  });

  it('gives way to a long sender and a long addressee', async () => {
    const many = (word: string, count: number): string[] =>
      Array.from({ length: count }, (_, index) => `${word} ${index}`);
    const pdf = await read({ ...letter, sender: many('Regel', 12), addressee: many('Adres', 12) }, [
      paragraph('Kort.'),
    ]);
    const heights = pdf.pages[0]!.runs.map(({ y }) => y);
    expect(heights).toEqual([...heights].sort((one, other) => other - one));
  });
});

describe.each([
  ['a record', record],
  ['a letter', letter],
])('%s', (_, front) => {
  it('starts no page for a chapter', async () => {
    const pdf = await read(front, [chapter('Een'), paragraph('Kort.'), chapter('Twee'), paragraph('Kort.')]);
    expect(pdf.pages).toHaveLength(1);
  });

  it('numbers all its pages where it has more than one, and none where it has one', async () => {
    const pages = (await read(front, long)).pages;
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries())
      expect(artifacts(page)).toContain(`pagina ${index + 1} van ${pages.length}`);
    const [only] = (await read(front, [paragraph('Kort.')])).pages;
    expect(artifacts(only!)).toEqual([]);
  });

  it('leaves no text outside the structure tree, and gives equal bytes', async () => {
    const pdf = await read(front, long);
    expect(pdf.pages.flatMap(({ runs }) => runs).filter(({ tag }) => tag === undefined)).toEqual([]);
    const given = report(long, { front });
    expect(await renderPdf(given)).toEqual(await renderPdf(given));
  });
});
