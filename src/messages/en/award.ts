import type { award as nl } from '../nl/award.ts';
import { capital, type Noun } from '../noun.ts';
import { count } from './words.ts';

/** The texts about ranking and award; `winner` is what the rules call a winner. */
export const award = (winner: Noun): ReturnType<typeof nl> => ({
  announcedWinners: (minimum: number, maximum: number) =>
    minimum === maximum
      ? `Exactly ${count(minimum, winner.one, winner.more)}.`
      : `At least ${minimum} and at most ${maximum} ${winner.more}.`,
  announcedMaximum: (n: number) =>
    `Each ${winner.one} gets at most ${count(n, 'area', 'areas')}; a consortium counts as one. One ${winner.one} per area.`,
  title: 'Ranking and award',
  outcome: 'Outcome',
  status: {
    awarded: 'All allocations have been compared; the award follows from the published rules.',
    'draw-needed':
      'A draw is needed: more than one allocation has exactly the same outcome, even after the published tie-break rule.',
    impossible: 'No award is possible: with the valid bids, no allocation meets the limits.',
    'best-found': 'No better allocation was found, but it was not proven that there is none. So nothing is awarded.',
  },
  statusShort: {
    awarded: 'Proposed award',
    'draw-needed': 'Draw needed',
    impossible: 'No award possible',
    'best-found': 'Best found, not proven',
  },
  caption: 'Award by area',
  winner: capital(winner.one),
  totalScore: (total: string) => `Sum of the totals: ${total}`,
  winnersCount: (n: number) => count(n, winner.one, winner.more),
  open: {
    'no-valid-bid': 'No award: no valid bid',
    limits: `No award: the limits leave no ${winner.one}`,
    draw: 'Draw needed',
    impossible: 'No award possible',
  },
  why: `Why this ${winner.one}?`,
  firstRanked: `The ${winner.one} is ranked first in this area.`,
  passedOver: {
    'has-maximum': (bidder: string, lots: string) =>
      `${bidder} is ranked higher, but already has the maximum with ${lots}.`,
    'minimum-winners': (bidder: string) =>
      `${bidder} is ranked higher, but then there would be too few ${winner.more}.`,
    'maximum-winners': (bidder: string) =>
      `${bidder} is ranked higher, but then there would be too many ${winner.more}.`,
    'lower-total': (bidder: string) =>
      `${bidder} is ranked higher here, but then the allocation as a whole would score lower.`,
    'tie-break': (bidder: string) =>
      `${bidder} is ranked higher here; the sum would then be the same, and the tie-break rule decided.`,
    'prefers-own': (bidder, lots) =>
      `${bidder} is ranked higher, but already has its maximum with ${lots}, which it prefers itself.`,
  },
  inCombination: (name) => `Awarded as part of the combination ${name}.`,
  nothingFirst: 'Nobody is ranked higher in this area.',
  drawBetween: (bidders) => `A draw is needed between ${bidders}.`,
  drawDecided: 'The draw decided.',
  mechanismLabel: 'How the areas were divided',
  belowPoints: (criterion, points, minimum) => `${points} points on ${criterion}; the minimum is ${minimum}.`,
  belowQuality: (points, minimum) => `${points} quality points; the minimum is ${minimum}.`,
  outside: {
    'below-minimum': (price, bound) => `The price of ${price} is below the announced minimum of ${bound}.`,
    'above-maximum': (price, bound) => `The price of ${price} is above the announced maximum of ${bound}.`,
  },
  fallen: {
    excluded: (reason) => `Excluded: ${reason}`,
    withdrawn: (reason) => `Withdrawn after the ranking: ${reason}`,
  },
  notAssessed: 'Not assessed.',
  qualityPoints: 'Quality',
  comparedPrice: 'Price',
  pricePoints: 'Price points',
  priceLine: (offered, extras, compared) => `Price: ${offered}${extras} = ${compared}`,
  plusVat: (vat) => ` + ${vat} VAT`,
  plusTime: (cost) => ` + ${cost} for the time`,
  totalLine: {
    'weighted-factor': (quality, points, total) => `${quality} quality points + ${points} price points = ${total}`,
    'award-on-value': (quality, price, total) => `${price} − ${quality} = fictitious price ${total}`,
    malus: (malus, price, total) => `${price} + ${malus} malus = fictitious price ${total}`,
    'quality-per-euro': (quality, price, total, per) => `${quality} × ${per} ÷ ${price} = ${total}`,
    'price-per-quality': (quality, price, total, divisor) => `${price} ÷ (${quality} ÷ ${divisor}) = ${total}`,
    'lowest-price': (total) => `The price is the total: ${total}`,
    formula: (expression, total) => `${expression} = ${total}`,
  },
  priceReference: (bids, lowest, mean, highest) =>
    `${count(bids, 'valid price', 'valid prices')}: lowest ${lowest}, mean ${mean}, highest ${highest}.`,
  flags: 'Ask for an explanation',
  flag: {
    'abnormally-low': (bidder, price, threshold, of) =>
      `${bidder} asks ${price}; the threshold is ${threshold}, computed on ${of}. Ask for an explanation before you decide; the bid stays in.`,
    'below-minimum': (bidder, price, threshold) =>
      `${bidder} asks ${price}, less than the announced minimum of ${threshold}. Ask for an explanation; the bid stays in.`,
    'above-maximum': (bidder, price, threshold) =>
      `${bidder} asks ${price}, more than the announced maximum of ${threshold}. Ask for an explanation; the bid stays in.`,
    'stated-total-differs': (bidder, stated, computed) =>
      `${bidder} itself states a total of ${stated}, but the amounts add up to ${computed}. The computed amount counts.`,
  },
  variants: 'And with other limits?',
  variantsLead: `What the outcome would be with another maximum number of areas, or exactly so many ${winner.more}, for the same scores. A plus is better than the award, a minus worse. Where several allocations have the same sum, one is shown.`,
  variantsCaption: 'Sum and allocation with other limits',
  variant: {
    'maximum-lots': (n) => `At most ${count(n, 'area', 'areas')} per ${winner.one}`,
    'exactly-winners': (n) => `Exactly ${count(n, winner.one, winner.more)}`,
  },
  variantLimit: 'Other limit',
  variantCurrent: 'now',
  variantImpossible: 'not possible',
  contradiction: 'Why it cannot be',
  contradictionMinimum: (limit) => `The rules ask for at least ${count(limit, winner.one, winner.more)}.`,
  contradictionMaximum: (limit) => `The rules allow at most ${count(limit, winner.one, winner.more)}.`,
  contradictionGave: (n) => `The announced way of dividing gives ${n}.`,
  contradictionNoBids: 'There is no valid bid at all.',
  contradictionCover: (most, facts) =>
    `Every valid bid is ${facts}. So there can be at most ${count(most, winner.one, winner.more)}.`,
  contradictionBidders: (bidders) => `from ${bidders}`,
  contradictionLots: (lots) => `for ${lots}`,
  contradictionOr: ' or ',
  proof: {
    optimal:
      'Proof: this outcome comes with a certificate by which a second, short program checks that no allocation is better.',
    stable:
      'Proof: it was checked that nobody was passed over for an area it would rather have by someone who ranks lower there.',
    'in-order':
      'Proof: in the announced order, each area went to the highest ranked that did not have its maximum yet.',
    'best-found': (gap) => `There may still be an allocation that is at most ${gap} better.`,
  },
  ifAwarded: (total: string, difference: string) =>
    `With this area for this bidder, the highest possible sum is ${total}: ${difference} points lower.`,
  ifAwardedHigher: (total, difference) =>
    `With this area for this bidder, the lowest possible sum is ${total}: ${difference} higher.`,
  ifAwardedEqual: (total: string) =>
    `With this area for this bidder, the highest possible sum is ${total}: exactly the same.`,
  ifMoreOpen: (total) =>
    `With this area for this bidder more areas stay open; the sum over fewer areas is then ${total}.`,
  ifImpossible: 'With this area for this bidder, no allocation meets the limits.',
  ranking: (lot: string) => `Ranking in ${lot}`,
  rankingCaption: (lot: string) => `Total by bidder in ${lot}, from first to last place`,
  chart: (lot: string, items: string) => `Bar chart of the total scores in ${lot}: ${items}.`,
  separatedBy: (step) => `Same total; ${step} decided.`,
  sharedRank: 'Shared rank: even the tie-break rule does not separate these bidders.',
  noBids: 'There is no valid bid in this area.',
  setAside: 'Set aside',
  belowMinimum: (criterion: string, score: string, minimum: string) =>
    `Consensus score ${score} on ${criterion}; the minimum score is ${minimum}.`,
  limits: 'What do the limits cost?',
  whichLimit: 'Limit',
  limitsLead:
    'The sum of the totals without one of the limits, compared with the award. A plus is better than the award. Where several allocations have the same sum, one is shown.',
  amongEqual: 'one of the equally good allocations; the draw decides',
  limitsCaption: 'Sum of the totals with and without the limits',
  stayOpen: (lots: string, n: number) => `${lots} ${n === 1 ? 'stays' : 'stay'} open`,
  without: {
    'maximum-lots': `Without a maximum number of areas per ${winner.one}`,
    'minimum-winners': `Without a minimum number of ${winner.more}`,
    'maximum-winners': `Without a maximum number of ${winner.more}`,
    'all-limits': 'Without any limits',
  },
  withLimits: 'Award (with all limits)',
  sum: 'Sum',
  cost: 'Difference',
  division: 'Allocation',
  unique: 'Is the outcome unique?',
  uniqueYes: 'Yes. No other allocation within the limits has the same sum.',
  uniqueByRanking: 'Yes. The ranking in each area leaves only one allocation.',
  uniqueNo: (n: number) => `No. ${n} allocations have exactly the same sum.`,
  uniqueAtLeast: (n: number) => `No. At least ${n} allocations have exactly the same sum.`,
  tieBreakDecided: (step) => `The published tie-break rule decided: ${step}.`,
  tieBreakLeft: 'These allocations are still tied after the published tie-break rule. A draw decides.',
  equalCaption: 'Allocations with the same sum',
  remains: 'After rule or draw',
  remainsYes: 'remains',
  remainsNo: 'drops out',
  computed: (moment: string, engine: number) => `Calculated on ${moment} with calculation rules version ${engine}.`,
  calculation: (bidder: string) => `Calculation for ${bidder}`,
  line: (score: string, highest: string, weight: string, points: string) =>
    `${score} ÷ ${highest} × ${weight} = ${points}`,
  beforeRounding: (exact: string) => `Sum before rounding: ${exact}`,
  howPoints: 'Calculation',
});
