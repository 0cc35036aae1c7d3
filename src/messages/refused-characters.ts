import { codePoint, type Lines, type RefusedCharacter } from '../domain/text.ts';

/** Characters that may not come in, of one text: a field of a form by its label, or the text at a place in a file: "bids.0.bidder.name". */
export type RefusedText = RefusedCharacters & ({ readonly label: string } | { readonly place: string });

interface RefusedCharacters {
  readonly lines: Lines;
  readonly refused: readonly RefusedCharacter[];
}

export interface RefusedWords {
  readonly lineBreak: string;
  /** What nobody sees is named by its number alone. */
  readonly invisible: string;
  readonly at: (line: number, column: number) => string;
  readonly inName: (column: number) => string;
  readonly and: string;
  readonly moreTimes: (n: number) => string;
  readonly moreCharacters: (n: number) => string;
}

/** Different characters that are named, and places of each; of the rest there is only the number. */
const MOST_CHARACTERS = 25;
const MOST_PLACES = 5;

/** All of them at once: "“🙂” (U+1F642) at line 1, character 5 and at line 3, character 2; a line break at character 9". */
export function refusedInWords(words: RefusedWords, { lines, refused }: RefusedCharacters): string {
  const places = new Map<string, RefusedCharacter[]>();
  for (const one of refused) places.set(one.character, [...(places.get(one.character) ?? []), one]);
  const at = ({ line, column }: RefusedCharacter): string =>
    lines === 'one' && line === 1 ? words.inName(column) : words.at(line, column);
  const named = [...places].slice(0, MOST_CHARACTERS).map(([character, found]) => {
    const more = found.length - MOST_PLACES;
    const ats = [...found.slice(0, MOST_PLACES).map(at), ...(more > 0 ? [words.moreTimes(more)] : [])];
    return `${nameOf(words, character)} ${ats.join(` ${words.and} `)}`;
  });
  const more = places.size - MOST_CHARACTERS;
  return [...named, ...(more > 0 ? [words.moreCharacters(more)] : [])].join('; ');
}

function nameOf(words: RefusedWords, character: string): string {
  if (character === '\n') return words.lineBreak;
  if (/[\p{C}\p{Z}]/u.test(character)) return `${words.invisible} (${codePoint(character)})`;
  return `“${/\p{M}/u.test(character) ? '\u25cc' : ''}${character}” (${codePoint(character)})`;
}
