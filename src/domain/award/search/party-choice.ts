import { bindingRows } from './cap-rows.ts';
import { type CappedChoice, chooseWithinCaps } from './capped-choice.ts';
import type { Remainder } from './cases.ts';
import type { Cells } from './cells.ts';
import type { Instance } from './instance.ts';
import type { Numbers, Whole, Wholes } from './whole.ts';

/** The offers that one party takes at given prices. */
export type Choice = readonly number[];

/** Answers what a party does at given prices; `count` and `choice` are about the last answer. */
export interface Chooser<W extends Whole> {
  /** The most the party can have left over; with at least one offer when it must. */
  leftover(party: number, prices: Wholes<W>, must: boolean): W;
  /** Adds one to each lot that the party takes. */
  count(party: number, demand: Int32Array): void;
  choice(party: number): Choice;
  /**
   * Offers of one lot that have at most `reach` less left over than the least that their party took in its last answer; of
   * parties that do not lose.
   */
  offersNear(prices: Wholes<W>, reach: W, status: Cells<number>): Int32Array;
}

/**
 * For each party the offers with the most left over (value minus prices) within the room of its bids and its own; with one bid per
 * party only the best bid counts, and within its caps. That offers of one party may want the same lot is left aside, so the answer is
 * never too low.
 */
export function chooseOffers<W extends Whole>(instance: Instance<W>, remainder: Remainder<W>): Chooser<W> {
  const { problem, numbers, values, partyOf } = instance;
  const { offers, parties } = problem;
  const { bidRoom, partyRoom } = remainder;
  const { zero, minus } = numbers;
  const byParty = groupByParty(instance, remainder);
  const { first, offer, lotOf, value, taken, room } = byParty;
  const combinations = parties.map((): number[] => []);
  for (const place of remainder.combinations) combinations[partyOf[offers[place]!.bid]!]!.push(place);
  const capped = cappedChoices(instance, remainder, byParty, combinations);
  const isSimple = parties.map(
    (_, party) => !capped.has(party) && combinations[party]!.length === 0 && hasOneBid(byParty, instance, party),
  );
  const took = new Int32Array(parties.length);
  const leastTaken: W[] = new Array<W>(parties.length).fill(zero);
  const rich: Choice[] = parties.map(() => []);

  const simple = (party: number, prices: Wholes<W>, must: boolean): W => {
    // Looked up once, not for every offer.
    const { first, lotOf, value, room, taken, bestLeft } = byParty;
    const { zero, plus, minus } = numbers;
    const start = room[party]!;
    const most = room[party + 1]! - start;
    const begin = first[party]!;
    const stop = first[party + 1]!;
    took[party] = 0;
    leastTaken[party] = zero;
    if (begin === stop) return zero;
    let filled = 0;
    let least = zero;
    let nearMiss = minus(value[begin]!, prices[lotOf[begin]!]!);
    let nearMissAt = begin;
    for (let place = begin; place < stop; place++) {
      const left = minus(value[place]!, prices[lotOf[place]!]!);
      if (left > least) {
        if (filled < most) filled++;
        let slot = start + filled - 1;
        while (slot > start && bestLeft[slot - 1]! < left) {
          bestLeft[slot] = bestLeft[slot - 1]!;
          taken[slot] = taken[slot - 1]!;
          slot--;
        }
        bestLeft[slot] = left;
        taken[slot] = place;
        if (filled === most) least = bestLeft[start + most - 1]!;
      } else if (filled === 0 && left > nearMiss) {
        nearMiss = left;
        nearMissAt = place;
      }
    }
    if (filled > 0) {
      took[party] = filled;
      leastTaken[party] = least;
      let sum = zero;
      for (let slot = start; slot < start + filled; slot++) sum = plus(sum, bestLeft[slot]!);
      return sum;
    }
    if (!must) return zero;
    took[party] = 1;
    leastTaken[party] = nearMiss;
    taken[start] = nearMissAt;
    return nearMiss;
  };

  /** A knapsack per bid, and one over the bids of the party. */
  const general = (party: number, prices: Wholes<W>, must: boolean): W => {
    const items = [...offer.subarray(first[party]!, first[party + 1]!), ...combinations[party]!].map((place) => {
      let left = values[place]!;
      for (const lot of offers[place]!.lots) left = minus(left, prices[lot]!);
      return { place, left, size: offers[place]!.lots.length, bid: offers[place]!.bid };
    });
    const positive = items.filter(({ left }) => left > zero);
    if (positive.length === 0) {
      const best = items.reduce((a, b) => (b.left > a.left ? b : a), items[0]!);
      rich[party] = must ? [best.place] : [];
      return must ? best.left : zero;
    }
    const limit = partyRoom[party]!;
    const perBid = parties[party]!.bids.map(({ bid }) =>
      positive
        .filter((item) => item.bid === bid)
        .reduce<Plan<W>[]>(
          (plans, item) => withItem(numbers, plans, item, bidRoom[bid]!),
          [{ left: zero, places: [] }],
        ),
    );
    const plans = parties[party]!.oneBid
      ? perBid.flat()
      : perBid.reduce((joint, own) => joined(numbers, joint, own, limit), [{ left: zero, places: [] }]);
    const best = plans.reduce((a, b) => (b !== undefined && b.left > a.left ? b : a));
    rich[party] = best.places;
    return best.left;
  };

  const withinCaps = (choose: CappedChooser<W>, party: number, prices: Wholes<W>, must: boolean): W => {
    const { left, places } = choose(prices, must);
    rich[party] = places;
    return left;
  };

  return {
    leftover: (party, prices, must) => {
      if (isSimple[party]) return simple(party, prices, must);
      const choose = capped.get(party);
      return choose === undefined ? general(party, prices, must) : withinCaps(choose, party, prices, must);
    },
    count: (party, demand) => {
      if (isSimple[party]) {
        const start = room[party]!;
        for (let slot = start; slot < start + took[party]!; slot++) demand[lotOf[taken[slot]!]!]!++;
      } else for (const place of rich[party]!) for (const lot of offers[place]!.lots) demand[lot]!++;
    },
    choice: (party) =>
      isSimple[party]
        ? Array.from(taken.subarray(room[party]!, room[party]! + took[party]!), (place) => offer[place]!)
        : rich[party]!,
    offersNear: (prices, reach, status) => {
      const near = new Int32Array(offer.length);
      let count = 0;
      for (let party = 0; party < parties.length; party++) {
        if (status[party] === -1) continue;
        const least = minus(leastTaken[party]!, reach);
        for (let place = first[party]!; place < first[party + 1]!; place++) {
          const isNear = !isSimple[party] || !(minus(value[place]!, prices[lotOf[place]!]!) < least);
          if (isNear) near[count++] = offer[place]!;
        }
      }
      return near.subarray(0, count);
    },
  };
}

type CappedChooser<W extends Whole> = (prices: Wholes<W>, must: boolean) => CappedChoice<W>;

/** Of each party of which a cap can bind. */
function cappedChoices<W extends Whole>(
  instance: Instance<W>,
  remainder: Remainder<W>,
  { first, offer }: ByParty<W>,
  combinations: readonly (readonly number[])[],
): Map<number, CappedChooser<W>> {
  const choosers = new Map<number, CappedChooser<W>>();
  const { caps } = instance;
  if (caps === undefined) return choosers;
  const all = [...remainder.singles, ...remainder.combinations];
  const binding = bindingRows(caps, remainder.capRoom!, all);
  const rows = [...binding.keys()].filter((row) => binding[row]);
  for (const party of new Set(rows.map((row) => caps.partyOf[row]!))) {
    const live = rows.filter((row) => caps.partyOf[row] === party);
    const places = [...offer.subarray(first[party]!, first[party + 1]!), ...combinations[party]!];
    choosers.set(party, chooseWithinCaps(instance, remainder, party, places, live));
  }
  return choosers;
}

/** The best for a number of lots (its place in a list of plans). */
interface Plan<W extends Whole> {
  readonly left: W;
  readonly places: readonly number[];
}

/** Plans with and without one more offer (Bellman 1957); at most `limit` lots. Plans are for at most so many lots. */
function withItem<W extends Whole>(
  { plus }: Numbers<W>,
  plans: Plan<W>[],
  item: { place: number; left: W; size: number },
  limit: number,
): Plan<W>[] {
  const extended = plans.slice();
  while (extended.length <= limit && extended.length < plans.length + item.size) {
    extended.push(extended[extended.length - 1]!);
  }
  for (let lots = item.size; lots < extended.length; lots++) {
    const rest = plans[Math.min(lots - item.size, plans.length - 1)]!;
    const left = plus(rest.left, item.left);
    if (left > extended[lots]!.left) {
      extended[lots] = { left, places: [...rest.places, item.place] };
    }
  }
  return extended;
}

/** The best of two bids together, at most `limit` lots. */
function joined<W extends Whole>(
  { plus }: Numbers<W>,
  some: readonly Plan<W>[],
  others: readonly Plan<W>[],
  limit: number,
): Plan<W>[] {
  const length = Math.min(limit, some.length + others.length - 2) + 1;
  return Array.from({ length }, (_, lots) => {
    let best: Plan<W> | undefined;
    for (let own = 0; own <= lots; own++) {
      const one = some[Math.min(own, some.length - 1)]!;
      const other = others[Math.min(lots - own, others.length - 1)]!;
      const left = plus(one.left, other.left);
      if (best === undefined || left > best.left) {
        best = { left, places: [...one.places, ...other.places] };
      }
    }
    return best!;
  });
}

interface ByParty<W extends Whole> {
  /** Where the offers of one lot of each party begin, and per such offer its place, lot and value. */
  readonly first: Int32Array;
  readonly offer: Int32Array;
  readonly lotOf: Int32Array;
  readonly value: Wholes<W>;
  /** Room for what each party takes: from `room[party]` in `taken`, with the most left over first. */
  readonly room: Int32Array;
  readonly taken: Int32Array;
  readonly bestLeft: W[];
}

function groupByParty<W extends Whole>(
  instance: Instance<W>,
  { singles, bidRoom, partyRoom }: Remainder<W>,
): ByParty<W> {
  const { numbers, values, partyOf, bidOf } = instance;
  const { parties } = instance.problem;
  const first = new Int32Array(parties.length + 1);
  for (let place = 0; place < singles.length; place++) first[partyOf[bidOf[singles[place]!]!]! + 1]!++;
  for (let party = 0; party < parties.length; party++) first[party + 1]! += first[party]!;
  const next = first.slice(0, parties.length);
  const offer = new Int32Array(singles.length);
  const lotOf = new Int32Array(singles.length);
  const value = numbers.list(singles.length);
  for (let place = 0; place < singles.length; place++) {
    const single = singles[place]!;
    const at = next[partyOf[bidOf[single]!]!]!++;
    offer[at] = single;
    lotOf[at] = instance.lotOf[single]!;
    value[at] = values[single]!;
  }
  const room = new Int32Array(parties.length + 1);
  for (let party = 0; party < parties.length; party++) {
    const count = first[party + 1]! - first[party]!;
    const ofBid = count > 0 ? bidRoom[bidOf[offer[first[party]!]!]!]! : 0;
    room[party + 1] = room[party]! + Math.min(count, ofBid, partyRoom[party]!);
  }
  const most = room[parties.length]!;
  const bestLeft = new Array<W>(most).fill(numbers.zero);
  return { first, offer, lotOf, value, room, taken: new Int32Array(most), bestLeft };
}

function hasOneBid({ first, offer }: ByParty<Whole>, { bidOf }: Instance, party: number): boolean {
  const bid = bidOf[offer[first[party]!] ?? 0];
  for (let place = first[party]!; place < first[party + 1]!; place++) {
    if (bidOf[offer[place]!] !== bid) return false;
  }
  return true;
}
