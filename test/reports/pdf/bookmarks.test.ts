import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { readPdf } from './read-pdf.ts';
import { chapter, report, section, subsection } from './sample-report.ts';

describe('bookmarks', () => {
  it('are the chapters with their sections, without the third level', async () => {
    const blocks = [chapter('Advies'), section('Kort'), subsection('Detail'), section('Lang'), chapter('Bijlage')];
    const pdf = await readPdf(await renderPdf(report(blocks)));
    expect(pdf.outline).toEqual([
      {
        title: 'Advies',
        children: [
          { title: 'Kort', children: [] },
          { title: 'Lang', children: [] },
        ],
      },
      { title: 'Bijlage', children: [] },
    ]);
  });
});
