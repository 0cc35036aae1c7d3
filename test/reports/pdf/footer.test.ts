import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { artifacts, readAloud, readPdf } from './read-pdf.ts';
import { chapter, dutchLabels, report } from './sample-report.ts';

describe('the footer', () => {
  it('numbers every page but the cover, for the eye only', async () => {
    const pdf = await readPdf(await renderPdf(report([chapter('Een'), chapter('Twee')])));
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
