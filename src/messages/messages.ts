import type { BilingualText } from '../domain/text.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

export type Language = 'nl' | 'en';
export type Messages = typeof nl;
export const LANGUAGES: readonly Language[] = ['nl', 'en'];

const catalogues: Readonly<Record<Language, Messages>> = { nl, en };

export const messagesIn = (language: Language): Messages => catalogues[language];

/** The text of a rule set in the language of the reader. */
export const inLanguage = (text: BilingualText, messages: Messages): string => text[messages.language];
