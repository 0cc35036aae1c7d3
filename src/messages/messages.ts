import type { DomainError } from '../domain/errors.ts';
import type { BilingualText } from '../domain/text.ts';
import { en } from './en.ts';
import type { ErrorText } from './error-text.ts';
import type { Language } from './language.ts';
import { nl } from './nl.ts';

export type Messages = typeof nl;

const catalogues: Readonly<Record<Language, Messages>> = { nl, en };

export const messagesIn = (language: Language): Messages => catalogues[language];

/** The text of a rule set in the language of the reader. */
export const inLanguage = (text: BilingualText, messages: Messages): string => text[messages.language];

/** An error of the domain in words. A rule that was broken inside another error is put into words as well. */
export function describeError(m: Messages, { code, details }: Pick<DomainError, 'code' | 'details'>): string {
  const texts: Readonly<Record<string, ErrorText>> = m.errors;
  const because =
    typeof details.rule === 'string'
      ? describeError(m, { code: details.rule, details: (details.details ?? {}) as DomainError['details'] })
      : '';
  return (texts[code] ?? m.errors.unexpected)({ ...details, because });
}
