import { z } from 'zod';

/**
 * How lots are divided. highest-total: the division with the highest sum of totals over the lots (the lowest where the lowest total is best);
 * preferences: lots go to bidders in the order in which these rank the lots, lots-proposing deferred acceptance;
 * fixed-order: the lots are awarded one after the other.
 */
export const mechanism = z.enum(['highest-total', 'preferences', 'fixed-order']);
export type Mechanism = z.infer<typeof mechanism>;

/** What rules under a mechanism can and must announce. How it awards stands in award/mechanisms.ts. */
export interface MechanismRules {
  /** It looks at the sum of totals over the lots; else at the ranking per lot. */
  readonly bySum: boolean;
  /** Every bid ranks the lots that it is for. */
  readonly asksPreferences: boolean;
  /** The rules name the order of the lots. */
  readonly needsLotOrder: boolean;
  /** Lots may be bid for in combination. */
  readonly allowsCombinations: boolean;
  /** A total may count times the value of its lot. */
  readonly allowsLotValues: boolean;
  /** Of affiliated bids only one may win. */
  readonly allowsOneBid: boolean;
}

export const MECHANISMS = {
  'highest-total': {
    bySum: true,
    asksPreferences: false,
    needsLotOrder: false,
    allowsCombinations: true,
    allowsLotValues: true,
    allowsOneBid: true,
  },
  preferences: {
    bySum: false,
    asksPreferences: true,
    needsLotOrder: false,
    allowsCombinations: false,
    allowsLotValues: false,
    allowsOneBid: false,
  },
  'fixed-order': {
    bySum: false,
    asksPreferences: false,
    needsLotOrder: true,
    allowsCombinations: false,
    allowsLotValues: false,
    allowsOneBid: true,
  },
} as const satisfies Record<Mechanism, MechanismRules>;

/** What these rules can and must announce about the division of the lots. */
export const mechanismOf = ({ award }: { readonly award: { readonly mechanism: Mechanism } }): MechanismRules =>
  MECHANISMS[award.mechanism];
