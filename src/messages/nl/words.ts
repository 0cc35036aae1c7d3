import { createFormat } from '../format.ts';
import type { Noun, Nouns, Option } from '../noun.ts';
import { quote } from '../sentence.ts';

/** Hulpjes om zinnen te maken. */
export const format = createFormat({
  locale: 'nl-NL',
  and: 'en',
  moment: (date, time) => `${date} om ${time} uur`,
  timeMark: '.',
});

/** Hoe de dingen heten als de regels niets anders zeggen. */
export const nouns: Nouns = {
  winner: { one: 'opdrachtnemer', more: 'opdrachtnemers', article: 'de' },
  lot: { one: 'perceel', more: 'percelen', article: 'het' },
  option: { one: 'model', more: 'modellen', full: 'contractmodel' },
};

/** Wat een eigen afwegingskader vergelijkt. */
export const ownOption: Option = { one: 'alternatief', more: 'alternatieven', full: 'alternatief' };

/** "geen prijzen", "1 prijs", "1.250 prijzen". */
export const count = (n: number, one: string, more: string): string =>
  n === 0 ? `geen ${more}` : `${format.grouped(String(n), 0)} ${agree(n, one, more)}`;

/** Het woord dat bij het aantal past: "ontbreekt", "ontbreken". */
export const agree = (n: number, one: string, more: string): string => (n === 1 ? one : more);

/** "0 van 1 beoordeling", "2 van 12 beoordelingen". */
export const countOf = (done: number, all: number, one: string, more: string): string =>
  `${format.grouped(String(done), 0)} van ${format.grouped(String(all), 0)} ${agree(all, one, more)}`;

/** “Noord”, “Oost” en “Zuid” */
export const quoted = (names: readonly string[]): string => format.list(names.map(quote));

/** “Noord”, “Oost”, “Zuid” en 9 andere percelen: van meer dan vier staan er drie. */
export const quotedFirst = (names: readonly string[], { one, more }: Noun): string =>
  names.length <= 4
    ? quoted(names)
    : format.list([...names.slice(0, 3).map(quote), count(names.length - 3, `andere ${one}`, `andere ${more}`)]);

/** "de hoofdaanbieder", "het bureau" */
export const theOne = ({ one, article }: Noun): string => `${article} ${one}`;

/** "elke hoofdaanbieder", "elk bureau" */
export const eachOne = ({ one, article }: Noun): string => `${article === 'de' ? 'elke' : 'elk'} ${one}`;

/** "die hoofdaanbieder", "dat bureau" */
export const thatOne = (noun: Noun): string => `${relative(noun)} ${noun.one}`;

/** "een hoofdaanbieder die", "een bureau dat" */
export const relative = ({ article }: Noun): string => (article === 'de' ? 'die' : 'dat');

/** "deze hoofdaanbieder", "dit bureau" */
export const thisOne = ({ one, article }: Noun): string => `${article === 'de' ? 'deze' : 'dit'} ${one}`;

/** Waarop wordt afgerond. */
export const toDecimals = (n: number): string => (n === 0 ? 'een geheel getal' : count(n, 'decimaal', 'decimalen'));
