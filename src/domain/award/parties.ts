import type { Bid } from '../rules/bid.ts';
import { sharedOrganisation } from '../rules/bid.ts';
import type { TenderRules } from '../rules/rules.ts';
import { capsOf, type RuledCap } from './caps.ts';
import type { Party } from './proof/problem.ts';

/** Who counts as one bidder, with the places of the bids in `bids`. */
export interface Parties {
  /** Ids of all bids, sorted: the place of a bid means nothing. */
  readonly bids: readonly string[];
  readonly list: readonly RuledParty[];
  /** Place of the party of every bid, by place of the bid. */
  readonly partyOf: readonly number[];
  /** The same bidders with another announced maximum of lots; what a bid itself wants at most stays. */
  readonly withMaximum: (maximumLots: number) => readonly RuledParty[];
}

export interface RuledParty extends Party {
  readonly caps?: readonly RuledCap[];
}

/** The same bidders without the limits of a kind. */
export const withoutCaps = (list: readonly RuledParty[], ...kinds: readonly RuledCap['kind'][]): RuledParty[] =>
  list.map(({ caps, ...party }) =>
    caps ? { ...party, caps: caps.filter(({ kind }) => !kinds.includes(kind)) } : party,
  );

const NOTHING_FIXED: ReadonlyMap<string, string | null> = new Map();

/**
 * Bids that count as one bidder: a bid by itself; with `affiliated`, the bids that declare the same group; with
 * `organisationInSeveralBids: counted-as-one`, the bids that share an organisation, directly or through another bid.
 * @param fixed lots that stay with who has them: nobody's maximum is below what it has
 */
export function partiesOf(
  rules: TenderRules,
  bids: readonly Bid[],
  fixed: ReadonlyMap<string, string | null> = NOTHING_FIXED,
): Parties {
  const sorted = [...bids].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { affiliated, maximumLotsPerBidder, organisationInSeveralBids } = rules.award;
  const together = (a: Bid, b: Bid): boolean =>
    (affiliated !== undefined && a.bidder.group !== undefined && a.bidder.group === b.bidder.group) ||
    (organisationInSeveralBids === 'counted-as-one' && sharedOrganisation(a, b) !== undefined);

  const held = (bid: Bid): number => [...fixed.values()].filter((one) => one === bid.id).length;
  const groups: number[][] = [];
  sorted.forEach((bid, place) => {
    const touching = groups.filter((group) => group.some((other) => together(sorted[other]!, bid)));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), place]);
  });

  const list = groups.map((group): RuledParty => {
    const caps = capsOf(
      rules,
      group.map((place) => ({ bid: sorted[place]!, place })),
      fixed,
    );
    const isGroup = affiliated !== undefined && group.some((place) => sorted[place]!.bidder.group !== undefined);
    return {
      bids: group
        .sort((a, b) => a - b)
        .map((place) => ({
          bid: place,
          maximumLots: Math.max(
            held(sorted[place]!),
            Math.min(maximumLotsPerBidder, sorted[place]!.maximumLots ?? maximumLotsPerBidder),
          ),
        })),
      maximumLots: Math.max(
        group.reduce((lots, place) => lots + held(sorted[place]!), 0),
        isGroup && group.length > 1 ? affiliated.maximumLots : maximumLotsPerBidder,
      ),
      oneBid: isGroup && group.length > 1 && affiliated.oneBid,
      ...(caps.length > 0 ? { caps } : {}),
    };
  });
  list.sort((a, b) => a.bids[0]!.bid - b.bids[0]!.bid);
  const partyOf = sorted.map((_, place) => list.findIndex((party) => party.bids.some(({ bid }) => bid === place)));
  const withMaximum = (maximumLots: number): RuledParty[] =>
    list.map((party) => {
      const own = party.bids.map(({ bid }) => ({
        bid,
        maximumLots: Math.max(held(sorted[bid]!), Math.min(maximumLots, sorted[bid]!.maximumLots ?? maximumLots)),
      }));
      return {
        ...party,
        bids: own,
        maximumLots: Math.max(maximumLots, party.maximumLots > maximumLotsPerBidder ? party.maximumLots : 0),
      };
    });
  return { bids: sorted.map(({ id }) => id), list, partyOf, withMaximum };
}
