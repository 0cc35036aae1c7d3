import type { AwardProof } from './outcome.ts';
import type { Parties } from './parties.ts';

/** A division of lots by strict rankings. Lots, bids and parties are places in the lists of the rules and of the parties. */
export interface RankedDivision {
  /** Per lot its bids, best first. */
  readonly rankings: readonly (readonly number[])[];
  /** Per bid the lots that it is for; the most wanted first where it says so. */
  readonly wishes: readonly (readonly number[])[];
  /** The announced order of the lots; empty where none is announced. */
  readonly order: readonly number[];
  readonly parties: Parties['list'];
}

/** One way to award by the ranking per lot. */
export interface RankingMechanism {
  /** @returns the bid that holds each lot, or null */
  readonly divide: (division: RankedDivision) => readonly (number | null)[];
  readonly proof: AwardProof;
  /** A bidder may itself rather have the lots that it got than one where it ranks higher. */
  readonly heedsPreferences: boolean;
}
