import { arcsByLot } from './arcs.ts';
import type { Remainder } from './cases.ts';
import type { Cells } from './cells.ts';
import type { Instance } from './instance.ts';
import type { Numbers, Whole, Wholes } from './whole.ts';

/**
 * A division on its way, with the prices that go with it. A node is a bid or, from `bids` on, a party; an arc is an offer of one lot
 * that is left, of which `first` has the arcs of each lot.
 */
export interface FlowState<W extends Whole> {
  readonly instance: Instance<W>;
  readonly numbers: Numbers<W>;
  readonly remainder: Remainder<W>;
  readonly bids: number;
  readonly nodes: number;
  readonly bidRoom: Cells<number>;
  readonly partyRoom: Cells<number>;
  /** See {@link Instance}. */
  readonly beyond: W;
  readonly partyOf: Cells<number>;
  readonly first: readonly number[];
  readonly offer: Cells<number>;
  readonly bidOf: Cells<number>;
  readonly value: Wholes<W>;
  /** Per lot, and per node. */
  readonly price: Wholes<W>;
  readonly charge: Wholes<W>;
  /** Lots that each node has been given. */
  readonly load: number[];
  /** Per lot the arc that awards it; -1 where it is open. */
  readonly holds: number[];
  /** Per bid the lot that it was given last, and per lot the one that its bid was given before; -1 for none. */
  readonly headOf: number[];
  readonly nextOf: number[];
}

/** All lots open, all prices nothing. */
export function startFlow<W extends Whole>(instance: Instance<W>, remainder: Remainder<W>): FlowState<W> {
  const { numbers, bids, partyOf } = instance;
  const { lots, parties } = instance.problem;
  const { first, offer, bidOf, value } = arcsByLot(instance, remainder);
  const nodes = bids + parties.length;
  return {
    instance,
    numbers,
    remainder,
    bids,
    nodes,
    bidRoom: remainder.bidRoom,
    partyRoom: remainder.partyRoom,
    beyond: instance.beyond,
    partyOf,
    first,
    offer,
    bidOf,
    value,
    price: numbers.list(lots),
    charge: numbers.list(nodes),
    load: new Array<number>(nodes).fill(0),
    holds: new Array<number>(lots).fill(-1),
    headOf: new Array<number>(bids).fill(-1),
    nextOf: new Array<number>(lots).fill(-1),
  };
}

/** Awards an open lot by one of its arcs. */
export function take(flow: FlowState<Whole>, lot: number, arc: number): void {
  const { bids, partyOf, load, holds, headOf, nextOf } = flow;
  const bid = flow.bidOf[arc]!;
  holds[lot] = arc;
  nextOf[lot] = headOf[bid]!;
  headOf[bid] = lot;
  load[bid]!++;
  load[bids + partyOf[bid]!]!++;
}

/** Opens a lot that was awarded. */
export function give(flow: FlowState<Whole>, lot: number): void {
  const { bids, partyOf, load, holds, headOf, nextOf } = flow;
  const bid = flow.bidOf[holds[lot]!]!;
  if (headOf[bid] === lot) headOf[bid] = nextOf[lot]!;
  else {
    let before = headOf[bid]!;
    while (nextOf[before] !== lot) before = nextOf[before]!;
    nextOf[before] = nextOf[lot]!;
  }
  holds[lot] = -1;
  load[bid]!--;
  load[bids + partyOf[bid]!]!--;
}

/** The bid that a lot is awarded to; -1 where it is open. */
export function holderOf({ holds, bidOf }: FlowState<Whole>, lot: number): number {
  const arc = holds[lot]!;
  return arc === -1 ? -1 : bidOf[arc]!;
}

/** Whether a bid may have one lot more, and its party too. */
export function isFree({ bidRoom, partyRoom, bids, partyOf, load }: FlowState<Whole>, bid: number): boolean {
  const party = partyOf[bid]!;
  return load[bid]! < bidRoom[bid]! && load[bids + party]! < partyRoom[party]!;
}

/** Lots of a party, those that it has by the cases left aside. */
export const loadOf = ({ bids, load }: FlowState<Whole>, party: number): number => load[bids + party]!;

/** Lets a bid without lots charge no less than its party does: the way from bid to party then costs nothing. */
export function levelCharges({ instance, bids, load, charge }: FlowState<Whole>, party: number): void {
  const own = instance.problem.parties[party]!.bids;
  if (own.length === 1) return;
  const least = charge[bids + party]!;
  for (const { bid } of own) if (load[bid] === 0 && charge[bid]! < least) charge[bid] = least;
}
