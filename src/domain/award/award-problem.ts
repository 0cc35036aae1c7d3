import type { TenderRules } from '../tender/rules.ts';
import type { Parties } from './parties.ts';
import type { AwardProblem } from './problem.ts';
import type { WholeScores } from './whole-scores.ts';

/** The award of a tender in whole numbers: what the solver solves, and what the checker checks a stored certificate against. */
export const awardProblem = (
  { lots, award }: TenderRules,
  parties: Parties,
  scores: Pick<WholeScores, 'offers'>,
): AwardProblem => ({
  lots: lots.length,
  offers: scores.offers,
  parties: parties.list,
  limits: { minimumWinners: award.winners.minimum, maximumWinners: award.winners.maximum },
});
