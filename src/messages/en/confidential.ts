import type { confidential as nl } from '../nl/confidential.ts';
import { quote } from '../sentence.ts';

/** Confidential passages in a text about a bid. */
export const confidential: typeof nl = {
  leftOut: '[confidential]',
  said: (passage) => `[confidential: ${passage}]`,
  hint: 'Put what other bidders may not read between double brackets: [[like this]].',
  mark: 'Confidential',
  markFor: (what) => `Make the chosen text for ${quote(what)} confidential`,
  faults: {
    'not-closed': (what) =>
      `In ${quote(what)} a confidential passage begins with [[ and does not end. Put ]] behind the passage.`,
    'not-opened': (what) =>
      `In ${quote(what)} a confidential passage ends with ]] and does not begin. Put [[ before the passage.`,
    'nothing-marked': (what) =>
      `In ${quote(what)} there is nothing between [[ and ]]. Put the confidential passage there, or remove the brackets.`,
  },
};
