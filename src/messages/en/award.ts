import type { award as nl } from '../nl/award.ts';
import { capital, type Nouns, uncapital } from '../noun.ts';
import { pairs, quote, sentence, sentences } from '../sentence.ts';
import { an, count, format, quoted } from './words.ts';

/** The texts about ranking and award, with what the rules call a winner and what is awarded. */
export const award = ({ winner, lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  announcedWinners: (minimum, maximum) =>
    minimum === maximum
      ? `Exactly ${count(minimum, winner.one, winner.more)}.`
      : `At least ${minimum} and at most ${count(maximum, winner.one, winner.more)}.`,
  announcedMaximum: (n) =>
    `Each ${winner.one} gets at most ${count(n, lotNoun.one, lotNoun.more)}; a consortium counts as one. One ${winner.one} per ${lotNoun.one}.`,
  title: 'Ranking and award',
  outcome: 'Outcome',
  awarded: `The ${lotNoun.more} have been divided by the announced rules.`,
  awardedOne: 'This is the outcome under the announced rules.',
  drawNeeded: {
    divisions: 'A draw is needed: more than one allocation has exactly the same outcome.',
    ranking: 'A draw is needed: bidders are exactly equal in the ranking, and the allocation depends on it.',
    afterRule: 'The announced tie-break rule does not separate them either.',
  },
  impossible: {
    limits: 'No award is possible: with the valid bids, no allocation meets the limits.',
    mechanism: 'No award is possible: the announced way of dividing gives an allocation that does not meet the limits.',
  },
  bestFound: 'No better allocation was found, but it was not proven that there is none. So nothing is awarded.',
  statusShort: {
    awarded: 'Proposed award',
    'draw-needed': 'Draw needed',
    impossible: 'No award possible',
    'best-found': 'Best found, not proven',
  },
  caption: `Award by ${lotNoun.one}`,
  winner: capital(winner.one),
  asWinner: (bidder) => `${bidder} – ${winner.one}`,
  winnersCount: (n) => count(n, winner.one, winner.more),
  open: {
    'no-valid-bid': 'No award: no valid bid',
    limits: `No award: the limits leave no ${winner.one}`,
    draw: 'Draw needed',
    impossible: 'No award possible',
    withdrawn: 'Withdrawn: not awarded',
    fixed: 'Stays open, as was fixed before',
  },
  whyShort: 'Why',
  why: `Why this ${winner.one}?`,
  firstRanked: `The ${winner.one} is ranked first in this ${lotNoun.one}.`,
  passedOver: {
    'has-maximum': (bidder, lots) =>
      `${bidder} is ranked higher, but has already reached the maximum with ${quoted(lots)}.`,
    'lot-group': (bidder, lots) =>
      `${bidder} ranks higher, but has the maximum of this group of ${lotNoun.more} already with ${quoted(lots)}.`,
    capacity: (bidder, lots) =>
      lots.length === 0
        ? `${bidder} ranks higher, but cannot take on this ${lotNoun.one} by its own statement.`
        : `${bidder} ranks higher, but cannot take on more beside ${quoted(lots)} by its own statement.`,
    'minimum-winners': (bidder) => `${bidder} is ranked higher, but then there would be too few ${winner.more}.`,
    'maximum-winners': (bidder) => `${bidder} is ranked higher, but then there would be too many ${winner.more}.`,
    'lower-total': (bidder) =>
      `${bidder} is ranked higher here, but then the outcome over all ${lotNoun.more} together gets worse.`,
    'tie-break': (bidder) => `${bidder} is ranked higher here, but the outcome would then be equally good.`,
    'prefers-own': (bidder, lots) =>
      `${bidder} is ranked higher, but has already reached the maximum with ${quoted(lots)}. It prefers that itself.`,
  },
  fixedLot: 'This is fixed and was not calculated anew.',
  withDiscount: (percentage, total) =>
    `The total is ${total} with ${percentage} per cent discount, which holds because all ${lotNoun.more} of that offer were awarded to this bidder.`,
  inCombination: (name) => `Awarded as part of the combination ${quote(name)}.`,
  wonByDraw: (bidders) => `The draw decided between this bidder and ${quoted(bidders)}.`,
  afterFallen: {
    withdrawn: (bidders) => `This is the outcome after the withdrawal of ${quoted(bidders)}.`,
    excluded: (bidders) => `This is the outcome after the exclusion of ${quoted(bidders)}.`,
  },
  nothingFirst: `Nobody is ranked higher in this ${lotNoun.one}.`,
  drawDecided: 'The draw decided.',
  divided: (mechanism) => `How the ${lotNoun.more} were divided: ${mechanism.toLowerCase()}.`,
  belowPoints: (criterion, points, minimum) => `${points} on ${quote(criterion)}; the minimum is ${minimum}.`,
  belowQuality: (points, minimum) => `${points} for quality; the minimum is ${minimum}.`,
  points: (points) => `${points} ${points === '1' ? 'point' : 'points'}`,
  ofPart: (text, part) => `${part}: ${text}`,
  outsideMeasure: {
    minimum: (criterion, value, limit) => `${criterion}: ${value} is less than the announced minimum of ${limit}.`,
    maximum: (criterion, value, limit) => `${criterion}: ${value} is more than the announced maximum of ${limit}.`,
  },
  measured: (value, points) => `${value} → ${points}`,
  measuredFilled: (amount, filled, points, sign) => `${amount}: ${filled} ${sign} ${points}`,
  partFilled: (name, amount, filled, points, sign) =>
    `${name}: ${amount} → ${filled} ${sign} ${points} ${points === '1' ? 'point' : 'points'}`,
  partLine: (name, amount, points) => `${name}: ${amount} → ${points} ${points === '1' ? 'point' : 'points'}`,
  outside: {
    'below-minimum': (price, bound) => `The price of ${price} is below the announced minimum of ${bound}.`,
    'above-maximum': (price, bound) => `The price of ${price} is above the announced maximum of ${bound}.`,
  },
  atBound: {
    'below-minimum': (price) => `The price of ${price} is equal to the announced minimum; it must be higher.`,
    'above-maximum': (price) => `The price of ${price} is equal to the announced maximum; it must be lower.`,
  },
  knockedOut: (criterion) => `“No” on ${quote(criterion)}; that is a knock-out.`,
  fallen: { excluded: 'Excluded:', withdrawn: 'Withdrawn after the ranking:' },
  notAssessed: 'Not assessed.',
  qualityPoints: 'Quality',
  comparedPrice: 'Price',
  pricePoints: 'Price points',
  priceLine: (offered, vat, time, compared) =>
    `Price: ${[offered, ...(vat === null ? [] : [`${vat} VAT`]), ...(time === null ? [] : [`${time} for the time`])].join(' + ')} = ${compared}`,
  totalLine: {
    'weighted-factor': (quality, points, total, sign) =>
      `Quality points ${quality} + price points ${points} ${sign} ${total}`,
    'award-on-value': (quality, price, total) => `${price} − ${quality} = fictitious price ${total}`,
    paid: (q, price, total) => `Quality ${q} + amount ${price} = ${total}`,
    malus: (malus, price, total) => `${price} + ${malus} malus = fictitious price ${total}`,
    'quality-per-euro': (quality, price, total, per, sign) => `${quality} × ${per} ÷ ${price} ${sign} ${total}`,
    'price-per-quality': (quality, price, total, divisor, sign) =>
      `${price} ÷ (${quality} ÷ ${divisor}) ${sign} ${total}`,
    'lowest-price': (total) => `The price is the total: ${total}`,
    formula: (expression, total, sign) => `${expression} ${sign} ${total}`,
  },
  formulaPoints: (expression, value, sign) => `Price points by the formula: ${expression} ${sign} ${value}`,
  formulaCut: (points) => `Cut off or rounded as announced: ${points}`,
  priceReference: (bids, lowest, mean, highest) =>
    `${capital(count(bids, 'valid price', 'valid prices'))}: lowest ${lowest}, mean ${mean}, highest ${highest}.`,
  flags: 'Ask for an explanation',
  flag: {
    'abnormally-high': (bidder, price, threshold, of) =>
      `${bidder} offers ${price}. The threshold is ${threshold}, worked out on ${of}. Ask for an explanation before you decide; the bid stays in.`,
    'abnormally-low': (bidder, price, threshold, of) =>
      `${bidder} asks ${price}. The threshold is ${threshold}, calculated on ${of}. Ask for an explanation before you decide; the bid stays in.`,
    'below-minimum': (bidder, price, threshold) =>
      `${bidder} asks ${price}, less than the announced minimum of ${threshold}. Ask for an explanation; the bid stays in.`,
    'above-maximum': (bidder, price, threshold) =>
      `${bidder} asks ${price}, more than the announced maximum of ${threshold}. Ask for an explanation; the bid stays in.`,
    atBound: {
      'below-minimum': (bidder, price) =>
        `${bidder} asks ${price}, equal to the announced minimum; the price must be higher. Ask for an explanation; the bid stays in.`,
      'above-maximum': (bidder, price) =>
        `${bidder} asks ${price}, equal to the announced maximum; the price must be lower. Ask for an explanation; the bid stays in.`,
    },
    'stated-total-differs': (bidder, stated, computed) =>
      `${bidder} itself states a total of ${stated}, but the amounts add up to ${computed}. The calculated amount counts.`,
  },
  variant: {
    'maximum-lots': (n) => `At most ${count(n, lotNoun.one, lotNoun.more)} per ${winner.one}`,
    'exactly-winners': (n) => `Exactly ${count(n, winner.one, winner.more)}`,
  },
  contradiction: 'Why it cannot be',
  contradictionMinimum: (limit) => `The rules ask for at least ${count(limit, winner.one, winner.more)}.`,
  contradictionMaximum: (limit) => `The rules allow at most ${count(limit, winner.one, winner.more)}.`,
  contradictionGave: (n) => `The announced way of dividing comes to ${count(n, winner.one, winner.more)}.`,
  contradictionNoBids: 'There is no valid bid at all.',
  contradictionCover: (most, bidders, lots) => {
    const facts = [
      ...(bidders.length > 0 ? [`from ${quoted(bidders)}`] : []),
      ...(lots.length > 0 ? [`for ${quoted(lots)}`] : []),
    ];
    return `Every valid bid is ${facts.join(' or ')}. So there can be at most ${count(most, winner.one, winner.more)}.`;
  },
  proof: {
    optimal: 'A second calculation program can check that no allocation is better.',
    stable: `It was checked that no bidder loses ${an(lotNoun.one)} that it would rather have to a bidder that ranks lower.`,
    'in-order': `In the announced order, each ${lotNoun.one} went to the highest ranked bidder that had not reached its maximum yet.`,
    'best-found': (gap) => `There may still be an allocation that is at most ${gap} better.`,
  },
  ifAwarded: (total, difference) =>
    `With this ${lotNoun.one} for this bidder, the highest possible sum is ${total}: ${difference} lower.`,
  ifAwardedHigher: (total, difference) =>
    `With this ${lotNoun.one} for this bidder, the lowest possible sum is ${total}: ${difference} higher.`,
  ifAwardedEqual: {
    highest: (total) => `With this ${lotNoun.one} for this bidder, the highest possible sum is ${total}: the same.`,
    lowest: (total) => `With this ${lotNoun.one} for this bidder, the lowest possible sum is ${total}: the same.`,
  },
  ifMoreOpen: (total) =>
    `With this ${lotNoun.one} for this bidder more ${lotNoun.more} stay open; the sum over fewer ${lotNoun.more} is then ${total}.`,
  ifImpossible: `With this ${lotNoun.one} for this bidder, no allocation meets the limits.`,
  ranking: (lot) => `Ranking in ${lot}`,
  axis: {
    highest: (maximum) => `Total (0 to ${maximum})`,
    lowest: (maximum) => `Total (0 to ${maximum}; lower is better)`,
  },
  rankingCaption: (lot) => `Total by bidder in ${lot}, by rank`,
  chart: (lot, items) => sentences(`Bar chart of the totals in ${quote(lot)}`, pairs(items)),
  separatedBy: (step) => `Same total; ${step} decided.`,
  sharedRank: 'Shared rank.',
  sharedRankAfterRule: 'Shared rank: the tie-break rule does not separate these bidders either.',
  noBids: `There is no valid bid in this ${lotNoun.one}.`,
  setAside: 'Set aside',
  belowMinimum: (criterion, score, minimum) =>
    `Consensus score ${format.decimal(score)} on ${quote(criterion)}; the minimum score is ${format.decimal(minimum)}.`,
  limits: 'What do the limits do?',
  whichLimit: 'Limits',
  limitsLead: `A plus is a better sum than that of the award, a minus a worse one. A dash stands where more or fewer ${lotNoun.more} stay open: the sums cannot be compared then. Where several allocations have the same sum, one is shown.`,
  limitsOnlyOther: `Per ${lotNoun.one} only who would get it instead is shown. Empty is the same as the award.`,
  limitsCaption: 'The award, and what is different with other limits',
  limitsIdle: (limits) => sentence(`These limits made no difference: ${format.list(limits)}`),
  limitsSame: (limits) => sentence(`The award stays the same with: ${limits.map(uncapital).join('; ')}`),
  limitsImpossible: (limits) => sentence(`No award is possible with: ${limits.map(uncapital).join('; ')}`),
  limitsNone: 'The limits made no difference.',
  otherHolders: 'Who would get it instead',
  staysOpen: 'stays open',
  stayOpen: (lots) => `${quoted(lots)} ${lots.length === 1 ? 'stays' : 'stay'} open`,
  without: {
    'maximum-lots': `Without a maximum number of ${lotNoun.more} per ${winner.one}`,
    'lot-groups': `Without a maximum per group of ${lotNoun.more}`,
    capacity: 'Without a limit on what a bidder can take on',
    'minimum-winners': `Without a minimum number of ${winner.more}`,
    'maximum-winners': `Without a maximum number of ${winner.more}`,
    'all-limits': 'Without any limits',
  },
  withLimits: 'Award (with all limits)',
  sum: 'Sum',
  cost: 'Better (+) or worse (−)',
  division: 'Allocation',
  unique: 'Is the outcome unique?',
  uniqueYes: 'Yes. No other allocation within the limits has the same sum.',
  uniqueOne: 'Yes. No other bid stands as high.',
  uniqueByRanking: `Yes. The ranking in each ${lotNoun.one} leaves only one allocation.`,
  uniqueNotShown: 'Not known. Not all other allocations could be looked at.',
  uniqueNo: (n) => `No. ${capital(count(n, 'allocation has', 'allocations have'))} exactly the same sum.`,
  uniqueAtLeast: (n) => `No. At least ${count(n, 'allocation has', 'allocations have')} exactly the same sum.`,
  tieBreakDecided: (step) => `The announced tie-break rule decided: ${step}.`,
  tieBreakLeft: 'A draw decides.',
  tieBreakLeftAfterRule: 'These allocations are still tied after the announced tie-break rule. A draw decides.',
  equalCaption: 'Allocations with the same sum',
  equalSome: (n, of, atLeast) => `${n} of ${atLeast ? 'at least' : 'the'} ${of} allocations with the same sum`,
  remains: 'After rule or draw',
  remainsYes: 'remains',
  remainsNo: 'drops out',
  computed: (moment, engine) => `Calculated on ${moment} with calculation rules version ${engine}.`,
  calculation: (bidder) => `Calculation for ${bidder}`,
  line: (score, highest, weight, points, sign) => `${format.decimal(score)} ÷ ${highest} × ${weight} ${sign} ${points}`,
  linesCaption: 'Points by award criterion',
  beforeRounding: (exact) => `Before rounding: ${exact}`,
  howPoints: 'Calculation',
});
