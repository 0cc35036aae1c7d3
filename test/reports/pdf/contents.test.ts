import { beforeAll, describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { type Node, nodes, type ReadPdf, readPdf } from './read-pdf.ts';
import { chapter, longReport, paragraph, report, section, subsection } from './sample-report.ts';

describe('contents', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await readPdf(await renderPdf(longReport()));
  });

  it('stand on page 2 under a heading in the language of the report', () => {
    const [heading, toc] = pdf.pages[1]!.structure.children[0]!.children;
    expect(heading).toMatchObject({ role: 'H1', text: 'Inhoud' });
    expect(toc).toMatchObject({ role: 'TOC' });
  });

  it('name every chapter and section with the page it is on', () => {
    const headings = pdf.pages.flatMap((page, index) =>
      nodes({ ...pdf, pages: [page] }, 'H1', 'H2').map((heading) => `${heading.text} ${index + 1}`),
    );
    const entries = nodes(pdf, 'Link').map((link) => link.text.replace(/\s+/g, ' '));
    expect(entries).toEqual(headings.slice(1));
  });

  it('nest the sections of a chapter in its entry', () => {
    const toc = nodes(pdf, 'TOC')[0]!;
    const shape = (node: Node): unknown[] =>
      node.children.map((child) => [child.role, ...(child.role === 'Reference' ? [] : shape(child))]);
    expect(shape(toc).slice(0, 3)).toEqual([
      ['TOCI', ['Reference'], ['TOC', ['TOCI', ['Reference']], ['TOCI', ['Reference']]]],
      ['TOCI', ['Reference'], ['TOC', ...Array(6).fill(['TOCI', ['Reference']])]],
      ['TOCI', ['Reference']],
    ]);
  });

  it('link to the page of the heading, with words that say so', async () => {
    const links = pdf.pages[1]!.links;
    expect(links[0]!.contents).toBe(`Samenvatting, pagina 3 van ${pdf.pages.length}`);
    for (const link of links) {
      const page = Number(/pagina (\d+) van/.exec(link.contents)?.[1]);
      expect(await pdf.pageOf(link.destination)).toBe(page - 1);
    }
  });

  it('leave out headings of the third level', async () => {
    const blocks = [chapter('Een'), section('Twee'), subsection('Drie'), paragraph('Tekst.')];
    const small = await readPdf(await renderPdf(report(blocks)));
    expect(nodes(small, 'Link').map((link) => link.text.replace(/\s+/g, ' '))).toEqual(['Een 3', 'Twee 3']);
  });

  it('go on over as many pages as they need', async () => {
    const sections = Array.from({ length: 120 }, (_, index) => section(`Paragraaf ${index + 1}`));
    const large = await readPdf(await renderPdf(report([chapter('Alles'), ...sections])));
    const pagesWithLinks = large.pages.filter((page) => page.links.length > 0);
    expect(pagesWithLinks.length).toBe(3);
    expect(pagesWithLinks.flatMap((page) => page.links).length).toBe(121);
    expect(await large.pageOf(pagesWithLinks[0]!.links[0]!.destination)).toBe(4);
  });

  it('share their page with the text of a brief document, where they leave half of it', async () => {
    const brief = (count: number) => {
      const sections = Array.from({ length: count }, (_, index) => section(`Paragraaf ${index + 1}`));
      const front = { kind: 'cover', facts: [], brief: true } as const;
      return renderPdf(report([chapter('Alles'), paragraph('Tekst.'), ...sections], { front }));
    };
    const [few, many] = [await readPdf(await brief(5)), await readPdf(await brief(30))];
    expect(few.pages[1]!.structure.text.replace(/\s+/g, ' ')).toMatch(/^Inhoud Alles 2 .*Paragraaf 5 2 Alles Tekst\./);
    expect(few.pages.flatMap(({ runs }) => runs).filter(({ tag }) => tag === undefined)).toEqual([]);
    expect(await few.pageOf(few.pages[1]!.links[0]!.destination)).toBe(1);
    expect(many.pages[1]!.structure.text).not.toContain('Tekst.');
  });

  it('stand closer together where that saves a page', async () => {
    const sections = Array.from({ length: 38 }, (_, index) => section(`Paragraaf ${index + 1}`));
    const { pages } = await readPdf(await renderPdf(report([chapter('Alles'), ...sections])));
    expect(pages.filter((page) => page.links.length > 0)).toHaveLength(1);
  });
});
