import type { attention as nl } from '../nl/attention.ts';
import type { Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { agree, format, quoted, quotedFirst } from './words.ts';

/** What somebody must know of an outcome, or do first. */
export const attention = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  title: 'Needs attention',
  nothingAwarded: 'No proposed award',
  partly: (done, all) =>
    `Proposed award for ${format.grouped(String(done), 0)} of the ${format.grouped(String(all), 0)} ${agree(all, lotNoun.one, lotNoun.more)}`,
  partlyDrawn: (done, all, drawn) =>
    `Proposed award for ${format.grouped(String(done), 0)} of the ${format.grouped(String(all), 0)} ${agree(all, lotNoun.one, lotNoun.more)}, draw needed in ${format.grouped(String(drawn), 0)}`,
  unreadable: 'Outcome not readable',
  drawNeeded: (bidders, lots) =>
    sentence(
      `Hold a draw${bidders.length === 0 ? '' : ` between ${quoted(bidders)}`}${lots.length === 0 ? '' : ` for ${quotedFirst(lots, lotNoun)}`}`,
    ),
  openLots: (lots) =>
    sentence(
      `${quotedFirst(lots, lotNoun)} ${agree(lots.length, 'stays', 'stay')} open: nobody gets ${agree(lots.length, `this ${lotNoun.one}`, `these ${lotNoun.more}`)}`,
    ),
  abnormallyLow: {
    wins: (bidder, lot) =>
      `${quote(bidder)} gets ${quote(lot)} at a price that seems abnormally low. Ask for an explanation before you decide.`,
    other: (bidder, lot) =>
      `The price of ${quote(bidder)} for ${quote(lot)} seems abnormally low. Ask for an explanation.`,
  },
  abnormallyHigh: {
    wins: (bidder, lot) =>
      `${quote(bidder)} gets ${quote(lot)} with an offer that looks abnormally high. Ask for an explanation before you decide.`,
    other: (bidder, lot) =>
      `The offer of ${quote(bidder)} for ${quote(lot)} looks abnormally high. Ask for an explanation.`,
  },
  priceOutsideBounds: {
    wins: (bidder, lot) =>
      `${quote(bidder)} gets ${quote(lot)} at a price outside the announced bounds. Ask for an explanation before you decide.`,
    other: (bidder, lot) =>
      `The price of ${quote(bidder)} for ${quote(lot)} is outside the announced bounds. Ask for an explanation.`,
  },
  statedTotalDiffers: (bidder, lot) =>
    `${quote(bidder)} states another total for ${quote(lot)} than its own amounts add up to. The calculated amount counts.`,
  withdrawn: (bidder, lots) => `${quote(bidder)} was withdrawn after the ranking for ${quotedFirst(lots, lotNoun)}.`,
  excluded: (bidder, lots) => `${quote(bidder)} was excluded for ${quotedFirst(lots, lotNoun)}.`,
});
