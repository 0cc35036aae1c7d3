import { type Cap, countOf, type Party } from '../proof/problem.ts';

export interface AnnouncedOrder {
  /** All lots, in the order in which they are awarded. */
  readonly order: readonly number[];
  /** Per lot its bids, the highest ranked first. */
  readonly rankings: readonly (readonly number[])[];
  readonly parties: readonly Party[];
}

/** What happened when the turn came to a lot. */
export interface Turn {
  readonly lot: number;
  /** Null when no bid has room. */
  readonly bid: number | null;
  /** Higher ranked bids, and why they did not get it. */
  readonly passedOver: readonly {
    readonly bid: number;
    readonly reason: 'bid-full' | 'party-full' | 'other-bid-won' | 'cap-full';
  }[];
}

export interface OrderedAward {
  /** Per lot the bid that has it; null for a lot that stays open. */
  readonly holders: readonly (number | null)[];
  readonly turns: readonly Turn[];
}

/**
 * Awards the lots one after the other in the announced order, each to its highest ranked bid that still has room, itself and
 * within its party and its caps; with one bid per party only the bid of that party that won first. Limits on the number of winners are not
 * looked at, and a later lot never changes an earlier one.
 */
export function awardInOrder({ order, rankings, parties }: AnnouncedOrder): OrderedAward {
  const holders: (number | null)[] = rankings.map(() => null);
  const lotsWonBy = (bid: number): number => holders.filter((holder) => holder === bid).length;
  const partyOf = new Map(parties.flatMap((party) => party.bids.map(({ bid }) => [bid, party] as const)));
  const heldIn = (cap: Cap): number[] =>
    [...holders.keys()].filter((lot) => holders[lot] !== null && cap.bids.includes(holders[lot]!));
  const whyNot = (bid: number, lot: number): Turn['passedOver'][number]['reason'] | null => {
    const party = partyOf.get(bid)!;
    const counts = party.bids.map((one) => lotsWonBy(one.bid));
    const place = party.bids.findIndex((one) => one.bid === bid);
    if (party.oneBid && counts.some((count, other) => other !== place && count > 0)) return 'other-bid-won';
    if (counts[place]! >= party.bids[place]!.maximumLots) return 'bid-full';
    if (counts.reduce((sum, count) => sum + count, 0) >= party.maximumLots) return 'party-full';
    const exceeds = (cap: Cap): boolean => cap.bids.includes(bid) && countOf(cap, [...heldIn(cap), lot]) > cap.most;
    return party.caps?.some(exceeds) ? 'cap-full' : null;
  };
  const turns = order.map((lot): Turn => {
    const passedOver: Turn['passedOver'][number][] = [];
    for (const bid of rankings[lot]!) {
      const reason = whyNot(bid, lot);
      if (reason === null) {
        holders[lot] = bid;
        break;
      }
      passedOver.push({ bid, reason });
    }
    return { lot, bid: holders[lot] ?? null, passedOver };
  });
  return { holders, turns };
}
