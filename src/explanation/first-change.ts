import { robustnessWork, type SmallestChange, smallestChange } from '../domain/guards/robustness.ts';
import { engineOf, evaluationInputOf } from '../domain/tender/evaluation-input.ts';
import { perVersion } from '../domain/tender/state/per-version.ts';

/** Above the work of so many scores nobody waits for it on a page that shows an award. */
const MOST_SCORES = 500;

/** What would change the award that stands first, worked out once; undefined where that is too much work for a page. */
export const firstChangeOf = perVersion((state): SmallestChange | undefined => {
  const input = evaluationInputOf(state, engineOf(state));
  return robustnessWork(input) > MOST_SCORES ? undefined : smallestChange(input);
});
