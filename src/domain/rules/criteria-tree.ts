import { divide, type Exact, exact, multiply } from '../number.ts';
import type { Criterion, TenderRules } from './rules.ts';

/** A node of the criteria tree with its weight in the whole: as announced at the top, the percentages of it below. */
export interface WeightedCriterion {
  readonly criterion: Criterion;
  readonly parent: string | null;
  readonly depth: number;
  /** Points that a perfect score earns, out of {@link weightsTotal}. */
  readonly weight: Exact;
  /** Assessors score it: it has no children, and no figure of the bid is measured. */
  readonly scored: boolean;
  /** Scored, or handed in, once for all lots. */
  readonly common: boolean;
}

/** As many scores as one assessment holds. */
export const MOST_SCORED_CRITERIA = 500;

const HUNDRED = exact('100');

/** Points for a perfect bid: what the weights at the top sum to, with that of the price. */
export const weightsTotal = (rules: Pick<TenderRules, 'weightsTotal'>): Exact => exact(rules.weightsTotal ?? '100');

/** Rules never change, so the tree of a rule set is worked out once. */
const trees = new WeakMap<object, CriteriaTree>();
interface CriteriaTree {
  readonly all: readonly WeightedCriterion[];
  readonly scored: readonly WeightedCriterion[];
  readonly measured: readonly WeightedCriterion[];
}

/** All criteria in the announced order, parents before their children. */
export const weightedCriteria = (rules: Pick<TenderRules, 'criteria'>): readonly WeightedCriterion[] =>
  treeOf(rules).all;

/** The criteria that are measured by a figure of the bid, in the announced order. */
export const measuredCriteria = (rules: Pick<TenderRules, 'criteria'>): readonly WeightedCriterion[] =>
  treeOf(rules).measured;

/** The criteria that are scored, in the announced order. */
export const scoredCriteria = (rules: Pick<TenderRules, 'criteria'>): readonly WeightedCriterion[] =>
  treeOf(rules).scored;

function treeOf({ criteria }: Pick<TenderRules, 'criteria'>): CriteriaTree {
  const known = trees.get(criteria);
  if (known) return known;
  const all = walkTree(criteria);
  const tree = {
    all,
    scored: all.filter((node) => node.scored),
    measured: all.filter((node) => node.criterion.measured !== undefined),
  };
  trees.set(criteria, tree);
  return tree;
}

function walkTree(roots: readonly Criterion[]): WeightedCriterion[] {
  const walk = (
    criteria: readonly Criterion[],
    parent: string | null,
    whole: Exact,
    depth: number,
    isCommon: boolean,
  ): WeightedCriterion[] =>
    criteria.flatMap((criterion) => {
      const weight =
        parent === null ? exact(criterion.weight) : divide(multiply(whole, exact(criterion.weight)), HUNDRED);
      const scored = criterion.children === undefined && criterion.measured === undefined;
      const common = isCommon || criterion.common === true;
      const node = { criterion, parent, depth, weight, scored, common };
      return [node, ...walk(criterion.children ?? [], criterion.id, weight, depth + 1, common)];
    });
  return walk(roots, null, HUNDRED, 0, false);
}

/** How many criteria are scored and how many are groups; works out no weights, so that any rules can be counted. */
export function countCriteria({ criteria }: Pick<TenderRules, 'criteria'>): { scored: number; groups: number } {
  const counted = { scored: 0, groups: 0 };
  const count = (children: readonly Criterion[]): void => {
    for (const one of children) {
      if (one.children) counted.groups++;
      else counted.scored++;
      count(one.children ?? []);
    }
  };
  count(criteria);
  return counted;
}
