import fc from 'fast-check';
import type { Party } from '../../src/domain/award/proof/problem.ts';
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

/** Every way to give each lot to one of its bids that wants it, or to nobody, within the maxima. */
export function everyMatching({ rankings, wishes, parties }: Preferences): (number | null)[][] {
  let partial: (number | null)[][] = [[]];
  rankings.forEach((ranked, lot) => {
    const options = [null, ...ranked.filter((bid) => wishes[bid]!.includes(lot))];
    partial = partial.flatMap((holders) => options.map((option) => [...holders, option]));
  });
  return partial.filter((holders) =>
    parties.every(({ bids, maximumLots }) => {
      const counts = bids.map(({ bid }) => holders.filter((holder) => holder === bid).length);
      const isWithin = counts.every((count, place) => count <= bids[place]!.maximumLots);
      return isWithin && counts.reduce((sum, count) => sum + count, 0) <= maximumLots;
    }),
  );
}
