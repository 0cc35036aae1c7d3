import { type StrictAward, strictAward } from '../award/strict-award.ts';
import type { EvaluationInput } from '../evaluation/input.ts';
import {
  add,
  compare,
  denominator,
  divide,
  type Exact,
  exact,
  numerator,
  ratio,
  toFractionText,
  ZERO,
} from '../number.ts';
import { type WeightLine, weightLines } from './weight-lines.ts';
import type { Becomes, WhatIf } from './what-if.ts';

/** The smallest change of one weight after which a lot has another holder. */
export interface WeightChange {
  /** Null for the weight of the price. */
  readonly criterion: string | null;
  readonly from: string;
  /** Beyond this weight the outcome is another one; the other weights beside it keep their proportions. */
  readonly to: string;
  readonly becomes: Becomes;
}

/** More turning points than this are not looked at per weight and direction. */
const TURNING_POINTS = 200;
const TWO = exact('2');

/**
 * Sweeps every weight up and down while its siblings keep their proportions. Every total is then a straight line in the weight, so the
 * order of two bids, and the better of two divisions, can change only where two lines cross, and the crossing is exact.
 * Totals are taken before they are rounded: rounding would make the lines into steps.
 * @returns null where totals are not straight lines in the weights
 */
export function sensitiveWeights(
  input: EvaluationInput,
  whatIf: WhatIf,
): null | { readonly lot: string; readonly change: WeightChange | null }[] {
  const award = strictAward(input, whatIf.rankings);
  const lines = weightLines(input.rules, award.offers);
  if (!lines) return null;
  const found = new Map<string, { readonly change: WeightChange; readonly size: Exact }>();
  for (const line of lines) {
    for (const end of [line.most, line.least]) {
      for (const { at, before, division } of turningPoints(input, award, line, end)) {
        const size = at.abs();
        for (const lot of whatIf.holders.keys()) {
          const bid = holderIn(award, division, lot);
          const known = found.get(lot);
          if (bid === holderIn(award, before, lot) || (known && compare(known.size, size) <= 0)) continue;
          const { criterion, weight } = line;
          const change = { criterion, from: toFractionText(weight), to: toFractionText(add(weight, at)) };
          found.set(lot, { size, change: { ...change, becomes: { bid, draw: false } } });
        }
      }
    }
  }
  return [...whatIf.holders.keys()].map((lot) => ({ lot, change: found.get(lot)?.change ?? null }));
}

/** Places of the awarded offers. */
type Division = readonly number[];

const holderIn = ({ offers }: StrictAward, division: Division, lot: string): string | null =>
  division.map((place) => offers[place]!).find((offer) => offer.lot === lot)?.one.bid ?? null;

/** The totals on a line at one point, as whole numbers: start x q + slope x p for the point p / q. */
function unitsAt({ starts, slopes }: WeightLine, at: Exact): bigint[] {
  const [p, q] = [numerator(at), denominator(at)];
  return starts.map((start, place) => start * q + slopes[place]! * p);
}

/** Every point at which the award changes on the way from the announced weight to `end`, with the award at the start and beyond the point. */
function* turningPoints(
  input: EvaluationInput,
  award: StrictAward,
  line: WeightLine,
  end: Exact,
): Generator<{ at: Exact; before: Division; division: Division }> {
  if (compare(end, ZERO) === 0) return;
  const before = award.divide(unitsAt(line, ZERO));
  const byValue = input.rules.award.mechanism === 'highest-total';
  const next = byValue ? nextByValue(award, line, end) : nextByOrder(award, line, end);
  let [at, division] = [ZERO, before];
  for (let count = 0; count < TURNING_POINTS; count++) {
    const point = next(at, division);
    if (!point) return;
    yield { ...point, before };
    ({ at, division } = point);
  }
}

type Next = (at: Exact, division: Division) => { at: Exact; division: Division } | undefined;

/**
 * The value of a division is a straight line in the weight, and the best value the highest of these lines. Newton's method from the far
 * end: the line that is best there is followed back to where it crosses that of the division that stands, until none is better before.
 */
function nextByValue(award: StrictAward, line: WeightLine, end: Exact): Next {
  const sumOf = (values: readonly bigint[], division: Division): bigint =>
    division.reduce((so, place) => so + values[place]!, 0n);
  return (at, standing) => {
    let [point, better]: [Exact, Division | undefined] = [end, undefined];
    for (;;) {
      const best = award.divide(unitsAt(line, point));
      const start = award.sign * (sumOf(line.starts, best) - sumOf(line.starts, standing));
      const slope = award.sign * (sumOf(line.slopes, best) - sumOf(line.slopes, standing));
      if (start * denominator(point) + slope * numerator(point) <= 0n) return better && { at: point, division: better };
      better = best;
      // At the start itself both can be equally good already: then the award changes at once.
      if (start * denominator(at) + slope * numerator(at) >= 0n) return { at, division: best };
      point = slope < 0n ? ratio(start, -slope) : ratio(-start, slope);
    }
  };
}

/** The order of bids in a lot changes only where their lines cross: the award is asked between every two crossings. */
function nextByOrder(award: StrictAward, line: WeightLine, end: Exact): Next {
  const points = crossings(award, line, end);
  let place = 0;
  return (_, standing) => {
    while (place < points.length) {
      const at = points[place]!;
      const beyond = divide(add(at, points[place + 1] ?? end), TWO);
      place++;
      const after = award.divide(unitsAt(line, beyond));
      if (JSON.stringify(after) !== JSON.stringify(standing)) return { at, division: after };
    }
    return undefined;
  };
}

/** All points between the announced weight and `end` at which two bids of one lot have the same total, nearest first. */
function crossings({ offers }: StrictAward, { starts, slopes }: WeightLine, end: Exact): Exact[] {
  const found = new Map<string, Exact>();
  offers.forEach((offer, a) => {
    for (let b = a + 1; b < offers.length && offers[b]!.lot === offer.lot; b++) {
      const slope = slopes[a]! - slopes[b]!;
      if (slope === 0n) continue;
      const start = starts[b]! - starts[a]!;
      const at = slope < 0n ? ratio(-start, -slope) : ratio(start, slope);
      const within =
        compare(at, ZERO) === 0 ||
        (compare(at, ZERO) > 0 === compare(end, ZERO) > 0 && compare(at.abs(), end.abs()) <= 0);
      if (within) found.set(toFractionText(at), at);
    }
  });
  return [...found.values()].sort((a, b) => compare(a.abs(), b.abs()));
}
