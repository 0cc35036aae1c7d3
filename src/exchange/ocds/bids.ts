import type { Outcome, RankedBid } from '../../domain/evaluation/evaluate.ts';
import { lotsOf } from '../../domain/rules/bid.ts';
import type { SetAside } from '../../domain/scoring/lot.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { receivedFor } from '../received-bids.ts';
import { offeredIn, type Value } from './amount.ts';
import { type Award, bidAt } from './awards.ts';
import { type PartyReference, tenderersOf } from './parties.ts';
import { type ScoredBid, scoredBid } from './scores.ts';

export interface Bids {
  readonly statistics: readonly Statistic[];
  readonly details: readonly BidDetail[];
}

interface Statistic {
  readonly id: string;
  readonly measure: 'bids' | 'validBids';
  readonly value: number;
  readonly relatedLot?: string;
}

interface BidDetail {
  readonly id: string;
  readonly description?: string;
  readonly status: 'valid' | 'disqualified' | 'withdrawn';
  readonly tenderers: readonly PartyReference[];
  readonly value?: Value;
  readonly relatedLots: readonly string[];
  readonly hasRank: boolean;
  readonly rank?: number;
  readonly gunwijzer?: ScoredBid;
}

/**
 * The bids of an award, one for each bid in each lot or combination: how many there were, and those that won.
 * @param everything every bid, with its price, its place in the ranking, its scores and why
 */
export function bidsOf(
  state: Readonly<TenderState>,
  outcome: Outcome,
  awards: readonly Award[],
  everything: boolean,
): Bids {
  const won = new Set(awards.flatMap(({ relatedBids = [] }) => relatedBids));
  const discounts = new Map(
    outcome.award.lots.map(({ winner, lot, discount }) => [bidAt(winner ?? '', lot), discount]),
  );
  return {
    statistics: statisticsOf(state, outcome),
    details: outcome.lots.flatMap(({ lot, ranking, setAside }) => [
      ...ranking
        .filter(({ bid }) => everything || won.has(bidAt(bid, lot)))
        .map((ranked) => rankedDetail(state, lot, ranked, discounts.get(bidAt(ranked.bid, lot)), everything)),
      ...(everything ? setAside.map((one) => setAsideDetail(state, lot, one)) : []),
    ]),
  };
}

/** How many bids came in, and how many counted: in all, and for every lot. */
function statisticsOf(state: Readonly<TenderState>, { lots }: Outcome): Statistic[] {
  const validIn = (wanted: (place: string) => boolean): number =>
    new Set(lots.flatMap(({ lot, ranking }) => (wanted(lot) ? ranking.map(({ bid }) => bid) : []))).size;
  const ofLot = ({ id }: { readonly id: string }): Statistic[] => [
    { id: `bids/${id}`, measure: 'bids', value: receivedFor(state, id), relatedLot: id },
    {
      id: `validBids/${id}`,
      measure: 'validBids',
      value: validIn((place) => lotsOf(state.rules, place).includes(id)),
      relatedLot: id,
    },
  ];
  return [
    { id: 'bids', measure: 'bids', value: state.bids.size },
    { id: 'validBids', measure: 'validBids', value: validIn(() => true) },
    ...(state.rules.lots.length > 1 ? state.rules.lots.flatMap(ofLot) : []),
  ];
}

function rankedDetail(
  state: Readonly<TenderState>,
  lot: string,
  ranked: RankedBid,
  discount: string | undefined,
  everything: boolean,
): BidDetail {
  const value = offeredIn(state.rules, ranked, discount);
  return {
    ...aboutBid(state, ranked.bid, lot),
    status: 'valid',
    ...(value ? { value } : {}),
    hasRank: true,
    rank: ranked.rank,
    ...(everything ? { gunwijzer: scoredBid(state, lot, ranked) } : {}),
  };
}

function setAsideDetail(state: Readonly<TenderState>, lot: string, { bid, fallen }: SetAside): BidDetail {
  const status = fallen?.stage === 'withdrawn' ? 'withdrawn' : 'disqualified';
  return { ...aboutBid(state, bid, lot), status, hasRank: false };
}

function aboutBid(state: Readonly<TenderState>, bid: string, lot: string) {
  const registered = state.bids.get(bid)!;
  const { name, form } = registered.bidder;
  return {
    id: bidAt(bid, lot),
    // The organisations of a consortium are its tenderers; what they call themselves together is said.
    ...(form === 'consortium' ? { description: name } : {}),
    tenderers: tenderersOf(registered),
    relatedLots: lotsOf(state.rules, lot),
  };
}
