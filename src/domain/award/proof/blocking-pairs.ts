import { countOf, type Party } from './problem.ts';

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
 * what stands lowest on the lists of its bids, at the same height that of the bid named last: it takes what stands highest first, as far
 * as that fits its maxima and its caps. What a party holds beyond that is a pair by itself.
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
    else if (holder !== null && isBeyondLimits(parties, { lot, bid: holder }, holders, height)) {
      pairs.push({ lot, bid: holder });
    }
    const above = holder === null || !ranked.includes(holder) ? ranked : ranked.slice(0, ranked.indexOf(holder));
    for (const bid of above) {
      const party = parties.find(({ bids }) => bids.some((one) => one.bid === bid));
      if (height(bid, lot) === -1 || party === undefined) continue;
      if (party.bids.some((one) => one.bid === holder)) continue;
      if (wouldTake(party, { lot, bid }, holders, height)) pairs.push({ lot, bid });
    }
  });
  return pairs;
}

type Height = (bid: number, lot: number) => number;

/** Whether the lot is among what the party would take of this and of what it holds. */
function wouldTake(party: Party, pair: BlockingPair, holders: StabilityClaim['holders'], height: Height): boolean {
  const order = (bid: number): number => party.bids.findIndex((one) => one.bid === bid);
  const above: BlockingPair[] = [];
  const all = holders.flatMap((bid, lot) =>
    bid !== null && order(bid) !== -1 && lot !== pair.lot ? [{ bid, lot }] : [],
  );
  const sorted = [...all, pair].sort(
    (a, b) => height(a.bid, a.lot) - height(b.bid, b.lot) || order(a.bid) - order(b.bid),
  );
  for (const one of sorted) {
    const isFull =
      above.length === party.maximumLots ||
      above.filter(({ bid }) => bid === one.bid).length === party.bids[order(one.bid)]!.maximumLots ||
      (party.caps ?? []).some((cap) => {
        if (!cap.bids.includes(one.bid)) return false;
        const counting = [...above, one].filter(({ bid }) => cap.bids.includes(bid));
        return (
          countOf(
            cap,
            counting.map(({ lot }) => lot),
          ) > cap.most
        );
      });
    if (one === pair) return !isFull;
    if (!isFull) above.push(one);
  }
  return false;
}

function isBeyondLimits(
  parties: readonly Party[],
  pair: BlockingPair,
  holders: StabilityClaim['holders'],
  height: Height,
): boolean {
  const party = parties.find(({ bids }) => bids.some(({ bid }) => bid === pair.bid));
  return party !== undefined && !wouldTake(party, pair, holders, height);
}
