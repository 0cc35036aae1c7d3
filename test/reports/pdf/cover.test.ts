import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { nodes, readPdf } from './read-pdf.ts';
import { chapter, report } from './sample-report.ts';

const cover = async (changes: Parameters<typeof report>[1]) => {
  const pdf = await readPdf(await renderPdf(report([chapter('Advies')], changes)));
  return { pdf, page: pdf.pages[0]! };
};

describe('the cover', () => {
  it('says who speaks, the title and what it is about, then the facts', async () => {
    const { page } = await cover({ front: { kind: 'cover', facts: [{ term: 'Dossier', value: 'WV-2026-014' }] } });
    expect(page.structure.children[0]!.children.map((part) => [part.role, part.text])).toEqual([
      ['P', 'Gemeente Waterveen'],
      ['P', 'Gunningsadvies ambulante begeleiding'],
      ['P', 'Aanbesteding maatschappelijke ondersteuning'],
      ['L', 'Dossier WV-2026-014'],
    ]);
  });

  it('does not break a long word in the title', async () => {
    const title = 'Gunningsadvies gebiedsondersteuningsnetwerken';
    expect((await cover({ title })).page.structure.text).toContain(title);
  });

  it('has no page number', async () => {
    const { page, pdf } = await cover({});
    expect(page.runs.map((run) => run.text).join(' ')).not.toContain('pagina');
    expect(pdf.pages[1]!.runs.map((run) => run.text)).toContain('pagina 2 van 3');
  });

  it('puts a fingerprint of 64 letters on one line', async () => {
    const hash = '4f1c2d7e9b0a35687c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7';
    const { page } = await cover({ front: { kind: 'cover', facts: [{ term: 'Vingerafdruk', value: hash }] } });
    expect(page.runs.map((run) => run.text)).toContain(hash);
  });

  it('goes on to the next page when the facts are many', async () => {
    const facts = Array.from({ length: 40 }, (_, index) => ({ term: `Feit ${index}`, value: `Waarde ${index}` }));
    const { pdf } = await cover({ front: { kind: 'cover', facts } });
    expect(nodes(pdf, 'LBody').map((body) => body.text)).toEqual(facts.map((fact) => fact.value));
  });
});
