import type { TenderRules } from '../rules/rules.ts';
import type { Contradiction } from './outcome.ts';
import type { Parties } from './parties.ts';
import { type AwardProblem, countOf, type Offer } from './proof/problem.ts';

/**
 * Why no division is possible: lots may stay open, so the only rule that can be broken is the minimum number of winners.
 * Every winner needs a lot of its own, so the most winners there can be is the size of a largest matching of bidders and lots;
 * by Konig's theorem (1931) as many bidders and lots together touch every valid bid. Those are the facts, the fewest that
 * contradict the rule. An offer that breaks a cap by itself can never be awarded.
 */
export function contradictionOf(rules: TenderRules, parties: Parties, problem: AwardProblem): Contradiction {
  const lotsOfParty = problem.parties.map(({ bids, caps = [] }) => {
    const isOwn = ({ bid }: Offer): boolean => bids.some((one) => one.bid === bid);
    const fits = ({ bid, lots }: Offer): boolean =>
      caps.every((cap) => !cap.bids.includes(bid) || countOf(cap, lots) <= cap.most);
    return new Set(problem.offers.filter((offer) => isOwn(offer) && fits(offer)).flatMap(({ lots }) => lots));
  });
  const partyOfLot = matching(lotsOfParty);
  const { bidders, lots } = cover(lotsOfParty, partyOfLot);
  return {
    rule: 'minimum-winners',
    limit: problem.limits.minimumWinners,
    bidders: bidders.flatMap((party) => parties.list[party]!.bids.map(({ bid }) => parties.bids[bid]!)).sort(),
    lots: lots.map((lot) => rules.lots[lot]!.id),
    winners: null,
  };
}

/** A largest matching, by augmenting paths: lot -> party. */
function matching(lotsOfParty: readonly ReadonlySet<number>[]): Map<number, number> {
  const partyOfLot = new Map<number, number>();
  const place = (party: number, seen: Set<number>): boolean => {
    for (const lot of lotsOfParty[party]!) {
      if (seen.has(lot)) continue;
      seen.add(lot);
      const holder = partyOfLot.get(lot);
      if (holder === undefined || place(holder, seen)) {
        partyOfLot.set(lot, party);
        return true;
      }
    }
    return false;
  };
  lotsOfParty.forEach((_, party) => {
    place(party, new Set());
  });
  return partyOfLot;
}

/** The smallest set of bidders and lots that touches every valid bid. */
function cover(
  lotsOfParty: readonly ReadonlySet<number>[],
  partyOfLot: ReadonlyMap<number, number>,
): { bidders: number[]; lots: number[] } {
  const matched = new Set(partyOfLot.values());
  const parties = new Set(lotsOfParty.flatMap((lots, party) => (lots.size > 0 && !matched.has(party) ? [party] : [])));
  const lots = new Set<number>();
  // From the unmatched bidders along every bid to its lot, and along the matching back to a bidder.
  for (const party of parties) {
    for (const lot of lotsOfParty[party]!) {
      lots.add(lot);
      const holder = partyOfLot.get(lot);
      if (holder !== undefined) parties.add(holder);
    }
  }
  const bidders = [...matched].filter((party) => !parties.has(party)).sort((a, b) => a - b);
  return { bidders, lots: [...lots].sort((a, b) => a - b) };
}
