import { type CapRows, countIn } from './cap-rows.ts';
import type { Remainder } from './cases.ts';
import type { Instance } from './instance.ts';
import type { Numbers, Whole, Wholes } from './whole.ts';

/** What a party takes, and no less than the most it can have left over. */
export interface CappedChoice<W extends Whole> {
  readonly left: W;
  readonly places: readonly number[];
}

/**
 * Beginnings of choices that are looked at; beyond it the answer may be too high. The checker looks at as many, in the same order and at bounds
 * that are no higher, so that its answer is no higher either (docs/award-solver.md).
 */
const STEPS = 200;

/** Room in a row is reckoned in about so many parts where only a bound is asked. */
const PARTS = 4096;

/** One limit on what may be taken together, in the kind of numbers of the caps. */
interface Row {
  readonly room: Whole;
  /** Per offer. */
  readonly count: readonly Whole[];
  /** For bounds: counts in parts, rounded down, and the size of a part. */
  readonly parts: readonly number[];
  readonly part: Whole;
  /** Offers that count, the least first; and whether each counts one. */
  readonly ascending: readonly number[];
  readonly isUnit: boolean;
}

/** Offers that may be taken together: those of a party, or of one of its bids where only one may win. */
interface Pool<W extends Whole> {
  readonly offers: readonly { readonly place: number; readonly value: W; readonly lots: readonly number[] }[];
  readonly numbers: Numbers;
  readonly rows: readonly Row[];
  /** Sets of rows of which any two are disjoint or one within the other. */
  readonly families: readonly (readonly Row[])[];
}

/**
 * The offers with the most left over within the caps of a party, the room of its bids and its own: by depth first, those with the most left
 * over first. What is left of the offers is bounded by each row alone (Dantzig 1957) and by families of nested rows, in which taking
 * the most left over first is best where every offer counts one (Edmonds 1971).
 * @param places offers of the party that each fit
 * @param live the rows of the caps that can bind
 */
export function chooseWithinCaps<W extends Whole>(
  instance: Instance<W>,
  remainder: Remainder<W>,
  party: number,
  places: readonly number[],
  live: readonly number[],
): (prices: Wholes<W>, must: boolean) => CappedChoice<W> {
  const { numbers, problem, bidOf, values } = instance;
  const { bids, oneBid } = problem.parties[party]!;
  const caps = instance.caps!;
  const groups = oneBid ? bids.map(({ bid }) => places.filter((place) => bidOf[place] === bid)) : [places];
  const pools = groups
    .filter((group) => group.length > 0)
    .map((group): Pool<W> => {
      const lots = (place: number): readonly number[] => problem.offers[place]!.lots;
      const near = (count: number): Whole => caps.numbers.near(count);
      const sizes = group.map((place) => near(lots(place).length));
      const bidders = bids.filter(({ bid }) => group.some((place) => bidOf[place] === bid));
      const isAlone = bidders.length === 1;
      const most = Math.min(remainder.partyRoom[party]!, isAlone ? remainder.bidRoom[bidders[0]!.bid]! : problem.lots);
      const own = rowOf(near(most), sizes);
      const perBid = (isAlone ? [] : bidders).map(({ bid }) => {
        const counts = group.map((place, at) => (bidOf[place] === bid ? sizes[at]! : caps.numbers.zero));
        return rowOf(near(remainder.bidRoom[bid]!), counts);
      });
      const capped = live.map((row) => rowOf(remainder.capRoom![row]!, countsIn(caps, row, group)));
      return {
        offers: group.map((place) => ({ place, value: values[place]!, lots: lots(place) })),
        numbers: caps.numbers,
        rows: [own, ...perBid, ...capped],
        families: [[own, ...perBid, ...capped], ...(isAlone ? [] : [[own, ...capped, ...perBid]])].map(nested),
      };
    });
  return (prices, must) => {
    let best: CappedChoice<W> = { left: numbers.zero, places: [] };
    let nearMiss: CappedChoice<W> | undefined;
    for (const pool of pools) {
      const left = pool.offers.map(({ value, lots }) =>
        lots.reduce((rest, lot) => numbers.minus(rest, prices[lot]!), value),
      );
      left.forEach((one, at) => {
        if (nearMiss === undefined || one > nearMiss.left) nearMiss = { left: one, places: [pool.offers[at]!.place] };
      });
      const choice = search(pool, left, numbers);
      if (choice.left > best.left) best = choice;
    }
    return must && best.places.length === 0 && nearMiss ? nearMiss : best;
  };
}

const countsIn = <W extends Whole>(caps: CapRows<W>, row: number, places: readonly number[]): W[] =>
  places.map((place) => countIn(caps, row, place));

function rowOf(room: Whole, count: readonly Whole[]): Row {
  const part = typeof room === 'bigint' ? room / BigInt(PARTS) + 1n : Math.floor(room / PARTS) + 1;
  const parts = count.map((one) => inParts(one, part));
  const ascending = [...count.keys()]
    .filter((at) => count[at]! > 0)
    .sort((a, b) => (count[a]! < count[b]! ? -1 : count[a]! > count[b]! ? 1 : 0));
  return { room, count, parts, part, ascending, isUnit: ascending.every((at) => count[at]! <= 1) };
}

const inParts = (whole: Whole, part: Whole): number =>
  typeof whole === 'bigint' ? Number(whole / BigInt(part)) : Math.floor(whole / Number(part));

/** Rows, as far as any two are disjoint or one within the other. */
function nested(rows: readonly Row[]): Row[] {
  const family: Row[] = [];
  for (const row of rows) if (family.every((other) => isNested(row, other))) family.push(row);
  return family;
}

function isNested(a: Row, b: Row): boolean {
  const common = a.ascending.filter((at) => b.count[at]! > 0).length;
  return common === 0 || common === a.ascending.length || common === b.ascending.length;
}

function search<W extends Whole>(pool: Pool<W>, left: readonly W[], numbers: Numbers<W>): CappedChoice<W> {
  const { zero, plus } = numbers;
  const { offers, rows } = pool;
  const order = [...left.keys()]
    .filter((at) => left[at]! > zero)
    .sort((a, b) => (left[a]! > left[b]! ? -1 : left[a]! < left[b]! ? 1 : offers[a]!.place - offers[b]!.place));
  const boundOf = boundWithin(pool, left, order, numbers);
  let best: CappedChoice<W> = { left: zero, places: [] };
  /** The highest bound of a beginning that was not followed. */
  let open = zero;
  let steps = STEPS;

  const fits = (at: number, room: readonly Whole[]): boolean =>
    rows.every(({ count }, row) => count[at]! <= room[row]!);
  const take = (at: number, room: readonly Whole[]): Whole[] =>
    rows.map(({ count }, row) => pool.numbers.minus(room[row]!, count[at]!));
  const keep = (sum: W, taken: readonly number[]): void => {
    if (sum > best.left) best = { left: sum, places: taken.map((at) => offers[at]!.place) };
  };
  const visit = (
    from: readonly number[],
    room: readonly Whole[],
    sum: W,
    taken: readonly number[],
    above?: W,
  ): void => {
    const fitting = from.filter((at) => fits(at, room));
    if (fitting.length === 0) {
      keep(sum, taken);
      return;
    }
    if (steps-- <= 0) {
      if (above !== undefined && above > open) open = above;
      return;
    }
    const own = plus(sum, boundOf(fitting, room));
    const bound = above !== undefined && above < own ? above : own;
    if (!(bound > best.left)) return;
    let reached = sum;
    let rest = room;
    const greedy = [...taken];
    for (const at of fitting) {
      if (!fits(at, rest)) continue;
      rest = take(at, rest);
      reached = plus(reached, left[at]!);
      greedy.push(at);
    }
    keep(reached, greedy);
    if (!(bound > best.left)) return;
    const [first, ...others] = fitting;
    visit(others, take(first!, room), plus(sum, left[first!]!), [...taken, first!], bound);
    visit(others, room, sum, taken, bound);
  };
  visit(
    order,
    rows.map(({ room }) => room),
    zero,
    [],
  );
  return open > best.left ? { left: open, places: best.places } : best;
}

/** What offers that each fit can add together at most. */
function boundWithin<W extends Whole>(
  { rows, families, offers }: Pool<W>,
  left: readonly W[],
  order: readonly number[],
  numbers: Numbers<W>,
): (fitting: readonly number[], room: readonly Whole[]) => W {
  const { zero, plus, minus, times, near } = numbers;
  const isIn = new Uint8Array(offers.length);
  /** Per row the offers that count, those first that have the most left over for what they count. */
  const byWorth = rows.map(({ parts, isUnit }) => {
    if (isUnit) return [];
    const estimates = numbers.estimates(left[order[0]!] ?? zero);
    const worth = parts.map((part, at) => estimates.of(left[at]!) / part);
    return order.filter((at) => parts[at]! > 0).sort((a, b) => worth[b]! - worth[a]! || a - b);
  });
  /** At a price for each part of the room: what the room costs, and what is then left over. Holds at any price. */
  const byRow = (place: number, room: number, fitting: readonly number[]): W | undefined => {
    const { parts } = rows[place]!;
    let used = 0;
    for (const at of byWorth[place]!) {
      if (isIn[at] === 0) continue;
      used += parts[at]!;
      if (used <= room) continue;
      const estimates = numbers.estimates(left[at]!);
      const price = estimates.nearest(Math.floor(estimates.of(left[at]!) / parts[at]!));
      let bound = times(price, near(room));
      for (const one of fitting) {
        const more = minus(left[one]!, times(price, near(parts[one]!)));
        if (more > zero) bound = plus(bound, more);
      }
      return bound;
    }
    return undefined;
  };
  const byFamily = (family: readonly Row[], roomOf: (row: Row) => number, fitting: readonly number[]): W => {
    const most = family.map((row) => mostOf(row, roomOf(row), isIn));
    let bound = zero;
    for (const at of fitting) {
      let isFull = false;
      for (let place = 0; place < family.length; place++) {
        if (most[place] === 0 && family[place]!.count[at]! > 0) isFull = true;
      }
      if (isFull) continue;
      for (let place = 0; place < family.length; place++) if (family[place]!.count[at]! > 0) most[place]!--;
      bound = plus(bound, left[at]!);
    }
    return bound;
  };
  return (fitting, room) => {
    isIn.fill(0);
    for (const at of fitting) isIn[at] = 1;
    const parts = rows.map(({ part }, place) => inParts(room[place]!, part));
    const roomOf = (row: Row): number => parts[rows.indexOf(row)]!;
    let bound = byFamily(families[0]!, roomOf, fitting);
    for (const family of families.slice(1)) {
      const other = byFamily(family, roomOf, fitting);
      if (other < bound) bound = other;
    }
    for (let place = 0; place < rows.length; place++) {
      if (rows[place]!.isUnit) continue;
      const alone = byRow(place, parts[place]!, fitting);
      if (alone !== undefined && alone < bound) bound = alone;
    }
    return bound;
  };
}

/** How many offers fit in a row at most: as many of those that count least. */
function mostOf({ ascending, parts }: Row, room: number, isIn: Uint8Array): number {
  let used = 0;
  let most = 0;
  for (const at of ascending) {
    if (isIn[at] === 0) continue;
    used += parts[at]!;
    if (used > room) break;
    most++;
  }
  return most;
}
