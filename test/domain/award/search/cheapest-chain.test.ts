import { describe, expect, it } from 'vitest';
import type { AwardProblem, Party } from '../../../../src/domain/award/proof/problem.ts';
import { carryOut, noCases } from '../../../../src/domain/award/search/cases.ts';
import {
  type ChainSearch,
  chainSearch,
  endSearch,
  findChain,
  moveAlong,
  offerLot,
  startAtParty,
} from '../../../../src/domain/award/search/cheapest-chain.ts';
import { type FlowState, holderOf, startFlow, take } from '../../../../src/domain/award/search/flow-state.ts';
import { layOut } from '../../../../src/domain/award/search/instance.ts';
import type { Whole } from '../../../../src/domain/award/search/whole.ts';

interface Given {
  /** Per lot the score of each bid; null for no offer. */
  readonly scores: readonly (readonly (number | null)[])[];
  readonly parties: readonly Party[];
  /** Per lot its holder, at a price of the full value; null where it is open. */
  readonly held: readonly (number | null)[];
}

const alone = (bid: number, maximumLots: number): Party => ({
  bids: [{ bid, maximumLots }],
  maximumLots,
  oneBid: false,
});

/** A flow with these holders. Nobody is charged anything, so that a chain costs what it gives up in value. */
function flowOf({ scores, parties, held }: Given): FlowState<Whole> {
  const offers = scores.flatMap((row, lot) =>
    row.flatMap((score, bid) => (score === null ? [] : [{ bid, lots: [lot], score: BigInt(score) }])),
  );
  const limits = { minimumWinners: 0, maximumWinners: parties.length };
  const problem: AwardProblem = { lots: scores.length, offers, parties, limits };
  const instance = layOut(problem, false);
  const flow = startFlow(instance, carryOut(instance, noCases(instance))!);
  held.forEach((bid, lot) => {
    const arcs = Array.from(
      { length: flow.first[lot + 1]! - flow.first[lot]! },
      (_, place) => flow.first[lot]! + place,
    );
    const best = arcs.find((arc) => flow.bidOf[arc] === bid) ?? arcs[0]!;
    flow.price[lot] = flow.value[best]!;
    if (bid !== null) take(flow, lot, best);
  });
  return flow;
}
const holders = (flow: FlowState<Whole>): number[] => [...flow.holds.keys()].map((lot) => holderOf(flow, lot));

/** Adds a lot by the cheapest chain. */
function makeRoom(flow: FlowState<Whole>, lot: number): ChainSearch<Whole> {
  const search = chainSearch(flow);
  offerLot(search, lot, flow.numbers.zero);
  findChain(search);
  return search;
}

describe('the cheapest chain that makes room for a lot', () => {
  it('moves one lot on to a bid with room, for the difference in value', () => {
    const flow = flowOf({
      scores: [
        [9, 7],
        [9, null],
      ],
      parties: [alone(0, 1), alone(1, 1)],
      held: [0, null],
    });
    const search = makeRoom(flow, 1);
    expect([search.cut, search.end, search.leaves]).toEqual([2, 1, -1]);
    moveAlong(search);
    expect(holders(flow)).toEqual([1, 0]);
  });

  it('takes the cheaper of two ways, also when it is longer', () => {
    // Lot 2 wants bid 0. Its lot 0 goes to bid 3 for 6, or to bid 1 for 1, whose lot 1 goes to bid 2 for 1.
    const scores = [
      [9, 8, null, 3],
      [null, 9, 8, null],
      [9, null, null, null],
    ];
    const parties = [0, 1, 2, 3].map((bid) => alone(bid, 1));
    const flow = flowOf({ scores, parties, held: [0, 1, null] });
    const search = makeRoom(flow, 2);
    expect([search.cut, search.end]).toEqual([2, 2]);
    moveAlong(search);
    expect(holders(flow)).toEqual([1, 2, 0]);
  });

  it('leaves the least valuable lot of the chain open where nobody has room', () => {
    const flow = flowOf({ scores: [[4], [9]], parties: [alone(0, 1)], held: [0, null] });
    const search = makeRoom(flow, 1);
    expect([search.end, search.leaves]).toEqual([-1, 0]);
    moveAlong(search);
    expect(holders(flow)).toEqual([-1, 0]);
  });

  it('leaves the new lot itself open where that costs the least, and moves nothing', () => {
    const flow = flowOf({ scores: [[9], [4]], parties: [alone(0, 1)], held: [0, null] });
    const search = makeRoom(flow, 1);
    expect([search.end, search.leaves]).toEqual([-1, 1]);
    moveAlong(search);
    expect(holders(flow)).toEqual([0, -1]);
  });

  it('goes through a full party to another bid of it', () => {
    // Bids 0 and 1 may have one lot together: lot 1 goes to bid 1 when bid 0 gives its lot to bid 2.
    const parties: Party[] = [
      { bids: [0, 1].map((bid) => ({ bid, maximumLots: 1 })), maximumLots: 1, oneBid: false },
      alone(2, 1),
    ];
    const flow = flowOf({
      scores: [
        [9, null, 8],
        [null, 9, null],
      ],
      parties,
      held: [0, null],
    });
    const search = makeRoom(flow, 1);
    expect([search.cut, search.end]).toEqual([1, 2]);
    moveAlong(search);
    expect(holders(flow)).toEqual([2, 1]);
  });
});

describe('the cheapest chain to a newcomer', () => {
  const given: Given = {
    scores: [
      [9, 5, null],
      [9, null, 8],
    ],
    parties: [alone(0, 2), alone(1, 1), alone(2, 1)],
    held: [0, 0],
  };

  it('begins at a party with more than one lot and ends at one with none, for the least loss', () => {
    const flow = flowOf(given);
    const search = chainSearch(flow);
    search.aim = 'newcomer';
    startAtParty(search, 0);
    findChain(search);
    expect([search.cut, search.end, search.leaves]).toEqual([1, 2, -1]);
    moveAlong(search);
    expect(holders(flow)).toEqual([0, 2]);
  });

  it('is none where no lot may go to a newcomer', () => {
    const flow = flowOf({
      ...given,
      scores: [
        [9, null, null],
        [9, null, null],
      ],
    });
    const search = chainSearch(flow);
    search.aim = 'newcomer';
    startAtParty(search, 0);
    findChain(search);
    expect([search.cut, search.end]).toEqual([flow.beyond, -1]);
  });

  it('leaves no trace of a search that has ended', () => {
    const flow = flowOf(given);
    const search = chainSearch(flow);
    search.aim = 'newcomer';
    startAtParty(search, 0);
    findChain(search);
    endSearch(search);
    const { cut, end, leaves, queued, nodeCount, lotCount } = search;
    expect({ cut, end, leaves, queued, nodeCount, lotCount }).toEqual({
      cut: flow.beyond,
      end: -1,
      leaves: -1,
      queued: 0,
      nodeCount: 0,
      lotCount: 0,
    });
    expect(search.distance.every((at) => at === flow.beyond)).toBe(true);
    expect(search.done.every((done) => done === 0)).toBe(true);
  });
});
