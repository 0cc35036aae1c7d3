import { type StrictAward, strictAward } from '../award/strict-award.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  maximum,
  ratio,
  subtract,
  sum,
  toFractionText,
  ZERO,
} from '../number.ts';
import { mechanismOf } from '../rules/mechanisms.ts';
import type { EvaluationInput } from '../scoring/input.ts';
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

/** More turns than this are not looked at per weight and direction. */
const TURNS = 200;
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
  /** Turns from here on are farther than what each lot already has; undefined while a lot has nothing. */
  const farthest = (): Exact | undefined =>
    found.size < whatIf.holders.size ? undefined : [...found.values()].map(({ size }) => size).reduce(maximum);
  const [first] = lines;
  if (!first) return [...whatIf.holders.keys()].map((lot) => ({ lot, change: null }));
  // At the announced weights every line gives the same totals.
  const before = award.divide(first.totalsAt(ZERO));
  for (const line of lines) {
    for (const way of [line.most, line.least]) {
      const end = noFarther(way, farthest());
      let count = 0;
      for (const { at, division } of turns(input, award, line, end, before)) {
        const size = at.abs();
        for (const lot of whatIf.holders.keys()) {
          const bid = holderIn(award, division, lot);
          const known = found.get(lot);
          if (bid === holderIn(award, before, lot) || (known && compare(known.size, size) <= 0)) continue;
          const { criterion, weight } = line;
          const change = { criterion, from: toFractionText(weight), to: toFractionText(add(weight, at)) };
          found.set(lot, { size, change: { ...change, becomes: { bid, draw: false } } });
        }
        if (++count === TURNS) break;
        const needed = farthest();
        if (needed && compare(needed, size) <= 0) break;
      }
    }
  }
  return [...whatIf.holders.keys()].map((lot) => ({ lot, change: found.get(lot)?.change ?? null }));
}

/** A change of a weight in the same direction, of at most this size. */
function noFarther(change: Exact, most: Exact | undefined): Exact {
  if (!most || compare(change.abs(), most) <= 0) return change;
  return compare(change, ZERO) < 0 ? subtract(ZERO, most) : most;
}

/** Places of the awarded offers. */
type Division = readonly number[];

const holderIn = ({ offers }: StrictAward, division: Division, lot: string): string | null =>
  division.map((place) => offers[place]!).find((offer) => offer.lot === lot)?.one.bid ?? null;

/** From this change of the weight on, the award is this one. */
interface Turn {
  readonly at: Exact;
  readonly division: Division;
}

/** Every point at which the award changes on the way from the announced weight to `end`, nearest first. */
function turns(
  input: EvaluationInput,
  award: StrictAward,
  line: WeightLine,
  end: Exact,
  before: Division,
): Iterable<Turn> {
  if (compare(end, ZERO) === 0) return [];
  if (!mechanismOf(input.rules).bySum) return turnsByOrder(award, line, end, before);
  const last = award.divide(line.totalsAt(end));
  return turnsByValue(award, line, { at: ZERO, division: before }, { at: end, division: last });
}

/**
 * The value of a division is a straight line in the weight, and the best value the highest of these lines. Between two points the lines that
 * are best there cross: either nothing is better at that point and the award turns there, or what is better parts the way in two
 * (Eisner & Severance 1976).
 * @returns the division that stands at the end of the way: the one of `to`, or one that is as good there and came before it
 */
function* turnsByValue(
  award: StrictAward,
  line: WeightLine,
  from: Turn,
  to: Turn,
): Generator<Turn, Division, undefined> {
  const ahead = leadOf(award, line, to.division, from.division);
  if (ahead.at(to.at) <= 0) return from.division;
  // At the start itself both can be equally good already: then the award changes at once.
  if (ahead.at(from.at) >= 0) {
    yield { at: from.at, division: to.division };
    return to.division;
  }
  const at = ahead.crossing!;
  const division = award.divide(line.totalsAt(at));
  if (leadOf(award, line, division, from.division).at(at) <= 0) {
    yield { at, division: to.division };
    return to.division;
  }
  const standing = yield* turnsByValue(award, line, from, { at, division });
  return yield* turnsByValue(award, line, { at, division: standing }, to);
}

interface Lead {
  /** Positive where the one division is better than the other, negative where it is worse. */
  readonly at: (point: Exact) => number;
  /** Where both are as good; undefined when one is better by the same everywhere. */
  readonly crossing: Exact | undefined;
}

/** What two divisions share is not counted. */
function leadOf({ sign }: StrictAward, line: WeightLine, one: Division, other: Division): Lead {
  const [gained, lost] = [without(one, other), without(other, one)];
  const difference = (of: (place: number) => Exact): Exact => subtract(sum(gained.map(of)), sum(lost.map(of)));
  const [start, slope] = [difference(line.start), difference(line.slope)];
  const rise = compare(slope, ZERO);
  if (rise === 0) return { at: () => sign * compare(start, ZERO), crossing: undefined };
  const crossing = divide(subtract(ZERO, start), slope);
  return { at: (point) => sign * rise * compare(point, crossing), crossing };
}

const without = (division: Division, other: Division): Division => division.filter((place) => !other.includes(place));

/** The order of bids in a lot changes only where their lines cross: the award is asked between every two crossings. */
function* turnsByOrder(award: StrictAward, line: WeightLine, end: Exact, before: Division): Generator<Turn> {
  const points = crossings(award, line, end);
  let standing = before;
  for (const [place, at] of points.entries()) {
    const beyond = divide(add(at, points[place + 1] ?? end), TWO);
    const division = award.divide(line.totalsAt(beyond));
    if (String(division) === String(standing)) continue;
    yield { at, division };
    standing = division;
  }
}

/** All points between the announced weight and `end` at which two bids of one lot have the same total, nearest first. */
function crossings({ offers }: StrictAward, line: WeightLine, end: Exact): Exact[] {
  const found = new Map<string, Exact>();
  const lots = new Map<string, number[]>();
  offers.forEach(({ lot }, place) => {
    lots.set(lot, [...(lots.get(lot) ?? []), place]);
  });
  for (const places of lots.values()) {
    const { starts, slopes } = line.whole(places);
    for (let a = 0; a < places.length; a++) {
      for (let b = a + 1; b < places.length; b++) {
        const slope = slopes[a]! - slopes[b]!;
        if (slope === 0n) continue;
        const start = starts[b]! - starts[a]!;
        const at = slope < 0n ? ratio(-start, -slope) : ratio(start, slope);
        const within =
          compare(at, ZERO) === 0 ||
          (compare(at, ZERO) > 0 === compare(end, ZERO) > 0 && compare(at.abs(), end.abs()) <= 0);
        if (within) found.set(toFractionText(at), at);
      }
    }
  }
  return [...found.values()].sort((a, b) => compare(a.abs(), b.abs()));
}
