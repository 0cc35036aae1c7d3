import { describe, expect, it } from 'vitest';
import { parsedFonts, widthOf } from '../../../src/reports/pdf/fonts.ts';

describe('fonts', () => {
  it('are parsed once per process', () => {
    expect(parsedFonts().regular).toBe(parsedFonts().regular);
  });

  it('give all figures the same width, so that columns of numbers line up', () => {
    for (const face of ['regular', 'semibold', 'bold'] as const) {
      expect(new Set([...'0123456789'].map((figure) => widthOf(figure, face))).size).toBe(1);
    }
  });

  it('have the letters of European names', () => {
    const names = 'Șerban Kőrösi Łódź Ångström Šimić Ýmir Ġużeppi Ærø ĳsselmeer Ñuñez Αθήνα София';
    for (const face of ['regular', 'semibold', 'bold'] as const) expect(widthOf(names, face)).toBeGreaterThan(30);
  });

  it.each([
    ['漢', 'U+6F22'],
    ['\u0007', 'U+0007'],
    ['\uD800', 'U+D800'],
  ])('name the character that is missing: %j', (character, codePoint) => {
    expect(() => widthOf(`a${character}b`, 'bold')).toThrow(
      expect.objectContaining({ code: 'character-not-in-font', details: { character, codePoint } }),
    );
  });
});
