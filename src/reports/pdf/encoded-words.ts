import type { EmbeddedFont } from 'pdfkit';

/**
 * The words of a file as it writes them: glyph numbers in hexadecimal, cut where the next letter stands nearer or further away. Each word is
 * encoded once for each font; that is most of the work of drawing a text.
 */
export class EncodedWords {
  private readonly fonts = new Map<EmbeddedFont, Map<string, EncodedWord>>();

  /**
   * The operand of `TJ` for a line of text, as pdfkit writes it, or null for a line with a letter that stands above or below the others: pdfkit
   * draws that one itself.
   * @param apart every letter as a word of its own, so that none are drawn as one
   */
  line(font: EmbeddedFont, text: string, apart = false): string | null {
    let open = '';
    let written = '';
    for (const word of apart ? text : text.split(AFTER_SPACE)) {
      const { closed, rest, level } = this.word(font, word);
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

  private word(font: EmbeddedFont, word: string): EncodedWord {
    let words = this.fonts.get(font);
    if (!words || words.size >= MOST_WORDS) {
      words = new Map();
      this.fonts.set(font, words);
    }
    const known = words.get(word);
    if (known) return known;
    const encoded = encode(font, word);
    words.set(word, encoded);
    return encoded;
  }
}

interface EncodedWord {
  readonly closed: readonly { readonly hex: string; readonly move: number }[];
  /** What the next word goes on with. */
  readonly rest: string;
  /** All letters stand on the line. */
  readonly level: boolean;
}

function encode(font: EmbeddedFont, word: string): EncodedWord {
  const [codes, positions] = font.encode(word);
  const closed: { hex: string; move: number }[] = [];
  let rest = '';
  for (const [index, { xAdvance, advanceWidth }] of positions.entries()) {
    rest += codes[index]!;
    if (xAdvance === advanceWidth) continue;
    closed.push({ hex: rest, move: inFile(advanceWidth - xAdvance) });
    rest = '';
  }
  return { closed, rest, level: positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0) };
}

/** A number as pdfkit writes it. */
export const inFile = (value: number): number => Math.round(value * 1e6) / 1e6;

/** pdfkit lays words out with the space after them. */
const AFTER_SPACE = /(?<=[ \t])/;
const MOST_WORDS = 20_000;
