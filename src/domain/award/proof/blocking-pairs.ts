import type { Party } from './problem.ts';

/** What a division by preferences is checked against. */
export interface StabilityClaim {
  /** Per lot its bids, the highest ranked first. */
  readonly rankings: readonly (readonly number[])[];
  /** Per bid (by its place) the lots it wants, the most wanted first. */
  readonly wishes: readonly (readonly number[])[];
  readonly parties: readonly Party[];
  /** Per lot the bid that has it, or null. */
  readonly holders: readonly (number | null)[];
}

/** A lot and a bid that would both rather have each other than what they have. */
export interface BlockingPair {
  readonly lot: number;
  readonly bid: number;
}

/**
 * The pairs that make a division unstable (Gale & Shapley 1962): the lot is open or held by a lower ranked bid of another party,
 * and the bid wants the lot and has room for it or wants it more than a lot that it would then let go. A full party lets go of
 * what stands lowest on the lists of its bids, at the same height that of the bid named last.
 *
 * A lot held by a bid that did not ask for it, or that is not ranked for it, is a pair by itself: the bid would rather not have it.
 * Shares nothing with the mechanism that made the division.
 * @returns an empty list for a stable division, otherwise the pairs in order of lot and rank
 */
export function checkStability({ rankings, wishes, parties, holders }: StabilityClaim): BlockingPair[] {
  const pairs: BlockingPair[] = [];
  const height = (bid: number, lot: number): number => wishes[bid]?.indexOf(lot) ?? -1;
  rankings.forEach((ranked, lot) => {
    const holder = holders[lot] ?? null;
    if (holder !== null && (!ranked.includes(holder) || height(holder, lot) === -1)) pairs.push({ lot, bid: holder });
    const above = holder === null || !ranked.includes(holder) ? ranked : ranked.slice(0, ranked.indexOf(holder));
    for (const bid of above) {
      const wish = height(bid, lot);
      const party = parties.find(({ bids }) => bids.some((one) => one.bid === bid));
      if (wish === -1 || party === undefined) continue;
      if (party.bids.some((one) => one.bid === holder)) continue;
      const order = (one: number): number => party.bids.findIndex((other) => other.bid === one);
      const ofParty = holders.flatMap((one, held) =>
        one !== null && order(one) !== -1 ? [{ height: height(one, held), bid: one }] : [],
      );
      const ofBid = ofParty.filter((one) => one.bid === bid);
      const isLess = (one: { height: number; bid: number }): boolean =>
        one.height > wish || (one.height === wish && order(one.bid) > order(bid));
      const maximum = party.bids[order(bid)]!.maximumLots;
      const wouldTake =
        ofBid.length >= maximum
          ? ofBid.some(isLess)
          : ofParty.length >= party.maximumLots
            ? ofParty.some(isLess)
            : true;
      if (wouldTake) pairs.push({ lot, bid });
    }
  });
  return pairs;
}
