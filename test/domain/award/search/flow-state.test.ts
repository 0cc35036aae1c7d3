import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwardProblem } from '../../../../src/domain/award/proof/problem.ts';
import { carryOut, noCases } from '../../../../src/domain/award/search/cases.ts';
import {
  type FlowState,
  give,
  holderOf,
  isFree,
  levelCharges,
  loadOf,
  startFlow,
  take,
} from '../../../../src/domain/award/search/flow-state.ts';
import { layOut } from '../../../../src/domain/award/search/instance.ts';
import type { Whole } from '../../../../src/domain/award/search/whole.ts';

const LOTS = 6;
/** Three bids for every lot; the first two are of one party. Maximum 2 lots for each bid, 3 for each party. */
const problem: AwardProblem = {
  lots: LOTS,
  offers: Array.from({ length: 3 * LOTS }, (_, place) => ({
    bid: place % 3,
    lots: [Math.floor(place / 3)],
    score: BigInt(place),
  })),
  parties: [[0, 1], [2]].map((bids) => ({
    bids: bids.map((bid) => ({ bid, maximumLots: 2 })),
    maximumLots: 3,
    oneBid: false,
  })),
  limits: { minimumWinners: 0, maximumWinners: 2 },
};

function newFlow(): FlowState<Whole> {
  const instance = layOut(problem, false);
  return startFlow(instance, carryOut(instance, noCases(instance))!);
}
/** The arcs of a lot stand in the order of its offers. */
const arcOf = (flow: FlowState<Whole>, lot: number, bid: number): number => flow.first[lot]! + bid;

/** The lots of a bid by following its list. */
function listOf(flow: FlowState<Whole>, bid: number): number[] {
  const lots: number[] = [];
  for (let lot = flow.headOf[bid]!; lot !== -1; lot = flow.nextOf[lot]!) lots.push(lot);
  return lots.sort();
}

describe('the state of a flow', () => {
  it('begins with all lots open and every bid free', () => {
    const flow = newFlow();
    expect([0, 1, 2, 3, 4, 5].map((lot) => holderOf(flow, lot))).toEqual([-1, -1, -1, -1, -1, -1]);
    expect([0, 1, 2].map((bid) => isFree(flow, bid))).toEqual([true, true, true]);
  });

  it('keeps holders, loads and room right, whatever is taken and given back', () => {
    const moves = fc.array(fc.record({ lot: fc.nat(LOTS - 1), bid: fc.nat(2) }), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (list) => {
        const flow = newFlow();
        const holders = new Map<number, number>();
        for (const { lot, bid } of list) {
          if (holders.delete(lot)) give(flow, lot);
          else {
            take(flow, lot, arcOf(flow, lot, bid));
            holders.set(lot, bid);
          }
        }
        const lotsOf = (...bids: number[]) =>
          [...holders].flatMap(([lot, holder]) => (bids.includes(holder) ? [lot] : [])).sort();
        for (let lot = 0; lot < LOTS; lot++) expect(holderOf(flow, lot)).toBe(holders.get(lot) ?? -1);
        for (const bid of [0, 1, 2]) {
          expect(listOf(flow, bid)).toEqual(lotsOf(bid));
          const together = bid === 2 ? lotsOf(2) : lotsOf(0, 1);
          expect(isFree(flow, bid)).toBe(lotsOf(bid).length < 2 && together.length < 3);
        }
        expect([0, 1].map((party) => loadOf(flow, party))).toEqual([lotsOf(0, 1).length, lotsOf(2).length]);
      }),
    );
  });

  it('lets a bid without lots charge what its party charges, and no other', () => {
    const flow = newFlow();
    take(flow, 0, arcOf(flow, 0, 1));
    flow.charge[flow.bids] = 7;
    levelCharges(flow, 0);
    expect([0, 1, 2].map((bid) => flow.charge[bid])).toEqual([7, 0, 0]);
  });
});
