import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../../src/explanation/blocks.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import type { Report } from '../../../src/reports/report.ts';
import { nodes, type ReadPdf, readPdf } from './read-pdf.ts';
import { chapter, longReport, paragraph, report, section, table } from './sample-report.ts';

describe('the PDF of a long report', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await readPdf(await renderPdf(longReport()));
  });

  it('leaves no text outside the structure tree and the artifacts', () => {
    const runs = pdf.pages.flatMap((page) => page.runs);
    expect(runs.length).toBeGreaterThan(1000);
    expect(runs.filter((run) => run.tag === undefined)).toEqual([]);
  });

  it('has headings that start at level 1 and never skip a level', () => {
    const levels = nodes(pdf, 'H1', 'H2', 'H3').map((heading) => Number(heading.role.slice(1)));
    expect(levels[0]).toBe(1);
    expect(Math.max(...levels)).toBe(3);
    const steps = levels.slice(1).map((level, index) => level - levels[index]!);
    expect(Math.max(...steps)).toBe(1);
  });

  it('has one root in the structure tree of every page', () => {
    const roots = pdf.pages.map((page) => page.structure.children.map((child) => child.role));
    expect(roots).toEqual(pdf.pages.map(() => ['Document']));
  });

  it('gives every figure words for who cannot see it', () => {
    const figures = nodes(pdf, 'Figure');
    expect(figures.map((figure) => figure.alt)).toEqual([
      'Staafdiagram van tien gebieden; Duinrand heeft met 91,40 punten de hoogste score.',
    ]);
  });

  it('keeps all text within the margins', () => {
    for (const run of pdf.pages.flatMap((page) => page.runs)) {
      expect(run.x).toBeGreaterThan(61);
      expect(run.x + run.width).toBeLessThan(595.28 - 61);
      expect(run.y).toBeGreaterThan(40);
    }
  });
});

describe('the bytes of a report', () => {
  const small = (text = 'Dezelfde tekst.') => report([chapter('Advies'), paragraph(text), table([])]);

  it('are equal for equal reports', async () => {
    expect(await renderPdf(longReport())).toEqual(await renderPdf(longReport()));
  });

  it('do not depend on what was drawn before in the same process', async () => {
    // The ligature and the Greek letter share their glyphs with letters of the second report.
    await renderPdf(small('Of\uFB01ciële \uFB01ets van 5 μm'));
    const after = await renderPdf(small('Officieel fietspad, 7 µm'));
    expect(drawnElsewhere(small('Officieel fietspad, 7 µm'))).toEqual(Buffer.from(after));
  });

  it('have another file identifier when the content hash is another', async () => {
    const one = await readPdf(await renderPdf(small()));
    const other = await readPdf(await renderPdf({ ...small(), contentHash: 'f'.repeat(64) }));
    expect(one.fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(other.fingerprint).not.toBe(one.fingerprint);
  });

  it('start with the version of PDF that PDF/A-3 builds on', async () => {
    expect(Buffer.from((await renderPdf(small())).subarray(0, 8)).toString()).toBe('%PDF-1.7');
  });
});

describe('a report with texts that no form would take', () => {
  const odd = 'Naam\nop\u2028twee 漢🙂\u202e\ud800\u0007 q\u0303 <&> \uf0b7';
  const blocks: Block[] = [
    chapter(odd),
    section(odd),
    paragraph(odd),
    { kind: 'code', text: odd },
    { kind: 'list', ordered: true, items: [odd] },
    { kind: 'facts', caption: odd, facts: [{ term: odd, value: odd }] },
    table([[{ text: odd }, { text: odd }, { text: odd, strong: true }]], odd),
    { kind: 'bars', title: odd, alternative: odd, full: 10, bars: [{ label: odd, value: 5, text: `5 ${odd}` }] },
    { kind: 'note', tone: 'warning', title: odd, text: odd },
  ];

  it('is drawn, with a square for what the fonts lack', async () => {
    const given = report(blocks, {
      title: odd,
      subtitle: odd,
      author: odd,
      front: { kind: 'cover', facts: [{ term: odd, value: odd }] },
    });
    const pdf = await readPdf(await renderPdf(given));
    const text = pdf.pages.flatMap((page) => page.runs.map((run) => run.text)).join(' ');
    expect(text).toContain('□');
    expect(nodes(pdf, 'H1')[1]!.text).toContain('Naam op twee □□');
    expect(pdf.outline[0]!.title).toContain('Naam op twee 漢🙂');
    expect(String(pdf.xmp.get('dc:title'))).toContain('Naam op twee 漢🙂');
  });

  it('breaks no line where there is one', async () => {
    const lines = async (label: string) => {
      const bars: Block = {
        kind: 'bars',
        title: label,
        alternative: label,
        full: 1,
        bars: [{ label, value: 1, text: '1' }],
      };
      const pdf = await readPdf(await renderPdf(report([chapter(label), bars])));
      return pdf.pages.map((page) => page.runs.map(({ y, text }) => `${Math.round(y)} ${text}`));
    };
    expect(await lines('Gebied\nNoord')).toEqual(await lines('Gebied Noord'));
  });
});

describe('a report that cannot be drawn', () => {
  it('is refused when a heading skips a level', async () => {
    await expect(renderPdf(report([section('Zonder hoofdstuk')]))).rejects.toThrow(
      'heading-level-skipped: 2, "Zonder hoofdstuk"',
    );
  });
});

describe('a report without headings', () => {
  it('has a cover and its text, but no contents', async () => {
    const pdf = await readPdf(await renderPdf(report([paragraph('Alleen tekst.')])));
    expect(pdf.pages.length).toBe(2);
    expect(nodes(pdf, 'TOC', 'H1')).toEqual([]);
    expect(nodes(pdf, 'P').at(-1)?.text).toBe('Alleen tekst.');
  });
});

/** Drawn by a process of its own. */
function drawnElsewhere(given: Report): Buffer {
  const module = new URL('../../../dist/src/reports/pdf/render.js', import.meta.url).href;
  const report = JSON.stringify({ ...given, date: undefined });
  const program = `
    import { renderPdf } from ${JSON.stringify(module)};
    const report = { ...${report}, date: ${given.date ? `new Date(${given.date.getTime()})` : 'null'} };
    process.stdout.write(Buffer.from(await renderPdf(report)));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { maxBuffer: 1e8 });
}
