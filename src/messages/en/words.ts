import { createFormat } from '../format.ts';
import type { Noun, Nouns, Option } from '../noun.ts';
import { quote } from '../sentence.ts';

/** Small help to make sentences with. */
export const format = createFormat({
  locale: 'en-GB',
  and: 'and',
  moment: (date, time) => `${date} at ${time}`,
  timeMark: ':',
});

/** What things are called where the rules say nothing else. */
export const nouns: Nouns = {
  winner: { one: 'contractor', more: 'contractors', article: 'de' },
  lot: { one: 'lot', more: 'lots', article: 'het' },
  option: { one: 'model', more: 'models', full: 'contract model' },
};

/** What a decision matrix of one's own compares. */
export const ownOption: Option = { one: 'alternative', more: 'alternatives', full: 'alternative' };

/** "no prices", "1 price", "1,250 prices". */
export const count = (n: number, one: string, more: string): string =>
  n === 0 ? `no ${more}` : `${format.grouped(String(n), 0)} ${agree(n, one, more)}`;

/** The word that goes with the number: "is", "are". */
export const agree = (n: number, one: string, more: string): string => (n === 1 ? one : more);

/** "0 of 1 assessment", "2 of 12 assessments". */
export const countOf = (done: number, all: number, one: string, more: string): string =>
  `${format.grouped(String(done), 0)} of ${format.grouped(String(all), 0)} ${agree(all, one, more)}`;

/** “North”, “East” and “South” */
export const quoted = (names: readonly string[]): string => format.list(names.map(quote));

/** “North”, “East”, “South” and 9 other lots: of more than four there are three. */
export const quotedFirst = (names: readonly string[], { one, more }: Noun): string =>
  names.length <= 4
    ? quoted(names)
    : format.list([...names.slice(0, 3).map(quote), count(names.length - 3, `other ${one}`, `other ${more}`)]);

/** "an area", "a lot" */
export const an = (word: string): string => `${/^[aeio]/i.test(word) ? 'an' : 'a'} ${word}`;

/** What is rounded to. */
export const toDecimals = (n: number): string =>
  n === 0 ? 'a whole number' : count(n, 'decimal place', 'decimal places');
