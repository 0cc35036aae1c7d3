import type { Remainder } from './cases.ts';
import type { Instance } from './instance.ts';
import { type Choice, type Chooser, chooseOffers } from './party-choice.ts';
import type { Whole, Wholes } from './whole.ts';

/** What the parties can have left over at given prices, and the bound on every division that follows. */
export interface PriceBound<W extends Whole> {
  /** Sum of the prices and of what the chosen parties have left over. */
  readonly bound: W;
  /** Per party the most it can have left over with at least one lot (unless it has one already). */
  readonly leftover: readonly W[];
  /** Undecided parties, those with the most left over first; the first `selected` count in the bound. */
  readonly order: Int32Array;
  readonly selected: number;
  /** Per lot how often the counting parties take it. */
  readonly demand: Int32Array;
}

/** A bound at other prices, each time in the same lists. */
export interface BoundAt<W extends Whole> {
  (prices: Wholes<W>): PriceBound<W> & { choice(party: number): Choice };
  /** Offers of one lot within reach of what their party takes at the prices of the last bound. */
  offersNear(prices: Wholes<W>, reach: W): Int32Array;
}

/**
 * The Lagrangian bound (Held & Karp 1971; Geoffrion 1974): "each lot at most once" is replaced by a price per lot. At whole
 * non-negative prices no division that obeys the cases is worth more than the sum of the prices and what the best set of
 * parties within the limits can have left over.
 */
export function priceBound<W extends Whole>(
  instance: Instance<W>,
  remainder: Remainder<W>,
  chooser: Chooser<W> = chooseOffers(instance, remainder),
): BoundAt<W> {
  const { numbers, problem } = instance;
  const { lots } = problem;
  const parties = problem.parties.length;
  const { status, started, winners, awardedValue } = remainder;
  const { zero, plus, minus } = numbers;
  const leftover: W[] = new Array<W>(parties).fill(zero);
  const demand = new Int32Array(lots);
  const forced: number[] = [];
  const undecided: number[] = [];
  for (let party = 0; party < parties; party++) {
    if (status[party] === 1) forced.push(party);
    else if (status[party] === 0) undecided.push(party);
  }
  const order = Int32Array.from(undecided);
  const room = Math.min(instance.maximumWinners - winners, order.length);
  const needed = Math.max(0, instance.minimumWinners - winners);

  const boundAt = (prices: Wholes<W>): PriceBound<W> & { choice(party: number): Choice } => {
    demand.fill(0);
    let bound = awardedValue;
    for (let lot = 0; lot < lots; lot++) bound = plus(bound, prices[lot]!);
    for (const offer of remainder.awarded)
      for (const lot of problem.offers[offer]!.lots) bound = minus(bound, prices[lot]!);
    for (const party of forced) {
      leftover[party] = chooser.leftover(party, prices, started[party] === 0);
      bound = plus(bound, leftover[party]!);
      chooser.count(party, demand);
    }
    for (const party of order) leftover[party] = chooser.leftover(party, prices, true);
    sortNearlySorted(order, leftover);
    let selected = 0;
    while (selected < room && (selected < needed || leftover[order[selected]!]! > zero)) {
      const party = order[selected++]!;
      bound = plus(bound, leftover[party]!);
      chooser.count(party, demand);
    }
    return { bound, leftover, order, selected, demand, choice: chooser.choice };
  };
  return Object.assign(boundAt, {
    offersNear: (prices: Wholes<W>, reach: W) => chooser.offersNear(prices, reach, status),
  });
}

/** Insertion sort, most left over first: from one price vector to the next little changes. */
function sortNearlySorted(order: Int32Array, leftover: readonly Whole[]): void {
  for (let place = 1; place < order.length; place++) {
    const party = order[place]!;
    const own = leftover[party]!;
    let before = place - 1;
    while (before >= 0 && leftover[order[before]!]! < own) {
      order[before + 1] = order[before]!;
      before--;
    }
    order[before + 1] = party;
  }
}

/** Parties that the bound decides: with them winning (losing) no division could reach `goal`. */
export interface Settled {
  readonly losers: number[];
  readonly winners: number[];
}

/** Fixing by reduced costs: what the bound becomes when one undecided party is made to win or to lose. */
export function settleParties<W extends Whole>(
  instance: Instance<W>,
  remainder: Remainder<W>,
  { bound, leftover, order, selected }: PriceBound<W>,
  goal: W,
): Settled {
  const { zero, plus, minus } = instance.numbers;
  const room = instance.maximumWinners - remainder.winners;
  const needed = Math.max(0, instance.minimumWinners - remainder.winners);
  const least = selected > 0 ? leftover[order[selected - 1]!]! : zero;
  // Making one more party win gives up the least of the selected, when they are full or when that one costs.
  const givesUp = selected > 0 && (selected === room || least < zero) ? least : zero;
  const next = selected < order.length ? leftover[order[selected]!]! : undefined;
  const losers: number[] = [];
  const winners: number[] = [];
  order.forEach((party, place) => {
    const own = leftover[party]!;
    if (place >= selected) {
      if (room === 0 || minus(plus(bound, own), givesUp) < goal) losers.push(party);
      return;
    }
    const isNeeded = selected <= needed;
    if (next === undefined && isNeeded) winners.push(party);
    else {
      const replaced = next !== undefined && (isNeeded || next > zero) ? next : zero;
      if (plus(minus(bound, own), replaced) < goal) winners.push(party);
    }
  });
  return { losers, winners };
}
