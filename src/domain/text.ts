import { z } from 'zod';
import { PRINTABLE_RANGES } from './printable-characters.ts';

/** How many lines a text may have: a name has one, a motivation has many. */
export type Lines = 'one' | 'many';

/** A character that may not come in, and where it stands in the entered text; both are counted from 1. */
export interface RefusedCharacter {
  readonly character: string;
  readonly line: number;
  readonly column: number;
}

export interface EnteredText {
  readonly text: string;
  /** Every character that may not come in, in the order of the text; empty when the text may. */
  readonly refused: readonly RefusedCharacter[];
}

/**
 * The one door for text: forms, files and the command line all enter by it.
 * Letters are composed (Unicode NFC), what comes along when people paste becomes its plain equivalent, and spaces and line breaks at
 * the ends go. What is left must be in the fonts that print it (printable-characters.ts, generated from the fonts).
 * Entering a text that was entered changes nothing.
 * @param lines `one` refuses a line break
 */
export function enterText(raw: string, { lines }: { readonly lines: Lines }): EnteredText {
  const text = plainText(raw).trim();
  if (ALL_PRINTABLE.test(text) && (lines === 'many' || !text.includes('\n'))) return { text, refused: [] };
  const refused: RefusedCharacter[] = [];
  let [line, column] = [1, 1];
  for (const character of text) {
    const isBreak = character === '\n';
    if (isBreak ? lines === 'one' : !isPrintable(character)) refused.push({ character, line, column });
    [line, column] = isBreak ? [line + 1, 1] : [line, column + 1];
  }
  return { text, refused };
}

/** A text with plain equivalents, whether or not every character in it can be printed; spaces at its ends stay. */
export function plainText(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return raw
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/[^ -~\n]/gu, plainOf)
    .normalize('NFC');
}

/** A text as it is searched and ordered by: without capitals, accents and double spaces. */
export const foldedText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether the fonts of the reports have a character, and it may stand in a text. A line break is none. */
export const isPrintable = (character: string): boolean => PRINTABLE.test(character);

/** Marks that nobody sees: soft hyphens, joiners, marks of direction without effect on these letters, byte order marks, choices of presentation. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff]|\u034f|[\ufe00-\ufe0f]/g;

const RANGES = PRINTABLE_RANGES.trim()
  .split(/\s+/)
  .map((range) => range.replace(/[0-9a-f]+/g, (code) => `\\u{${code}}`))
  .join('');
const PRINTABLE = new RegExp(`^[${RANGES}]$`, 'u');
const ALL_PRINTABLE = new RegExp(`^[${RANGES}\\n]*$`, 'u');
const PLAIN = /^[ -~\n]*$/;

/**
 * What is written for other characters, whether the fonts have those or not: ligatures, bullets, marks, arrows. Word keeps the characters of its symbol fonts in the private use area,
 * at U+F000 plus their place in the font (Symbol: F0B7; Wingdings: the others).
 */
const EQUIVALENTS: ReadonlyMap<string, string> = new Map(
  [
    ['ff', 'ﬀ'],
    ['fi', 'ﬁ'],
    ['fl', 'ﬂ'],
    ['ffi', 'ﬃ'],
    ['ffl', 'ﬄ'],
    ['st', 'ﬅﬆ'],
    ['•', '\uf0b7\uf0a7\uf0a8\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf077\uf09f\uf0d8\uf0a1⁃➢❖⚫◾◼⬤'],
    ['✓', '\uf0fc\uf0fe✅'],
    ['✗', '\uf0fb\uf0fd☒❌❎✕✖'],
    ['→', '\uf0e0\uf0e8➔➙➜➝➞➡➤⟶⇨'],
    ['←', '\uf0df\uf0e7⬅⟵'],
    ['-', '\u001e\u2010\u2011\uf02d'],
    ['·', '‧⋅'],
    ['“', '‟'],
    ['*', '∗'],
    // Word's hyphen that is drawn only where a line breaks.
    ['', '\u001f'],
    ['≤', '⩽≦'],
    ['≥', '⩾≧'],
  ].flatMap(([plain, others]) => [...others!].map((other): [string, string] => [other, plain!])),
);

/** Whether a character never stays as it is: {@link plainText} writes another for it, whatever the fonts have. */
export const hasEquivalent = (character: string): boolean => EQUIVALENTS.has(character);

/** Letters in another form (full width, mathematical, digraphs, Roman numerals), which stand for the same letters; a raised letter does not. */
const OTHER_FORM = /[\uff01-\uff5e\u{1d400}-\u{1d7ff}]|(?!\p{Lm})[\p{L}\p{Nl}]/u;

function plainOf(character: string): string {
  const known = EQUIVALENTS.get(character);
  if (known !== undefined) return known;
  if (isPrintable(character) || !OTHER_FORM.test(character)) return character;
  const letters = character.normalize('NFKC');
  return [...letters].every(isPrintable) ? letters : character;
}

/** How many lines each text of a shape may have when it comes in; see {@link humanText} and {@link oneLine}. */
const linesOfShape = z.registry<{ lines: Lines }>();

/** How many lines a text of this shape may have when it comes in; what is not made here (identifiers, figures, dates) has one. */
export const linesOf = (shape: z.core.$ZodType): Lines => linesOfShape.get(shape)?.lines ?? 'one';

/** What can be kept at all. A stored text is read even where the door would refuse it now: fonts and rules may change, a dossier may not. */
const UNKEEPABLE = /(?!\n)[\p{Cc}\p{Cs}]/u;
/** Almost every text has nothing that could be it, which is quicker to see. */
const PERHAPS_UNKEEPABLE = /[^ -~\n\u00a0-\ud7ff\ue000-\uffff]/;
const isKept = (text: string): boolean => !PERHAPS_UNKEEPABLE.test(text) || !UNKEEPABLE.test(text);

const storedText = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((text) => text.trim() !== '' && isKept(text), {
      error: (issue) => {
        const character = UNKEEPABLE.exec(String(issue.input))?.[0];
        return character === undefined ? 'empty text' : `unsupported character ${codePoint(character)}`;
      },
    });

/** The number of a character as Unicode writes it: "U+1F600". */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Text for people: at least one character that is not a space, at most `maximum` characters. It comes in by {@link enterText}, with many lines. */
export const humanText = (maximum: number) => storedText(maximum).register(linesOfShape, { lines: 'many' });

/** A name, a title, a label: as {@link humanText}, but it comes in with one line. A stored one is read with more. */
export const oneLine = (maximum: number) => storedText(maximum).register(linesOfShape, { lines: 'one' });

/** A short name for use in files and addresses: lower-case letters, digits and hyphens. */
export const identifier = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'not an identifier (a-z, 0-9, -)' });

/** A text in both languages of the product. */
export const bilingualText = z.strictObject({ nl: humanText(4000), en: humanText(4000) });
export type BilingualText = z.infer<typeof bilingualText>;

/** A name in both languages of the product. */
export const bilingualName = z.strictObject({ nl: oneLine(4000), en: oneLine(4000) });

/** A non-negative decimal number as text, with a point: "12", "7.5". Numbers never pass through floating point. */
export const decimalText = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, { error: 'not a decimal number' });

/** A calendar date, "2027-12-31". */
export const dateText = z.iso.date();
