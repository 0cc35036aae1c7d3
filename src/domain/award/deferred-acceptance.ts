import type { Party } from './problem.ts';

/** Strict rankings and preferences; lots and bids by place. */
export interface Market {
  /** Per lot its valid bids, best first. */
  readonly rankings: readonly (readonly number[])[];
  /** Per bid the lots it bid for, the most wanted first. */
  readonly preferences: readonly (readonly number[])[];
  readonly parties: readonly Party[];
}

/**
 * Lots-proposing deferred acceptance (Gale and Shapley 1962, with bidders that hold several lots): every open lot is offered to the
 * next bid in its ranking; a bidder that would hold more than it may keeps what it wants most and refuses the rest, and a refused
 * lot goes on to the next bid. It ends because no lot is offered twice to the same bid, in the same division whatever the order
 * of the offers. With bidders of one bid the result is stable, and of all stable divisions the best for the lots. A party of
 * several bids wants lots by their place in the list of the bid that holds them, then by the order of lots and bids.
 * @returns per lot the bid that holds it, or null
 */
export function deferredAcceptance({ rankings, preferences, parties }: Market): (number | null)[] {
  const partyOf = new Map(parties.flatMap((party) => party.bids.map(({ bid }) => [bid, party] as const)));
  const holders: (number | null)[] = rankings.map(() => null);
  const next = rankings.map(() => 0);
  const open = rankings.map((_, lot) => lot);
  for (let lot = open.shift(); lot !== undefined; lot = open.shift()) {
    const bid = rankings[lot]![next[lot]!];
    if (bid === undefined) continue;
    next[lot] = next[lot]! + 1;
    holders[lot] = bid;
    for (const refused of refusedBy(partyOf.get(bid)!, holders, preferences)) {
      holders[refused] = null;
      open.push(refused);
    }
  }
  return holders;
}

/** What a party gives back of the lots that it holds: the least wanted, until it is within its limits. */
function refusedBy(
  party: Party,
  holders: readonly (number | null)[],
  preferences: readonly (readonly number[])[],
): number[] {
  const maximum = new Map(party.bids.map(({ bid, maximumLots }) => [bid, maximumLots]));
  const wish = (lot: number): number => preferences[holders[lot]!]!.indexOf(lot);
  const held = holders
    .flatMap((holder, lot) => (holder !== null && maximum.has(holder) ? [lot] : []))
    .sort((a, b) => wish(a) - wish(b) || a - b);

  const kept = new Map<number, number>();
  let total = 0;
  return held.filter((lot) => {
    const bid = holders[lot]!;
    const own = kept.get(bid) ?? 0;
    const otherWins = party.oneBid && own === 0 && kept.size > 0;
    if (own >= maximum.get(bid)! || total >= party.maximumLots || otherWins) return true;
    kept.set(bid, own + 1);
    total++;
    return false;
  });
}
