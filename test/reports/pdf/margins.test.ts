import { describe, expect, it } from 'vitest';
import { type Block, onItsPage } from '../../../src/explanation/blocks.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import type { Report } from '../../../src/reports/report.ts';
import { artifacts, readAloud, readPdf } from './read-pdf.ts';
import {
  chapter,
  differentWords,
  dutchLabels,
  paragraph,
  report,
  section,
  subsection,
  table,
} from './sample-report.ts';

/** Most of a page. */
const filled = paragraph(differentWords(250).join(' '));

describe('the running head', () => {
  const heads = async (...blocks: Block[]): Promise<string[]> => {
    const { pages } = await readPdf(await renderPdf(report(blocks)));
    return pages
      .slice(2)
      .map(({ runs }) => runs.filter(({ tag, y }) => tag === 'Artifact' && y > 790).map(({ text }) => text))
      .map((texts) => texts.join(' ').replace(/\s+/g, ' '));
  };

  it('says where the reader is, but not what stands at the top of the page itself', async () => {
    const long = paragraph(differentWords(1500).join(' '));
    const told = await heads(chapter('Scores'), section('Noord'), subsection('De Linde'), long);
    expect(told[0]).toBe('');
    expect(told.slice(1)).toEqual(told.slice(1).map(() => 'Scores › Noord › De Linde'));
    expect(told.length).toBeGreaterThan(2);
  });

  it('leaves out the lot of before where another begins at the top of the page', async () => {
    const rows = table(Array.from({ length: 24 }, (_, row) => [{ text: `${row}` }, { text: 'Ja' }, { text: '1' }]));
    const told = await heads(chapter('Scores'), section('Noord'), rows, section('Zuid'), rows, section('West'), rows);
    expect(told).toEqual(['', 'Scores', 'Scores']);
  });

  it('stands in records and forms as well, and not in letters', async () => {
    const blocks = [chapter('De Linde, Noord'), paragraph(differentWords(900).join(' '))];
    const headOf = async (front: Report['front']): Promise<string[]> => {
      const { pages } = await readPdf(await renderPdf(report(blocks, { front })));
      return pages.slice(0, 2).map((page) => artifacts(page)[0]!);
    };
    const [first, second] = await headOf({ kind: 'heading', facts: [] });
    expect([first, second]).toEqual(['Gunningsadvies ambulante begeleiding', 'De Linde, Noord']);
    const letter = await headOf({ kind: 'letter', sender: ['Wij'], addressee: ['U'], facts: [] });
    expect(letter).not.toContain('De Linde, Noord');
  });

  it('is not read aloud', async () => {
    const pdf = await readPdf(await renderPdf(report([chapter('Scores'), section('Noord'), filled, filled])));
    expect(readAloud(pdf)).not.toContain('›');
  });
});

describe('the footer', () => {
  it('numbers every page but the cover, for the eye only', async () => {
    const pdf = await readPdf(await renderPdf(report([chapter('Een'), filled, onItsPage('Twee')])));
    const footers = pdf.pages.map((page) => artifacts(page).join(' '));
    const title = 'Gunningsadvies ambulante begeleiding';
    expect(footers).toEqual([
      '',
      ...[2, 3, 4].map((page) => expect.stringMatching(`^${title}\\s+pagina ${page} van 4$`)),
    ]);
    expect(readAloud(pdf)).not.toContain('pagina');
  });

  it('speaks the language of the report', async () => {
    const labels = { ...dutchLabels, page: 'page {page} of {total}' };
    const pdf = await readPdf(await renderPdf(report([chapter('One')], { labels, language: 'en-GB' })));
    expect(artifacts(pdf.pages[2]!)).toContain('page 3 of 3');
  });

  it('shortens a title that does not fit beside the page number', async () => {
    const pdf = await readPdf(await renderPdf(report([chapter('Een')], { title: 'Een heel lange titel '.repeat(12) })));
    const [title, number] = artifacts(pdf.pages[2]!).filter((text) => text.trim() !== '');
    expect(title).toMatch(/^Een heel lange titel .* …$/);
    expect(number).toBe('pagina 3 van 3');
  });
});
