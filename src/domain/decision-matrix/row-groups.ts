import type { DecisionMatrix } from './matrix.ts';
import { wholeValues } from './whole-numbers.ts';

/** Alternatives with equal scores on every criterion: under any weighting they share a rank. */
export interface RowGroup {
  /** Indices of the alternatives. */
  readonly members: readonly number[];
  /** Their level of the scale per criterion. */
  readonly levels: readonly number[];
  /** Their value per criterion, the values of the scale multiplied by one positive number that makes them whole. */
  readonly values: readonly bigint[];
}

/** The distinct rows of a matrix, in order of first appearance. */
export function rowGroups(matrix: DecisionMatrix): RowGroup[] {
  const values = wholeValues(matrix.scale.map((level) => level.value));
  const members = new Map<string, number[]>();
  matrix.levels.forEach((row, index) => {
    const key = row.join();
    const equals = members.get(key);
    if (equals) equals.push(index);
    else members.set(key, [index]);
  });
  return [...members.values()].map((indices) => {
    const levels = matrix.levels[indices[0]!]!;
    return { members: indices, levels, values: levels.map((level) => values[level]!) };
  });
}
