import PDFDocument, { type EmbeddedFont } from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { EncodedWords } from '../../../src/reports/pdf/encoded-words.ts';
import { archivalOptions } from '../../../src/reports/pdf/engine.ts';
import { ALPHABET, parsedFonts } from '../../../src/reports/pdf/fonts.ts';

const fontIn = (): EmbeddedFont => {
  const file = new PDFDocument(archivalOptions('nl-NL', {}));
  file.registerFont('regular', parsedFonts().regular);
  return file.font('regular', 10)._font;
};

describe('the letters that every file has', () => {
  it('are letters of all faces, each once and in the same place', () => {
    expect(new Set(ALPHABET).size).toBe(ALPHABET.length);
    for (const font of Object.values(parsedFonts())) {
      const numbers = ALPHABET.map((letter) => font.layout(letter).glyphs.map(({ id }) => id));
      expect(numbers.every((one) => one.length === 1 && one[0]! > 0)).toBe(true);
      expect(new Set(numbers.flat()).size).toBe(ALPHABET.length);
    }
  });

  it('are written the same whatever was drawn before them, and other letters after them', () => {
    const [one, other] = [new EncodedWords(), new EncodedWords()];
    const [first, second] = [fontIn(), fontIn()];
    one.line(first, 'ΑΩ ½ şi');
    const texts = ['Coöperatie Samen Thuis', '€ 1.250,00 “één”', 'AVATAR fi', 'Ω en ΑΩ'];
    const [before, after] = [texts.map((text) => one.line(first, text)), texts.map((text) => other.line(second, text))];
    expect(before.slice(0, -1)).toEqual(after.slice(0, -1));
    expect(before.at(-1)).not.toEqual(after.at(-1));
    expect([first.widths.length, first.unicode.length]).toEqual([
      first.subset.glyphs.length,
      first.subset.glyphs.length,
    ]);
  });
});
