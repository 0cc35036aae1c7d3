import { type Draft, isList, isObject, valueAt, withValue } from '../../domain/set-up/draft.ts';
import { messagesIn } from '../../messages/messages.ts';
import { valueLabel } from './words-of-rules.ts';

/** Dates of which only is said what kind they are get the name of that kind. */
export function withNamesOfDates(draft: Draft): Draft {
  const dates = valueAt(draft, ['course', 'dates']);
  if (!isList(dates)) return draft;
  return dates.reduce<Draft>((named, date, place) => {
    if (!isObject(date) || typeof date.kind !== 'string' || date.kind === '') return named;
    const isNamed = isObject(date.name) && typeof date.name.nl === 'string' && date.name.nl.trim() !== '';
    if (isNamed) return named;
    const path = ['course', 'dates', place, 'kind'];
    const [nl, en] = (['nl', 'en'] as const).map((language) =>
      valueLabel(messagesIn(language), path, String(date.kind)),
    );
    return withValue(named, ['course', 'dates', place, 'name'], { nl: nl!, en: en! });
  }, draft);
}
