import type { findings as nl } from '../nl/findings.ts';
import type { Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { agree, count, countOf, quotedFirst } from './words.ts';

/** Findings and conclusions: numbered, and only from what is recorded. */
export const findings = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  title: 'Findings and conclusions',
  lead: 'Everything below follows from what is recorded in the dossier.',
  findings: 'Findings',
  conclusions: 'Conclusions',
  received: (bids, lots) =>
    `There ${agree(bids, 'is', 'are')} ${count(bids, 'bid', 'bids')} for ${count(lots, lotNoun.one, lotNoun.more)}.`,
  validIn: (lots, n, all) =>
    `In ${agree(lots.length, '', 'each of ')}${quotedFirst(lots, lotNoun)}, ${countOf(n, all, 'bid', 'bids')} ${agree(all, 'counts', 'count')}.`,
  validInAll: (n, all) =>
    `Over all ${lotNoun.more} together, ${countOf(n, all, 'bid', 'bids')} ${agree(all, 'counts', 'count')}.`,
  corrected: (bidder) => `The bid of ${quote(bidder)} was corrected before the assessment opened.`,
  wins: (lot, bidder, total) =>
    total === '–'
      ? `${quote(lot)} goes to ${quote(bidder)}.`
      : `${quote(lot)} goes to ${quote(bidder)}, with a total of ${total}.`,
  margin: (other, total, difference) =>
    `The best other bid is that of ${quote(other)} with ${total}; ${difference.startsWith('−') ? `the winner is ${difference.slice(1)} behind it` : `the lead is ${difference}`}.`,
  nobody: (lots, state, why) => sentence(`${quotedFirst(lots, lotNoun)}: ${state.toLowerCase()}; ${why}`),
});
