import { countOf, type Party } from '../proof/problem.ts';

/** Who wants what: strict orders, decided by the caller. */
export interface Preferences {
  /** Per lot its bids, the highest ranked first. */
  readonly rankings: readonly (readonly number[])[];
  /** Per bid (by its place) the lots it wants, the most wanted first. A lot that is not listed is not wanted. */
  readonly wishes: readonly (readonly number[])[];
  /** `oneBid` is not looked at. */
  readonly parties: readonly Party[];
}

/** One proposal of a lot to a bid. */
export interface Proposal {
  readonly lot: number;
  readonly bid: number;
  /** Whether the bid holds the lot for the time being. */
  readonly accepted: boolean;
  /** The less wanted lot that was let go for it, and the bid that held that one. */
  readonly released: { readonly lot: number; readonly bid: number } | null;
}

export interface Matching {
  /** Per lot the bid that has it; null for a lot that stays open. */
  readonly holders: readonly (number | null)[];
  readonly proposals: readonly Proposal[];
}

/**
 * Deferred acceptance (Gale & Shapley 1962) with lots that propose: each lot asks the bids in the order of its ranking; a bid holds
 * the lots it wants most, up to its maximum, and refuses the others. The result is stable (no lot and bid would both rather have
 * each other) and no stable division gives any lot a higher ranked bid. Lots ask in order of place; the order does not matter
 * for the result (McVitie & Wilson 1971).
 *
 * The maximum of a party holds over its bids together: it then keeps the lots that stand highest on the lists of its bids, and at
 * the same height those of the bid that is named first. Limits on the number of winners are not looked at.
 *
 * With caps a party takes the lots that stand highest, one after the other, as far as they fit. The result is stable where the lots of
 * each cap count one and any two limits of a party are on different lots and bids, or one is within the other; with capacities
 * that lots use unequally there need not be a stable division (McDermid & Manlove 2010).
 */
export function deferredAcceptance({ rankings, wishes, parties }: Preferences): Matching {
  const height = wishes.map((lots) => new Map(lots.map((lot, place) => [lot, place])));
  const seats = new Map(
    parties.flatMap((party, place) =>
      party.bids.map(({ bid, maximumLots }, order) => [bid, { party: place, maximumLots, order }] as const),
    ),
  );
  const holders: (number | null)[] = rankings.map(() => null);
  const asked = rankings.map(() => 0);
  const proposals: Proposal[] = [];
  const waiting = rankings.map((_, lot) => lot).reverse();

  const wantsLess = (a: Held, b: Held): number =>
    height[b.bid]!.get(b.lot)! - height[a.bid]!.get(a.lot)! || seats.get(b.bid)!.order - seats.get(a.bid)!.order;
  const answer = (offered: Held): Answer => {
    const { party, maximumLots } = seats.get(offered.bid)!;
    if (!height[offered.bid]?.has(offered.lot)) return { accepted: false, released: [] };
    const held = holders.flatMap((bid, lot): Held[] =>
      bid !== null && seats.get(bid)!.party === party ? [{ lot, bid }] : [],
    );
    if (parties[party]!.caps?.length)
      return answerWithinCaps(parties[party]!, [...held, offered].sort(wantsLess).reverse(), offered);
    const own = held.filter(({ bid }) => bid === offered.bid);
    const rivals = own.length >= maximumLots ? own : held.length >= parties[party]!.maximumLots ? held : undefined;
    if (rivals === undefined) return { accepted: true, released: [] };
    const least = [offered, ...rivals].sort(wantsLess)[0]!;
    return least === offered ? { accepted: false, released: [] } : { accepted: true, released: [least] };
  };

  for (let lot = waiting.pop(); lot !== undefined; lot = waiting.pop()) {
    const bid = rankings[lot]![asked[lot]!++];
    if (bid === undefined) continue;
    const { accepted, released } = answer({ lot, bid });
    proposals.push({ lot, bid, accepted, released: released[0] ?? null });
    for (const one of released) {
      holders[one.lot] = null;
      waiting.push(one.lot);
    }
    if (accepted) holders[lot] = bid;
    else waiting.push(lot);
  }
  return { holders, proposals };
}

interface Held {
  readonly lot: number;
  readonly bid: number;
}

interface Answer {
  readonly accepted: boolean;
  /** At most one where the lots of every cap count the same. */
  readonly released: readonly Held[];
}

/** @param wanted what the party holds and what it is offered, the most wanted first */
function answerWithinCaps({ bids, maximumLots, caps = [] }: Party, wanted: readonly Held[], offered: Held): Answer {
  const kept: Held[] = [];
  for (const one of wanted) {
    const all = [...kept, one];
    const own = all.filter(({ bid }) => bid === one.bid);
    const fitsAll = caps.every((cap) => {
      const counting = all.filter(({ bid }) => cap.bids.includes(bid)).map(({ lot }) => lot);
      return countOf(cap, counting) <= cap.most;
    });
    const maximum = bids.find(({ bid }) => bid === one.bid)!.maximumLots;
    if (fitsAll && own.length <= maximum && all.length <= maximumLots) kept.push(one);
  }
  if (!kept.includes(offered)) return { accepted: false, released: [] };
  return { accepted: true, released: wanted.filter((one) => !kept.includes(one)) };
}
