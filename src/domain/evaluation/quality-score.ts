import { compare, divide, type Exact, exact, multiply, roundHalfUp, sum, toFractionText } from '../number.ts';
import type { TenderRules } from '../tender/rules.ts';
import { highestScore, type WeightedCriterion, weightedCriteria } from './criteria-tree.ts';

/** One line of the calculation: points = score / highest score x weight, or the sum of the criteria below it. */
export interface CriterionPoints {
  readonly criterion: string;
  /** The consensus score as announced on the scale; null for a group of criteria. */
  readonly score: string | null;
  /** Weight in the whole and points earned, exact, out of 100. */
  readonly weight: string;
  readonly points: string;
}

/** A consensus score below the announced minimum of its criterion. */
export interface BelowMinimum {
  readonly criterion: string;
  readonly score: string;
  readonly minimum: string;
}

export interface QualityScore {
  readonly lines: readonly CriterionPoints[];
  /** The sum before rounding, and the total that ranks as announced. */
  readonly exactTotal: Exact;
  readonly total: Exact;
  readonly belowMinimum: readonly BelowMinimum[];
}

/**
 * The weighted factor method on a tree of criteria, without any rounding but the announced one of the total.
 * @returns a function from the consensus score per scored criterion (every one on the scale) to the quality score
 */
export function qualityScorer(rules: TenderRules): (scores: ReadonlyMap<string, string>) => QualityScore {
  const nodes = weightedCriteria(rules);
  const highest = highestScore(rules);
  return (scores) => scoreTree(rules, nodes, highest, scores);
}

function scoreTree(
  rules: TenderRules,
  nodes: readonly WeightedCriterion[],
  highest: Exact,
  scores: ReadonlyMap<string, string>,
): QualityScore {
  const points = new Map<string, Exact>();
  const belowMinimum: BelowMinimum[] = [];

  for (const node of [...nodes].reverse()) {
    const { id, minimumScore } = node.criterion;
    if (!node.scored) {
      const children = nodes.filter((child) => child.parent === id);
      points.set(id, sum(children.map((child) => points.get(child.criterion.id)!)));
      continue;
    }
    const score = scores.get(id)!;
    points.set(id, multiply(divide(exact(score), highest), node.weight));
    if (minimumScore !== undefined && compare(exact(score), exact(minimumScore)) < 0) {
      belowMinimum.unshift({ criterion: id, score, minimum: minimumScore });
    }
  }

  const exactTotal = sum(nodes.filter((node) => node.parent === null).map((node) => points.get(node.criterion.id)!));
  const { decimals, rankOn } = rules.rounding;
  return {
    lines: nodes.map((node) => ({
      criterion: node.criterion.id,
      score: node.scored ? scores.get(node.criterion.id)! : null,
      weight: toFractionText(node.weight),
      points: toFractionText(points.get(node.criterion.id)!),
    })),
    exactTotal,
    total: rankOn === 'rounded' ? roundHalfUp(exactTotal, decimals) : exactTotal,
    belowMinimum,
  };
}
