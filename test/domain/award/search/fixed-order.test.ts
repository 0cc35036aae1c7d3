import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardInOrder } from '../../../../src/domain/award/search/fixed-order.ts';
import { anyPreferences } from '../../../support/award-preferences.ts';

describe('lots awarded in an announced order', () => {
  it('go to the highest ranked bid with room, and it says who was passed over', () => {
    const parties = [0, 1].map((bid) => ({ bids: [{ bid, maximumLots: 1 }], maximumLots: 1, oneBid: false }));
    const { holders, turns } = awardInOrder({ order: [1, 0], rankings: [[0, 1], [0]], parties });
    expect(holders).toEqual([1, 0]);
    expect(turns).toEqual([
      { lot: 1, bid: 0, passedOver: [] },
      { lot: 0, bid: 1, passedOver: [{ bid: 0, reason: 'bid-full' }] },
    ]);
  });

  it('tell the maximum of a bid, of its party and the one bid of a party apart', () => {
    const bids = [
      { bid: 0, maximumLots: 1 },
      { bid: 1, maximumLots: 2 },
    ];
    const reasons = (oneBid: boolean, maximumLots: number) =>
      awardInOrder({ order: [0, 1], rankings: [[0], [0, 1]], parties: [{ bids, maximumLots, oneBid }] }).turns[1];
    expect(reasons(false, 2)).toEqual({ lot: 1, bid: 1, passedOver: [{ bid: 0, reason: 'bid-full' }] });
    expect(reasons(false, 1)).toMatchObject({ bid: null, passedOver: [{}, { bid: 1, reason: 'party-full' }] });
    expect(reasons(true, 2)).toMatchObject({ bid: null, passedOver: [{}, { bid: 1, reason: 'other-bid-won' }] });
  });

  it('are what one finds by crossing off full bids and parties', () => {
    fc.assert(
      fc.property(anyPreferences(true), fc.nat(), ({ rankings, parties }, turn) => {
        const lots = rankings.map((_, lot) => lot);
        const order = [...lots.slice(turn % lots.length), ...lots.slice(0, turn % lots.length)];
        const room = new Map(parties.flatMap(({ bids }) => bids.map(({ bid, maximumLots }) => [bid, maximumLots])));
        const partyRoom = parties.map(({ maximumLots }) => maximumLots);
        const expected: (number | null)[] = rankings.map(() => null);
        for (const lot of order) {
          const winner = rankings[lot]!.find((bid) => {
            const party = parties.findIndex(({ bids }) => bids.some((one) => one.bid === bid));
            return room.get(bid)! > 0 && partyRoom[party]! > 0;
          });
          if (winner === undefined) continue;
          expected[lot] = winner;
          room.set(winner, room.get(winner)! - 1);
          partyRoom[parties.findIndex(({ bids }) => bids.some((one) => one.bid === winner))]! -= 1;
        }
        expect(awardInOrder({ order, rankings, parties }).holders).toEqual(expected);
      }),
    );
  });
});
