import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/explanation/blocks.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { artifacts, nodes, readAloud, readPdf, runOf } from './read-pdf.ts';
import { chapter, differentWords, paragraph, report, table } from './sample-report.ts';

const read = async (...blocks: Block[]) => readPdf(await renderPdf(report([chapter('Scores'), ...blocks])));
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    { text: `Inschrijver ${index + 1}` },
    { text: `Reden ${index + 1}` },
    { text: `${index},50` },
  ]);

describe('a table', () => {
  it('is read as caption, head and rows whose first cell is a header', async () => {
    const [read1] = nodes(await read(table(rows(2))), 'Table');
    expect(read1!.children.map((part) => part.role)).toEqual(['Caption', 'THead', 'TBody']);
    const [caption, head, body] = read1!.children;
    expect(caption!.text).toBe('Scores per inschrijver');
    expect(head!.children[0]!.children.map((cell) => [cell.role, cell.text])).toEqual([
      ['TH', 'Inschrijver'],
      ['TH', 'Motivering'],
      ['TH', 'Score'],
    ]);
    expect(body!.children.map((row) => row.children.map((cell) => [cell.role, cell.text]))).toEqual([
      [
        ['TH', 'Inschrijver 1'],
        ['TD', 'Reden 1'],
        ['TD', '0,50'],
      ],
      [
        ['TH', 'Inschrijver 2'],
        ['TD', 'Reden 2'],
        ['TD', '1,50'],
      ],
    ]);
  });

  it('says for every header whether it heads a column or a row', async () => {
    const bytes = await renderPdf(report([chapter('Scores'), table(rows(2))]));
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.match(/\/O \/Table\s+\/Scope \/Column/g)?.length).toBe(3);
    expect(file.match(/\/O \/Table\s+\/Scope \/Row/g)?.length).toBe(2);
  });

  it('aligns numbers at their ends', async () => {
    const [page] = (await read(table([...rows(1), [{ text: 'Ander' }, { text: '' }, { text: '110,25' }]]))).pages.slice(
      2,
    );
    const [short, long] = [runOf(page!, '0,50'), runOf(page!, '110,25')];
    expect(short.x + short.width).toBeCloseTo(long.x + long.width, 1);
  });

  it('repeats its head on every next page, for the eye only', async () => {
    const pdf = await read(table(rows(90)));
    const pages = pdf.pages.slice(2);
    expect(pages.length).toBeGreaterThan(2);
    expect(nodes(pdf, 'THead').length).toBe(1);
    for (const page of pages.slice(1))
      expect(artifacts(page)).toEqual(expect.arrayContaining(['Inschrijver', 'Score']));
    expect(artifacts(pages[0]!)).not.toContain('Inschrijver');
  });

  it('keeps every row once and in order', async () => {
    const read1 = nodes(await read(table(rows(90))), 'TBody').flatMap((body) => body.children);
    expect(read1.map((row) => row.children[0]!.text)).toEqual(rows(90).map((row) => row[0]!.text));
  });

  it('never leaves one short row alone under a repeated head', async () => {
    for (const count of [26, 27, 28, 29, 30, 31]) {
      const pages = (await read(table(rows(count)))).pages.slice(2);
      const onLastPage = pages.at(-1)!.runs.filter((run) => run.tag === 'TH');
      expect(onLastPage.length).toBeGreaterThan(1);
    }
  });

  it('divides a row of 4,000 words over pages and loses none', async () => {
    const words = differentWords(4000);
    const tall = [{ text: 'Samen Thuis' }, { text: words.join(' ') }, { text: '7,25' }];
    const pdf = await read(table([...rows(1), tall, ...rows(1)]));
    const cells = pdf.pages.map((page) =>
      page.runs
        .filter((run) => run.tag === 'TD')
        .map((run) => run.text)
        .join(' '),
    );
    expect(cells.join(' ').match(/woord\d+/g)).toEqual(words);
    expect(readAloud(pdf).match(/woord\d+/g)).toEqual(words);
    expect(nodes(pdf, 'TH').filter((cell) => cell.text === 'Samen Thuis').length).toBe(1);
    expect(pdf.pages.filter((page) => artifacts(page).includes('Samen Thuis')).length).toBeGreaterThan(5);
  });

  it('keeps a row of ordinary height on one page', async () => {
    const text = 'Een motivering van meer dan één regel, zoals die in een verslag gewoon is. '.repeat(4);
    const pdf = await read(
      table(Array.from({ length: 40 }, (_, row) => [{ text: `Rij ${row}` }, { text }, { text: '1' }])),
    );
    const heads = pdf.pages
      .slice(2)
      .map((page) => page.runs.filter((run) => run.tag === 'TH' && /Rij/.test(run.text)).length);
    const scores = pdf.pages
      .slice(2)
      .map((page) => page.runs.filter((run) => run.text === '1' && run.tag === 'TD').length);
    expect(heads.length).toBeGreaterThan(2);
    expect(scores).toEqual(heads);
  });

  it('may have no rows', async () => {
    const [empty] = nodes(await read(table([]), paragraph('Daarna.')), 'Table');
    expect(empty!.text).toContain('Motivering');
  });
});

describe('a table of facts', () => {
  it('is read as terms that head their values', async () => {
    const facts = [
      { term: 'Waarde', value: '€ 12.450.000,00' },
      { term: 'Percelen', value: '10' },
    ];
    const [read1] = nodes(await read({ kind: 'facts', caption: 'Kerngegevens', facts }), 'Table');
    expect(read1!.children.map((part) => part.role)).toEqual(['Caption', 'TBody']);
    const cells = read1!.children[1]!.children.map((row) => row.children.map((cell) => [cell.role, cell.text]));
    expect(cells).toEqual([
      [
        ['TH', 'Waarde'],
        ['TD', '€ 12.450.000,00'],
      ],
      [
        ['TH', 'Percelen'],
        ['TD', '10'],
      ],
    ]);
  });
});
