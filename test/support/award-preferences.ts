import fc from 'fast-check';
import type { Cap, Party } from '../../src/domain/award/proof/problem.ts';
import type { Preferences } from '../../src/domain/award/search/deferred-acceptance.ts';

/** Lots and bids with strict orders on both sides; parties of one bid, or of several with a maximum together. */
export const anyPreferences = (affiliates: boolean): fc.Arbitrary<Preferences> =>
  fc.record({ lots: fc.integer({ min: 1, max: 4 }), bids: fc.integer({ min: 1, max: 4 }) }).chain(({ lots, bids }) => {
    const orders = (rows: number, columns: number) =>
      fc.array(fc.shuffledSubarray(Array.from({ length: columns }, (_, place) => place)), {
        minLength: rows,
        maxLength: rows,
      });
    return fc
      .record({
        rankings: orders(lots, bids),
        wishes: orders(bids, lots),
        maxima: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: bids, maxLength: bids }),
        joins: fc.array(fc.boolean(), { minLength: bids, maxLength: bids }),
        together: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ rankings, wishes, maxima, joins, together }) => {
        const parties: Party[] = [];
        maxima.forEach((maximumLots, bid) => {
          const last = parties.at(-1);
          if (affiliates && joins[bid] && last) {
            parties[parties.length - 1] = { ...last, bids: [...last.bids, { bid, maximumLots }] };
          } else {
            parties.push({
              bids: [{ bid, maximumLots }],
              maximumLots: affiliates ? together : maximumLots,
              oneBid: false,
            });
          }
        });
        return { rankings, wishes, parties };
      });
  });

/** The same with regions: each bid by itself may have so many lots of each of two disjoint sets. */
export const anyRegions = (affiliates: boolean): fc.Arbitrary<Preferences> =>
  anyPreferences(affiliates).chain((preferences) => {
    const lots = preferences.rankings.length;
    const regionOf = fc.array(fc.nat(2), { minLength: lots, maxLength: lots });
    const most = fc.tuple(fc.nat(2), fc.nat(2));
    return fc.tuple(...preferences.wishes.map(() => fc.record({ regionOf, most }))).map((regions) => ({
      ...preferences,
      parties: preferences.parties.map((party) => ({
        ...party,
        caps: party.bids.flatMap(({ bid }) =>
          regions[bid]!.most.map(
            (most, region): Cap => ({
              bids: [bid],
              counts: regions[bid]!.regionOf.map((one) => (one === region ? 1n : 0n)),
              most: BigInt(most),
            }),
          ),
        ),
      })),
    }));
  });

/** Every way to give each lot to one of its bids that wants it, or to nobody, within the maxima. */
export function everyMatching({ rankings, wishes, parties }: Preferences): (number | null)[][] {
  let partial: (number | null)[][] = [[]];
  rankings.forEach((ranked, lot) => {
    const options = [null, ...ranked.filter((bid) => wishes[bid]!.includes(lot))];
    partial = partial.flatMap((holders) => options.map((option) => [...holders, option]));
  });
  return partial.filter((holders) =>
    parties.every(({ bids, maximumLots, caps }) => {
      const isWithinCaps = (caps ?? []).every((cap) => {
        const counting = holders.map((bid, lot) => (bid !== null && cap.bids.includes(bid) ? cap.counts[lot]! : 0n));
        return counting.reduce((sum, count) => sum + count, 0n) <= cap.most;
      });
      const counts = bids.map(({ bid }) => holders.filter((holder) => holder === bid).length);
      const isWithin = counts.every((count, place) => count <= bids[place]!.maximumLots);
      return isWithinCaps && isWithin && counts.reduce((sum, count) => sum + count, 0) <= maximumLots;
    }),
  );
}
