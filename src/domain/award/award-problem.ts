import type { TenderRules } from '../rules/rules.ts';
import type { Parties } from './parties.ts';
import type { AwardProblem, Offer } from './proof/problem.ts';

/** The award of a tender in whole numbers: what the solver solves, and what the checker checks a stored certificate against. */
export const awardProblem = (
  { lots, award }: TenderRules,
  parties: Parties,
  { offers }: { readonly offers: readonly Offer[] },
): AwardProblem => ({
  lots: lots.length,
  offers,
  parties: parties.list,
  limits: { minimumWinners: award.winners.minimum, maximumWinners: award.winners.maximum },
});
