import { type DomainError, isErrorCode } from '../domain/errors.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { BilingualText } from '../domain/text.ts';
import { nouns as usualEn } from './en/words.ts';
import { createEn, en } from './en.ts';
import type { Language } from './language.ts';
import { nouns as usualNl } from './nl/words.ts';
import { createNl, nl } from './nl.ts';
import type { Noun, Nouns } from './noun.ts';

export type Messages = typeof nl;

const creators: Readonly<Record<Language, (nouns: Nouns) => Messages>> = { nl: createNl, en: createEn };
const usual: Readonly<Record<Language, Nouns>> = { nl: usualNl, en: usualEn };
/** By language and name of a winner. */
const remembered = new Map<string, Messages>();

/** The same messages with the name that these rules give a winner. */
export function forRules(m: Messages, { award }: Pick<TenderRules, 'award'>): Messages {
  if (!award.winnerName) return m;
  const { one, more, article = 'de' } = award.winnerName;
  const winner: Noun = { one: inLanguage(one, m), more: inLanguage(more, m), article };
  const key = JSON.stringify([m.language, winner]);
  const known = remembered.get(key) ?? creators[m.language]({ ...usual[m.language], winner });
  if (remembered.size < MOST_NAMES) remembered.set(key, known);
  return known;
}
const MOST_NAMES = 100;

const catalogues: Readonly<Record<Language, Messages>> = { nl, en };

export const messagesIn = (language: Language): Messages => catalogues[language];

/** The text of a rule set in the language of the reader. */
export const inLanguage = (text: BilingualText, messages: Messages): string => text[messages.language];

/** An error of the domain in words. A rule that was broken inside another error is put into words as well. */
export function describeError(m: Messages, { code, details }: Pick<DomainError, 'code' | 'details'>): string {
  const inner = details.rule;
  const because =
    typeof inner === 'string' && isErrorCode(inner)
      ? describeError(m, { code: inner, details: (details.details ?? {}) as DomainError['details'] })
      : '';
  return m.errors[code]({ ...details, because });
}
