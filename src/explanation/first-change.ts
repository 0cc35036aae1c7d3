import { robustnessWork, type SmallestChange, smallestChange } from '../domain/guards/robustness.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { engineOf, evaluationInputOf } from '../domain/tender/evaluation-input.ts';
import { perVersion } from '../domain/tender/state/per-version.ts';

/** Above the work of so many scores nobody waits for it on a page that shows an award. */
const MOST_SCORES = 500;

/** What would change the award that stands first, worked out once; undefined where that is too much work for a page. */
export const firstChangeOf = perVersion((state): SmallestChange | undefined =>
  firstChangeIn(evaluationInputOf(state, engineOf(state))),
);

/** The same of an evaluation that was awarded. @param input complete and checked */
export const firstChangeIn = (input: EvaluationInput): SmallestChange | undefined =>
  robustnessWork(input) > MOST_SCORES ? undefined : smallestChange(input);
