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

  it('begins its last page with three rows or more', async () => {
    for (const count of [29, 31]) {
      const pages = (await read(table(rows(count)))).pages.slice(2);
      if (pages.length > 1) expect(pages.at(-1)!.runs.filter((run) => run.tag === 'TH').length).toBeGreaterThan(2);
    }
  });

  it('leaves room to write in', async () => {
    const page = (await read(table([[{ text: 'Plan' }, { text: '', room: 6 }, { text: '' }], ...rows(1)]))).pages.at(
      -1,
    )!;
    expect(runOf(page, 'Plan').y - runOf(page, 'Inschrijver 1').y).toBeGreaterThan(80);
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

describe('a table on paper', () => {
  const columns = [
    { header: 'Criterium', align: 'start', width: 3 },
    { header: 'Punten', align: 'end', width: 1 },
    { header: 'Motivering', align: 'start', width: 5, prose: true, under: true },
  ] as const;
  const under = (...texts: string[]): Block => ({
    kind: 'table',
    caption: 'Scores van De Linde',
    columns,
    rows: texts.map((text, row) => [{ text: `Criterium ${row + 1}` }, { text: `${row},50` }, { text }]),
  });

  it('has long texts under their row, over the whole width, and reads them in the row', async () => {
    const text = 'Een motivering van enige lengte, die over de hele breedte loopt. '.repeat(3).trim();
    const pdf = await read(under(text, ''));
    const page = pdf.pages.at(-1)!;
    const [first] = page.runs.filter((run) => run.text.startsWith('Een motivering'));
    expect(first!.y).toBeLessThan(runOf(page, 'Criterium 1').y);
    expect(first!.width).toBeGreaterThan(350);
    expect(nodes(pdf, 'TBody')[0]!.children.map(({ children }) => children.map((cell) => cell.text))).toEqual([
      ['Criterium 1', '0,50', text],
      ['Criterium 2', '1,50', ''],
    ]);
    expect(nodes(pdf, 'THead')[0]!.text).toBe('Criterium Punten Motivering');
  });

  it('loses no word of 5,000 characters under a row, on little more than a page', async () => {
    const words = differentWords(560);
    const pdf = await read(under('Kort.', words.join(' '), 'Kort.'));
    expect(readAloud(pdf).match(/woord\d+/g)).toEqual(words);
    expect(pdf.pages.length).toBeLessThan(6);
  });

  it('says on every next page whose table it is, for the eye only', async () => {
    const pdf = await read(table(rows(90), 'Scores van De Linde'));
    for (const page of pdf.pages.slice(3)) expect(artifacts(page)).toContain('Scores van De Linde');
    expect(readAloud(pdf).match(/Scores van De Linde/g)).toHaveLength(1);
  });

  it('has smaller letters rather than broken words', async () => {
    const names = ['Gebiedsondersteuning', 'Samenwerkingsverband', 'Gezondheidsinstelling', 'Thuiszorgorganisatie'];
    const wide: Block = {
      kind: 'table',
      caption: 'Naast elkaar',
      columns: [
        { header: 'Criterium', align: 'start', width: 2 },
        ...names.map((header) => ({ header, align: 'end' as const, width: 1 })),
      ],
      rows: [[{ text: 'Overgangsmaatregelen' }, ...names.map(() => ({ text: '10,00' }))]],
    };
    const pdf = await read(wide);
    expect(nodes(pdf, 'TH').map(({ text }) => text)).toEqual(['Criterium', ...names, 'Overgangsmaatregelen']);
    const { runs } = pdf.pages.at(-1)!;
    for (const name of names) expect(runs.map(({ text }) => text)).toContain(name);
  });

  it('breaks one very long word over a column rather than an amount under it', async () => {
    const names = ['Zorgondersteuningscoöperatieoostgroninge', 'Stichting', 'Vereniging', 'Coöperatie', 'Combinatie'];
    const amounts = names.map((_, index) => `€ 106.546,${index}0`);
    const pdf = await read({
      kind: 'table',
      caption: 'Naast elkaar',
      columns: [
        { header: 'Criterium', align: 'start', width: 2.6 },
        ...names.map((header) => ({ header, align: 'end' as const, width: 1.4 })),
      ],
      rows: [[{ text: 'Prijs', depth: 1 }, ...amounts.map((text) => ({ text, part: true, strong: true }))]],
    });
    const shown = pdf.pages.at(-1)!.runs.map(({ text }) => text);
    for (const text of amounts) expect(shown).toContain(text);
    expect(nodes(pdf, 'TH')[1]!.text).not.toBe(names[0]);
  });

  it('lets figures that are counted in another stand in, so that the others add up under each other', async () => {
    const [page] = (
      await read(
        table([
          [{ text: 'Groep' }, { text: '' }, { text: '24,00' }],
          [{ text: 'Deel', depth: 1, part: true }, { text: '' }, { text: '12,00', part: true }],
          [{ text: 'Ander' }, { text: '' }, { text: '36,00' }],
        ]),
      )
    ).pages.slice(-1);
    const end = (text: string): number => runOf(page!, text).x + runOf(page!, text).width;
    expect(end('24,00')).toBeCloseTo(end('36,00'), 1);
    expect(end('12,00')).toBeLessThan(end('24,00') - 5);
  });

  it('draws bars before the figures that they show, for the eye only', async () => {
    const bar = (value: number) => ({ bar: { value, full: 100 } });
    const block = table([
      [{ text: 'A' }, { text: '' }, { text: '86,40', ...bar(86.4) }],
      [{ text: 'B' }, { text: '' }, { text: '7,00', ...bar(7) }],
    ]);
    const pdf = await read(block);
    expect(nodes(pdf, 'TD').map(({ text }) => text)).toEqual(['', '86,40', '', '7,00']);
    expect(nodes(pdf, 'Figure')).toEqual([]);
    expect(await renderPdf(report([block]))).toEqual(await renderPdf(report([block])));
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
