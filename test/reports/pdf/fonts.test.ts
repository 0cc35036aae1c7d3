import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedFonts, WIDEST_PLAIN_LETTER, widthOf } from '../../../src/reports/pdf/fonts.ts';

describe('fonts', () => {
  it('are parsed once per process', () => {
    expect(parsedFonts().regular).toBe(parsedFonts().regular);
  });

  it('give all figures the same width, so that columns of numbers line up', () => {
    for (const face of ['regular', 'semibold', 'bold'] as const) {
      expect(new Set([...'0123456789'].map((figure) => widthOf(figure, face))).size).toBe(1);
    }
  });

  it('have no plain letter that is wider than is said, whatever stands beside it', () => {
    const plain = Array.from({ length: 0x7f - 0x20 }, (_, place) => String.fromCharCode(0x20 + place));
    for (const face of ['regular', 'semibold', 'bold'] as const) {
      const widths = plain.map((letter) => widthOf(letter, face));
      const apart = plain.flatMap((one, at) =>
        plain.map((other, place) => widthOf(`${one}${other}`, face) - widths[at]! - widths[place]!),
      );
      expect(Math.max(...widths) + Math.max(...apart)).toBeLessThanOrEqual(WIDEST_PLAIN_LETTER);
    }
  });

  it('have the letters of European names', () => {
    const names = 'Șerban Kőrösi Łódź Ångström Šimić Ýmir Ġużeppi Ærø ĳsselmeer Ñuñez Αθήνα София';
    for (const face of ['regular', 'semibold', 'bold'] as const) expect(widthOf(names, face)).toBeGreaterThan(30);
  });

  it.each(['漢', '\u0007', '\uD800', '🙂'])('draw a square for %j, which they lack', (character) => {
    expect(widthOf(`a${character}b`, 'bold')).toBe(widthOf('a□b', 'bold'));
  });

  it('draw a space for a line break', () => {
    expect(widthOf('a\nb', 'regular')).toBeCloseTo(widthOf('a b', 'regular'), 9);
  });

  it('make no text narrower by a space after it, so that what fits with one fits without', () => {
    const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const signs = fc.string({ unit: fc.constantFrom(...'AVWTYLfrkv.,-–’”“/€%1407()'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.oneof(letters, signs), fc.constantFrom('regular', 'semibold', 'bold'), (text, face) => {
        expect(widthOf(`${text} `, face)).toBeGreaterThanOrEqual(widthOf(text, face));
      }),
      { numRuns: 1000 },
    );
  });
});
