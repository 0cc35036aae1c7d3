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
  readonly caps?: readonly Cap[] | undefined;
}

/**
 * What some bids of a party may hold at most together: every lot counts so much. A region (1 per lot of it), a capacity or a turnover
 * (the size of each lot).
 */
export interface Cap {
  /** Places of bids of this party. */
  readonly bids: readonly number[];
  /** Per lot, zero or more; 0 where the lot does not count. */
  readonly counts: readonly bigint[];
  /** Zero or more; a party may hold exactly this much. */
  readonly most: bigint;
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
 * can then have left over bounds every division. Where one list of prices does not suffice, cases are told apart: a party or a
 * bid gets at least one lot or none, an offer is awarded or refused.
 */
export type Proof =
  | { readonly prices: number }
  | { readonly party: number; readonly wins: Proof; readonly loses: Proof }
  | { readonly bid: number; readonly wins: Proof; readonly loses: Proof }
  | { readonly offer: number; readonly awarded: Proof; readonly refused: Proof };

/**
 * Prices are in units of {@link lotUnit} and score together: whole numbers in text, over one common denominator.
 * `proof` refers to a list of prices by its place.
 */
export interface Certificate {
  readonly denominator: string;
  readonly prices: readonly (readonly string[])[];
  readonly proof: Proof;
}

/** What these lots count together. */
export const countOf = ({ counts }: Cap, lots: readonly number[]): bigint =>
  lots.reduce((sum, lot) => sum + counts[lot]!, 0n);

/**
 * How many points of score one awarded lot is worth: more than any division can differ from another in score, so that
 * "the most lots, then the highest total" is the highest value of score + lots x unit. Every offer has a positive value.
 */
export function lotUnit(problem: AwardProblem): bigint {
  const highest = new Array<bigint>(problem.lots).fill(0n);
  const lowest = new Array<bigint>(problem.lots).fill(0n);
  for (const { lots, score } of problem.offers) {
    for (const lot of lots) {
      if (score > highest[lot]!) highest[lot] = score;
      if (score < lowest[lot]!) lowest[lot] = score;
    }
  }
  let unit = 1n;
  for (let lot = 0; lot < problem.lots; lot++) unit += highest[lot]! - lowest[lot]!;
  return unit;
}
