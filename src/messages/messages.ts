import type { MatrixRules } from '../domain/decision-matrix/rules.ts';
import { DomainError, type Fault, isErrorCode } from '../domain/errors.ts';
import { COMMON } from '../domain/rules/in-lot.ts';
import type { Names } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { BilingualText } from '../domain/text.ts';
import { ownOption as ownEn, nouns as usualEn } from './en/words.ts';
import { createEn, en } from './en.ts';
import { placeInWords } from './field-text.ts';
import type { Language } from './language.ts';
import { mendInWords } from './mend-text.ts';
import { ownOption as ownNl, nouns as usualNl } from './nl/words.ts';
import { createNl, nl } from './nl.ts';
import type { Noun, Nouns } from './noun.ts';

export type Messages = typeof nl;

const creators: Readonly<Record<Language, (nouns: Nouns) => Messages>> = { nl: createNl, en: createEn };
const usual: Readonly<Record<Language, Nouns>> = { nl: usualNl, en: usualEn };
/** By language and names. */
const remembered = new Map<string, Messages>();

/** The same messages with the names that these rules give a winner and a lot. */
export function forRules(
  m: Messages,
  { award }: { readonly award: Pick<TenderRules['award'], 'winnerName' | 'lotName'> },
): Messages {
  if (!award.winnerName && !award.lotName) return m;
  const { winner, lot, option } = usual[m.language];
  const nouns = { option, winner: named(m, award.winnerName, winner), lot: named(m, award.lotName, lot) };
  const key = JSON.stringify([m.language, nouns]);
  const known = remembered.get(key) ?? creators[m.language](nouns);
  if (remembered.size < MOST_NAMES) remembered.set(key, known);
  return known;
}
const MOST_NAMES = 100;

const named = (m: Messages, given: TenderRules['award']['lotName'], usually: Noun): Noun =>
  given
    ? { one: inLanguage(given.one, m), more: inLanguage(given.more, m), article: given.article ?? usually.article }
    : usually;

/** The same messages with what a matrix of one's own compares. */
export const forMatrix = (m: Messages, { kind }: Pick<MatrixRules, 'kind'>): Messages =>
  kind === 'own-matrix' ? ofOwnMatrix[m.language] : m;
const ofOwnMatrix: Readonly<Record<Language, Messages>> = {
  nl: createNl({ ...usualNl, option: ownNl }),
  en: createEn({ ...usualEn, option: ownEn }),
};

const catalogues: Readonly<Record<Language, Messages>> = { nl, en };

export const messagesIn = (language: Language): Messages => catalogues[language];

/** The text of a rule set in the language of the reader. */
export const inLanguage = (text: BilingualText, messages: Messages): string => text[messages.language];

/**
 * An error of the domain in words. A rule that was broken inside another error is put into words as well.
 * @param names of the bids, lots and criteria, from who has them; without, their ids are shown
 */
export function describeError(
  m: Messages,
  { code, details }: Pick<DomainError, 'code' | 'details'>,
  names?: Names,
): string {
  const inner = details.rule;
  const because =
    typeof inner === 'string' && isErrorCode(inner)
      ? describeError(m, { code: inner, details: (details.details ?? {}) as DomainError['details'] }, names)
      : '';
  return m.errors[code]({ ...(names ? namedDetails(m, details, names) : details), because });
}

/** A fault in words: what is wrong, what mends it, and where it is. Each is said once. */
export function describeFault(m: Messages, { code, details, path, mends }: Fault, names?: Names): string {
  // The shape of a file: the text says where, and what should be there.
  if (code === 'file-invalid') return describeError(m, { code, details }, names);
  const said = describeMend(m, { code, details, mends }, names);
  const text = typeof details.inLot === 'string' ? `${details.inLot}: ${said}` : said;
  const place = placeInWords(m.fields, path);
  return text.includes(place) ? text : `${text} ${m.fields.where(place)}`;
}

/** What is wrong, and what mends it, for who sees the place. */
export const describeMend = (
  m: Messages,
  { code, details, mends }: Pick<Fault, 'code' | 'details' | 'mends'>,
  names?: Names,
): string => {
  const mended = mends ? { ...details, mends: mendInWords(m.mends, mends) } : details;
  return describeError(m, { code, details: mended }, names);
};

/** Everything that an error knows to be wrong, a text for each; at most {@link MOST_FAULTS}, and then how many more there are. */
export function describeFaults(m: Messages, error: DomainError, names?: Names): string[] {
  if (error.faults.length === 0) return [describeError(m, error, names)];
  const shown = error.faults.slice(0, MOST_FAULTS).map((fault) => describeFault(m, fault, names));
  const rest = error.faults.length - shown.length;
  return rest === 0 ? shown : [...shown, m.common.moreFaults(rest)];
}
const MOST_FAULTS = 100;

/** The name of a lot; of what is common to all lots: "all areas". */
export const lotName = (m: Messages, names: Names, lot: string): string =>
  lot === COMMON ? m.common.allLots : names.lot(lot);

/** The same error with names where it has ids, for whoever shows it and has no names. */
export const withNames = (m: Messages, { code, details, faults }: DomainError, names: Names): DomainError =>
  new DomainError(code, namedDetails(m, details, names), faults);

function namedDetails(m: Messages, details: DomainError['details'], names: Names): DomainError['details'] {
  const naming: Readonly<Record<string, (id: string) => string>> = {
    bid: names.bidder,
    lot: (id) => lotName(m, names, id),
    criterion: (id) => inLanguage(names.criterion(id), m),
    parent: (id) => inLanguage(names.criterion(id), m),
  };
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => {
      const name = Object.hasOwn(naming, key) && typeof value === 'string' ? naming[key] : undefined;
      return [key, name ? name(value as string) : value];
    }),
  );
}
