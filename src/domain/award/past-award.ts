import { z } from 'zod';
import { source } from '../rules/criterion.ts';
import type { TenderRules } from '../rules/rules.ts';
import { bilingualName, dateText, identifier, oneLine } from '../text.ts';
import { checkDivision } from './proof/check-certificate.ts';
import type { AwardProblem } from './proof/problem.ts';

/** An award of before, as a source tells it: who got which lot, and nothing of how it came about. */
export const pastAward = z.strictObject({
  kind: z.literal('past-award'),
  id: identifier,
  title: bilingualName,
  sources: z.array(source).min(1).max(20),
  /** The rules whose limits it is held against. */
  heldAgainst: identifier,
  term: z.strictObject({
    start: dateText,
    years: z.int().min(1).max(50),
    extensions: z.strictObject({ count: z.int().min(0).max(20), years: z.int().min(0).max(50) }),
  }),
  /** `nowPartOf`: the lot of those rules that it became, or went up in. */
  lots: z
    .array(z.strictObject({ id: identifier, name: oneLine(200), nowPartOf: identifier }))
    .min(1)
    .max(500),
  /** A combination counts as one winner; who is alone has no members. */
  winners: z
    .array(z.strictObject({ id: identifier, name: oneLine(200), members: z.array(oneLine(200)).max(50) }))
    .min(1)
    .max(500),
  awarded: z.array(z.strictObject({ lot: identifier, winner: identifier })).max(500),
});
export type PastAward = z.infer<typeof pastAward>;

/** One limit of an award, and how a past award stands to it. */
export interface HeldLimit {
  readonly limit: 'winners' | 'lots-each' | 'one-each';
  readonly met: boolean;
}

/** A past award held against limits, each by itself. */
export interface HeldAgainst {
  readonly limits: readonly HeldLimit[];
  /** How many winners there are, counted as combinations. */
  readonly winners: number;
  /** The lots of each winner. */
  readonly lotsOf: ReadonlyMap<string, readonly string[]>;
}

/** Holds a past award against the limits of an award, by the check that every award is proven with. */
export function heldAgainst(past: PastAward, { winners, maximumLotsPerBidder }: TenderRules['award']): HeldAgainst {
  const anyNumber = { minimumWinners: 0, maximumWinners: past.winners.length };
  const announced = { minimumWinners: winners.minimum, maximumWinners: winners.maximum };
  const isMet = (limits: AwardProblem['limits'], maximumLots: number, lots = past.lots): boolean =>
    checkDivision(problemOf(past, limits, maximumLots), {
      division: past.awarded.map((_, place) => place),
      lotsAwarded: lots.length,
      total: 0n,
    }) === null;
  const all = past.awarded.length;
  return {
    limits: [
      { limit: 'winners', met: isMet(announced, all) },
      { limit: 'lots-each', met: isMet(anyNumber, maximumLotsPerBidder) },
      { limit: 'one-each', met: isMet(anyNumber, all) },
    ],
    winners: past.winners.filter(({ id }) => past.awarded.some(({ winner }) => winner === id)).length,
    lotsOf: new Map(
      past.winners.map(({ id }) => [id, past.awarded.filter(({ winner }) => winner === id).map(({ lot }) => lot)]),
    ),
  };
}

/** The award as a problem of its own winners: they were the only ones that offered anything, and nothing is said of how good it was. */
const problemOf = (past: PastAward, limits: AwardProblem['limits'], maximumLots: number): AwardProblem => ({
  lots: past.lots.length,
  offers: past.awarded.map(({ lot, winner }) => ({
    bid: past.winners.findIndex(({ id }) => id === winner),
    lots: [past.lots.findIndex(({ id }) => id === lot)],
    score: 0n,
  })),
  parties: past.winners.map((_, bid) => ({ bids: [{ bid, maximumLots }], maximumLots, oneBid: false })),
  limits,
});
