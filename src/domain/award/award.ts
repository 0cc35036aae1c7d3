import type { EvaluationInput } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { awardByHighestTotal, holdersByHighestTotal } from './by-highest-total.ts';
import { awardByRanking, holdersByRanking } from './by-ranking.ts';
import type { AwardOutcome } from './outcome.ts';
import type { SolveOptions } from './search/solve.ts';

/**
 * Awards the lots by the announced mechanism, within the announced limits (for GON 2027: Koersnota 2025, 3.1), and says why.
 * @param rankings per lot and combination its valid bids, ranked
 * @param options of the search under the highest total
 * @throws DomainError `award-too-large` when there are too many equal divisions to apply the announced tie-break to all of them
 */
export function awardLots(
  input: EvaluationInput,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
  options: SolveOptions = {},
): AwardOutcome {
  return input.rules.award.mechanism === 'highest-total'
    ? awardByHighestTotal(input, rankings, options)
    : awardByRanking(input, rankings);
}

/** Lot -> bid; null where the lot stays open, undefined where a draw is needed or nothing can be awarded. */
export type Holders = ReadonlyMap<string, string | null | undefined>;

/** The award alone, without explanation and proof: for the many what-if questions of the guards. */
export const lotHolders = (input: EvaluationInput, rankings: ReadonlyMap<string, readonly Ranked[]>): Holders =>
  input.rules.award.mechanism === 'highest-total'
    ? holdersByHighestTotal(input, rankings)
    : holdersByRanking(input, rankings);
