import { type Exact, ratio } from '../number.ts';
import { maximise } from './linear-program.ts';
import type { DecisionMatrix } from './matrix.ts';
import { type RowGroup, rowGroups } from './row-groups.ts';

/**
 * What an alternative can hope for:
 * - `dominated`: one other alternative is at least as good on every criterion and better on one;
 * - `dominated-by-mixture`: no single one is, but a mixture is: a weighted mean of other alternatives that is at least as good on every criterion and better on one;
 * - `best-under`: it is best, alone or shared, under the weighting given, in which every criterion counts.
 *
 * The last two exclude each other and the first two imply: under no weighting in which every criterion counts is it best
 * (D. G. Pearce, Econometrica 52, 1984, lemma 4; here by linear programming duality). With weights of zero it may still share the
 * first place, never hold it alone.
 */
export type Standing =
  | { readonly kind: 'dominated'; readonly by: readonly string[] }
  | { readonly kind: 'dominated-by-mixture'; readonly mixture: readonly { alternative: string; share: Exact }[] }
  | { readonly kind: 'best-under'; readonly weights: readonly Exact[] };

export interface AlternativeStanding {
  readonly alternative: string;
  readonly standing: Standing;
}

/** For each alternative, in the order of the matrix, by which others it is dominated, or else the exact proof of what it can be. */
export function standings(matrix: DecisionMatrix): AlternativeStanding[] {
  const groups = rowGroups(matrix);
  const found: AlternativeStanding[] = [];
  for (const group of groups) {
    const standing = standingOf(matrix, group, groups);
    for (const member of group.members) found[member] = { alternative: matrix.alternatives[member]!, standing };
  }
  return found;
}

/** The alternatives that no single other one dominates. */
export const undominated = (matrix: DecisionMatrix): string[] =>
  standings(matrix).flatMap(({ alternative, standing }) => (standing.kind === 'dominated' ? [] : [alternative]));

function standingOf(matrix: DecisionMatrix, group: RowGroup, groups: readonly RowGroup[]): Standing {
  const others = groups.filter((other) => other !== group);
  const dominators = others.filter((other) => other.levels.every((level, index) => level <= group.levels[index]!));
  if (dominators.length > 0) {
    const members = dominators.flatMap((other) => [...other.members]).sort((a, b) => a - b);
    return { kind: 'dominated', by: members.map((member) => matrix.alternatives[member]!) };
  }
  return mixtureOrWeights(matrix, group, others);
}

/**
 * Seeks the mixture that gains most on this alternative, summed over the criteria, without losing on any: maximise the sum of
 * gain . x with -gain . x <= 0 per criterion and the shares x summing to at most 1. When nothing can be gained, the shadow prices
 * y of the criteria give weights 1 + y, all positive, under which no other alternative scores more.
 */
function mixtureOrWeights(matrix: DecisionMatrix, group: RowGroup, others: readonly RowGroup[]): Standing {
  const gains = others.map((other) => other.values.map((value, index) => value - group.values[index]!));
  const goal = gains.map((gain) => gain.reduce((total, part) => total + part, 0n));
  const noLoss = matrix.criteria.map((_, index) => ({ row: gains.map((gain) => -gain[index]!), bound: 0n }));
  const { denominator, value, solution, prices } = maximise(goal, [...noLoss, { row: goal.map(() => 1n), bound: 1n }])!;
  if (value > 0n) {
    const mixture = others.flatMap((other, index) =>
      solution[index] === 0n
        ? []
        : [{ alternative: matrix.alternatives[other.members[0]!]!, share: ratio(solution[index]!, denominator) }],
    );
    return { kind: 'dominated-by-mixture', mixture };
  }
  const weights = matrix.criteria.map((_, index) => denominator + prices[index]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  return { kind: 'best-under', weights: weights.map((weight) => ratio(weight, total)) };
}
