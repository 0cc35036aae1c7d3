import type { dates as nl } from '../nl/dates.ts';
import { quote, sentence } from '../sentence.ts';
import { count } from './words.ts';

/** The dates of a tender: announced, asked for, and the terms of the law. */
export const dates: typeof nl = {
  title: 'Dates and terms',
  lead: 'A date that was announced does not move by itself. A term of the law that ends on a Saturday, a Sunday or a holiday runs on to the next working day.',
  none: 'No dates were announced yet, and no term is running.',
  caption: 'Dates and terms, in order',
  what: 'What',
  date: 'Date',
  left: 'Left',
  announced: 'announced in the rules',
  standstill: (lots) => `Standstill period for ${lots} ends`,
  sent: (lots) => `Award decision for ${lots} sent`,
  longerTerm: 'You announced a longer term than the law asks.',
  sentWhy: 'recorded',
  explanation: (bidder, place) => sentence(`Explanation of the price of ${quote(bidder)} in ${place}`),
  explanationWhy: 'asked for',
  days: (n) => count(n, 'day', 'days'),
  today: 'today',
  past: (n) => `${count(n, 'day', 'days')} ago`,
  calendar: 'Put these dates in your calendar',
};
