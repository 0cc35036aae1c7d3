import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/explanation/blocks.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { nodes, readAloud, readPdf } from './read-pdf.ts';
import { chapter, differentWords, paragraph, report } from './sample-report.ts';

const read = async (note: Block) => readPdf(await renderPdf(report([chapter('Advies'), note])));

describe('a note', () => {
  it.each([
    ['information', 'Toelichting: rente'],
    ['success', 'In orde: rente'],
    ['warning', 'Let op: rente'],
  ] as const)('starts with the word for its tone: %s', async (tone, title) => {
    const [box] = nodes(await read({ kind: 'note', tone, title: 'rente', text: 'De rente is 2%.' }), 'Div');
    expect(box!.children.map((part) => [part.role, part.text])).toEqual([
      ['P', title],
      ['P', 'De rente is 2%.'],
    ]);
  });

  it('has only that word when it has no title', async () => {
    const [box] = nodes(await read({ kind: 'note', tone: 'warning', title: '', text: 'Tekst.' }), 'Div');
    expect(box!.children[0]!.text).toBe('Let op');
  });

  it('lists its points under its text', async () => {
    const pdf = await read({
      kind: 'note',
      tone: 'warning',
      title: 'rente',
      text: 'Twee zaken.',
      items: ['Een.', 'Twee.'],
    });
    const [box] = nodes(pdf, 'Div');
    expect(box!.children.map(({ role }) => role)).toEqual(['P', 'P', 'L']);
    expect(box!.children[2]!.children.map((item) => item.children.map(({ role, text }) => [role, text]))).toEqual([
      [
        ['Lbl', '•'],
        ['LBody', 'Een.'],
      ],
      [
        ['Lbl', '•'],
        ['LBody', 'Twee.'],
      ],
    ]);
  });

  it('fills a page before it goes on, where it is high', async () => {
    const blocks = [...Array.from({ length: 12 }, () => paragraph('Kort.'))];
    const note = { kind: 'note', tone: 'warning', title: 'lang', text: differentWords(330).join(' ') } as const;
    const pdf = await readPdf(await renderPdf(report([chapter('Advies'), ...blocks, note])));
    expect(pdf.pages.at(-2)!.structure.text).toContain('woord1 ');
    expect(readAloud(pdf).match(/woord\d+/g)).toEqual(differentWords(330));
  });

  it('goes on over pages without losing a word', async () => {
    const words = differentWords(1500);
    const pdf = await read({ kind: 'note', tone: 'success', title: 'lang', text: words.join(' ') });
    expect(readAloud(pdf).match(/woord\d+/g)).toEqual(words);
    expect(pdf.pages.length).toBeGreaterThan(4);
  });
});
