import type { methods as nl } from '../nl/methods.ts';
import { count, toDecimals } from './words.ts';

export const methods: typeof nl = {
  lowestOfValid: 'the lowest valid price in the area',
  highestOfValid: 'the highest valid price in the area',
  amount: (amount) => (amount.startsWith('−') ? `−EUR ${amount.slice(1)}` : `EUR ${amount}`),
  method: {
    fixed: 'The price is fixed beforehand; quality alone decides.',
    weightedFactor: (total, quality, price) =>
      `Weighted factor method: of the ${total} points, ${quality} are for quality and ${price} for the price. The highest total is best.`,
    awardOnValue:
      'Award on value: the value of quality, in euros, is taken off the price. The lowest fictitious price is best.',
    qualityPerEuro: (per) => `Quality per euro: quality points per ${per} of price. The highest figure is best.`,
    pricePerQuality: (divisor) =>
      `Price per quality: the price divided by the coefficient of quality (quality points ÷ ${divisor}). The lowest result is best.`,
    lowestPrice: (motivation) => `Lowest price. Motivation: ${motivation}`,
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
    'In the formula: price, quality (quality points), lowest, highest, mean and median (of the valid prices), bids (number of valid prices), best_quality, mean_quality and median_quality (of the valid bids), weight (points for the price).',
  constant: (name, value) => `${name} = ${value}.`,
  form: {
    amount: 'The bidder offers one amount per area.',
    sheet: (lines) =>
      `The bidder fills in a price sheet of ${count(lines, 'line', 'lines')}; price per unit × quantity, added up.`,
    percentage: (reference) => `The bidder offers a percentage of ${reference}.`,
  },
  vat: (percentage) => `Prices are compared with ${percentage} per cent VAT added.`,
  vatPerLine: 'Prices are compared with the VAT of each line added.',
  time: (cost, unit) => `Offered time counts: ${cost} per ${unit}.`,
  bounds: {
    'set-aside': (minimum, maximum) =>
      `${boundsText(minimum, maximum)} The bounds themselves are allowed; outside them the bid is set aside.`,
    flag: (minimum, maximum) =>
      `${boundsText(minimum, maximum)} Outside them an explanation is asked; the bid stays in.`,
  },
  abnormallyLow: (percentage, of) =>
    `A price more than ${percentage} per cent below ${of} is flagged so that the bidder can explain it. It is never rejected by itself.`,
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
  minimumPoints: (points) => `${points} points`,
  minimumQuality: (points) => `Fewer than ${points} quality points in all: the bid is set aside.`,
  roundingOf: {
    criteria: (n) => `Points per criterion are rounded to ${toDecimals(n)}.`,
    quality: (n) => `The quality points together are rounded to ${toDecimals(n)}.`,
    price: (n) => `The price points are rounded to ${toDecimals(n)}.`,
  },
  mechanism: {
    'highest-total':
      'Of all allocations that meet these limits, those that leave the fewest areas open come first; among these, the allocation with the highest sum of total scores wins.',
    'lowest-total':
      'Of all allocations that meet these limits, those that leave the fewest areas open come first; among these, the allocation with the lowest sum of totals wins.',
    preferences:
      'Bidders’ preferences: every bidder ranks the areas it bids for. Each area is offered to the bidder with the highest score. Whoever is offered more areas than its maximum keeps those it prefers most; an area that is turned down goes to the next in the ranking. So nobody is passed over for an area it would rather have by someone with a lower score.',
    'fixed-order': (order) =>
      `Fixed order: the areas are awarded in the order ${order}. Each goes to the bidder with the highest score that does not have its maximum yet.`,
  },
  mechanismName: {
    'highest-total': 'Highest total',
    'lowest-total': 'Lowest total',
    preferences: 'Bidders’ preferences',
    'fixed-order': 'Fixed order of areas',
  },
  weighLotsByValue: 'A total weighs in the sum as much as the value of the area.',
  maximumLotsToBidFor: (n) => `A bidder bids for at most ${count(n, 'area', 'areas')}.`,
  affiliated: (n) =>
    `Bids of affiliated organisations count as one bidder: at most ${count(n, 'area', 'areas')} together.`,
  oneBid: 'Only one of the affiliated bids can win.',
  organisationInSeveralBids: {
    'refused-in-one-lot': 'An organisation takes part in at most one bid per area, also inside a consortium.',
    refused: 'An organisation takes part in at most one bid, also inside a consortium.',
    'counted-as-one': 'Bids that share an organisation count as one bidder, with one maximum.',
  },
  reserved: (lot, condition) => `${lot} is reserved: ${condition}`,
  combination: (name, lots) =>
    `${name}: ${lots} can also be bid for together. The total then counts for each of those areas.`,
  openLots: (what) => `An area that nobody gets: ${what}`,
  tieBreak: (steps, many) =>
    `If there is a tie, ${many ? 'these decide in this order: ' : 'this decides: '}${steps}. If there is still a tie, a draw is needed.`,
  step: {
    'higher-score': (criterion) => `the higher score on “${criterion}”`,
    'lower-price': 'the lower price',
    draw: 'a draw',
  },
  stepShort: { 'lower-price': 'Sum of the prices', draw: 'Draw' },
};

function boundsText(minimum: string | null, maximum: string | null): string {
  if (minimum !== null && maximum !== null) return `The price is between ${minimum} and ${maximum}.`;
  return minimum !== null ? `The price is at least ${minimum}.` : `The price is at most ${maximum}.`;
}
