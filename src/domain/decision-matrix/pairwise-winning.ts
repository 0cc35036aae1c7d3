import { DomainError } from '../errors.ts';
import { add, divide, type Exact, ONE, subtract, ZERO } from '../number.ts';
import { type CriteriaOrdering, orderedRegion, type Region } from './criteria-ordering.ts';
import type { DecisionMatrix } from './matrix.ts';
import { rowGroups } from './row-groups.ts';
import { volumeSum } from './volume-sum.ts';
import { type Form, heightAt, partAbove, sumAt, withHeights } from './weight-simplex.ts';
import { bigints } from './whole-numbers.ts';

export interface PairwiseWinning {
  /** `wins[a][b]`: the share of the weightings for which a scores strictly more than b, in the order of the matrix. */
  readonly wins: readonly (readonly Exact[])[];
  /** Per alternative its mean rank: 1 plus the shares with which the others win from it. */
  readonly expectedRanks: readonly Exact[];
}

const REGION_BUDGET = 10_000;

/**
 * Which alternative wins from which, and the expected ranks, exactly and in closed form: one hyperplane per pair, Varsi's formula
 * (see `partAbove`). Needs no pieces, so it also works where exact rank shares are out of reach.
 * Two alternatives with equal scores on every criterion win nothing from each other; else a draw has volume zero.
 * @throws DomainError `unknown-criterion`, `ordering-contradicts`; `ordering-too-complex` when the ordering leaves a region of too many simplices
 */
export function pairwiseWinning(matrix: DecisionMatrix, ordering: CriteriaOrdering = []): PairwiseWinning {
  const region = orderedRegion(matrix, ordering, REGION_BUDGET);
  if (region === undefined) throw new DomainError('ordering-too-complex', { budget: REGION_BUDGET });
  const wins: Exact[][] = matrix.alternatives.map(() => matrix.alternatives.map(() => ZERO));
  const groups = rowGroups(matrix);
  groups.forEach((first, index) => {
    for (const second of groups.slice(index + 1)) {
      const lead = first.values.map((value, criterion) => value - second.values[criterion]!);
      const share = shareAbove(region, lead);
      const opposite = subtract(ONE, share);
      for (const a of first.members) {
        for (const b of second.members) {
          wins[a]![b] = share;
          wins[b]![a] = opposite;
        }
      }
    }
  });
  const expectedRanks = matrix.alternatives.map((_, b) => wins.reduce((rank, row) => add(rank, row[b]!), ONE));
  return { wins, expectedRanks };
}

/** The share of the region's volume where a form, not zero everywhere, is positive. */
function shareAbove(region: Region, form: Form): Exact {
  if (form.every((coefficient) => coefficient >= 0n)) return ONE;
  if (form.every((coefficient) => coefficient <= 0n)) return ZERO;
  const sum = volumeSum();
  for (const cell of region.cells) {
    const { corners, determinant } = withHeights(cell, [form], bigints)!;
    const { part, whole } = partAbove(corners, heightAt(region.criteria, 0), bigints);
    const size = corners.reduce((total, corner) => total * corner[sumAt(region.criteria)]!, 1n);
    sum.add(determinant, part, size, whole);
  }
  return divide(sum.total(), region.volume);
}
