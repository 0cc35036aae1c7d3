import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bilingualText,
  codePoint,
  enterText,
  humanText,
  identifier,
  isPrintable,
  type Lines,
  linesOf,
  oneLine,
} from '../../src/domain/text.ts';
import { type Face, parsedFonts } from '../../src/reports/pdf/fonts.ts';

const entered = (raw: string, lines: Lines = 'many'): string => {
  const { text, refused } = enterText(raw, { lines });
  expect(refused).toEqual([]);
  return text;
};
const refusedIn = (raw: string, lines: Lines = 'many'): string[] =>
  enterText(raw, { lines }).refused.map(
    ({ character, line, column }) => `${codePoint(character)} at ${line},${column}`,
  );

describe('a text that comes in', () => {
  it.each([
    [
      'ligatures of a PDF',
      'De o\ufb00erte is \ufb01nancieel goed, e\ufb03ci\u00ebnt en \ufb02exibel',
      'De offerte is financieel goed, efficiënt en flexibel',
    ],
    ['letters in parts', 'cafe\u0301 Zu\u0308rich', 'café Zürich'],
    ['no-break, narrow and figure spaces', '€\u00a010\u202f%\u2007x\u2009y\u3000z', '€ 10 % x y z'],
    ['zero width and soft hyphens', 'goed\u200bplan zorg\u00adplan\ufeff', 'goedplan zorgplan'],
    ['marks of direction without effect', '\u200eabc\u200f', 'abc'],
    ['tabs', 'a\tb', 'a b'],
    ['line ends of other systems', 'a\r\nb\rc\vd\fe\u2028f\u2029g\u0085h', 'a\nb\nc\nd\ne\nf\ng\nh'],
    ["bullets of Word's symbol fonts", '\uf0b7 een\n\uf0a7 twee\n\uf0d8 drie', '• een\n• twee\n• drie'],
    ["check marks and arrows of Word's symbol fonts", '\uf0fc ja \uf0fb nee \uf0e0 dus', '✓ ja ✗ nee → dus'],
    ['hyphens that do not break, and that may', 'e\u2011mail zo\u2010zo zorg\u001fplan', 'e-mail zo-zo zorgplan'],
    ['marks of another font', '✅ ☒ ❖ ➔', '✓ ✗ • →'],
    ['the colour of a mark', '✔\ufe0f ❤\ufe0f', '✔ ❤'],
    ['full width and mathematical letters', 'ＡＢＣ１２３ 𝐛𝐨𝐥𝐝', 'ABC123 bold'],
    ['spaces and line breaks at the ends', '\n  Naam \r\n', 'Naam'],
  ])('gets plain equivalents for %s', (_, raw, plain) => {
    expect(entered(raw)).toBe(plain);
  });

  it.each([
    'Trần Văn Phước ư',
    'Ґалина Їжак',
    'CO₂ ≈ 10 m²',
    '✓ voldoet',
    '● Planning',
    '→ ⇒ ↔',
    '½ ⅓ № ™',
    'Łódź Ýmir Ġ',
  ])('keeps what the fonts have: %s', (text) => {
    expect(entered(text)).toBe(text);
  });

  it('is refused for all that cannot be printed at once, each with its line and its character', () => {
    expect(refusedIn('a🙂b\n漢 \u202e')).toEqual(['U+1F642 at 1,2', 'U+6F22 at 2,1', 'U+202E at 2,3']);
  });

  it.each([
    ['controls', '\u0000\u0007\u001b', 3],
    ['what turns the direction', 'a\u202ab\u202cc\u2066d\u2069', 4],
    ['half of a pair', 'a\ud800b', 1],
    ['a mark that no letter can carry', 'q\u0303', 1],
    ['private characters of other fonts', '\ue000\uf8ff', 2],
    ['what is left of a damaged text', 'Caf\ufffd', 1],
  ])('is refused for %s', (_, raw, count) => {
    expect(enterText(`x${raw}x`, { lines: 'many' }).refused).toHaveLength(count);
  });

  it('as a name has one line: a line break inside is refused at its place, one at the end goes', () => {
    expect(refusedIn('Perceel 1\nNoord\u2028Zuid', 'one')).toEqual(['U+000A at 1,10', 'U+000A at 2,6']);
    expect(entered('Perceel 1\r\n', 'one')).toBe('Perceel 1');
  });

  const odd = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...[
          '\ufb03',
          '\u200d',
          '\u0301',
          '\u0323',
          '\uf0b7',
          '\u00a0',
          '\t',
          '\r',
          '\n',
          '\u2028',
          'ſ',
          '\u0307',
          'i',
          'e',
          ' ',
          'Å',
          '\u212b',
          '\u1e9b',
          '𝐀',
          'ǆ',
          '½',
          'ŉ',
        ],
      ),
      fc.nat(0x1ffff).map((code) => String.fromCodePoint(code)),
    ),
  });

  it('is not changed by coming in again', () => {
    fc.assert(
      fc.property(odd, fc.constantFrom<Lines>('one', 'many'), (raw, lines) => {
        const { text, refused } = enterText(raw, { lines });
        fc.pre(refused.length === 0);
        expect(enterText(text, { lines })).toEqual({ text, refused: [] });
      }),
    );
  });

  it('can be drawn by every face of the report when nothing is refused', () => {
    const faces: readonly Face[] = ['regular', 'semibold', 'bold'];
    fc.assert(
      fc.property(odd, (raw) => {
        const { text, refused } = enterText(raw, { lines: 'many' });
        const gone = new Set(refused.map(({ character }) => character));
        const drawn = [...text].filter((character) => character !== '\n' && !gone.has(character));
        for (const face of faces) {
          const font = parsedFonts()[face];
          expect(drawn.filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0)!))).toEqual([]);
        }
        expect(drawn.every(isPrintable)).toBe(true);
      }),
    );
  });

  it('takes everything that could come in before there was a table', () => {
    const before =
      /[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u0386-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u1e9e\u1ea0-\u1ef9\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2190-\u2193\u2212\u2260\u2264\u2265]/;
    const all = Array.from({ length: 0x2300 }, (_, code) => String.fromCharCode(code)).filter((one) =>
      before.test(one),
    );
    expect(all.length).toBeGreaterThan(600);
    expect(refusedIn(all.join(''))).toEqual([]);
  });
});

describe('the shapes of stored texts', () => {
  it('are refused when they are empty, too long, or hold a control character', () => {
    for (const text of ['', '  ', 'x'.repeat(11), 'a\u0007', 'a\ud800']) {
      for (const shape of [humanText(10), oneLine(10)]) expect(shape.safeParse(text).success).toBe(false);
    }
    for (const id of ['', '-a', 'A', 'a b', 'é', 'x'.repeat(65)]) expect(identifier.safeParse(id).success).toBe(false);
  });

  it('are read as they are, also where the door would refuse them now', () => {
    for (const text of ['Naam\nop twee regels', 'zorg\u00adplan', '漢', '\u00a0x']) {
      expect(oneLine(30).parse(text)).toBe(text);
    }
  });

  it('say how many lines a text has when it comes in', () => {
    expect([humanText(10), oneLine(10), identifier, bilingualText.shape.nl].map(linesOf)).toEqual([
      'many',
      'one',
      'one',
      'many',
    ]);
  });
});
