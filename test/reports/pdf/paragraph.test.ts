import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/explanation/blocks.ts';
import { widthOf } from '../../../src/reports/pdf/fonts.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { nodes, readPdf } from './read-pdf.ts';
import { chapter, differentWords, paragraph, report } from './sample-report.ts';

const read = async (...blocks: Block[]) => readPdf(await renderPdf(report([chapter('Advies'), ...blocks])));

describe('a paragraph', () => {
  it('is read as the same words, however its lines are broken', async () => {
    const text = differentWords(200).join(' ');
    expect(nodes(await read(paragraph(text)), 'P').at(-1)!.text).toBe(text);
  });

  it('is divided at blank lines', async () => {
    const parts = nodes(await read(paragraph('Eerste alinea.\n\nTweede\nalinea.')), 'P').slice(-2);
    expect(parts.map((part) => part.text)).toEqual(['Eerste alinea.', 'Tweede alinea.']);
  });

  it('has lines of about 75 characters', async () => {
    const text = 'De inschrijver heeft beschreven hoe de begeleiding van inwoners in de wijk wordt ingericht. '.repeat(
      9,
    );
    const lines = (await read(paragraph(text))).pages[2]!.runs.filter((run) => run.tag === 'P').slice(0, -1);
    for (const { text: line } of lines) {
      expect(line.length).toBeGreaterThan(60);
      expect(line.length).toBeLessThan(88);
    }
  });

  it('leaves no single line behind on a page', async () => {
    const pdf = await read(paragraph(differentWords(1000).join(' ')));
    for (const page of pdf.pages.slice(2)) {
      expect(page.runs.filter((run) => run.tag === 'P').length).toBeGreaterThan(1);
    }
  });
});

describe('code', () => {
  it('keeps every letter of a hash', async () => {
    const hash = '4f1c2d7e9b0a35687c1d2e3f4a5b6c7d'.repeat(8);
    expect(nodes(await read({ kind: 'code', text: hash }), 'Code')[0]!.text.replaceAll(' ', '')).toBe(hash);
  });

  it('has a hash in groups of four, and nothing else', async () => {
    const texts = nodes(
      await read({ kind: 'code', text: 'ff00aa11'.repeat(8) }, { kind: 'code', text: 'gunwijzer verify dossier.json' }),
      'Code',
    ).map(({ text }) => text);
    expect(texts).toEqual(['ff00 aa11 '.repeat(8).trim(), 'gunwijzer verify dossier.json']);
  });

  it('has no two letters in one sign', async () => {
    const bytes = await renderPdf(report([chapter('Controle'), { kind: 'code', text: 'officieel ff fi' }]));
    const pages = (await readPdf(bytes)).pages;
    const code = pages.flatMap(({ runs }) => runs).find(({ text }) => text.startsWith('officieel'))!;
    const apart = [...'officieel ff fi'].reduce((sum, letter) => sum + widthOf(letter, 'regular') * 9.5 + 0.4, 0);
    expect(code.width).toBeCloseTo(apart - 15 * 0.4, 1);
  });
});
