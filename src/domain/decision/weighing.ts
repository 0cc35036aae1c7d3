import { z } from 'zod';
import { type AdjustedMatrix, type Adjustment, adjustMatrix } from '../decision-matrix/adjustments.ts';
import { heavierCriteria } from '../decision-matrix/criteria-ordering.ts';
import type { DecisionMatrix } from '../decision-matrix/matrix.ts';
import { requireSeed } from '../decision-matrix/random.ts';
import { equalWeights, type Weighting, weighting } from '../decision-matrix/weighting.ts';
import { decimalText, humanText, identifier, oneLine } from '../text.ts';

const reason = humanText(4000);
const symbol = oneLine(10);

const adjustment: z.ZodType<Adjustment> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exclude'), alternative: identifier, reason }),
  z.strictObject({
    kind: z.literal('change-score'),
    alternative: identifier,
    criterion: identifier,
    symbol,
    reason,
  }),
  z.strictObject({ kind: z.literal('minimum'), criterion: identifier, symbol }),
]);

/** How a person weighs: everything that the outcome depends on besides the published matrix. */
export const weighing = z.strictObject({
  /** What is bought, when it was said: the advice of the source for it is shown, it does not change the outcome. */
  purchaseKind: identifier.nullable(),
  weights: z.record(identifier, decimalText),
  ordering: z.array(z.strictObject({ heavier: identifier, lighter: identifier })).max(100),
  values: z.enum(['as-stated', 'ordinal']),
  adjustments: z.array(adjustment).max(2000),
  seed: z.int().min(0).max(4_294_967_295),
});
export type Weighing = z.infer<typeof weighing>;

/** Every criterion equally, nothing changed: where a decision starts. */
export const startWeighing = (matrix: DecisionMatrix, seed: number): Weighing => ({
  purchaseKind: null,
  weights: Object.fromEntries(matrix.criteria.map((criterion) => [criterion, '1'])),
  ordering: [],
  values: 'as-stated',
  adjustments: [],
  seed,
});

/**
 * A weighing applied to a matrix.
 * @throws DomainError for weights, ordering, adjustments or seed that are not right, naming the place
 */
export function applyWeighing(
  matrix: DecisionMatrix,
  chosen: Weighing,
): { readonly adjusted: AdjustedMatrix; readonly weights: Weighting } {
  requireSeed(chosen.seed);
  heavierCriteria(matrix, chosen.ordering);
  const none = Object.keys(chosen.weights).length === 0;
  return {
    adjusted: adjustMatrix(matrix, chosen.adjustments),
    weights: none ? equalWeights(matrix) : weighting(matrix, chosen.weights),
  };
}
