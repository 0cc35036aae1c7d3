import type { TieBreakStep } from '../rules/rules.ts';
import type { Certificate } from './proof/problem.ts';

/** The award over all lots, explained. Numbers are exact, as text. */
export interface AwardOutcome {
  /**
   * awarded: everything that can be awarded has a winner; draw-needed: what is left equal needs a draw between `drawBetween`;
   * impossible: rules and facts contradict each other (`contradiction`); best-found: no better division was found, but none was ruled out.
   */
  readonly status: 'awarded' | 'draw-needed' | 'impossible' | 'best-found';
  readonly lots: readonly LotAward[];
  /** Sum of the totals of the awarded bids; null when no award is possible. */
  readonly total: string | null;
  readonly lotsAwarded: number;
  readonly winners: number;
  /** All divisions with exactly this total, at most `EQUAL_OUTCOMES_LISTED`. */
  readonly equalOutcomes: { readonly atLeast: boolean; readonly assignments: readonly EqualOutcome[] };
  /** What decided: the mechanism alone, a step of the announced tie-break or the draw, or nothing (a draw is needed, or no award). */
  readonly decidedBy:
    | { readonly rule: 'mechanism' }
    | { readonly rule: 'tie-break'; readonly step: TieBreakStep }
    | null;
  /** Bids between which a draw is needed, sorted. */
  readonly drawBetween: readonly string[];
  readonly limitCosts: readonly LimitCost[];
  /** What the award would be with another maximum of lots per bidder, or exactly so many winners. */
  readonly variants: readonly Variant[];
  readonly contradiction: Contradiction | null;
  readonly proof: AwardProof | null;
  /** Discounts that bids offer for sets of lots, with their totals; absent where none are announced. */
  readonly discounts?: readonly OfferedDiscount[];
}

/** What a bid is worth in a set of lots, if it wins all of them. */
export interface OfferedDiscount {
  readonly id: string;
  readonly bid: string;
  readonly lots: readonly string[];
  readonly percentage: string;
  readonly totals: readonly { readonly lot: string; readonly total: string; readonly compared: string }[];
}

export interface LotAward {
  readonly lot: string;
  readonly winner: string | null;
  /** The combination of lots as part of which the winner has this lot, or null. */
  readonly combination: string | null;
  /** Why nobody has the lot (yet). */
  readonly open: null | 'no-valid-bid' | 'limits' | 'draw' | 'impossible' | 'withdrawn' | 'fixed';
  readonly passedOver: readonly PassedOver[];
  /** It stays as it was: its contract is signed, or it is left out of what was computed anew. */
  readonly fixed?: true;
  /** The percentage off that holds because the winner has a set of lots. */
  readonly discount?: string;
}

/** Why a bid that ranks higher in a lot than the winner did not get that lot. */
export interface PassedOver {
  readonly bid: string;
  readonly reason:
    | 'has-maximum'
    | 'lot-group'
    | 'capacity'
    | 'minimum-winners'
    | 'maximum-winners'
    | 'lower-total'
    | 'tie-break'
    | 'prefers-own';
  /** The lots that this bidder got. */
  readonly lots: readonly string[];
  /**
   * The sum of totals of the best division in which this bid has this lot, under the same limits; null when the limits leave none.
   * Absent where the mechanism does not look at sums, or the tender is too large to compute it for every bid.
   */
  readonly totalIfAwarded?: string | null;
}

export interface Awarded {
  readonly lot: string;
  readonly bid: string;
}

export interface EqualOutcome {
  readonly lots: readonly Awarded[];
  /** What each step of the tie-break counts, summed over the lots, in the announced order: points, or euros for the lower price. */
  readonly tieBreak: readonly { readonly step: TieBreakStep; readonly value: string }[];
  /** Not separated from the best by the tie-break. */
  readonly remains: boolean;
  /** Combinations of lots that are awarded as one, and discounts that hold; absent where there are none, and from the second engine. */
  readonly together?: readonly { readonly offer: string; readonly bid: string; readonly lots: readonly string[] }[];
}

/** What the award would be without one limit, or without any. `cost` is how much better its total is. */
export interface LimitCost {
  readonly without: 'maximum-lots' | 'lot-groups' | 'capacity' | 'minimum-winners' | 'maximum-winners' | 'all-limits';
  readonly total: string;
  readonly cost: string;
  readonly lots: readonly Awarded[];
}

/** The award with one limit at another value. `total` and `cost` are null when it is impossible. */
export interface Variant {
  readonly limit: 'maximum-lots' | 'exactly-winners';
  readonly value: number;
  /** The value that was announced (for winners: that the award has). */
  readonly current: boolean;
  readonly total: string | null;
  readonly cost: string | null;
  readonly lots: readonly Awarded[];
}

/** The smallest set of rules and facts that cannot be true together. */
export interface Contradiction {
  readonly rule: 'minimum-winners' | 'maximum-winners';
  readonly limit: number;
  /** Every valid bid is from one of these bidders or for one of these lots, so there are at most so many winners. */
  readonly bidders: readonly string[];
  readonly lots: readonly string[];
  /** For a mechanism that does not look at the number of winners: how many it gave. */
  readonly winners: number | null;
}

/** Why the outcome is right, for the checker: see check-certificate.ts and blocking-pairs.ts. */
export type AwardProof =
  | { readonly kind: 'optimal'; readonly certificate: Certificate }
  | { readonly kind: 'best-found'; readonly gap: string }
  | { readonly kind: 'stable' }
  | { readonly kind: 'in-order' };
