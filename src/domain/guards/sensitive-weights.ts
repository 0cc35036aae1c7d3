import { holdersByTotals, type Totals } from '../award/award.ts';
import type { EvaluationInput } from '../evaluation/input.ts';
import { bestTotal } from '../evaluation/total.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  isNegative,
  multiply,
  subtract,
  sum,
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

type Strict = ReadonlyMap<string, string | null>;

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
  const lines = weightLines(input.rules, whatIf.rankings);
  if (!lines) return null;
  const found = new Map<string, { readonly change: WeightChange; readonly size: Exact }>();
  for (const line of lines) {
    for (const end of [line.most, line.least]) {
      for (const { at, before, holders } of turningPoints(input, line, end)) {
        const size = at.abs();
        for (const [lot, bid] of holders) {
          const known = found.get(lot);
          if (bid === before.get(lot) || (known && compare(known.size, size) <= 0)) continue;
          const { criterion, weight } = line;
          const change = { criterion, from: toFractionText(weight), to: toFractionText(add(weight, at)) };
          found.set(lot, { size, change: { ...change, becomes: { bid, draw: false } } });
        }
      }
    }
  }
  return [...whatIf.holders.keys()].map((lot) => ({ lot, change: found.get(lot)?.change ?? null }));
}

/** Every point at which the award changes on the way from the announced weight to `end`, with the award at the start and beyond the point. */
function* turningPoints(
  input: EvaluationInput,
  line: WeightLine,
  end: Exact,
): Generator<{ at: Exact; before: Strict; holders: Strict }> {
  if (compare(end, ZERO) === 0) return;
  const before = holdersByTotals(input, line.totalsAt(ZERO));
  const next = input.rules.award.mechanism === 'highest-total' ? byValue(input, line, end) : byOrder(input, line, end);
  let [at, holders] = [ZERO, before];
  for (let count = 0; count < TURNING_POINTS; count++) {
    const point = next(at, holders);
    if (!point) return;
    yield { ...point, before };
    ({ at, holders } = point);
  }
}

type Next = (at: Exact, holders: Strict) => { at: Exact; holders: Strict } | undefined;

/**
 * The value of a division is a straight line in the weight, and the best value the highest of these lines. Newton's method from the far
 * end: the line that is best there is followed back to where it crosses that of the division that stands, until none is better before.
 */
function byValue(input: EvaluationInput, line: WeightLine, end: Exact): Next {
  const sign = exact(bestTotal(input.rules) === 'highest' ? '1' : '-1');
  const value = (holders: Strict, totals: Totals): Exact =>
    multiply(sign, sum([...holders].map(([lot, bid]) => (bid === null ? ZERO : totals.get(lot)!.get(bid)!))));
  return (at, holders) => {
    const start = line.totalsAt(at);
    let [point, better]: [Exact, Strict | undefined] = [end, undefined];
    for (;;) {
      const totals = line.totalsAt(point);
      const best = holdersByTotals(input, totals);
      const gain = subtract(value(best, totals), value(holders, totals));
      if (compare(gain, ZERO) <= 0) return better && { at: point, holders: better };
      const behind = subtract(value(holders, start), value(best, start));
      better = best;
      // At the start itself both can be equally good: the award changes at once.
      if (compare(behind, ZERO) <= 0) return { at, holders: best };
      point = add(at, divide(multiply(subtract(point, at), behind), add(behind, gain)));
    }
  };
}

/** The order of bids in a lot changes only where their lines cross: the award is asked between every two crossings. */
function byOrder(input: EvaluationInput, line: WeightLine, end: Exact): Next {
  const points = crossings(line, end);
  let place = 0;
  return (_, holders) => {
    while (place < points.length) {
      const at = points[place]!;
      const beyond = divide(add(at, points[place + 1] ?? end), TWO);
      place++;
      const after = holdersByTotals(input, line.totalsAt(beyond));
      if ([...after].some(([lot, bid]) => holders.get(lot) !== bid)) return { at, holders: after };
    }
    return undefined;
  };
}

/** All points between the announced weight and `end` at which two bids of one lot have the same total, nearest first. */
function crossings(line: WeightLine, end: Exact): Exact[] {
  const [start, far] = [line.totalsAt(ZERO), line.totalsAt(end)];
  const found = new Map<string, Exact>();
  for (const [lot, totals] of start) {
    const bids = [...totals.keys()];
    bids.forEach((a, index) => {
      for (const b of bids.slice(index + 1)) {
        const now = subtract(totals.get(a)!, totals.get(b)!);
        const later = subtract(far.get(lot)!.get(a)!, far.get(lot)!.get(b)!);
        if (isNegative(now) === isNegative(later) && compare(later, ZERO) !== 0) continue;
        if (compare(now, later) === 0) continue;
        const at = multiply(end, divide(now, subtract(now, later)));
        found.set(toFractionText(at), at);
      }
    });
  }
  return [...found.values()].sort((a, b) => compare(a.abs(), b.abs()));
}
