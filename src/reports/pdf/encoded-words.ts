import type { Glyph, GlyphRun } from 'fontkit';
import type { EmbeddedFont } from 'pdfkit';

/**
 * The words of a file as it writes them: glyph numbers in hexadecimal, cut where the next letter stands nearer or further away. Each word is
 * encoded once for each font; that is most of the work of drawing a text.
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
    const made: FontInFile = { words: new Map(), codes: [] };
    this.fonts.set(font, made);
    return made;
  }
}

interface FontInFile {
  readonly words: Map<string, EncodedWord>;
  /** By the number of a letter in the font, its number in the file. */
  readonly codes: (string | undefined)[];
}

interface EncodedWord {
  readonly closed: readonly { readonly hex: string; readonly move: number }[];
  /** What the next word goes on with. */
  readonly rest: string;
  /** All letters stand on the line. */
  readonly level: boolean;
}

function wordIn(font: EmbeddedFont, inFile: FontInFile, word: string): EncodedWord {
  const { words, codes } = inFile;
  const known = words.get(word);
  if (known) return known;
  const encoded = encode(font, codes, font.font.layout(word));
  if (words.size >= MOST_WORDS) words.clear();
  words.set(word, encoded);
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
