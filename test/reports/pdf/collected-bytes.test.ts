import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { collectBytes } from '../../../src/reports/pdf/collected-bytes.ts';
import { archivalOptions } from '../../../src/reports/pdf/engine.ts';
import { parsedFonts } from '../../../src/reports/pdf/fonts.ts';

const INFO = { Title: 'Verslag', CreationDate: new Date('2027-01-01T00:00:00Z') };

/** A file of some pages. @param room to reserve before it is closed; none where it is left out */
function file(room?: number): Uint8Array {
  const document = new PDFDocument(archivalOptions('nl', INFO));
  const bytes = collectBytes(document);
  const [face, font] = Object.entries(parsedFonts())[0]!;
  document.registerFont(face, font);
  for (let page = 0; page < 3; page++) {
    document.addPage();
    document.font(face, 10);
    document.text(`Bladzijde ${page}`, 40, 40, { lineBreak: false, baseline: 'alphabetic', characterSpacing: 0 });
  }
  if (room !== undefined) bytes.reserve(room);
  document.end();
  return bytes.take();
}

describe('the bytes of a file', () => {
  it('are the same with too little, enough and too much room reserved', () => {
    const whole = file();
    expect(Buffer.from(whole).toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\n?$/);
    for (const room of [0, 1, 2_000, 1_000_000]) expect(Buffer.from(file(room)).equals(whole), `${room}`).toBe(true);
  });
});
