import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardInOrder } from '../../../../src/domain/award/search/fixed-order.ts';
import { anyPreferences, anyRegions } from '../../../support/award-preferences.ts';

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

  it('pass a bid whose cap the lot would exceed, also for a smaller lot later on', () => {
    const sizes = { bids: [0], counts: [60n, 50n, 40n], most: 100n };
    const parties = [
      { bids: [{ bid: 0, maximumLots: 3 }], maximumLots: 3, oneBid: false, caps: [sizes] },
      { bids: [{ bid: 1, maximumLots: 3 }], maximumLots: 3, oneBid: false },
    ];
    const { holders, turns } = awardInOrder({
      order: [0, 1, 2],
      rankings: [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      parties,
    });
    expect(holders).toEqual([0, 1, 0]);
    expect(turns[1]!.passedOver).toEqual([{ bid: 0, reason: 'cap-full' }]);
  });

  it('count a cap over several bids of a party', () => {
    const bids = [0, 1].map((bid) => ({ bid, maximumLots: 2 }));
    const cap = { bids: [0, 1], counts: [1n, 1n], most: 1n };
    const parties = [{ bids, maximumLots: 2, oneBid: false, caps: [cap] }];
    expect(awardInOrder({ order: [0, 1], rankings: [[0], [1]], parties }).holders).toEqual([0, null]);
  });

  it('are what one finds by crossing off full bids and parties', () => {
    fc.assert(
      fc.property(fc.oneof(anyPreferences(true), anyRegions(true)), fc.nat(), ({ rankings, parties }, turn) => {
        const lots = rankings.map((_, lot) => lot);
        const order = [...lots.slice(turn % lots.length), ...lots.slice(0, turn % lots.length)];
        const room = new Map(parties.flatMap(({ bids }) => bids.map(({ bid, maximumLots }) => [bid, maximumLots])));
        const partyRoom = parties.map(({ maximumLots }) => maximumLots);
        const expected: (number | null)[] = rankings.map(() => null);
        for (const lot of order) {
          const winner = rankings[lot]!.find((bid) => {
            const party = parties.findIndex(({ bids }) => bids.some((one) => one.bid === bid));
            const fits = (parties[party]!.caps ?? []).every(({ bids, counts, most }) => {
              const held = expected.map((holder, one) =>
                holder !== null && bids.includes(holder) ? counts[one]! : 0n,
              );
              return !bids.includes(bid) || held.reduce((sum, count) => sum + count, counts[lot]!) <= most;
            });
            return room.get(bid)! > 0 && partyRoom[party]! > 0 && fits;
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
