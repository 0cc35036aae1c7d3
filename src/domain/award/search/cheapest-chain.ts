import { type FlowState, give, holderOf, isFree, loadOf, take } from './flow-state.ts';
import type { Whole } from './whole.ts';

/**
 * What a chain of moves is for. `room`: it ends at a bid with room, or leaves a lot of the chain open, whichever costs less.
 * `newcomer`: it ends at a bid of a party that has no lot yet, and leaves no other lot open.
 */
export type Aim = 'room' | 'newcomer';

/**
 * A search for the cheapest chain of moves: a lot goes to another bid, that bid gives up a lot for it, and so on. It is a shortest path
 * over bids and parties (Dijkstra 1959). A distance is what the moves give up in value beside prices and charges, so never below zero.
 */
export interface ChainSearch<W extends Whole> {
  readonly flow: FlowState<W>;
  aim: Aim;
  /** Per node; {@link FlowState.beyond} where the search has not come. */
  readonly distance: W[];
  /** Per node how it was reached: by an arc, as {@link START}, or {@link throughParty}. */
  readonly from: number[];
  /** 1 for a node to which no shorter way can be found. */
  readonly done: number[];
  /** The first `queued` are reached and to be looked at, in any order. */
  readonly queue: number[];
  queued: number;
  readonly nodesSeen: number[];
  nodeCount: number;
  readonly lotsSeen: number[];
  lotCount: number;
  readonly lotDistance: W[];
  /** What the cheapest chain costs that was found: {@link FlowState.beyond} for none. Longer ways are not followed. */
  cut: W;
  /** The bid at which that chain ends; -1 where it leaves a lot open. */
  end: number;
  leaves: number;
}

/** The chain begins at this node. */
const START = -1;
/** The bid was reached through its party, from a bid of it that has room. */
const throughParty = (bid: number): number => -2 - bid;

/** A search that has not begun. */
export function chainSearch<W extends Whole>(flow: FlowState<W>): ChainSearch<W> {
  const { beyond, nodes, price } = flow;
  const lots = price.length;
  return {
    flow,
    aim: 'room',
    distance: new Array<W>(nodes).fill(beyond),
    from: new Array<number>(nodes).fill(START),
    done: new Array<number>(nodes).fill(0),
    queue: new Array<number>(nodes).fill(0),
    queued: 0,
    nodesSeen: new Array<number>(nodes).fill(0),
    nodeCount: 0,
    lotsSeen: new Array<number>(lots).fill(0),
    lotCount: 0,
    lotDistance: new Array<W>(lots).fill(flow.numbers.zero),
    cut: beyond,
    end: -1,
    leaves: -1,
  };
}

/** Offers a lot that is so far away to all its bids. Called from outside, the chain begins with this lot. */
export function offerLot<W extends Whole>(search: ChainSearch<W>, lot: number, at: W): void {
  const { flow, distance } = search;
  const { first, bidOf, value, charge } = flow;
  const { plus, minus } = flow.numbers;
  search.lotsSeen[search.lotCount++] = lot;
  search.lotDistance[lot] = at;
  const base = plus(at, flow.price[lot]!);
  if (search.aim === 'room' && base < search.cut) {
    search.cut = base;
    search.leaves = lot;
    search.end = -1;
  }
  const stop = first[lot + 1]!;
  for (let arc = first[lot]!; arc < stop; arc++) {
    const bid = bidOf[arc]!;
    const reached = plus(minus(base, value[arc]!), charge[bid]!);
    if (reached < search.cut && reached < distance[bid]!) reach(search, bid, reached, arc);
  }
}

/** Lets the chain begin with a lot that a party gives up. */
export function startAtParty<W extends Whole>(search: ChainSearch<W>, party: number): void {
  const node = search.flow.bids + party;
  reach(search, node, search.flow.charge[node]!, START);
}

/** Looks at the nearest node again and again, until nothing is left that could be cheaper than `cut`. */
export function findChain<W extends Whole>(search: ChainSearch<W>): void {
  const { flow, distance, done, queue } = search;
  const { bids, partyOf, headOf, nextOf } = flow;
  while (search.queued > 0) {
    let nearest = 0;
    for (let place = 1; place < search.queued; place++) {
      if (distance[queue[place]!]! < distance[queue[nearest]!]!) nearest = place;
    }
    const node = queue[nearest]!;
    const at = distance[node]!;
    if (!(at < search.cut)) return;
    queue[nearest] = queue[--search.queued]!;
    if (done[node] === 1) continue;
    if (node >= bids) {
      settleParty(search, node - bids, at, START);
      continue;
    }
    done[node] = 1;
    if (flow.load[node]! < flow.bidRoom[node]!) settleParty(search, partyOf[node]!, at, throughParty(node));
    for (let lot = headOf[node]!; lot !== -1; lot = nextOf[lot]!) offerLot(search, lot, at);
  }
}

/** Makes the moves of the chain that was found. */
export function moveAlong(search: ChainSearch<Whole>): void {
  const { flow, from, leaves } = search;
  let bid = search.end;
  if (leaves !== -1) {
    bid = holderOf(flow, leaves);
    if (bid === -1) return;
    give(flow, leaves);
  }
  for (let how = from[bid]!; how !== START; how = from[bid]!) {
    if (how < START) {
      bid = throughParty(how);
      continue;
    }
    const lot = flow.instance.lotOf[flow.offer[how]!]!;
    const before = holderOf(flow, lot);
    if (before !== -1) give(flow, lot);
    take(flow, lot, how);
    if (before === -1) return;
    bid = before;
  }
}

/** Makes the search ready for another one. */
export function endSearch<W extends Whole>(search: ChainSearch<W>): void {
  const { distance, done, nodesSeen, nodeCount } = search;
  const { beyond } = search.flow;
  for (let place = 0; place < nodeCount; place++) {
    distance[nodesSeen[place]!] = beyond;
    done[nodesSeen[place]!] = 0;
  }
  search.queued = 0;
  search.nodeCount = 0;
  search.lotCount = 0;
  search.cut = beyond;
  search.end = -1;
  search.leaves = -1;
}

/** Comes to a node by a way of this length: the chain may end here, or go on. */
function reach<W extends Whole>(search: ChainSearch<W>, node: number, at: W, how: number): void {
  const { flow, distance, from } = search;
  if (!(at < search.cut) || !(at < distance[node]!)) return;
  if (node < flow.bids) {
    if (search.aim === 'room') {
      if (isFree(flow, node)) {
        from[node] = how;
        endAt(search, node, at);
        return;
      }
    } else {
      const party = flow.partyOf[node]!;
      if (loadOf(flow, party) === 0 && flow.remainder.started[party] === 0) {
        const cost = flow.numbers.minus(at, flow.charge[flow.bids + party]!);
        if (cost < search.cut) {
          from[node] = how;
          endAt(search, node, cost);
        }
      }
    }
  }
  if (distance[node] === flow.beyond) {
    search.queue[search.queued++] = node;
    search.nodesSeen[search.nodeCount++] = node;
  }
  distance[node] = at;
  from[node] = how;
}

function endAt<W extends Whole>(search: ChainSearch<W>, bid: number, cost: W): void {
  search.cut = cost;
  search.end = bid;
  search.leaves = -1;
}

/** From a party that may have one lot more, or gives one up, to the bids of it that have a lot to give up. */
function settleParty<W extends Whole>(search: ChainSearch<W>, party: number, at: W, how: number): void {
  const { flow, distance, done } = search;
  const { charge, load } = flow;
  const { plus, minus } = flow.numbers;
  const node = flow.bids + party;
  if (done[node] === 1) return;
  done[node] = 1;
  if (distance[node] === flow.beyond) search.nodesSeen[search.nodeCount++] = node;
  distance[node] = at;
  for (const { bid } of flow.instance.problem.parties[party]!.bids) {
    if (load[bid]! > 0 && done[bid] === 0) reach(search, bid, minus(plus(at, charge[bid]!), charge[node]!), how);
  }
}
