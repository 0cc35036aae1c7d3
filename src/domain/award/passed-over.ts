import { toFractionText } from '../number.ts';
import { ask, discountAt, type Found, fixedAt, lotPlace, rankedAt, type Search, withOffer } from './division-search.ts';
import type { LotAward, PassedOver } from './outcome.ts';
import { type AwardProblem, countOf, type Division } from './proof/problem.ts';
import type { AwardSolution } from './search/solve.ts';

/** Above so many valid bids, the sum "if awarded" is not computed for every bid that was passed over. */
export const EXPLAINED_OFFERS = 20_000;

/** Who gets a lot in the chosen division, and why nobody who ranks higher does. */
export function lotAward(search: Search, best: AwardSolution, chosen: Division, lot: string): LotAward {
  const place = chosen.find((one) => search.scores.offers[one]!.lots.includes(lotPlace(search, lot)));
  const fixed = search.up.fixed.has(lot) ? ({ fixed: true } as const) : {};
  if (place === undefined) {
    return { lot, winner: null, combination: null, open: whyOpen(search, lot), passedOver: [], ...fixed };
  }
  const discount = discountAt(search, place);
  const offered = search.scores.places[place]!;
  return {
    lot,
    winner: search.parties.bids[search.scores.offers[place]!.bid]!,
    combination: offered === lot || discount ? null : offered,
    open: null,
    passedOver: fixedAt(search, place) === undefined ? passedOver(search, best, chosen, place, lot) : [],
    ...fixed,
    ...(discount ? { discount: discount.percentage } : {}),
  };
}

/** Why nobody has a lot, of a division that leaves it open. */
export function whyOpen({ up, scores, rules }: Search, lot: string): LotAward['open'] {
  if (up.withdrawn.has(lot)) return 'withdrawn';
  if (up.fixed.has(lot)) return 'fixed';
  const place = rules.lots.findIndex(({ id }) => id === lot);
  return scores.offers.some((offer) => offer.lots.includes(place)) ? 'limits' : 'no-valid-bid';
}

/** Every bid that ranks above the winner: in the lot itself, or in the combination as part of which the lot was awarded. */
function passedOver(search: Search, best: AwardSolution, chosen: Division, winning: number, lot: string): PassedOver[] {
  const offered = discountAt(search, winning) ? lot : search.scores.places[winning]!;
  const winnerBid = search.parties.bids[search.scores.offers[winning]!.bid];
  const winner = rankedAt(search, winning).find(({ bid }) => bid === winnerBid)!;
  const rank = search.rankings.get(offered)!.find(({ bid }) => bid === winner.bid)!.rank;
  const ranking = search.rankings.get(offered)!.filter((candidate) => candidate.rank < rank);
  const explained = search.scores.offers.length <= EXPLAINED_OFFERS;
  return ranking.map(({ bid }) => {
    const candidate = search.scores.offers.findIndex(
      (offer, place) => search.scores.places[place] === offered && search.parties.bids[offer.bid] === bid,
    );
    const lots = lotsHeldWith(search, chosen, search.scores.offers[candidate]!.bid);
    const full = whatIsFull(search, chosen, candidate);
    if (!explained) return { bid, reason: full ?? 'lower-total', lots };
    const forced = ask(withOffer(search.problem, candidate));
    if (forced === 'unknown') return { bid, reason: full ?? 'lower-total', lots };
    return {
      bid,
      reason: full ?? whyPassedOver(search, best, forced, candidate),
      lots,
      totalIfAwarded: forced ? toFractionText(search.scores.toTotal(forced.total)) : null,
    };
  });
}

/** Lots that the bidder behind a bid holds, itself or through a bid that counts as one with it, sorted by id. */
const lotsHeldWith = (search: Search, chosen: Division, bid: number): string[] =>
  chosen
    .filter((place) => search.parties.partyOf[search.scores.offers[place]!.bid] === search.parties.partyOf[bid])
    .flatMap((place) => search.scores.offers[place]!.lots.map((lot) => search.rules.lots[lot]!.id))
    .sort();

/** The limit of a bidder that has no room left for an offer, beside what it holds. */
function whatIsFull({ parties, scores }: Search, chosen: Division, candidate: number): PassedOver['reason'] | null {
  const { bid, lots } = scores.offers[candidate]!;
  const party = parties.list[parties.partyOf[bid]!]!;
  const held = (filter: (one: number) => boolean): number =>
    chosen.reduce(
      (lots, place) => lots + (filter(scores.offers[place]!.bid) ? scores.offers[place]!.lots.length : 0),
      0,
    );
  const own = held((one) => one === bid);
  const together = held((one) => party.bids.some((member) => member.bid === one));
  const maximum = party.bids.find((member) => member.bid === bid)!.maximumLots;
  const full = own >= maximum || together >= party.maximumLots || (party.oneBid && own === 0 && together > 0);
  if (full) return 'has-maximum';
  const exceeded = (party.caps ?? []).find((cap) => {
    const counting = chosen.map((place) => scores.offers[place]!).filter((offer) => cap.bids.includes(offer.bid));
    return cap.bids.includes(bid) && countOf(cap, [...counting.flatMap((offer) => offer.lots), ...lots]) > cap.most;
  });
  if (!exceeded) return null;
  return exceeded.kind === 'lot-groups' ? 'lot-group' : 'capacity';
}

function whyPassedOver(
  search: Search,
  best: AwardSolution,
  forced: Found | undefined,
  candidate: number,
): PassedOver['reason'] {
  const atLeastAsGood = (other: Found | undefined | 'unknown'): boolean =>
    other !== undefined &&
    other !== 'unknown' &&
    (other.lotsAwarded > best.lotsAwarded || (other.lotsAwarded === best.lotsAwarded && other.total >= best.total));
  const { limits } = search.problem;
  const without = (change: Partial<AwardProblem['limits']>): boolean =>
    atLeastAsGood(ask(withOffer({ ...search.problem, limits: { ...limits, ...change } }, candidate)));
  if (atLeastAsGood(forced)) return 'tie-break';
  if (limits.minimumWinners > 1 && without({ minimumWinners: 1 })) return 'minimum-winners';
  if (limits.maximumWinners < search.problem.lots && without({ maximumWinners: search.problem.lots }))
    return 'maximum-winners';
  return 'lower-total';
}
