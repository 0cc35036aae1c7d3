/** Width of a piece of text in points. */
export type Measure = (text: string) => number;

/**
 * Breaks text into lines that fit, at spaces, after hyphens and slashes inside long words, and at soft hyphens. A word
 * that is wider than a whole line is broken between any two letters: nothing is ever cut off. A line break in the text
 * stays one.
 *
 * @param width of the lines, in points
 * @returns lines that give the text again when joined: the space at which a line was broken stands at its end, so that
 *   screen readers keep the words apart
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const paragraphs = cleaned(text).split('\n');
  return paragraphs.flatMap((paragraph, index) => {
    const lines = breakLine(paragraph, width, measure);
    const last = lines.pop() ?? '';
    return [...lines, last === '' || index === paragraphs.length - 1 ? last : `${last} `];
  });
}

/**
 * Width of the widest piece of text between two places where a line may be broken.
 * @param least what is wide already: narrower pieces are not measured to the last letter
 * @param widestLetter of plain text, in points: so few letters that they are no wider than what is wide already are not measured at all
 */
export function widestPiece(text: string, measure: Measure, least: number, widestLetter = Infinity): number {
  let widest = least;
  const isNarrow = (some: string): boolean => some.length * widestLetter <= widest && isPlain.test(some);
  if (isNarrow(text)) return widest;
  for (const piece of cleaned(text).split('\n').flatMap(pieces)) {
    if (isNarrow(piece)) continue;
    if (!showsMoreAtItsEnd(piece) && measure(visible(piece)) <= widest) continue;
    widest = Math.max(widest, measure(drawn(piece.trimEnd())));
  }
  return widest;
}

/**
 * The text with one notation for what looks the same: composed letters, plain spaces, plain line ends. Characters that
 * nobody can see (byte order marks, joiners, direction marks), which come along when people paste, are left out.
 */
function cleaned(text: string): string {
  if (isClean.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\u202F|\u2007/g, '\u00A0')
    .replace(/[\t\u2000-\u2006\u2008-\u200A\u205F\u3000]/g, ' ')
    .replace(/\u2010/g, '-')
    .replace(/[\uFEFF\u200C-\u200F\u2060-\u2064\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Words of letters in one notation with a space between them, as nearly all text is. */
const isClean = /^[!-~\u00A1-\u017F]+(?: [!-~\u00A1-\u017F]+)*$/;

/** Letters without marks, signs and figures. */
const isPlain = /^[ -~]*$/;

function breakLine(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text)) {
    const whole = measure(visible(piece));
    // What fits with the space after it fits without; nearly every piece does, and measuring is dear.
    if (used + whole <= width && !showsMoreAtItsEnd(piece)) {
      line += piece;
      used += whole;
      continue;
    }
    const needed = measure(drawn(piece.trimEnd()));
    if (line !== '' && used + needed > width) {
      lines.push(drawn(line));
      line = '';
      used = 0;
    }
    if (needed > width) {
      const parts = breakAnywhere(piece, width, measure);
      lines.push(...parts.slice(0, -1).map(drawn));
      line = parts.at(-1) ?? '';
      used = measure(visible(line));
    } else {
      line += piece;
      used += whole;
    }
  }
  return [...lines, drawn(line.trimEnd())];
}

/** An amount stays with its sign. A piece ends after its spaces, after a soft hyphen, or after a hyphen or slash between three letters on either side. */
function pieces(text: string): string[] {
  return text
    .split(/(?<=[^ €] )(?<!\bEUR )(?=\S)|(?<=[\u00AD\u200B])|(?<=[\p{L}\d]{3}[-/])(?=[\p{L}\d]{3})/u)
    .filter((piece) => piece !== '');
}

/** Breaks a piece that is too wide. Only a word of letters gets a hyphen: in a number or a hash it would be read. */
function breakAnywhere(piece: string, width: number, measure: Measure): string[] {
  const hyphen = wordOfLetters.test(piece) ? SOFT_HYPHEN : '';
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && character !== ' ' && measure(drawn(part + character + hyphen)) > width) {
      parts.push(part + hyphen);
      part = '';
    }
    part += character;
  }
  return hyphen === '' ? [...parts, part] : withLongTail(parts, part);
}

/** A word that must be broken keeps a few letters together at its end. */
function withLongTail(parts: readonly string[], tail: string): string[] {
  const before = parts.at(-1)?.slice(0, -1) ?? '';
  const short = LEAST_TAIL - tail.trimEnd().length;
  if (short <= 0 || before.length < short + LEAST_TAIL) return [...parts, tail];
  return [...parts.slice(0, -1), `${before.slice(0, -short)}${SOFT_HYPHEN}`, `${before.slice(-short)}${tail}`];
}

const LEAST_TAIL = 3;

const SOFT_HYPHEN = '\u00AD';
const wordOfLetters = /^\P{L}?\p{L}+\P{L}{0,2}$/u;
const hasSpecialCharacters = /[\u00AD\u200B\u00A0\u2011]/;

/** What is seen of a piece in the middle of a line. */
function visible(piece: string): string {
  if (!hasSpecialCharacters.test(piece)) return piece;
  return piece
    .replace(/[\u00AD\u200B]/g, '')
    .replaceAll('\u00A0', ' ')
    .replaceAll('\u2011', '-');
}

const showsMoreAtItsEnd = (piece: string): boolean => piece.endsWith(SOFT_HYPHEN);

/** What is drawn of a whole line: a soft hyphen shows only at its end. */
function drawn(line: string): string {
  return showsMoreAtItsEnd(line) ? `${visible(line)}-` : visible(line);
}
