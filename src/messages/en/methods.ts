import type { methods as nl } from '../nl/methods.ts';
import { capital, type Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { an, count, quoted, toDecimals } from './words.ts';

export const methods = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  lowestOfValid: `the lowest valid price in the ${lotNoun.one}`,
  highestOfValid: `the highest valid price in the ${lotNoun.one}`,
  amount: (amount) => (amount.startsWith('−') ? `−EUR ${amount.slice(1)}` : `EUR ${amount}`),
  method: {
    fixed: 'The price is fixed beforehand; quality alone decides.',
    weightedFactor: (total, quality, price) =>
      `Weighted factor method: ${total} ${total === '1' ? 'point' : 'points'} in all, of which ${quality} for quality and ${price} for the price. The highest total is best.`,
    awardOnValue:
      'Award on value: the value of quality, in euros, is taken off the price. The lowest fictitious price is best.',
    qualityPerEuro: (per) => `Quality per euro: quality points per ${per} of price. The highest figure is best.`,
    pricePerQuality: (divisor) =>
      `Price per quality: the price divided by the coefficient of quality (quality points ÷ ${divisor}). The lowest result is best.`,
    lowestPrice: (motivation) => sentence(`Lowest price. Motivation: ${motivation}`),
    formula: (best, expression) => `Own formula for the total, ${best} is best: ${expression}`,
    highest: 'the highest',
    lowest: 'the lowest',
  },
  points: {
    proportional: (w, from) => `Price points = ${w} × (${from} ÷ price).`,
    linear: (w, from, zeroAt) =>
      `Price points = ${w} at ${from}, falling linearly to zero at a price that is ${zeroAt} per cent higher.`,
    bounds: (w, floor, ceiling) => `Price points = ${w} × (${ceiling} − price) ÷ (${ceiling} − ${floor}).`,
    saving: (w, reference) => `Price points = ${w} × saving on ${reference} ÷ the largest saving among the valid bids.`,
    steps: (w, points, step, from) => `Price points = ${w}, minus ${points} per ${step} above ${from}.`,
    fullSteps: (w, points, step, from) => `Price points = ${w}, minus ${points} per full ${step} above ${from}.`,
    logarithmic: (w, from, zeroAt, decimals) =>
      `Price points = ${w} × (1 − log(price ÷ ${from}) ÷ log(${zeroAt})), rounded to ${toDecimals(decimals)}.`,
    power: (w, exponent, decimals) =>
      `The ratio is first raised to the power ${exponent} and then multiplied by ${w}; the points are rounded to ${toDecimals(decimals)}.`,
    allTheSame: (w) => `When all valid prices are the same, everybody gets ${w}.`,
    formula: (expression) => `Price points by an own formula: ${expression}`,
    'closest-to-mean': () => 'Closest to the average.',
  },
  belowZero: {
    clip: 'Price points below zero become zero.',
    allow: 'Price points can fall below zero, and count as such.',
  },
  aboveMaximum: {
    clip: 'Price points above the maximum become the maximum.',
    allow: 'Price points can rise above the maximum, and count as such.',
  },
  formulaSymbols:
    'In the formula, price is the price and quality the number of quality points. The valid prices: lowest, highest, mean, median and bids (their number). The quality of the valid bids: best_quality, mean_quality and median_quality. The number of points for the price is weight.',
  constant: (name, value) => `${name} = ${value}.`,
  form: {
    amount: `The bidder offers one amount per ${lotNoun.one}.`,
    sheet: (lines) =>
      `The bidder fills in a price sheet of ${count(lines, 'line', 'lines')}; price per unit × quantity, added up.`,
    percentage: (reference) => `The bidder offers a percentage of ${reference}.`,
  },
  vat: (percentage) => `Prices are compared with ${percentage} per cent VAT added.`,
  vatPerLine: 'Prices are compared with the VAT of each line added.',
  time: (cost, unit) => sentence(`Offered time counts: ${cost} per ${unit}`),
  bounds: {
    'set-aside': (minimum, maximum) => `${boundsText(minimum, maximum)} Outside that the bid is set aside.`,
    flag: (minimum, maximum) =>
      `${boundsText(minimum, maximum)} Outside that an explanation is asked; the bid stays in.`,
  },
  abnormallyLow: (percentage, of) =>
    `A price more than ${percentage} per cent below ${of} is flagged. The bidder can explain it; it is never rejected by itself.`,
  of: {
    'mean-of-all': 'the mean of all valid prices (that price included)',
    'mean-of-others': 'the mean of the other valid prices',
    'median-of-all': 'the median of all valid prices',
    'second-lowest': 'the second-lowest valid price',
    estimate: 'the estimate',
  },
  onWithdrawal: {
    're-rank': 'If a bid falls away after the ranking, the ranking is made again without it.',
    keep: 'If a bid falls away after the ranking, the others stay measured as they were.',
  },
  relative: 'Note: this is a relative formula. What a bidder gets depends on the other bids.',
  scoring: {
    linear: (zero) => `(score − ${zero}) ÷ (highest score − ${zero}) × weight; below ${zero} it costs points.`,
    table: (steps) => `Share of the weight per score: ${steps}.`,
    points: (maximum) => `The committee gives the points themselves, from 0 to ${maximum}.`,
    relative: 'Then: points ÷ points of the best valid bid × weight.',
  },
  minimumPoints: (points) => `${points} ${points === '1' ? 'point' : 'points'}`,
  minimumQuality: (points) => `Less than ${points} for quality: the bid is set aside.`,
  roundingOf: {
    criteria: (n) => `Points per criterion are rounded to ${toDecimals(n)}.`,
    quality: (n) => `The quality points together are rounded to ${toDecimals(n)}.`,
    price: (n) => `The price points are rounded to ${toDecimals(n)}.`,
  },
  mechanism: {
    'highest-total': `Only allocations that meet these limits count. Those that leave the fewest ${lotNoun.more} open come first. Of these, the one with the highest sum of total scores wins.`,
    'lowest-total': `Only allocations that meet these limits count. Those that leave the fewest ${lotNoun.more} open come first. Of these, the one with the lowest sum of totals wins.`,
    preferences: `Bidders’ preferences: every bidder ranks the ${lotNoun.more} it bids for. Each ${lotNoun.one} is offered to the highest ranked bidder. Whoever is offered more ${lotNoun.more} than its maximum keeps those it prefers most. ${capital(an(lotNoun.one))} that is turned down goes to the next in the ranking. So no bidder loses ${an(lotNoun.one)} that it would rather have to a bidder that ranks lower.`,
    'fixed-order': (order) =>
      `Fixed order: the ${lotNoun.more} are awarded in the order ${quoted(order)}. Each goes to the highest ranked bidder that has not reached its maximum yet.`,
  },
  mechanismName: {
    'highest-total': 'Highest total',
    'lowest-total': 'Lowest total',
    preferences: 'Bidders’ preferences',
    'fixed-order': `Fixed order of ${lotNoun.more}`,
  },
  weighLotsByValue: `A total weighs in the sum as much as the value of the ${lotNoun.one}.`,
  maximumLotsToBidFor: (n) => `A bidder bids for at most ${count(n, lotNoun.one, lotNoun.more)}.`,
  affiliated: (n) =>
    `Bids of affiliated organisations count as one bidder: at most ${count(n, lotNoun.one, lotNoun.more)} together.`,
  oneBid: 'Only one of the affiliated bids can win.',
  organisationInSeveralBids: {
    'refused-in-one-lot': `An organisation takes part in at most one bid per ${lotNoun.one}, also inside a consortium.`,
    refused: 'An organisation takes part in at most one bid, also inside a consortium.',
    'counted-as-one': 'Bids that share an organisation count as one bidder, with one maximum.',
  },
  reserved: (lot, condition) => sentence(`${quote(lot)} is reserved: ${condition}`),
  combination: (name, lots) =>
    `As combination ${quote(name)}, ${quoted(lots)} can be bid for together. The total then counts for each of those ${lotNoun.more}.`,
  openLots: (what) => sentence(`${capital(an(lotNoun.one))} that nobody gets: ${what}`),
  tieBreak: (steps, many) =>
    `If there is a tie, ${many ? 'these decide in this order: ' : 'this decides: '}${steps}. If there is still a tie, a draw is needed.`,
  step: {
    'higher-score': (criterion) => `the higher score on ${quote(criterion)}`,
    'lower-price': 'the lower price',
    draw: 'a draw',
  },
  stepShort: { 'lower-price': 'Sum of the prices', draw: 'Draw' },
});

function boundsText(minimum: string | null, maximum: string | null): string {
  if (minimum !== null && maximum !== null) {
    return `The price is between ${minimum} and ${maximum}. Exactly these amounts are allowed.`;
  }
  return `The price is ${minimum !== null ? `at least ${minimum}` : `at most ${maximum}`}. Exactly this amount is allowed.`;
}
