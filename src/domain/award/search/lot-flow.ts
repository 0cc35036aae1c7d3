import { arcsByLot } from './arcs.ts';
import type { Remainder } from './cases.ts';
import type { Instance, Whole, Wholes } from './instance.ts';

/** The best division when maximum winners and exclusive bids are left aside, with prices that prove it. */
export interface LotFlow {
  /** Awarded offers, those of the cases included. */
  readonly division: number[];
  readonly value: Whole;
  /** Per lot; dual to "each lot at most once". */
  readonly prices: Wholes;
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
export function divideByFlow(instance: Instance, remainder: Remainder): LotFlow {
  const { numbers, bids, partyOf, values } = instance;
  const { lots, parties } = instance.problem;
  const { bidRoom, partyRoom, started } = remainder;
  const { zero } = numbers;
  const { first, offer, bidOf, value } = arcsByLot(instance, remainder);
  // Nodes: bids, then parties.
  const nodes = bids + parties.length;
  const price = numbers.list(lots);
  const charge = numbers.list(nodes);
  const load = new Array<number>(nodes).fill(0);
  /** Per lot the arc that awards it; per bid a linked list of its lots. */
  const holds = new Array<number>(lots).fill(-1);
  const headOf = new Array<number>(bids).fill(-1);
  const nextOf = new Array<number>(lots).fill(0);

  const take = (lot: number, arc: number): void => {
    const bid = bidOf[arc]!;
    holds[lot] = arc;
    nextOf[lot] = headOf[bid]!;
    headOf[bid] = lot;
    load[bid]!++;
    load[bids + partyOf[bid]!]!++;
  };
  const give = (lot: number, bid: number): void => {
    if (headOf[bid] === lot) headOf[bid] = nextOf[lot]!;
    else {
      let before = headOf[bid]!;
      while (nextOf[before] !== lot) before = nextOf[before]!;
      nextOf[before] = nextOf[lot]!;
    }
    holds[lot] = -1;
    load[bid]!--;
    load[bids + partyOf[bid]!]!--;
  };
  const isFree = (bid: number): boolean =>
    load[bid]! < bidRoom[bid]! && load[bids + partyOf[bid]!]! < partyRoom[partyOf[bid]!]!;

  // The search for a shortest path; distances are what the chain of moves gives up in value.
  let distance: Whole[] = [];
  /** How a node was reached: an arc; -1 as a start; -2 - bid through the party from a bid with room. */
  let from: number[] = [];
  let queue: number[] = [];
  let done: number[] = [];
  let lotsSeen: number[] = [];
  let lotDistance: Whole[] = [];
  let nodesSeen: number[] = [];
  /** Makes room for the search when it is first needed: where the lots are few, often never. */
  const prepare = (): void => {
    if (distance.length > 0) return;
    distance = new Array<Whole>(nodes).fill(Number.POSITIVE_INFINITY);
    from = new Array<number>(nodes).fill(0);
    queue = new Array<number>(nodes).fill(0);
    done = new Array<number>(nodes).fill(0);
    lotsSeen = new Array<number>(lots).fill(0);
    lotDistance = new Array<Whole>(lots).fill(zero);
    nodesSeen = new Array<number>(nodes).fill(0);
  };
  let queued = 0;
  let lotCount = 0;
  let nodeCount = 0;
  let cut: Whole = Number.POSITIVE_INFINITY;
  let end = -1;
  let leaves = -1;
  let spreading = false;

  const relax = (node: number, at: Whole, how: number): void => {
    if (!(at < cut) || !(at < distance[node]!)) return;
    if (node < bids) {
      if (spreading) {
        const party = partyOf[node]!;
        if (load[bids + party] === 0 && started[party] === 0) {
          const cost = at - charge[bids + party]!;
          if (cost < cut) {
            cut = cost;
            end = node;
            from[node] = how;
          }
        }
      } else if (isFree(node)) {
        cut = at;
        end = node;
        leaves = -1;
        from[node] = how;
        return;
      }
    }
    if (distance[node] === Number.POSITIVE_INFINITY) {
      queue[queued++] = node;
      nodesSeen[nodeCount++] = node;
    }
    distance[node] = at;
    from[node] = how;
  };
  const scanLot = (lot: number, at: Whole): void => {
    lotsSeen[lotCount++] = lot;
    lotDistance[lot] = at;
    if (!spreading && at + price[lot]! < cut) {
      cut = at + price[lot]!;
      leaves = lot;
      end = -1;
    }
    const base = at + price[lot]!;
    const stop = first[lot + 1]!;
    for (let arc = first[lot]!; arc < stop; arc++) {
      const bid = bidOf[arc]!;
      const reach = base - value[arc]! + charge[bid]!;
      if (reach < cut && reach < distance[bid]!) relax(bid, reach, arc);
    }
  };
  const settleParty = (party: number, at: Whole, via: number): void => {
    const node = bids + party;
    if (done[node] === 1) return;
    done[node] = 1;
    if (distance[node] === Number.POSITIVE_INFINITY) nodesSeen[nodeCount++] = node;
    distance[node] = at;
    for (const { bid } of instance.problem.parties[party]!.bids) {
      if (load[bid]! > 0 && done[bid] === 0) relax(bid, at + charge[bid]! - charge[node]!, via);
    }
  };
  const search = (): void => {
    while (queued > 0) {
      let nearest = 0;
      for (let place = 1; place < queued; place++) {
        if (distance[queue[place]!]! < distance[queue[nearest]!]!) nearest = place;
      }
      const node = queue[nearest]!;
      const at = distance[node]!;
      if (!(at < cut)) return;
      queue[nearest] = queue[--queued]!;
      if (done[node] === 1) continue;
      if (node >= bids) {
        settleParty(node - bids, at, -1);
        continue;
      }
      done[node] = 1;
      if (load[node]! < bidRoom[node]!) settleParty(partyOf[node]!, at, -2 - node);
      for (let lot = headOf[node]!; lot !== -1; lot = nextOf[lot]!) scanLot(lot, at);
    }
  };
  /** Moves the lots along the path that ends at a bid, or at a lot that is left open. */
  const move = (): void => {
    let bid = end;
    if (leaves !== -1) {
      if (holds[leaves] === -1) return;
      bid = bidOf[holds[leaves]!]!;
      give(leaves, bid);
    }
    for (;;) {
      const how = from[bid]!;
      if (how === -1) return;
      if (how < -1) {
        bid = -2 - how;
        continue;
      }
      const lot = instance.lotOf[offer[how]!]!;
      const before = holds[lot]! === -1 ? -1 : bidOf[holds[lot]!]!;
      if (before !== -1) give(lot, before);
      take(lot, how);
      if (before === -1) return;
      bid = before;
    }
  };
  /** A bid without lots in a party charges no less than the party does: the way from bid to party then costs nothing. */
  const level = (party: number): void => {
    const own = instance.problem.parties[party]!.bids;
    if (own.length === 1) return;
    for (const { bid } of own) {
      if (load[bid] === 0 && charge[bid]! < charge[bids + party]!) charge[bid] = charge[bids + party]!;
    }
  };
  const forget = (): void => {
    for (let place = 0; place < nodeCount; place++) {
      distance[nodesSeen[place]!] = Number.POSITIVE_INFINITY;
      done[nodesSeen[place]!] = 0;
    }
    queued = 0;
    nodeCount = 0;
    lotCount = 0;
    cut = Number.POSITIVE_INFINITY;
    end = -1;
    leaves = -1;
  };

  const addLot = (lot: number): void => {
    let highest = zero;
    let best = -1;
    const stop = first[lot + 1]!;
    for (let arc = first[lot]!; arc < stop; arc++) {
      const surplus = value[arc]! - charge[bidOf[arc]!]!;
      if (surplus > highest) {
        highest = surplus;
        best = arc;
      }
    }
    price[lot] = highest;
    if (best === -1) return;
    if (isFree(bidOf[best]!)) {
      take(lot, best);
      return;
    }
    prepare();
    scanLot(lot, zero);
    search();
    for (let place = 0; place < nodeCount; place++) {
      const node = nodesSeen[place]!;
      if (distance[node]! < cut) charge[node]! += cut - distance[node]!;
    }
    for (let place = 0; place < nodeCount; place++) if (nodesSeen[place]! >= bids) level(nodesSeen[place]! - bids);
    for (let place = 0; place < lotCount; place++) {
      const seen = lotsSeen[place]!;
      price[seen]! -= cut - lotDistance[seen]!;
    }
    move();
    forget();
  };

  /** What the last of the parties that were given a lot has cost; the next one costs no less. */
  let paid = zero;
  /** Gives one more party a lot, at the least loss of value. */
  const spread = (): boolean => {
    prepare();
    spreading = true;
    for (let lot = 0; lot < lots; lot++) if (holds[lot] === -1 && first[lot]! < first[lot + 1]!) scanLot(lot, zero);
    for (let party = 0; party < parties.length; party++) {
      const node = bids + party;
      if (load[node]! > 0 && load[node]! + started[party]! >= 2) relax(node, charge[node]!, -1);
    }
    search();
    const found = end !== -1;
    // Without a path the prices may rise without end: far enough to bound every division below zero.
    const rise = found ? cut - paid : numbers.near(lots + 1) * highestOf(value, zero) + numbers.near(1);
    const atMost = (at: Whole): Whole => (at < rise ? at : rise);
    const far: Whole[] = new Array<Whole>(lots).fill(rise);
    for (let place = 0; place < lotCount; place++) far[lotsSeen[place]!] = atMost(lotDistance[lotsSeen[place]!]!);
    for (let lot = 0; lot < lots; lot++) if (first[lot]! < first[lot + 1]!) price[lot]! += far[lot]!;
    for (let node = 0; node < nodes; node++) charge[node]! -= atMost(distance[node]!);
    if (found) {
      paid = cut;
      move();
    }
    for (let party = 0; party < parties.length; party++) level(party);
    forget();
    return found;
  };

  for (let lot = 0; lot < lots; lot++) if (first[lot]! < first[lot + 1]!) addLot(lot);
  let winners = 0;
  for (let party = 0; party < parties.length; party++) if (load[bids + party]! + started[party]! > 0) winners++;
  let feasible = true;
  while (feasible && winners < instance.minimumWinners) {
    feasible = spread();
    if (feasible) winners++;
  }
  const division = remainder.awarded.slice();
  let total = remainder.awardedValue;
  for (let lot = 0; lot < lots; lot++) {
    const arc = holds[lot]!;
    if (arc === -1) continue;
    division.push(offer[arc]!);
    total += values[offer[arc]!]!;
  }
  return { division: division.sort((a, b) => a - b), value: total, prices: price, winners, feasible };
}

function highestOf(values: Wholes, zero: Whole): Whole {
  let highest = zero;
  for (const value of values) if (value > highest) highest = value;
  return highest;
}
