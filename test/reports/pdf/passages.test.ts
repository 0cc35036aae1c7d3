import { describe, expect, it } from 'vitest';
import type { Block, Prose } from '../../../src/explanation/blocks.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { type Node, nodes, readPdf } from './read-pdf.ts';
import { chapter, differentWords, report } from './sample-report.ts';

const read = async (block: Block) =>
  readPdf(await renderPdf(report([chapter('Outcome'), block], { language: 'en-GB' })));
const foreign: Prose = [{ text: 'Excluded:' }, { text: 'Te laat ingediend.', language: 'nl' }];
const dutch = (found: readonly Node[]): string[] => found.filter(({ lang }) => lang === 'nl').map(({ text }) => text);

describe('a passage in another language', () => {
  it.each<[string, Block]>([
    ['a paragraph', { kind: 'paragraph', text: foreign }],
    ['a list', { kind: 'list', ordered: false, items: [foreign] }],
    ['a note', { kind: 'note', tone: 'warning', title: 'Mind', text: foreign, items: ['One.', foreign, foreign] }],
    [
      'a table',
      {
        kind: 'table',
        caption: 'Scores',
        columns: [
          { header: 'Bid', align: 'start', width: 1 },
          { header: 'Reason', align: 'start', width: 3 },
        ],
        rows: [[{ text: 'A' }, { text: foreign, notes: [foreign] }]],
      },
    ],
  ])('is a span that says so in %s, and is read after what stands before it', async (_, block) => {
    const pdf = await read(block);
    const found = dutch(nodes(pdf, 'Span'));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(['Te laat ingediend.']));
    const whole = nodes(pdf, 'P', 'LBody', 'TD').map(({ text }) => text);
    expect(whole.some((text) => text.startsWith('Excluded: Te laat ingediend.'))).toBe(true);
  });

  it('keeps its language over pages, and no word is lost', async () => {
    const words = differentWords(2000);
    const text: Prose = [{ text: 'Reason:' }, { text: words.join(' '), language: 'nl' }];
    const pdf = await read({
      kind: 'table',
      caption: 'Motivations',
      columns: [
        { header: 'Bid', align: 'start', width: 1 },
        { header: 'Reason', align: 'start', width: 3 },
      ],
      rows: [[{ text: 'A' }, { text }]],
    });
    expect(pdf.pages.length).toBeGreaterThan(4);
    expect(dutch(nodes(pdf, 'Span')).join(' ').split(' ')).toEqual(words);
  });

  it('is none in a text without one', async () => {
    expect(nodes(await read({ kind: 'paragraph', text: [{ text: 'One.' }, { text: 'Two.' }] }), 'Span')).toEqual([]);
  });
});
