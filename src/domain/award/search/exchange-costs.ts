import { type AwardProblem, type Division, lotUnit } from '../proof/problem.ts';
import { type Instance, layOut } from './instance.ts';
import type { Numbers, Whole } from './whole.ts';

/** What it costs to have an offer in the award, or an awarded one out of it. */
export interface ExchangeCosts {
  /** What the best division with this offer (without it, when it is awarded) falls short; undefined when it awards fewer lots. */
  readonly of: (place: number) => bigint | undefined;
  /** Lots that have another holder in a division with (without) this offer that falls short by this much or less; where no other division is best. */
  readonly lots: (place: number, short: bigint) => readonly number[];
}

/** A lot goes from where it is to another bid, or to nobody. */
interface Move<W extends Whole> {
  readonly lot: number;
  readonly to: number;
  /** What the division loses by it. */
  readonly loss: W;
}

/**
 * The costs of exchange for all offers at once, where the award is a flow of least cost. Another offer comes in by a cheapest chain of moves:
 * its bid gives up a lot, which goes to another bid, and so on until the bid that lost the first lot has room again. The cheapest chains
 * between all bids are found together (Floyd 1962; Warshall 1962). One chain changes the number of winners by one at most.
 * @param division the best one
 * @returns undefined where the limits are beyond a flow, or where one winner more or less would break them
 */
export function exchangeCosts(problem: AwardProblem, division: Division): ExchangeCosts | undefined {
  return exchangesIn(layOut(problem, false), division);
}

function exchangesIn<W extends Whole>(instance: Instance<W>, division: Division): ExchangeCosts | undefined {
  const { problem, numbers, beyond, bids, bidOf, lotOf, values } = instance;
  const { zero, plus, minus } = numbers;
  const load = loadOf(instance, division);
  if (!instance.isFlow || problem.fixed?.length || !hasRoomForWinners(instance, load)) return undefined;
  const { lots, parties, offers } = problem;
  /** Whoever gets nothing; chains end here where a bid has room. */
  const nobody = bids + parties.length;
  const unit = numbers.from(lotUnit(problem));
  // One unit more per lot: then no sum of scores outweighs a lot, also where two divisions are compared.
  const worth = (place: number): W => plus(values[place]!, unit);

  const home = new Array<number>(lots).fill(nobody);
  const held: W[] = new Array<W>(lots).fill(zero);
  const awarded = new Array<boolean>(offers.length).fill(false);
  for (const place of division) {
    home[lotOf[place]!] = bidOf[place]!;
    held[lotOf[place]!] = worth(place);
    awarded[place] = true;
  }
  const movesOf = Array.from({ length: lots }, (_, lot): Move<W>[] =>
    home[lot] === nobody ? [] : [{ lot, to: nobody, loss: held[lot]! }],
  );
  const moveOf = offers.map((_, place): Move<W> => {
    const lot = lotOf[place]!;
    const move = { lot, to: bidOf[place]!, loss: minus(held[lot]!, worth(place)) };
    if (!awarded[place]) movesOf[lot]!.push(move);
    return move;
  });
  const moves = movesOf.flat();
  const chain = cheapestChains(nobody + 1, numbers, beyond, [
    ...moves.map(({ lot, to, loss }): Arc<W> => [home[lot]!, to, loss]),
    ...rooms(instance, load, nobody).map(([from, to]): Arc<W> => [from, to, zero]),
  ]);
  /** Of a move, and of the chain that makes room for it; or of two moves on one chain. */
  const costOf = (first: Move<W>, second?: Move<W>): W => {
    const half = chain(first.to, home[(second ?? first).lot]!);
    const rest = second ? chain(second.to, home[first.lot]!) : zero;
    if (half === beyond || rest === beyond) return beyond;
    const both = plus(plus(first.loss, half), second ? second.loss : zero);
    return plus(both, rest);
  };
  const ways = (place: number): readonly Move<W>[] => (awarded[place] ? movesOf[lotOf[place]!]! : [moveOf[place]!]);
  return {
    of: (place) => {
      let least = beyond;
      for (const move of ways(place)) {
        const cost = costOf(move);
        if (cost < least) least = cost;
      }
      return least < unit ? BigInt(least) : undefined;
    },
    lots: (place, short) => {
      const most = numbers.from(short);
      const near = ways(place).filter((move) => costOf(move) <= most);
      const moved = moves.filter((move) => near.some((first) => first.lot !== move.lot && costOf(first, move) <= most));
      return [...new Set([...near, ...moved].map(({ lot }) => lot))];
    },
  };
}

/** Lots per bid, and per party. */
function loadOf({ bids, bidOf, partyOf, problem }: Instance, division: Division): { bid: number[]; party: number[] } {
  const bid = new Array<number>(bids).fill(0);
  const party = new Array<number>(problem.parties.length).fill(0);
  for (const place of division) {
    bid[bidOf[place]!]!++;
    party[partyOf[bidOf[place]!]!]!++;
  }
  return { bid, party };
}
type Load = ReturnType<typeof loadOf>;

function hasRoomForWinners({ problem, minimumWinners, maximumWinners }: Instance, { party }: Load): boolean {
  const winners = party.filter((load) => load > 0).length;
  const most = Math.min(problem.lots, problem.parties.length);
  return (winners > minimumWinners || minimumWinners <= 1) && (winners < maximumWinners || most <= maximumWinners);
}

/** From a bid through its party to nobody where one lot more fits, and back where there is one to give up. */
function rooms({ bids, bidRoom, partyRoom, problem }: Instance, load: Load, nobody: number): [number, number][] {
  const found: [number, number][] = [];
  const link = (inner: number, outer: number, lots: number, room: number): void => {
    if (lots < room) found.push([inner, outer]);
    if (lots > 0) found.push([outer, inner]);
  };
  problem.parties.forEach(({ bids: own }, party) => {
    for (const { bid } of own) link(bid, bids + party, load.bid[bid]!, bidRoom[bid]!);
    link(bids + party, nobody, load.party[party]!, partyRoom[party]!);
  });
  return found;
}

type Arc<W extends Whole> = readonly [from: number, to: number, cost: W];

/** The costs of the cheapest chains between all nodes; there is no circle that costs less than nothing. */
function cheapestChains<W extends Whole>(
  nodes: number,
  { zero, plus }: Numbers<W>,
  beyond: W,
  arcs: readonly Arc<W>[],
): (from: number, to: number) => W {
  const costs: W[] = new Array<W>(nodes * nodes).fill(beyond);
  for (let node = 0; node < nodes; node++) costs[node * nodes + node] = zero;
  for (const [from, to, cost] of arcs) if (cost < costs[from * nodes + to]!) costs[from * nodes + to] = cost;
  for (let middle = 0; middle < nodes; middle++) {
    for (let from = 0; from < nodes; from++) {
      const first = costs[from * nodes + middle]!;
      if (first === beyond) continue;
      for (let to = 0; to < nodes; to++) {
        const second = costs[middle * nodes + to]!;
        if (second === beyond) continue;
        const both = plus(first, second);
        if (both < costs[from * nodes + to]!) costs[from * nodes + to] = both;
      }
    }
  }
  return (from, to) => costs[from * nodes + to]!;
}
