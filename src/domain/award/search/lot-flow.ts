import type { Remainder } from './cases.ts';
import {
  type ChainSearch,
  chainSearch,
  endSearch,
  findChain,
  moveAlong,
  offerLot,
  startAtParty,
} from './cheapest-chain.ts';
import { type FlowState, isFree, levelCharges, loadOf, startFlow, take } from './flow-state.ts';
import type { Instance } from './instance.ts';
import type { Whole, Wholes } from './whole.ts';

/** The best division when maximum winners and exclusive bids are left aside, with prices that prove it. */
export interface LotFlow<W extends Whole> {
  /** Awarded offers, those of the cases included. */
  readonly division: number[];
  readonly value: W;
  /** Per lot; dual to "each lot at most once". */
  readonly prices: Wholes<W>;
  /** Parties with at least one lot. */
  readonly winners: number;
  /** False when no division has the minimum number of winners: the prices then bound every division below zero. */
  readonly feasible: boolean;
}

/**
 * Divides single lots by successive shortest augmenting paths (Edmonds & Karp 1972; with prices kept as in Jonker & Volgenant
 * 1987): lot -> bid -> party, with room for each bid and each party. Each lot is added in turn. Then, as long as there are too
 * few winners, the cheapest chain of moves is made that takes a lot from a party with more than one and ends at a party with
 * none; a chain never leaves another lot open.
 *
 * Notation: price[lot] + charge[bid] >= value, with equality where the bid holds the lot; charge[bid] exceeds charge[party] only
 * where the bid is full. With `paid` for the last party that was given a lot, a party without lots is charged at most -paid, one
 * with a first lot only at least -paid. Every sum is a whole number.
 */
export function divideByFlow<W extends Whole>(instance: Instance<W>, remainder: Remainder<W>): LotFlow<W> {
  const flow = startFlow(instance, remainder);
  // Where the lots are few there is often nothing to search.
  let search: ChainSearch<W> | undefined;
  for (let lot = 0; lot < instance.problem.lots; lot++) {
    if (awardAtOnce(flow, lot)) continue;
    search ??= chainSearch(flow);
    makeRoom(flow, search, lot);
  }
  let winners = 0;
  for (let party = 0; party < instance.problem.parties.length; party++) {
    if (loadOf(flow, party) + remainder.started[party]! > 0) winners++;
  }
  let paid: W | undefined = instance.numbers.zero;
  while (paid !== undefined && winners < instance.minimumWinners) {
    search ??= chainSearch(flow);
    paid = spread(flow, search, paid);
    if (paid !== undefined) winners++;
  }
  const division = remainder.awarded.slice();
  let value = remainder.awardedValue;
  for (let lot = 0; lot < flow.holds.length; lot++) {
    const arc = flow.holds[lot]!;
    if (arc === -1) continue;
    division.push(flow.offer[arc]!);
    value = instance.numbers.plus(value, flow.value[arc]!);
  }
  division.sort((a, b) => a - b);
  return { division, value, prices: flow.price, winners, feasible: paid !== undefined };
}

const hasArcs = ({ first }: FlowState<Whole>, lot: number): boolean => first[lot]! < first[lot + 1]!;

/**
 * Awards one lot more to the bid that adds the most, and prices the lot at that.
 * @returns false where that bid has no room; the lot is then still open
 */
function awardAtOnce<W extends Whole>(flow: FlowState<W>, lot: number): boolean {
  const { first, bidOf, value, price, charge } = flow;
  const { zero, minus } = flow.numbers;
  let highest = zero;
  let best = -1;
  const stop = first[lot + 1]!;
  for (let arc = first[lot]!; arc < stop; arc++) {
    const surplus = minus(value[arc]!, charge[bidOf[arc]!]!);
    if (surplus > highest) {
      highest = surplus;
      best = arc;
    }
  }
  price[lot] = highest;
  if (best === -1) return true;
  if (!isFree(flow, bidOf[best]!)) return false;
  take(flow, lot, best);
  return true;
}

/** Awards one lot more by the cheapest chain of moves. It may end with a lot that is left open, also this one. */
function makeRoom<W extends Whole>(flow: FlowState<W>, search: ChainSearch<W>, lot: number): void {
  search.aim = 'room';
  offerLot(search, lot, flow.numbers.zero);
  findChain(search);
  payForRoom(search);
  moveAlong(search);
  endSearch(search);
}

/** Whoever is nearer than the end of the chain is charged the difference, and its lots cost so much less. */
function payForRoom<W extends Whole>(search: ChainSearch<W>): void {
  const { flow, cut, distance, nodesSeen, nodeCount, lotsSeen, lotCount, lotDistance } = search;
  const { bids, price, charge } = flow;
  const { plus, minus } = flow.numbers;
  for (let place = 0; place < nodeCount; place++) {
    const node = nodesSeen[place]!;
    if (distance[node]! < cut) charge[node] = plus(charge[node]!, minus(cut, distance[node]!));
  }
  for (let place = 0; place < nodeCount; place++) {
    if (nodesSeen[place]! >= bids) levelCharges(flow, nodesSeen[place]! - bids);
  }
  for (let place = 0; place < lotCount; place++) {
    const lot = lotsSeen[place]!;
    price[lot] = minus(price[lot]!, minus(cut, lotDistance[lot]!));
  }
}

/**
 * Gives one more party a lot, at the least loss of value.
 * @param paid what the last of the parties that were given a lot has cost; this one costs no less
 * @returns what this one has cost; undefined when no chain of moves reaches another party
 */
function spread<W extends Whole>(flow: FlowState<W>, search: ChainSearch<W>, paid: W): W | undefined {
  const { holds, remainder } = flow;
  const { lots, parties } = flow.instance.problem;
  const { zero, plus, minus, times, near } = flow.numbers;
  search.aim = 'newcomer';
  for (let lot = 0; lot < lots; lot++) if (holds[lot] === -1 && hasArcs(flow, lot)) offerLot(search, lot, zero);
  for (let party = 0; party < parties.length; party++) {
    const load = loadOf(flow, party);
    if (load > 0 && load + remainder.started[party]! >= 2) startAtParty(search, party);
  }
  findChain(search);
  const cost = search.end === -1 ? undefined : search.cut;
  // Without a chain the prices may rise without end: far enough to bound every division below zero.
  const endless = (): W => plus(times(near(lots + 1), highestOf(flow)), near(1));
  raisePrices(search, cost === undefined ? endless() : minus(cost, paid));
  if (cost !== undefined) moveAlong(search);
  for (let party = 0; party < parties.length; party++) levelCharges(flow, party);
  endSearch(search);
  return cost;
}

/** Every lot costs as much more as it is far from the start of the chain, every node is charged so much less; none more than `rise`. */
function raisePrices<W extends Whole>(search: ChainSearch<W>, rise: W): void {
  const { flow, distance, lotsSeen, lotCount, lotDistance } = search;
  const { nodes, price, charge } = flow;
  const { plus, minus } = flow.numbers;
  const atMost = (at: W): W => (at < rise ? at : rise);
  const far = new Array<W>(price.length).fill(rise);
  for (let place = 0; place < lotCount; place++) far[lotsSeen[place]!] = atMost(lotDistance[lotsSeen[place]!]!);
  for (let lot = 0; lot < price.length; lot++) if (hasArcs(flow, lot)) price[lot] = plus(price[lot]!, far[lot]!);
  for (let node = 0; node < nodes; node++) charge[node] = minus(charge[node]!, atMost(distance[node]!));
}

function highestOf<W extends Whole>({ numbers, value }: FlowState<W>): W {
  let highest = numbers.zero;
  for (let arc = 0; arc < value.length; arc++) if (value[arc]! > highest) highest = value[arc]!;
  return highest;
}
