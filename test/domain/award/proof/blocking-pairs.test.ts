import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStability } from '../../../../src/domain/award/proof/blocking-pairs.ts';
import { anyPreferences, everyMatching } from '../../../support/award-preferences.ts';

const single = (bid: number, maximumLots = 1) => ({ bids: [{ bid, maximumLots }], maximumLots, oneBid: false });

describe('blocking pairs', () => {
  const rankings = [
    [0, 1],
    [1, 0],
  ];
  const parties = [single(0), single(1)];

  it('are a lot and a higher ranked bid that wants it more than what it has', () => {
    const wishes = [
      [0, 1],
      [1, 0],
    ];
    expect(checkStability({ rankings, wishes, parties, holders: [1, 0] })).toEqual([
      { lot: 0, bid: 0 },
      { lot: 1, bid: 1 },
    ]);
    expect(checkStability({ rankings, wishes, parties, holders: [0, 1] })).toEqual([]);
  });

  it('are also an open lot and a bid with room', () => {
    const wishes = [[0, 1], [1]];
    expect(checkStability({ rankings, wishes, parties, holders: [null, 1] })).toEqual([{ lot: 0, bid: 0 }]);
  });

  it('are also a lot and a holder that never asked for it', () => {
    expect(checkStability({ rankings, wishes: [[0], []], parties, holders: [0, 1] })).toEqual([{ lot: 1, bid: 1 }]);
  });

  it('are also a lot and a holder that has more than it may have, within its maximum or a cap', () => {
    const wishes = [[0, 1], []];
    const both = { rankings: [[0], [0]], wishes, holders: [0, 0] };
    expect(checkStability({ ...both, parties: [single(0)] })).toEqual([{ lot: 1, bid: 0 }]);
    expect(checkStability({ ...both, parties: [single(0, 2)] })).toEqual([]);
    const cap = { bids: [0], counts: [1n, 1n], most: 1n };
    expect(checkStability({ ...both, parties: [{ ...single(0, 2), caps: [cap] }] })).toEqual([{ lot: 1, bid: 0 }]);
  });

  it('are not a lot and a bid that has no room for it within a cap', () => {
    const cap = { bids: [0], counts: [1n, 1n], most: 1n };
    const claim = { rankings: [[0], [0]], wishes: [[0, 1]], holders: [0, null] };
    expect(checkStability({ ...claim, parties: [single(0, 2)] })).toEqual([{ lot: 1, bid: 0 }]);
    expect(checkStability({ ...claim, parties: [{ ...single(0, 2), caps: [cap] }] })).toEqual([]);
  });

  it('are, for bids on their own, what the definition says', () => {
    fc.assert(
      fc.property(anyPreferences(false), ({ rankings, wishes, parties }) => {
        for (const holders of everyMatching({ rankings, wishes, parties })) {
          const pairs = rankings.flatMap((ranked, lot) =>
            ranked
              .filter((bid) => {
                const holder = holders[lot]!;
                const lotWants = holder === null || ranked.indexOf(bid) < ranked.indexOf(holder);
                const wish = wishes[bid]!.indexOf(lot);
                const held = holders.flatMap((other, place) => (other === bid ? [wishes[bid]!.indexOf(place)] : []));
                const maximum = parties.find(({ bids }) => bids[0]!.bid === bid)!.maximumLots;
                return lotWants && wish !== -1 && (held.length < maximum || held.some((place) => place > wish));
              })
              .map((bid) => ({ lot, bid })),
          );
          expect(checkStability({ rankings, wishes, parties, holders })).toEqual(pairs);
        }
      }),
      { numRuns: 200 },
    );
  });
});
