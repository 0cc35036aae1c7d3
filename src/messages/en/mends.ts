import { type MendTexts, someOf } from '../mend-text.ts';
import { sentence } from '../sentence.ts';
import { format } from './words.ts';

/** What a file says in a word, as the page has it. */
const WORDS: Readonly<Record<string, string>> = {
  're-rank': 'the ranking is made anew (re-rank)',
  keep: 'the others keep their points (keep)',
};
const inWords = (value: string): string => WORDS[value] ?? value;

/** What mends a fault in the rules or in a file. */
export const mends: MendTexts = {
  'sum-to': ({ difference }) =>
    difference.startsWith('-')
      ? `Make them ${format.decimal(difference.slice(1))} lower together.`
      : `Make them ${format.decimal(difference)} higher together.`,
  'one-of': ({ values }) => sentence(`Choose from: ${someOf(values)}`),
  'at-most': ({ limit }) => `Make this at most ${format.decimal(limit)}.`,
  'at-least': ({ limit }) => `Make this at least ${format.decimal(limit)}.`,
  above: ({ limit }) => `Make this higher than ${format.decimal(limit)}.`,
  below: ({ limit }) => `Make this lower than ${format.decimal(limit)}.`,
  'later-than': ({ date }) => `Take a date after ${format.date(date)}.`,
  announce: ({ values }) => sentence(`Announce one of these: ${someOf(values.map(inWords))}`),
  'each-once': ({ values }) => sentence(`Name each of these exactly once: ${someOf(values)}`),
  rename: () => 'Give this another name.',
  add: () => 'Fill this in.',
  remove: () => 'Leave this out.',
  swap: () => 'Swap the two.',
  'move-to-end': () => 'Put this last.',
  'choose-other': () => 'Choose something else here.',
  rewrite: ({ from }) =>
    from === null ? 'Write the formula in another way.' : `Mend the formula from character ${from} on.`,
};
