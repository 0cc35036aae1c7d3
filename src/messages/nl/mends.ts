import { type MendTexts, someOf } from '../mend-text.ts';
import { sentence } from '../sentence.ts';
import { format } from './words.ts';

/** Wat in een bestand met een woord wordt gezegd, zoals het op de pagina staat. */
const WORDS: Readonly<Record<string, string>> = {
  're-rank': 'de rangorde wordt opnieuw bepaald (re-rank)',
  keep: 'de anderen houden hun punten (keep)',
};
const inWords = (value: string): string => WORDS[value] ?? value;

/** Wat een fout in de regels of in een bestand verhelpt. */
export const mends: MendTexts = {
  'sum-to': ({ difference }) =>
    difference.startsWith('-')
      ? `Maak ze samen ${format.decimal(difference.slice(1))} lager.`
      : `Maak ze samen ${format.decimal(difference)} hoger.`,
  'one-of': ({ values }) => sentence(`Kies uit: ${someOf(values)}`),
  'at-most': ({ limit }) => `Maak dit ten hoogste ${format.decimal(limit)}.`,
  'at-least': ({ limit }) => `Maak dit ten minste ${format.decimal(limit)}.`,
  above: ({ limit }) => `Maak dit hoger dan ${format.decimal(limit)}.`,
  below: ({ limit }) => `Maak dit lager dan ${format.decimal(limit)}.`,
  'later-than': ({ date }) => `Neem een datum na ${format.date(date)}.`,
  announce: ({ values }) => sentence(`Neem in de regels een van deze op: ${someOf(values.map(inWords))}`),
  'each-once': ({ values }) => sentence(`Noem elk van deze precies één keer: ${someOf(values)}`),
  rename: () => 'Geef dit een andere naam.',
  add: () => 'Vul dit aan.',
  remove: () => 'Laat dit weg.',
  swap: () => 'Verwissel de twee.',
  'move-to-end': () => 'Zet dit als laatste.',
  'choose-other': () => 'Kies hier iets anders.',
  rewrite: ({ from }) => (from === null ? 'Schrijf de formule anders.' : `Verbeter de formule vanaf teken ${from}.`),
};
