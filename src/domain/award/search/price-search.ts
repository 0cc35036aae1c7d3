import type { Remainder } from './cases.ts';
import type { Instance } from './instance.ts';
import type { Chooser } from './party-choice.ts';
import { type PriceBound, priceBound } from './price-bound.ts';
import type { Whole, Wholes } from './whole.ts';

/** The lowest bound found, its prices, and how the parties stood along the way. */
export interface PriceSearch<W extends Whole> {
  readonly bound: W;
  readonly prices: Wholes<W>;
  /** The bound at these prices once more, with everything that belongs to it. */
  readonly at: PriceBound<W> & { choice(party: number): readonly number[] };
  /** Per party how often it counted lately, from 0 to 1: an estimate of its place in the relaxed optimum. */
  readonly share: Float64Array;
}

/** How much of the step before is kept in the next one (Camerini, Fratta & Maffioli 1975). */
const MEMORY = 0.7;
const SHARE_STEP = 0.08;
/** Steps without a lower bound after which the step is halved. */
const PATIENCE = 8;

/** Rounds in a search of many steps, and steps in a round at least. */
const ROUNDS = 10;
const ROUND = 60;

/**
 * Looks for prices with a low bound by subgradient steps (Held, Wolfe & Crowder 1974): a lot that several parties want becomes
 * dearer, a lot that nobody wants cheaper. Step lengths are estimates; prices are whole numbers and every bound is exact.
 *
 * A round of steps looks only at the offers that may matter near its first prices; the bound of its last prices is that with all
 * offers.
 * @param chooser for the offers of this remainder, or of one in which fewer parties were decided
 * @param goal a value that would be an improvement; the search ends when the bound is below it
 * @param visit sees the lowest bounds along the way; returns the goal from then on
 */
export function searchPrices<W extends Whole>(
  instance: Instance<W>,
  remainder: Remainder<W>,
  chooser: Chooser<W>,
  start: Wholes<W>,
  steps: number,
  goal: W,
  visit: (at: PriceSearch<W>['at']) => W,
): PriceSearch<W> {
  const { numbers } = instance;
  const { plus, minus } = numbers;
  const boundAt = priceBound(instance, remainder, chooser);
  let prices = start;
  let at = boundAt(prices);
  let bound = at.bound;
  let target = goal;
  let share: Float64Array = new Float64Array(instance.problem.parties.length);
  const perRound = Math.max(ROUND, Math.ceil(steps / ROUNDS));
  const one = numbers.near(instance.denominator);
  const little = numbers.near(Math.ceil(instance.denominator / 8));
  for (let step = 0; step < steps && !(bound < target); step += perRound) {
    const singles = boundAt.offersNear(prices, plus(minus(bound, target), one));
    const round = descend(instance, { ...remainder, singles }, prices, perRound, target, visit);
    target = round.target;
    share = round.share;
    at = boundAt(round.prices);
    const isLower = at.bound < bound;
    const isEnough = plus(at.bound, little) < bound;
    if (isLower) {
      prices = round.prices;
      bound = at.bound;
    }
    if (!isEnough) break;
  }
  return { bound, prices, at: boundAt(prices), share };
}

interface Descent<W extends Whole> {
  readonly prices: Wholes<W>;
  readonly target: W;
  readonly share: Float64Array;
}

/** One round of steps. */
function descend<W extends Whole>(
  instance: Instance<W>,
  remainder: Remainder<W>,
  start: Wholes<W>,
  steps: number,
  goal: W,
  visit: (at: PriceSearch<W>['at']) => W,
): Descent<W> {
  const { numbers, problem, highestPrice } = instance;
  const { zero, plus, minus } = numbers;
  const lots = problem.lots;
  const boundAt = priceBound(instance, remainder);
  const isTaken = new Uint8Array(lots);
  for (const offer of remainder.awarded) for (const lot of problem.offers[offer]!.lots) isTaken[lot] = 1;
  const one = numbers.near(instance.denominator);
  const prices = start.slice();
  const best = { bound: instance.beyond, prices: prices.slice() };
  const direction = new Float64Array(lots);
  const share = new Float64Array(problem.parties.length);
  let target = goal;
  let scale = 1;
  let idle = 0;
  for (let step = 0; step < steps; step++) {
    const at = boundAt(prices);
    for (let party = 0; party < share.length; party++) share[party]! *= 1 - (step === 0 ? 1 : SHARE_STEP);
    for (let place = 0; place < at.selected; place++) share[at.order[place]!]! += step === 0 ? 1 : SHARE_STEP;
    if (at.bound < best.bound) {
      best.bound = at.bound;
      best.prices = prices.slice();
      idle = 0;
      target = visit(at);
      if (at.bound < target) break;
    } else if (++idle >= PATIENCE) {
      scale /= 2;
      idle = 0;
      for (let lot = 0; lot < lots; lot++) prices[lot] = best.prices[lot]!;
      direction.fill(0);
      continue;
    }
    let length = 0;
    for (let lot = 0; lot < lots; lot++) {
      if (isTaken[lot] === 1) continue;
      let slope = at.demand[lot]! - 1;
      if (slope < 0 && !(prices[lot]! > zero)) slope = 0;
      direction[lot] = slope + MEMORY * direction[lot]!;
      length += direction[lot]! * direction[lot]!;
    }
    if (length === 0) break;
    let gap = minus(at.bound, target);
    if (gap < one) gap = one;
    const estimates = numbers.estimates(gap);
    const size = (scale * estimates.of(gap)) / length;
    for (let lot = 0; lot < lots; lot++) {
      if (direction[lot] === 0) continue;
      prices[lot] = plus(prices[lot]!, estimates.nearest(size * direction[lot]!));
      if (prices[lot]! < zero) prices[lot] = zero;
      if (prices[lot]! > highestPrice) prices[lot] = highestPrice;
    }
  }
  return { ...best, target, share };
}
