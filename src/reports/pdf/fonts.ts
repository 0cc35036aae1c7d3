import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from 'fontkit';
import { subsetsOf } from './font-file.ts';

/** The weights of Source Sans 3 that a report uses. Its figures all have the same width, so numbers line up. */
export type Face = 'regular' | 'semibold' | 'bold';

/** Height of a capital letter as a share of the font size; the same for all faces. */
export const CAPITAL_HEIGHT = 0.66;

/** No letter of plain text (ASCII) is wider, with what stands between it and the next, as a share of the font size; in no face. */
export const WIDEST_PLAIN_LETTER = 1;

/** What stands for a character that the font lacks. Without it the font draws an empty box of its own, which fails PDF/A and PDF/UA. */
export const REPLACEMENT = '\u25a1';

/**
 * The letters that every file has of a face that it draws with, in this order: those of Dutch and English text. They have the same numbers in every file,
 * so that a word of them is written the same in all of them, and most files have the very same font file.
 */
export const ALPHABET = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, place) => String.fromCharCode(0x20 + place)),
  ...'‘’“”–·€×éèëêïíöóüúáàç',
] as const;

/** The faces, read and parsed once per process: parsing is by far the dearest part of a report. */
export function parsedFonts(): Readonly<Record<Face, Font>> {
  fonts ??= { regular: parse('Regular'), semibold: parse('Semibold'), bold: parse('Bold') };
  return fonts;
}

/** Width of a text, as a share of the font size. @param apart every letter by itself */
export function widthOf(text: string, face: Face, apart = false): number {
  const font = parsedFonts()[face];
  if (apart) return [...text].reduce((width, letter) => width + font.layout(letter).advanceWidth / UNITS, 0);
  const space = text.indexOf(' ');
  if (space === -1 || space === text.length - 1) return font.layout(text).advanceWidth / UNITS;
  // Word by word with the space after it, because that is how pdfkit draws.
  return text.split(/(?<= )/).reduce((width, word) => width + font.layout(word).advanceWidth / UNITS, 0);
}

/** Units per font size. With another number pdfkit would scale the remembered words again and again. */
const UNITS = 1000;
/** As a font says that it has four bytes for the place of a letter. */
const LONG_OFFSETS = 1;
const mostWords = 20_000;
let fonts: Readonly<Record<Face, Font>> | undefined;

function parse(weight: string): Font {
  const path = createRequire(import.meta.url).resolve(`source-sans/TTF/SourceSans3-${weight}.ttf`);
  const font = create(readFileSync(path));
  if (font.unitsPerEm !== UNITS) throw new Error(`${path} has ${font.unitsPerEm} units per em in place of ${UNITS}`);
  if (font.loca.version !== LONG_OFFSETS) throw new Error(`${path} writes the places of its letters in two bytes`);
  return rememberingWords(font);
}

/** The font, but laying out a word and taking out a letter once per process, with a square for every character that it lacks. */
function rememberingWords(font: Font): Font {
  const words = new Map<string, GlyphRun>();
  const letters = new Letters();
  const layout = (text: string): GlyphRun => {
    const known = words.get(text);
    if (known) return known;
    if (words.size >= mostWords) words.clear();
    const run = letters.shared(layOutAfresh(font, inFont(text, font)));
    words.set(text, run);
    return run;
  };
  const alphabet = ALPHABET.map((letter) => layout(letter).glyphs[0]!.id);
  return Object.assign(Object.create(font), { layout, createSubset: subsetsOf(font, alphabet) }) as Font;
}

/**
 * fontkit keeps every glyph with the characters for which it was first made, by whatever was drawn before. Those
 * characters go into the file, so without a fresh start the bytes of a report would depend on earlier reports.
 */
function layOutAfresh(font: Font, text: string): GlyphRun {
  font._glyphs = {};
  return font.layout(text);
}

/** The letters of remembered words, of which there are few: fontkit makes its own for every word, with more in each than is drawn. */
class Letters {
  private readonly glyphs = new Map<string, Glyph>();
  private readonly positions = new Map<string, GlyphPosition>();

  shared({ glyphs, positions, advanceWidth }: GlyphRun): GlyphRun {
    return {
      glyphs: glyphs.map((glyph) => this.glyph(glyph)),
      positions: positions.map((position, index) => this.position(position, glyphs[index]!)),
      advanceWidth,
    };
  }

  private glyph({ id, codePoints, advanceWidth }: Glyph): Glyph {
    return remembered(this.glyphs, `${id} ${codePoints.join()}`, () => ({ id, codePoints, advanceWidth }));
  }

  /** With the width of its glyph, which pdfkit adds. */
  private position({ xAdvance, yAdvance, xOffset, yOffset }: GlyphPosition, { advanceWidth }: Glyph): GlyphPosition {
    const key = [xAdvance, yAdvance, xOffset, yOffset, advanceWidth].join();
    return remembered(this.positions, key, () => ({ xAdvance, yAdvance, xOffset, yOffset, advanceWidth }));
  }
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** No text of a dossier may keep its report from being drawn; new texts are checked where they come in. */
function inFont(text: string, font: Font): string {
  const drawn = [...text].map((character) => {
    if (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character;
    return /\s/.test(character) ? ' ' : REPLACEMENT;
  });
  return drawn.join('');
}
