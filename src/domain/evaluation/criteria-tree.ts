import { DomainError } from '../errors.ts';
import { compare, divide, type Exact, equals, exact, multiply, sum } from '../number.ts';
import type { Criterion, TenderRules } from '../tender/rules.ts';

/** A node of the criteria tree with its weight in the whole: 100 for the root, the product of the percentages below it. */
export interface WeightedCriterion {
  readonly criterion: Criterion;
  readonly parent: string | null;
  readonly depth: number;
  /** Points that a perfect score earns, out of 100. */
  readonly weight: Exact;
  /** Only criteria without children are scored. */
  readonly scored: boolean;
}

const HUNDRED = exact('100');

/** Rules never change, so the tree of a rule set is worked out once. */
const trees = new WeakMap<object, CriteriaTree>();
interface CriteriaTree {
  readonly all: readonly WeightedCriterion[];
  readonly scored: readonly WeightedCriterion[];
}

/** All criteria in the announced order, parents before their children. */
export const weightedCriteria = (rules: Pick<TenderRules, 'criteria'>): readonly WeightedCriterion[] =>
  treeOf(rules).all;

/** The criteria that are scored, in the announced order. */
export const scoredCriteria = (rules: Pick<TenderRules, 'criteria'>): readonly WeightedCriterion[] =>
  treeOf(rules).scored;

function treeOf({ criteria }: Pick<TenderRules, 'criteria'>): CriteriaTree {
  const known = trees.get(criteria);
  if (known) return known;
  const all = walkTree(criteria);
  const tree = { all, scored: all.filter((node) => node.scored) };
  trees.set(criteria, tree);
  return tree;
}

function walkTree(roots: readonly Criterion[]): WeightedCriterion[] {
  const walk = (
    criteria: readonly Criterion[],
    parent: string | null,
    whole: Exact,
    depth: number,
  ): WeightedCriterion[] =>
    criteria.flatMap((criterion) => {
      const weight = divide(multiply(whole, exact(criterion.weight)), HUNDRED);
      const node = { criterion, parent, depth, weight, scored: criterion.children === undefined };
      return [node, ...walk(criterion.children ?? [], criterion.id, weight, depth + 1)];
    });
  return walk(roots, null, HUNDRED, 0);
}

/** The highest score of the scale. */
export const highestScore = (rules: Pick<TenderRules, 'scale'>): Exact =>
  rules.scale.map((step) => exact(step.value)).reduce((a, b) => (compare(a, b) >= 0 ? a : b));

/**
 * Checks what a schema cannot see in a rule set.
 * @throws DomainError `weights-do-not-sum` (siblings must give exactly 100, they are never normalised), `duplicate-id`,
 *   `scale-not-ascending`, `scale-without-positive`, `minimum-not-on-scale`, `minimum-on-group`, `unknown-tie-break-criterion`,
 *   `winners-limits`, `growth-path-not-rising`
 */
export function checkRules(rules: TenderRules): void {
  const siblings = (criteria: readonly Criterion[], parent: string | null): void => {
    const total = sum(criteria.map((criterion) => exact(criterion.weight)));
    if (!equals(total, HUNDRED)) throw new DomainError('weights-do-not-sum', { parent, total: total.toFraction() });
    for (const criterion of criteria) if (criterion.children) siblings(criterion.children, criterion.id);
  };
  siblings(rules.criteria, null);

  const nodes = weightedCriteria(rules);
  unique(
    'criteria',
    nodes.map((node) => node.criterion.id),
  );
  unique(
    'lots',
    rules.lots.map((lot) => lot.id),
  );

  const values = rules.scale.map((step) => exact(step.value));
  values.forEach((value, index) => {
    const previous = values[index - 1];
    if (previous && compare(previous, value) >= 0) throw new DomainError('scale-not-ascending', { index });
  });
  if (highestScore(rules).n === 0n) throw new DomainError('scale-without-positive');

  for (const { criterion, scored } of nodes) {
    if (criterion.minimumScore === undefined) continue;
    if (!scored) throw new DomainError('minimum-on-group', { criterion: criterion.id });
    if (!rules.scale.some((step) => step.value === criterion.minimumScore)) {
      throw new DomainError('minimum-not-on-scale', { criterion: criterion.id, minimum: criterion.minimumScore });
    }
  }
  for (const step of rules.award.tieBreak) {
    if (!nodes.some((node) => node.criterion.id === step.criterion)) {
      throw new DomainError('unknown-tie-break-criterion', { criterion: step.criterion });
    }
  }
  const { minimum, maximum } = rules.award.winners;
  if (minimum > maximum || minimum > rules.lots.length) {
    throw new DomainError('winners-limits', { minimum, maximum, lots: rules.lots.length });
  }
  const steps = rules.growthPath?.steps ?? [];
  steps.forEach((step, index) => {
    const previous = steps[index - 1];
    if (previous && previous.by >= step.by) throw new DomainError('growth-path-not-rising', { by: step.by });
  });
}

function unique(place: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new DomainError('duplicate-id', { place, id });
    seen.add(id);
  }
}
