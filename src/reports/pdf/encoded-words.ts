import type { Font, Glyph, GlyphRun } from 'fontkit';
import type { EmbeddedFont } from 'pdfkit';
import { ALPHABET } from './fonts.ts';

/**
 * The words of a file as it writes them: glyph numbers in hexadecimal, cut where the next letter stands nearer or further away. Each word is
 * encoded once for each font, and one of the letters that every file has once for all files; that is most of the work of drawing a text.
 */
export class EncodedWords {
  private readonly fonts = new Map<EmbeddedFont, FontInFile>();

  /**
   * The operand of `TJ` for a line of text, as pdfkit writes it, or null for a line with a letter that stands above or below the others: pdfkit
   * draws that one itself.
   * @param apart every letter as a word of its own, so that none are drawn as one
   */
  line(font: EmbeddedFont, text: string, apart = false): string | null {
    const inFile = this.inFile(font);
    let open = '';
    let written = '';
    for (const word of apart ? text : wordsOf(text)) {
      const { closed, rest, level } = wordIn(font, inFile, word);
      if (!level) return null;
      for (const { hex, move } of closed) {
        written += `${written === '' ? '' : ' '}<${open}${hex}> ${move}`;
        open = '';
      }
      open += rest;
    }
    if (open !== '') written += `${written === '' ? '' : ' '}<${open}> 0`;
    return written;
  }

  private inFile(font: EmbeddedFont): FontInFile {
    const known = this.fonts.get(font);
    if (known) return known;
    const { letters, words: inEveryFile } = alphabetOf(font);
    const made: FontInFile = { words: new Map(), codes: [], inEveryFile };
    for (const letter of letters) made.codes[letter.id] = included(font, letter);
    this.fonts.set(font, made);
    return made;
  }
}

interface FontInFile {
  readonly words: Map<string, EncodedWord>;
  /** By the number of a letter in the font, its number in the file. */
  readonly codes: (string | undefined)[];
  /** The words of this font that are written the same in every file. */
  readonly inEveryFile: Map<string, EncodedWord>;
}

/** What all files have of a font: its first letters, and the words that are made of those. */
interface InEveryFile {
  readonly letters: readonly Glyph[];
  readonly words: Map<string, EncodedWord>;
}

const alphabets = new WeakMap<Font, InEveryFile>();
function alphabetOf({ font }: EmbeddedFont): InEveryFile {
  const known = alphabets.get(font) ?? {
    letters: ALPHABET.flatMap((letter) => font.layout(letter).glyphs),
    words: new Map<string, EncodedWord>(),
  };
  alphabets.set(font, known);
  return known;
}

interface EncodedWord {
  readonly closed: readonly { readonly hex: string; readonly move: number }[];
  /** What the next word goes on with. */
  readonly rest: string;
  /** All letters stand on the line. */
  readonly level: boolean;
}

function wordIn(font: EmbeddedFont, { words, codes, inEveryFile }: FontInFile, word: string): EncodedWord {
  const known = inEveryFile.get(word) ?? words.get(word);
  if (known) return known;
  const run = font.font.layout(word);
  const encoded = encode(font, codes, run);
  const kept = run.glyphs.every(({ id }) => Number.parseInt(codes[id]!, 16) <= ALPHABET.length) ? inEveryFile : words;
  if (kept.size >= MOST_WORDS) kept.clear();
  kept.set(word, encoded);
  return encoded;
}

function encode(font: EmbeddedFont, codes: FontInFile['codes'], { glyphs, positions }: GlyphRun): EncodedWord {
  const closed: { hex: string; move: number }[] = [];
  let rest = '';
  let level = true;
  for (const [index, { xAdvance, xOffset, yOffset }] of positions.entries()) {
    const glyph = glyphs[index]!;
    rest += codes[glyph.id] ??= included(font, glyph);
    level &&= xOffset === 0 && yOffset === 0;
    if (xAdvance === glyph.advanceWidth) continue;
    closed.push({ hex: rest, move: inFile(glyph.advanceWidth - xAdvance) });
    rest = '';
  }
  return { closed: closed.length === 0 ? NONE : closed, rest, level };
}
const NONE: EncodedWord['closed'] = [];

/** Takes a letter into the file as pdfkit does, with its width and the characters that it stands for. */
function included({ subset, widths, unicode }: EmbeddedFont, { id, advanceWidth, codePoints }: Glyph): string {
  const code = subset.includeGlyph(id);
  widths[code] ??= advanceWidth;
  unicode[code] ??= codePoints;
  return code.toString(16).padStart(4, '0');
}

/** A number as pdfkit writes it. */
export const inFile = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The words of a line, each with the space or tab after it: so pdfkit lays them out. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let place = 0; place < text.length; place++) {
    const sign = text.charCodeAt(place);
    if (sign !== SPACE && sign !== TAB) continue;
    words.push(text.slice(start, place + 1));
    start = place + 1;
  }
  if (start < text.length) words.push(text.slice(start));
  return words;
}
const SPACE = 32;
const TAB = 9;
const MOST_WORDS = 20_000;
