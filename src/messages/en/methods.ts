import type { Bound, methods as nl } from '../nl/methods.ts';
import { capital, type Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { an, count, format, quoted, toDecimals } from './words.ts';

export const methods = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  amount: (amount) => (amount.startsWith('−') ? `−EUR ${amount.slice(1)}` : `EUR ${amount}`),
  method: {
    fixed: 'The price is fixed beforehand; quality alone decides.',
    weightedFactor: (total, quality, price) =>
      `Weighted factor method: ${total} ${total === '1' ? 'point' : 'points'} in all, of which ${quality} for quality and ${price} for the price. The highest total is best.`,
    parts: (total, quality, price, parts) =>
      `Weighted factor method: ${total} ${total === '1' ? 'point' : 'points'} in all, of which ${quality} for quality and ${price} for the price, in ${count(parts.length, 'part', 'parts')}: ${format.list(parts)}. The highest total is best.`,
    part: (name, weight) => `${quote(name)} (${weight})`,
    ofPart: (name, text) => `${name}: ${text}`,
    awardOnValuePaid:
      'Award on value: the value of quality, in euros, is added to the amount that the bidder pays. The highest fictitious amount is best.',
    highestPrice: (motivation) => sentence(`Highest amount: the bidder pays. Motivation: ${motivation}`),
    bidderPays: 'The bidder pays: the highest amount is best.',
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
  subject: {
    price: {
      points: 'Price points',
      value: 'price',
      lowest: `the lowest valid price in the ${lotNoun.one}`,
      highest: `the highest valid price in the ${lotNoun.one}`,
      same: 'When all valid prices are the same',
    },
    measure: {
      points: 'Points',
      value: 'value',
      lowest: `the lowest valid value in the ${lotNoun.one}`,
      highest: `the highest valid value in the ${lotNoun.one}`,
      same: 'When all valid values are the same',
    },
  },
  points: {
    proportional: (s, w, from) =>
      s.better === 'lower'
        ? `${s.points} = ${w} × (${from} ÷ ${s.value}).`
        : `${s.points} = ${w} × (${s.value} ÷ ${from}).`,
    linear: (s, w, from, zeroAt) =>
      `${s.points} = ${w} at ${from}, falling linearly to zero at a ${s.value} that is ${zeroAt} per cent ${s.better === 'lower' ? 'higher' : 'lower'}.`,
    bounds: (s, w, floor, ceiling) =>
      s.better === 'lower'
        ? `${s.points} = ${w} × (${ceiling} − ${s.value}) ÷ (${ceiling} − ${floor}).`
        : `${s.points} = ${w} × (${s.value} − ${floor}) ÷ (${ceiling} − ${floor}).`,
    saving: (s, w, reference) =>
      s.better === 'lower'
        ? `${s.points} = ${w} × saving on ${reference} ÷ the largest saving among the valid bids.`
        : `${s.points} = ${w} × what lies above ${reference} ÷ the most of that among the valid bids.`,
    steps: (s, w, points, step, from) =>
      `${s.points} = ${w}, minus ${points} per ${step} ${s.better === 'lower' ? 'above' : 'below'} ${from}.`,
    fullSteps: (s, w, points, step, from) =>
      `${s.points} = ${w}, minus ${points} per full ${step} ${s.better === 'lower' ? 'above' : 'below'} ${from}.`,
    brackets: (s, rows, beyond) => `${s.points} by a table: ${rows.join('; ')}; else ${beyond}.`,
    bracket: (s, limit, points) => (s.better === 'lower' ? `up to ${limit}: ${points}` : `from ${limit}: ${points}`),
    logarithmic: (s, w, from, zeroAt, decimals) =>
      `${s.points} = ${w} × (1 − log(${s.better === 'lower' ? `${s.value} ÷ ${from}` : `${from} ÷ ${s.value}`}) ÷ log(${zeroAt})), rounded to ${toDecimals(decimals)}.`,
    power: (_, w, exponent, decimals) =>
      `The ratio is first raised to the power ${exponent} and then multiplied by ${w}; the points are rounded to ${toDecimals(decimals)}.`,
    allTheSame: (s, w) => `${s.same}, everybody gets ${w}.`,
    formula: (s, expression) => `${s.points} by an own formula: ${expression}`,
    'closest-to-mean': () => 'Closest to the average.',
  },
  belowZero: {
    clip: (s) => `${s.points} below zero become zero.`,
    allow: (s) => `${s.points} can fall below zero, and count as such.`,
  },
  aboveMaximum: {
    clip: (s) => `${s.points} above the maximum become the maximum.`,
    allow: (s) => `${s.points} can rise above the maximum, and count as such.`,
  },
  formulaSymbols:
    'In the formula, price is the price and quality the number of quality points. The valid prices: lowest, highest, mean, median and bids (their number). The quality of the valid bids: best_quality, mean_quality and median_quality. The number of points for the price is weight.',
  constant: (name, value) => `${name} = ${value}.`,
  form: {
    amount: `The bidder offers one amount per ${lotNoun.one}.`,
    sheet: (lines) =>
      `The bidder fills in a price sheet of ${count(lines, 'line', 'lines')}; price per unit × quantity, added up.`,
    mixedSheet: (lines) =>
      `The bidder fills in a price sheet of ${count(lines, 'line', 'lines')}; the lines are added up, discounts are taken off.`,
    percentage: (reference) => `The bidder offers a percentage of ${reference}.`,
  },
  vat: (percentage) => `Prices are compared with ${percentage} per cent VAT added.`,
  vatPerLine: 'Prices are compared with the VAT of each line added.',
  roundLines: (n) => `The amount of each line is rounded to ${toDecimals(n)}.`,
  roundAmounts: (n) => `Amounts are rounded to ${toDecimals(n)} before they are compared.`,
  time: (cost, unit) => sentence(`Offered time counts: ${cost} per ${unit}`),
  bounds: {
    'set-aside': (minimum, maximum) => `${boundsText(minimum, maximum)} Outside that the bid is set aside.`,
    flag: (minimum, maximum) =>
      `${boundsText(minimum, maximum)} Outside that an explanation is asked; the bid stays in.`,
  },
  amongAll: (of) => `${of} (also of bids that are set aside)`,
  abnormallyLow: (percentage, of, orMore, side) =>
    `A price ${orMore ? `${percentage} per cent or more` : `more than ${percentage} per cent`} ${side} ${of} is flagged. The bidder can explain it; it is never rejected by itself.`,
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
    numbers: (minimum, maximum, decimals) =>
      `A score from ${minimum} to ${maximum}, ${decimals === 0 ? 'in whole points' : `with ${count(decimals, 'decimal', 'decimals')} at most`}.`,
    yesNo: 'Yes or no.',
    ownScale: (steps) => `Own scale: ${steps}.`,
    knockOutNo: 'A knock-out, without points: at “no” the bid is set aside.',
    knockOut: (minimum) => `Knock-out, without points: a score below ${minimum} sets the bid aside.`,
    mean: 'The mean of the assessors counts.',
    median: 'The median of the assessors counts.',
    middleRounded: (n) => `It is rounded to ${toDecimals(n)}.`,
    common: `Scored once, and counted in all ${lotNoun.more}.`,
    onlyIn: (lots) => `Counts in ${quoted(lots)} only.`,
    measured: (unit, sealed) =>
      `Measured in ${unit}, ${sealed ? 'sealed with the price' : 'as the bid states it'}; nobody gives a score for it.`,
    atLeast: (value) => `Less than ${value} sets the bid aside.`,
    atMost: (value) => `More than ${value} sets the bid aside.`,
    inLot: (lot, weight) => `In ${quote(lot)} the weight is ${weight}.`,
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
  lotGroup: (name, lots, n) =>
    `Of ${quote(name)} (${format.list(lots)}) a bidder gets ${count(n, lotNoun.one, lotNoun.more)} at most.`,
  capacity: (name, unit, factor) =>
    `A bidder gets no more than it can take on: the sizes of its ${lotNoun.more} together are at most its ${name} (${unit})${factor === null ? '' : ` × ${factor}`}.`,
  discounts: `A bidder can offer a discount that holds when it gets some ${lotNoun.more} together. The discount then counts in the sum.`,
  lotPrice: (lot, what) => `In ${quote(lot)}: ${format.list(what)}.`,
  lotPriceOf: {
    weight: (value) => `the price weighs ${value}`,
    minimum: {
      inside: (value) => `the price is at least ${value}`,
      outside: (value) => `the price is higher than ${value}`,
    },
    maximum: {
      inside: (value) => `the price is at most ${value}`,
      outside: (value) => `the price is lower than ${value}`,
    },
    estimate: (value) => `the estimate is ${value}`,
    reference: (value) => `prices are measured from ${value}`,
    floor: (value) => `the floor of the formula is ${value}`,
    ceiling: (value) => `the ceiling of the formula is ${value}`,
    quantities: 'quantities of its own',
  },
  openLots: (what) => sentence(`${capital(an(lotNoun.one))} that nobody gets: ${what}`),
  tieBreak: (steps, many) =>
    `If there is a tie, ${many ? 'these decide in this order: ' : 'this decides: '}${steps}. If there is still a tie, a draw is needed.`,
  step: {
    'higher-score': (criterion) => `the higher score on ${quote(criterion)}`,
    'lower-price': 'the lower price',
    'lower-price-of': (part) => `the lower price for ${quote(part)}`,
    'higher-price': 'the higher amount',
    draw: 'a draw',
  },
  stepShort: { 'lower-price': 'Sum of the prices', draw: 'Draw' },
});

function boundsText(minimum: Bound | null, maximum: Bound | null): string {
  const parts = [
    ...(minimum ? [minimum.inside ? `at least ${minimum.amount}` : `more than ${minimum.amount}`] : []),
    ...(maximum ? [maximum.inside ? `at most ${maximum.amount}` : `less than ${maximum.amount}`] : []),
  ];
  return `The price is ${format.list(parts)}.`;
}
