import type { rehearsal as nl } from '../nl/rehearsal.ts';
import type { Nouns } from '../noun.ts';
import { pairs, quote, sentence, sentences } from '../sentence.ts';
import { an, count, format, quoted } from './words.ts';

export const rehearsal = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  title: 'Rehearsal',
  lead: 'Try out the rules with fictional bids before you announce them. Nothing is stored.',
  chooseTitle: 'What do you want to try out?',
  sample: 'An example',
  pastAward: 'An award from practice',
  own: 'Your own rules',
  file: 'A file with rules, bids and scores (JSON)',
  fileHint: 'The same file as for the command gunwijzer rehearse. Use fictional bids and scores with your rules.',
  fileMissing: 'Choose a file.',
  run: 'Run the rehearsal',
  trial: 'This is a rehearsal. Nothing was recorded, and nobody is awarded anything by it.',
  outcome: 'Outcome by these rules',
  mechanisms: 'Three ways of dividing, side by side',
  mechanismsLead:
    'The same scores and limits, three ways to divide. The rules say which one applies; here you see what the others would give.',
  mechanismsCaption: 'Allocation and sum per mechanism',
  announced: 'announced',
  status: 'Outcome',
  complaints: 'Who is passed over?',
  noComplaints: `No bidder loses ${an(lotNoun.one)} that it would rather have to a bidder that ranks lower.`,
  complaint: (bidder, lot, holder) =>
    sentence(`${bidder} would rather have ${quote(lot)} and is ranked higher there than ${holder}`),
  complaintOpen: (bidder, lot) => `${bidder} wants ${quote(lot)}, which stays open.`,
  assumedPreferences: `These bids give no preferences. Each bidder is taken to prefer the ${lotNoun.one} in which it scores best.`,
  otherOrders: `Other orders of the ${lotNoun.more}`,
  orderNo: `Every order of the ${lotNoun.more} that was tried gives the same allocation.`,
  orderCapped: `Not all orders were tried, only those in which two ${lotNoun.more} are exchanged.`,
  otherOrder: (order, division) => sentences(`The order ${quoted(order)} gives another allocation`, pairs(division)),
  notComparable: `With combinations of ${lotNoun.more} only the highest total can be used, so there is nothing to compare.`,
  reversals: 'Does the order change when a bid falls away?',
  reversalsLead: 'Each bid was left out in turn.',
  reversalsNone: `No. Whoever falls away, the others keep their order. When a bid without ${an(lotNoun.one)} falls away, the allocation does not change.`,
  reversal: (bidder) => `Without ${bidder}`,
  reversalLot: (lot) => `In ${quote(lot)} the others come in another order.`,
  reversalAward: (bidder) =>
    `${bidder} gets nothing itself, but without this bid the ${lotNoun.more} are divided differently.`,
  before: 'With all bids',
  after: 'Without this bid',
  robustness: 'How little has to be different?',
  robustnessLead: `For each ${lotNoun.one} the smallest change of one consensus score or of one weight by which another gets the ${lotNoun.one}. The smallest is that with the least difference in score, not in points.`,
  robustnessCaption: 'Smallest change with another outcome',
  robustnessTooLarge:
    'This tender is too large to calculate this on a page. Use the command line: npx --no gunwijzer rehearse FILE',
  oneScore: 'One score',
  oneWeight: 'One weight',
  noScore: `No change of one score changes this ${lotNoun.one}.`,
  noWeight: `No change of one weight changes this ${lotNoun.one}.`,
  notStraight: 'For this method no exact answer can be given about weights.',
  scoreChange: (criterion, bidder, elsewhere, from, to, becomes) =>
    sentence(
      `If the score of ${quote(bidder)} on ${quote(criterion)}${elsewhere === null ? '' : ` in ${quote(elsewhere)}`} goes from ${from} to ${to}, ${becomes}`,
    ),
  weightChange: (criterion, way, from, to, becomes) =>
    sentence(
      `If the weight of ${criterion === null ? 'the price' : quote(criterion)} becomes ${way} than ${to} (now ${from}), ${becomes}`,
    ),
  anyWeightChange: (criterion, from, becomes) =>
    sentence(
      `With any change of the weight of ${criterion === null ? 'the price' : quote(criterion)} (now ${from}) ${becomes}`,
    ),
  about: (rounded) => `about ${rounded}`,
  goesTo: (bidder) => `this ${lotNoun.one} goes to ${quote(bidder)}`,
  becomesOpen: `this ${lotNoun.one} stays open`,
  becomesDraw: 'a draw is needed, or nothing is awarded',
  weightsNote:
    'The other weights beside the changed one keep their proportions. Totals before rounding were used; for scores all rules apply, rounding included.',
  contest: 'Can contested points close the gap?',
  contestLead:
    'The court’s question: choose the bidders and the criteria on which their scores are contested. Gunwijzer calculates the outcome for every admissible score, of all these bidders together. The smallest change is that with the least difference in scores, added up.',
  contestBidders: 'Bidders',
  contestCriteria: 'Contested criteria',
  contestAsk: 'Calculate',
  contestNoBidder: 'Choose at least one bidder.',
  contestNoCriteria: 'Choose at least one criterion.',
  contestResult: 'What contested scores change',
  contestOf: (bidder, elsewhere, criteria) =>
    sentence(
      `Contested of ${quote(bidder)}${elsewhere === null ? '' : ` in ${quote(elsewhere)}`}: ${quoted(criteria)}`,
    ),
  contestNoScores: 'These bidders have no scores that can be contested.',
  contestTogether: `All contested ${lotNoun.more} together`,
  contestLot: (lot) => `In ${quote(lot)}`,
  contestLotAlone: (lot) => `Only in ${quote(lot)}`,
  contestNow: (bidder, rank, total) => `${quote(bidder)} now has rank ${rank}, with a total of ${total}.`,
  contestNowAside: (bidder) => `${quote(bidder)} is now set aside.`,
  contestRange: (lowest, highest) =>
    lowest === highest
      ? `With other scores the total is ${lowest}.`
      : `With other scores the total lies between ${lowest} and ${highest}.`,
  contestAside: {
    sometimes: 'With some scores the bid is set aside.',
    always: 'With every score the bid is set aside.',
  },
  contestRanks: (best, worst) =>
    best === worst ? `The rank is then ${best}.` : `The rank then lies between ${best} and ${worst}.`,
  contestSameRank: 'No admissible score changes the rank.',
  contestOthers: (bidders) => `By the contested scores the rank of ${quoted(bidders)} can change as well.`,
  contestAward: (lots) => `Yes, the award can change in ${quoted(lots)}.`,
  contestNoAward: 'No: no admissible score on these criteria changes the award.',
  contestNoAwardFound: 'No change of the award was found, but not all combinations were calculated.',
  contestSmallest: (scores, result) => sentences(`The smallest change found: ${format.list(scores)}`, pairs(result)),
  contestScore: (bidder, elsewhere, criterion, from, to) =>
    `${quote(bidder)} on ${quote(criterion)}${elsewhere === null ? '' : ` in ${quote(elsewhere)}`} from ${from} to ${to}`,
  contestEnds:
    'There are too many combinations to calculate them all. Only the lowest and the highest scores of each bidder were looked at.',
  contestEndsTogether: `There are too many combinations of scores in these ${lotNoun.more} to calculate them all. Of the ${lotNoun.more} together only the lowest and the highest scores of each bidder were looked at.`,
  guards: 'How firm is this outcome?',
  guardsHref: 'How firm is this outcome?',
  guardsLead:
    'What would change with one bid fewer, another score or another weight. The award itself does not change by this.',
  standing: (rank, bidder, total) => `${rank}. ${bidder} (${total})`,
  bids: (n) => count(n, 'bid', 'bids'),
});
