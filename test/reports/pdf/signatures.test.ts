import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/explanation/blocks.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { nodes, readPdf, runOf } from './read-pdf.ts';
import { chapter, paragraph, report } from './sample-report.ts';

const signatures = (...lines: { label: string; name?: string }[]): Block => ({
  kind: 'signatures',
  lines,
  labels: { signature: 'Handtekening', name: 'Naam', date: 'Datum' },
});
const read = async (...blocks: Block[]) => readPdf(await renderPdf(report([chapter('Ondertekening'), ...blocks])));

describe('lines to sign on', () => {
  it('are read as a list of who signs and what is filled in', async () => {
    const pdf = await read(signatures({ label: 'Voorzitter', name: 'A. Jansen' }, { label: 'Lid' }));
    const items = nodes(pdf, 'LI').slice(-2);
    expect(items.map(({ children }) => children.map(({ role, text }) => [role, text]))).toEqual([
      [
        ['Lbl', 'Voorzitter'],
        ['LBody', 'Handtekening Naam A. Jansen Datum'],
      ],
      [
        ['Lbl', 'Lid'],
        ['LBody', 'Handtekening Naam Datum'],
      ],
    ]);
  });

  it('leave room to write in', async () => {
    const page = (await read(signatures({ label: 'Voorzitter', name: 'A. Jansen' }))).pages.at(-1)!;
    expect(runOf(page, 'Voorzitter').y - runOf(page, 'Handtekening').y).toBeGreaterThan(40);
    expect(runOf(page, 'A. Jansen').y).toBeGreaterThan(runOf(page, 'Naam').y);
  });

  it('stand together, with their heading, where that leaves no page mostly empty', async () => {
    for (let filler = 19; filler < 27; filler += 1) {
      const before = Array.from({ length: filler }, () => paragraph('Kort.'));
      const blocks = [...before, chapter('Tekenen'), signatures({ label: 'Voorzitter' }, { label: 'Lid' })];
      const pdf = await readPdf(await renderPdf(report(blocks, { front: { kind: 'heading', facts: [] } })));
      const on = (word: string) => pdf.pages.findIndex(({ runs }) => runs.some(({ text }) => text === word));
      expect([on('Tekenen'), on('Voorzitter')]).toEqual([on('Lid'), on('Lid')]);
    }
  });

  it('have the whole of a long name over them', async () => {
    const name = 'mr. J.P. de Wit-Van Amerongen, hoofd Inkoop en Contractmanagement';
    const pdf = await read(signatures({ label: 'Namens ons', name }));
    expect(nodes(pdf, 'LBody').at(-1)!.text).toContain(name);
    const page = pdf.pages.at(-1)!;
    const lines = page.runs.filter(({ text }) => text !== '' && name.includes(text.trim()));
    expect(lines.length).toBeGreaterThan(1);
    for (const { y } of lines) expect(y).toBeGreaterThan(runOf(page, 'Naam').y);
  });

  it('take what is signed along to their page', async () => {
    for (let filler = 16; filler < 27; filler += 3) {
      const before = Array.from({ length: filler }, () => paragraph('Kort.'));
      const blocks = [...before, chapter('Besluit'), paragraph('Zo is besloten.'), chapter('Tekenen')];
      const pdf = await readPdf(
        await renderPdf(
          report([...blocks, signatures({ label: 'Voorzitter' }, { label: 'Lid' })], {
            front: { kind: 'heading', facts: [] },
          }),
        ),
      );
      const on = (word: string) => pdf.pages.findIndex(({ runs }) => runs.some(({ text }) => text === word));
      expect([filler, on('Besluit')]).toEqual([filler, on('Lid')]);
    }
  });

  it('never break over pages', async () => {
    const lines = Array.from({ length: 20 }, (_, index) => ({ label: `Lid ${index + 1}`, name: `Naam ${index + 1}` }));
    const pdf = await read(signatures(...lines));
    expect(pdf.pages.length).toBeGreaterThan(3);
    for (const page of pdf.pages.slice(2)) {
      const texts = page.runs.map(({ text }) => text);
      const count = (word: RegExp): number => texts.filter((text) => word.test(text)).length;
      expect(count(/^Lid \d+$/)).toBe(count(/^Handtekening$/));
      expect(count(/^Naam \d+$/)).toBe(count(/^Handtekening$/));
    }
    expect(pdf.pages.flatMap(({ runs }) => runs).filter(({ tag }) => tag === undefined)).toEqual([]);
  });

  it('may be none', async () => {
    expect(nodes(await read(signatures()), 'LI').length).toBe(nodes(await read(), 'LI').length);
  });
});
