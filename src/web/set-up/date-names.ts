import { KINDS_OF_DATE } from '../../domain/rules/course.ts';
import { type Draft, isList, isObject, type Json, valueAt, withValue } from '../../domain/set-up/draft.ts';
import { messagesIn } from '../../messages/messages.ts';
import { valueLabel } from './words-of-rules.ts';

/** A date of which only is said what kind it is gets the name of that kind; so does one with the name of another kind, that it got before. */
export function withNamesOfDates(draft: Draft): Draft {
  const dates = valueAt(draft, DATES);
  if (!isList(dates)) return draft;
  return dates.reduce<Draft>((named, date, place) => {
    if (!isObject(date) || typeof date.kind !== 'string' || date.kind === '' || hasNameOfItsOwn(date.name))
      return named;
    return withValue(named, [...DATES, place, 'name'], nameOfKind(date.kind));
  }, draft);
}

const DATES = ['course', 'dates'] as const;

function hasNameOfItsOwn(name: Json | undefined): boolean {
  if (!isObject(name) || typeof name.nl !== 'string' || name.nl.trim() === '') return false;
  return KINDS_OF_DATE.map(nameOfKind).every(({ nl, en }) => name.nl !== nl || name.en !== en);
}

function nameOfKind(kind: string): { nl: string; en: string } {
  const inLanguage = (language: 'nl' | 'en') => valueLabel(messagesIn(language), [...DATES, 0, 'kind'], kind);
  return { nl: inLanguage('nl'), en: inLanguage('en') };
}
