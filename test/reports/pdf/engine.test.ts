import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { archivalOptions, Engine } from '../../../src/reports/pdf/engine.ts';
import { ALPHABET, parsedFonts } from '../../../src/reports/pdf/fonts.ts';

/** What a report draws with, both ways: as pdfkit offers it, and as the engine does it for less. */
interface Pen {
  readonly file: PDFDocument;
  line(text: string, x: number, baseline: number, tracking: number): void;
  paint(hex: string): void;
  bytes(): Uint8Array;
}

const info = { Title: 'Advies', CreationDate: new Date(0), ModDate: new Date(0) };

function pdfkitAlone(): Pen {
  const file = new PDFDocument(archivalOptions('nl-NL', info));
  for (const [face, font] of Object.entries(parsedFonts())) file.registerFont(face, font);
  return {
    file,
    line: (text, x, baseline, tracking) => {
      // Every file has these letters of a face that it draws with.
      if (text !== '') for (const letter of ALPHABET) file._font.encode(letter);
      file.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: tracking });
    },
    paint: (hex) => {
      file.fillColor(hex);
    },
    bytes: () => {
      file.end();
      const chunks: Uint8Array[] = [];
      for (let chunk = file.read(); chunk; chunk = file.read()) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

function engine(): Pen {
  const file = new Engine('nl-NL', info);
  return {
    file,
    line: (text, x, baseline, tracking) => file.line(text, x, baseline, tracking),
    paint: (hex) => file.paint(hex),
    bytes: () => file.close(),
  };
}

interface Drawing {
  readonly pages: readonly (readonly Stroke[])[];
  /** Drawn on every page when all pages are there. */
  readonly footer: string;
}
interface Stroke {
  readonly face: 'regular' | 'semibold' | 'bold';
  readonly size: number;
  readonly color: string;
  readonly text: string;
  readonly tracking: number;
  readonly x: number;
}

function draw(pen: Pen, { pages, footer }: Drawing): Uint8Array {
  const { file } = pen;
  const root = file.struct('Document');
  file.addStructure(root);
  for (const strokes of pages) {
    file.addPage();
    for (const [index, { face, size, color, text, tracking, x }] of strokes.entries()) {
      const element = file.struct('P');
      root.add(element);
      const marked = file.markStructureContent('P');
      pen.paint(color);
      file.font(face, size);
      pen.line(text, x, 20 + 15 * index, tracking);
      file.endMarkedContent();
      element.add(marked);
      element.end();
    }
  }
  root.end();
  for (const [index] of pages.entries()) {
    file.switchToPage(index);
    file.markContent('Artifact', { type: 'Pagination' });
    file.font('regular', 8.5);
    pen.line(`${footer} ${index}`, 62, 790, 0);
    file.endMarkedContent();
  }
  return pen.bytes();
}

const same = (drawing: Drawing): void => {
  expect(Buffer.compare(draw(engine(), drawing), draw(pdfkitAlone(), drawing))).toBe(0);
};

const letters = fc.constantFrom(...'AVTodélëijfi ff→–“1,0\u0303\u0301ẞ漢\t ');
const stroke = fc.record({
  face: fc.constantFrom('regular', 'semibold', 'bold'),
  size: fc.constantFrom(8.5, 9.5, 10.5, 34),
  color: fc.constantFrom('#1b2529', '#ffffff', '#0b5563'),
  text: fc.string({ unit: letters, minLength: 1, maxLength: 40 }),
  tracking: fc.constantFrom(0, 0.4),
  x: fc.double({ min: 0, max: 500, noNaN: true }),
});

describe('the engine', () => {
  it('writes the bytes that pdfkit writes, whatever is drawn on however many pages', () => {
    fc.assert(
      fc.property(
        fc.record({
          pages: fc.array(fc.array(stroke, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
          footer: fc.constantFrom('', 'Advies', 'Inkoop & beheer'),
        }),
        same,
      ),
      { numRuns: 60 },
    );
  });

  it('does so for pages that are worth packing, and for a file of more than one piece', () => {
    const lines = Array.from({ length: 52 }, (_, row) => ({
      face: 'regular' as const,
      size: 9.5,
      color: '#1b2529',
      text: `Regel ${row} met de woorden die een commissie opschrijft, ${'en nog meer '.repeat(4)}`,
      tracking: 0,
      x: 62,
    }));
    same({ pages: Array.from({ length: 60 }, () => lines), footer: 'pagina' });
  });
});
