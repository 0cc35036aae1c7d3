import { describe, expect, it } from 'vitest';
import type { Bar, Block } from '../../../src/explanation/blocks.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { nodes, readPdf, runOf } from './read-pdf.ts';
import { chapter, report } from './sample-report.ts';

const chart = (bars: readonly Bar[]): Block => ({
  kind: 'bars',
  title: 'Totaalscore per gebied',
  alternative: 'Het centrum scoort het hoogst.',
  full: 100,
  bars,
});
const read = async (bars: readonly Bar[]) => readPdf(await renderPdf(report([chapter('Uitkomst'), chart(bars)])));

describe('a bar chart', () => {
  it('is a figure with an alternative, under its title', async () => {
    const pdf = await read([{ label: 'Centrum', value: 91.4, text: '91,40' }]);
    expect(nodes(pdf, 'P').at(-1)!.text).toBe('Totaalscore per gebied');
    expect(nodes(pdf, 'Figure').map((figure) => figure.alt)).toEqual(['Het centrum scoort het hoogst.']);
  });

  it('shows every label and value as text', async () => {
    const pdf = await read([
      { label: 'Centrum', value: 91.4, text: '91,40 (hoogste)', highlighted: true },
      { label: 'Noordoever', value: 7, text: '7,00' },
      { label: 'Duinrand', value: 0, text: 'geen inschrijving' },
    ]);
    const text = nodes(pdf, 'Figure')[0]!.text.replace(/\s+/g, ' ');
    for (const part of ['Centrum', '91,40 (hoogste)', 'Noordoever', '7,00', 'Duinrand', 'geen inschrijving']) {
      expect(text).toContain(part);
    }
  });

  it('lines up the numbers also when words follow them', async () => {
    const pdf = await read([
      { label: 'Centrum', value: 91.4, text: '91,40 (hoogste)' },
      { label: 'Noordoever', value: 100, text: '7,00' },
    ]);
    const [first, second] = [runOf(pdf.pages[2]!, '91,40'), runOf(pdf.pages[2]!, '7,00')];
    expect(first.x + first.width).toBeCloseTo(second.x + second.width, 1);
  });

  it('keeps values inside the page however long they are', async () => {
    const pdf = await read([
      { label: 'Combinatie met een heel lange naam '.repeat(4), value: 250, text: 'een lange toelichting '.repeat(12) },
      { label: 'Onder nul', value: -10, text: '-10,00' },
    ]);
    for (const run of pdf.pages[2]!.runs) expect(run.x + run.width).toBeLessThan(534);
  });

  it('becomes one figure per page when it is too tall, each with its own words', async () => {
    const bars = Array.from({ length: 60 }, (_, index) => ({
      label: `Gebied ${index + 1}`,
      value: index,
      text: `${index},00`,
    }));
    const figures = nodes(await read(bars), 'Figure');
    expect(figures.length).toBe(2);
    expect(figures[0]!.alt).toMatch(/^Het centrum scoort het hoogst\. Gebied 1: 0,00; Gebied 2: 1,00;/);
    expect(figures[1]!.alt).toMatch(/Gebied 60: 59,00\.$/);
  });
});
