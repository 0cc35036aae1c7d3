import type { Language } from '../../src/messages/language.ts';

/** Names that break sentences that were glued together: a full stop at the end, "en" and commas inside. */
export const ODD_NAMES = ['Zorg B.V.', 'Jansen, Smit en Zonen', 'Thuis & Co., locatie Noord en Oost'] as const;

interface Fault {
  readonly what: string;
  readonly pattern: { test(text: string): boolean };
  /** In which language; both when left out. */
  readonly only?: Language;
}

/** What no text may hold, whatever it is made of. */
const FAULTS: readonly Fault[] = [
  { what: 'two full stops', pattern: /(?<!\.)\.\.(?!\.)|\. \.|[?!:;,…]\./ },
  { what: 'a doubled space, or one at an end', pattern: / {2}|^ | $/ },
  { what: 'a value that is none', pattern: /undefined|\[object|\bNaN\b|\bnull\b|Infinity/ },
  { what: 'a bare fraction', pattern: /(?<![\d/.])\d+\/\d+(?![\d/])/ },
  { what: 'a raw date or moment', pattern: /\d{4}-\d{2}-\d{2}/ },
  // The version of a standard is a name, not a figure.
  {
    what: 'a decimal point',
    pattern: { test: (text) => wrongMarks(text.replaceAll('WCAG 2.2', 'WCAG'), '.') },
    only: 'nl',
  },
  { what: 'a decimal comma', pattern: { test: (text) => wrongMarks(text, ',') }, only: 'en' },
  { what: 'digits that are not grouped', pattern: /(?<![\d.,#…/-])\d{5,}(?!\d)/ },
  {
    what: 'one of many',
    pattern:
      /(?<![\d.,+−-])1 (punten|gebieden|prijzen|weken|maanden|decimalen|verdelingen|inschrijvingen|beoordelingen|tekens)\b/,
    only: 'nl',
  },
  {
    what: 'many of one',
    pattern:
      /(?<!\d)(?<!van )(?:[02-9]|[1-9]\d+) (punt|prijs|week|maand|decimaal|verdeling|inschrijving|beoordeling)\b/,
    only: 'nl',
  },
  {
    what: 'one of many',
    pattern: /(?<![\d.,+−-])1 (points|areas|prices|weeks|months|allocations|bids|assessments|characters)\b/,
    only: 'en',
  },
  { what: 'a word for wegingsfactor', pattern: /\bgewicht(en)?\b/i, only: 'nl' },
  { what: 'a word for afwegingskader', pattern: /\bmatri(x|ces)\b/i, only: 'nl' },
  { what: 'a word for fictief', pattern: /\bverzonnen\b|\bverzin\b/i, only: 'nl' },
  { what: 'a word for herberekenen', pattern: /nareken|na te rekenen|nagerekend/i, only: 'nl' },
  { what: 'a word for rang', pattern: /\bplaats\b/i, only: 'nl' },
  { what: 'another speaker than Gunwijzer', pattern: /\b(wij|we|ons|onze)\b/i, only: 'nl' },
  { what: 'another speaker than Gunwijzer', pattern: /\b(we|our|ours|us)\b/i, only: 'en' },
  { what: 'a word for announced', pattern: /\bpublished (rules|tie|dates)/i, only: 'en' },
  { what: 'a word for calculated', pattern: /\bcomput(e|ed|ing)\b/i, only: 'en' },
  { what: 'a word for fictional', pattern: /\bmade[- ]up\b/i, only: 'en' },
];

/** Whether a mark stands in a number where it does not part thousands, nor hours and minutes. */
function wrongMarks(text: string, mark: '.' | ','): boolean {
  const numbers = text.matchAll(mark === '.' ? /\d+(?:\.\d+)+(?!\d| uur)/g : /\d+(?:,\d+)+/g);
  const thousands = mark === '.' ? /^\d{1,3}(\.\d{3})+$/ : /^\d{1,3}(,\d{3})+$/;
  return [...numbers].some(([number]) => !thousands.test(number));
}

const MOST_WORDS = 25;

/** What is wrong with a text, in a few words each; none when nothing is. */
export function faultsOf(text: string, language: Language): string[] {
  const found = FAULTS.filter(({ pattern, only }) => (only ?? language) === language && pattern.test(text)).map(
    ({ what }) => what,
  );
  return [
    ...found,
    ...(endsWell(text) ? [] : ['a sentence without an end']),
    ...(longestSentence(text) > MOST_WORDS ? [`a sentence of ${longestSentence(text)} words`] : []),
  ];
}

/** A text of more than one sentence ends with a mark, or with what to type; one with a single sentence may be a label. */
const endsWell = (text: string): boolean =>
  !/[a-z)”][.?!] [A-Z]/.test(text) ||
  /[.?!:…][”")]*$/.test(text.trim()) ||
  /(bijvoorbeeld|example|opdrachtregel|command line|voer uit|run):? [^.:]*$/i.test(text);

/** Counted without what stands between quotation marks: those are names, not ours. */
export function longestSentence(text: string): number {
  const unnamed = ODD_NAMES.reduce(
    (rest, name) => rest.replace(new RegExp(`${name.replace(/[.&]/g, '\\$&')}( [A-Z]\\d+ B\\.V\\.)?`, 'g'), 'naam'),
    text.replace(/“[^”]*”/g, 'naam'),
  );
  const sentences = unnamed.split(/(?<=[.?!])\s+|\n/);
  return Math.max(0, ...sentences.map((one) => one.split(/\s+/).filter((word) => /\w/.test(word)).length));
}

/** Every text somewhere in a value, with where it stands. */
export function textsIn(value: unknown, place = ''): { readonly place: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${place}.${key}`));
}
