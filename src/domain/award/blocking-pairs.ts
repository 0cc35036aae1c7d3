import type { Party } from './problem.ts';

/** A division to look at; lots and bids by place. */
export interface HeldLots {
  /** Per lot the rank of every valid bid; equal ranks are equal. */
  readonly ranks: readonly ReadonlyMap<number, number>[];
  /** Per bid the lots it bid for, the most wanted first. */
  readonly preferences: readonly (readonly number[])[];
  readonly parties: readonly Party[];
  /** Per lot the bid that holds it, or null. */
  readonly holders: readonly (number | null)[];
}

export interface BlockingPair {
  readonly bid: number;
  readonly lot: number;
}

/**
 * Who could rightly complain: a bid ranks strictly higher in a lot than who holds it (or the lot is open), and its bidder has room for the
 * lot, or would rather have it than a lot that it holds. A division without such a pair is stable (Gale and Shapley, College Admissions
 * and the Stability of Marriage, 1962). Shares no code with the mechanisms, so that it can check them.
 */
export function blockingPairs({ ranks, preferences, parties, holders }: HeldLots): BlockingPair[] {
  const pairs: BlockingPair[] = [];
  for (const party of parties) {
    for (const { bid, maximumLots } of party.bids) {
      const wanted = preferences[bid] ?? [];
      const held = holders.flatMap((holder, lot) => (holder === bid ? [lot] : []));
      const elsewhere = party.bids.flatMap((other) =>
        other.bid === bid ? [] : holders.flatMap((holder, lot) => (holder === other.bid ? [lot] : [])),
      );
      const room =
        held.length < maximumLots &&
        held.length + elsewhere.length < party.maximumLots &&
        !(party.oneBid && elsewhere.length > 0);
      wanted.forEach((lot, place) => {
        const rank = ranks[lot]?.get(bid);
        if (rank === undefined || holders[lot] === bid) return;
        const holder = holders[lot] ?? null;
        const above = holder === null || rank < (ranks[lot]!.get(holder) ?? Number.POSITIVE_INFINITY);
        const ratherThanHeld = held.some((other) => wanted.indexOf(other) > place);
        if (above && (room || ratherThanHeld)) pairs.push({ bid, lot });
      });
    }
  }
  return pairs;
}
