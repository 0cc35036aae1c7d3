import { add, compare, type Exact, multiply, ZERO } from '../number.ts';
import { type DecisionMatrix, valueAt } from './matrix.ts';
import { sharedRanks } from './shared-ranks.ts';
import type { Weighting } from './weighting.ts';

export interface CountedAlternative {
  readonly alternative: string;
  /** 1 is best; equal counts share a rank. */
  readonly rank: number;
  /** How often each level of the scale occurs, best level first: for `+`, `+/-`, `-` three numbers. */
  readonly counts: readonly number[];
  /** It has the best level on more than half of the criteria. */
  readonly recommended: boolean;
}

export interface WeighedAlternative {
  readonly alternative: string;
  /** 1 is best; equal totals share a rank. */
  readonly rank: number;
  /** The weighted mean of the values, on the scale of the values themselves. */
  readonly total: Exact;
  /** Per criterion its share of the weight times the value: they sum to the total. */
  readonly parts: readonly Exact[];
}

/**
 * Ranks by counting, the way the Bijlagenboek 2013 argues (Contractering, section 3.2): it names bestuurlijk aanbesteden for
 * its three `+` without a clear drawback, and beleidsgestuurde contractfinanciering for its four `+`. The source states no rule;
 * ours, which gives those two and no other, is: recommended is what has the best level on more than half of the criteria.
 * The order is by most of the best level, then most of the next level, and so on; weights play no part.
 */
export function rankByCounting(matrix: DecisionMatrix): CountedAlternative[] {
  const counted = matrix.alternatives.map((alternative, row) => ({
    alternative,
    counts: matrix.scale.map((_, level) => matrix.levels[row]!.filter((cell) => cell === level).length),
  }));
  return sharedRanks(counted, (a, b) => compareCounts(a.counts, b.counts)).map(({ item, rank }) => ({
    ...item,
    rank,
    recommended: 2 * item.counts[0]! > matrix.criteria.length,
  }));
}

/** Ranks by the weighted sum of the values (simple additive weighting), exactly, so that a tie is a tie. */
export function rankByWeightedSum(matrix: DecisionMatrix, { shares }: Weighting): WeighedAlternative[] {
  const weighed = matrix.alternatives.map((alternative, row) => {
    const parts = shares.map((share, column) => multiply(share, valueAt(matrix, row, column)));
    return { alternative, parts, total: parts.reduce(add, ZERO) };
  });
  return sharedRanks(weighed, (a, b) => compare(b.total, a.total)).map(({ item, rank }) => ({ ...item, rank }));
}

/** Negative when the first has more of the best level, or as many and more of the next, and so on. */
function compareCounts(a: readonly number[], b: readonly number[]): number {
  const level = a.findIndex((count, index) => count !== b[index]);
  return level < 0 ? 0 : b[level]! - a[level]!;
}
