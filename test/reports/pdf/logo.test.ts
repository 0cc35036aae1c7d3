import { describe, expect, it } from 'vitest';
import type { HouseStyle } from '../../../src/reports/house-style.ts';
import { houseColors } from '../../../src/reports/pdf/house-colors.ts';
import { type Picture, readPng } from '../../../src/reports/pdf/png.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import type { Front, Report } from '../../../src/reports/report.ts';
import { disc } from '../../support/png.ts';
import { nodes, PICTURE, readPdf } from './read-pdf.ts';
import { chapter, longReport, paragraph, report } from './sample-report.ts';

const house: HouseStyle = {
  name: 'Gemeente Voorbeeldstad',
  colors: houseColors('#7a1f4b'),
  logo: readPng(disc()) as Picture,
  hash: 'a'.repeat(64),
};
const fronts: Readonly<Record<Front['kind'], Front>> = {
  cover: { kind: 'cover', facts: [] },
  heading: { kind: 'heading', facts: [] },
  letter: { kind: 'letter', sender: ['Wethouder J. de Vries'], addressee: ['De Linde'], facts: [] },
};
const read = async (front: Front['kind'], style?: HouseStyle, changes: Partial<Report> = {}) =>
  readPdf(await renderPdf(report([chapter('Een'), paragraph('Kort.')], { front: fronts[front], ...changes }), style));

describe.each(['cover', 'heading', 'letter'] as const)('a %s in a house style', (front) => {
  it('begins with the logo, which has the name of the house for who cannot see it', async () => {
    const pdf = await read(front, house);
    const [first] = pdf.pages[0]!.structure.children[0]!.children;
    expect(first).toMatchObject({ role: 'Figure', alt: 'Gemeente Voorbeeldstad', text: PICTURE });
    expect(nodes(pdf, 'Figure')).toHaveLength(1);
    expect(pdf.pages.flatMap(({ runs }) => runs).filter(({ tag }) => tag === undefined)).toEqual([]);
  });

  it('is painted in its colours and in none of the accents of the program', async () => {
    const colors = async (style?: HouseStyle) => (await read(front, style)).pages.flatMap((page) => [...page.colors]);
    expect(await colors(house)).toContain('#7a1f4b');
    expect(await colors(house)).not.toContain('#0b5563');
    expect(await colors()).toContain('#0b5563');
  });

  it('stands where it stands without one', async () => {
    const places = async (style?: HouseStyle) =>
      (await read(front, style, { author: null })).pages.flatMap(({ runs }) => runs.map(({ x, y }) => [x, y]));
    expect(await places(house)).toEqual(await places());
    expect(await places({ ...house, logo: null })).toEqual(await places());
  });

  it('has equal bytes for an equal style, and another identifier for another', async () => {
    const given = report([chapter('Een')], { front: fronts[front] });
    expect(await renderPdf(given, house)).toEqual(await renderPdf(given, house));
    const identifiers = [undefined, house, { ...house, hash: 'b'.repeat(64) }].map(
      async (style) => (await read(front, style)).fingerprint,
    );
    expect(new Set(await Promise.all(identifiers)).size).toBe(3);
  });
});

describe('who speaks in a house style', () => {
  const said = async (front: Front['kind'], author: string | null, style?: HouseStyle) => {
    const pdf = await read(front, style, { author });
    return [nodes(pdf, 'P')[0]!.text, pdf.info.Author];
  };

  it('is the house in place of the program', async () => {
    for (const front of ['cover', 'heading'] as const) {
      expect(await said(front, null)).toEqual(['Gunwijzer', 'Gunwijzer']);
      expect(await said(front, null, house)).toEqual(['Gemeente Voorbeeldstad', 'Gemeente Voorbeeldstad']);
    }
  });

  it('is the house with its committee or officer, but the sender of a letter', async () => {
    const both = 'Gemeente Voorbeeldstad · Commissie';
    expect(await said('cover', 'Commissie', house)).toEqual([both, both]);
    expect(await said('letter', 'Wethouder J. de Vries', house)).toEqual([
      'Wethouder J. de Vries',
      'Wethouder J. de Vries',
    ]);
  });
});

describe('a house style', () => {
  it('keeps the text of a long report beside its logo and on its pages', async () => {
    const wide = { ...house, name: 'Gemeenschappelijke regeling inkoop sociaal domein Voorbeeldstad en omstreken' };
    const [plain, styled] = [
      await readPdf(await renderPdf(longReport())),
      await readPdf(await renderPdf(longReport(), wide)),
    ];
    expect(styled.pages.length).toBe(plain.pages.length);
    for (const { x, width, y } of styled.pages[0]!.runs.filter((run) => run.y > 760)) {
      expect(x + width).toBeLessThan(595.28 - 62 - 42);
      expect(y).toBeGreaterThan(700);
    }
  });

  it('may have a logo that is opaque, and none', async () => {
    const opaque = { ...house, logo: { ...(house.logo as Picture), opacity: null } };
    expect(nodes(await read('heading', opaque), 'Figure')).toHaveLength(1);
    expect(nodes(await read('heading', { ...house, logo: null }), 'Figure')).toEqual([]);
  });
});
