import { describe, expect, it } from 'vitest';
import { firstUnsupportedCharacter, humanText, identifier, SUPPORTED_CHARACTERS } from '../../src/domain/text.ts';
import { parsedFonts } from '../../src/reports/pdf/fonts.ts';

describe('supported characters', () => {
  it.each(['é', 'ș', 'ő', 'š', 'ß', 'Ω', 'Ж', '€', '–', '“', '\n'])('%j is one', (character) => {
    expect(firstUnsupportedCharacter(character)).toBeUndefined();
  });

  it.each(['🙂', '\u0000', '\u0007', '\ud800', '\u202e', '漢'])('%j is none', (character) => {
    expect(firstUnsupportedCharacter(`a${character}b`)).toBeDefined();
  });

  it('can all be drawn by every face of the report', () => {
    const supported = new RegExp(`[${SUPPORTED_CHARACTERS}]`, 'u');
    const missing: string[] = [];
    for (let code = 0x20; code < 0x3000; code++) {
      const character = String.fromCodePoint(code);
      if (!supported.test(character)) continue;
      for (const [face, font] of Object.entries(parsedFonts())) {
        if (!font.hasGlyphForCodePoint(code)) missing.push(`${face} U+${code.toString(16)}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

describe('texts and identifiers', () => {
  it('are refused when they are empty, too long, or hold what cannot be drawn', () => {
    for (const text of ['', '  ', 'x'.repeat(11), 'a\u0007']) expect(humanText(10).safeParse(text).success).toBe(false);
    for (const id of ['', '-a', 'A', 'a b', 'é', 'x'.repeat(65)]) expect(identifier.safeParse(id).success).toBe(false);
  });
});
