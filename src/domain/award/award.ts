import type { EvaluationInput } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { awardMechanism, type Holders } from './mechanisms.ts';
import type { AwardOutcome } from './outcome.ts';
import type { SolveOptions } from './search/solve.ts';

export type { Holders } from './mechanisms.ts';

/**
 * Awards the lots by the announced mechanism, within the announced limits (for GON 2027: Koersnota 2025, 3.1), and says why.
 * @param rankings per lot and combination its valid bids, ranked
 * @param options of the search under the highest total
 * @throws DomainError `award-too-large` when there are too many equal divisions to apply the announced tie-break to all of them,
 *   or none could be looked at
 */
export const awardLots = (
  input: EvaluationInput,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
  options: SolveOptions = {},
): AwardOutcome => awardMechanism(input).award(input, rankings, options);

/** The award alone, without explanation and proof: for the many what-if questions of the guards. */
export const lotHolders = (input: EvaluationInput, rankings: ReadonlyMap<string, readonly Ranked[]>): Holders =>
  awardMechanism(input).holders(input, rankings);
