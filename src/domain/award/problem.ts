/**
 * The award of lots as a problem of whole numbers: what may be awarded, at what score, within which announced limits.
 * Scores are whole numbers over one common denominator, so that equal is exactly equal. They may be negative
 * (award on value: minus the fictitious price).
 */
export interface AwardProblem {
  /** How many lots there are; an offer names them by place, from 0. */
  readonly lots: number;
  /** What can be awarded. The order means nothing for the best value. */
  readonly offers: readonly Offer[];
  /** Who counts as one bidder. Every bid of an offer stands in exactly one party. */
  readonly parties: readonly Party[];
  readonly limits: AwardLimits;
  /** Offers that must be in the award: places in `offers`. */
  readonly fixed?: readonly number[] | undefined;
}

/** One bid for one lot, or for a combination of lots that is awarded as a whole. */
export interface Offer {
  /** Place in the list of all bids (`Party.bids`). */
  readonly bid: number;
  /** Places of the lots, ascending; more than one for a combination bid. */
  readonly lots: readonly number[];
  readonly score: bigint;
}

/** One bid, or the bids of affiliated organisations that count as one bidder. */
export interface Party {
  readonly bids: readonly { readonly bid: number; readonly maximumLots: number }[];
  /** Of all its bids together. */
  readonly maximumLots: number;
  /** Only one of its bids may win. */
  readonly oneBid: boolean;
}

/** Limits on the number of parties that get at least one lot. */
export interface AwardLimits {
  readonly minimumWinners: number;
  readonly maximumWinners: number;
}

/** Places of the awarded offers, ascending. Lots in none of them stay open. */
export type Division = readonly number[];

/**
 * Why no division can be better: a price per lot. Pay the prices and every lot is sold; what a set of bidders within the limits
 * can then have left over bounds every division. Where one list of prices does not suffice, cases are told apart.
 */
export type Proof =
  | { readonly prices: number }
  | { readonly party: number; readonly wins: Proof; readonly loses: Proof }
  | { readonly offer: number; readonly awarded: Proof; readonly refused: Proof };

/** Prices are in units of {@link lotUnit} and score together, as whole numbers in text; `proof` refers to them by place. */
export interface Certificate {
  readonly prices: readonly (readonly string[])[];
  readonly proof: Proof;
}
