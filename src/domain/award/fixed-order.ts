import type { Party } from './problem.ts';

/** Strict rankings and the announced order; lots and bids by place. */
export interface Queue {
  /** Per lot its valid bids, best first. */
  readonly rankings: readonly (readonly number[])[];
  /** All lots, the first to be awarded first. */
  readonly order: readonly number[];
  readonly parties: readonly Party[];
}

/**
 * Awards the lots one after the other to the highest ranked bid whose bidder has room; who has its maximum drops out.
 * @returns per lot the bid that holds it, or null
 */
export function fixedOrder({ rankings, order, parties }: Queue): (number | null)[] {
  const partyOf = new Map(
    parties.flatMap((party) => party.bids.map((member) => [member.bid, { party, member }] as const)),
  );
  const lotsOfBid = new Map<number, number>();
  const lotsOfParty = new Map<Party, number>();
  const holders: (number | null)[] = rankings.map(() => null);
  for (const lot of order) {
    const bid = rankings[lot]!.find((candidate) => {
      const { party, member } = partyOf.get(candidate)!;
      const [own, together] = [lotsOfBid.get(candidate) ?? 0, lotsOfParty.get(party) ?? 0];
      return own < member.maximumLots && together < party.maximumLots && !(party.oneBid && together > own);
    });
    if (bid === undefined) continue;
    const { party } = partyOf.get(bid)!;
    holders[lot] = bid;
    lotsOfBid.set(bid, (lotsOfBid.get(bid) ?? 0) + 1);
    lotsOfParty.set(party, (lotsOfParty.get(party) ?? 0) + 1);
  }
  return holders;
}
