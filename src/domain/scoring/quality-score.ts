import {
  compare,
  divide,
  type Exact,
  equals,
  exact,
  maximum,
  multiply,
  roundHalfUp,
  subtract,
  sum,
  toFractionText,
  ZERO,
} from '../number.ts';
import { measuredCriteria, type WeightedCriterion, weightedCriteria } from '../rules/criteria-tree.ts';
import { boundOf, type OutsideMeasure } from '../rules/measures.ts';
import { kindOf, pricePoints } from '../rules/price/points.ts';
import { type PriceReference, priceReference } from '../rules/price/reference.ts';
import type { TenderRules } from '../rules/rules.ts';
import { highestOf, scaleOf } from '../rules/scale.ts';

/** One line of the calculation: the points of a score, or the sum of the criteria below it. */
export interface CriterionPoints {
  readonly criterion: string;
  /** The score as announced on the scale, or the mean or the median of scores; null for a group and for what is measured. */
  readonly score: string | null;
  /** The figure that the bid is measured by, where it is. */
  readonly value?: string;
  /** Weight in the whole and points earned, exact, out of the rules' `weightsTotal`. */
  readonly weight: string;
  readonly points: string;
}

/** A consensus score below the announced minimum of its criterion. */
export interface BelowMinimum {
  readonly criterion: string;
  readonly score: string;
  readonly minimum: string;
}

/** Points below the announced minimum of a criterion or group; `criterion` is null for quality as a whole. */
export interface BelowPoints {
  readonly criterion: string | null;
  readonly points: string;
  readonly minimum: string;
}

/** What the scores of one bid in one lot are worth by themselves, before anything is made relative to other bids. */
export interface OwnQuality {
  readonly place: QualityOf;
  readonly scores: ReadonlyMap<string, string>;
  /** Figures of the bid by measured criterion. */
  readonly values: ReadonlyMap<string, string>;
  readonly outsideMeasures: readonly OutsideMeasure[];
  readonly points: ReadonlyMap<string, Exact>;
  readonly total: Exact;
  readonly belowMinimum: readonly BelowMinimum[];
  readonly belowPoints: readonly BelowPoints[];
}

/** Whose quality it is. */
export interface QualityOf {
  readonly bid: string;
  readonly lot: string;
}

export interface QualityScore {
  readonly scores: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, string>;
  readonly points: ReadonlyMap<string, Exact>;
  /** The sum at the top, rounded where that was announced. */
  readonly total: Exact;
}

const NO_VALUES: ReadonlyMap<string, string> = new Map();

/**
 * The score per scored criterion (every one as announced) and the figure per measured one to points, on a tree of criteria. What is measured against
 * others has no points yet.
 * @param rules as they hold in the lot
 */
export function ownQuality(
  rules: TenderRules,
  place: QualityOf,
  scores: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, string> = NO_VALUES,
): OwnQuality {
  const points = pointsOfTree(rules, scores, AS_THEY_ARE, measuredAlone(rules, place, values));
  const total = topTotal(rules, points);
  const belowMinimum: BelowMinimum[] = [];
  const belowPoints: BelowPoints[] = [];
  for (const { criterion } of weightedCriteria(rules)) {
    const { id, minimumScore, minimumPoints } = criterion;
    const score = scores.get(id);
    if (minimumScore !== undefined && score !== undefined && compare(exact(score), exact(minimumScore)) < 0) {
      belowMinimum.push({ criterion: id, score, minimum: minimumScore });
    }
    const own = points.get(id)!;
    if (minimumPoints !== undefined && compare(own, exact(minimumPoints)) < 0) {
      belowPoints.push({ criterion: id, points: toFractionText(own), minimum: minimumPoints });
    }
  }
  if (rules.minimumQuality !== undefined && compare(total, exact(rules.minimumQuality)) < 0) {
    belowPoints.push({ criterion: null, points: toFractionText(total), minimum: rules.minimumQuality });
  }
  const outsideMeasures = measuredCriteria(rules).flatMap((node) => {
    const value = values.get(node.criterion.id);
    return (value !== undefined && boundOf(node, value)) || [];
  });
  return { place, scores, values, points, total, belowMinimum, belowPoints, outsideMeasures };
}

/** Whether nothing in the scores and figures of a bid by themselves sets it aside. */
export const isGoodEnough = ({ belowMinimum, belowPoints, outsideMeasures }: OwnQuality): boolean =>
  belowMinimum.length === 0 && belowPoints.length === 0 && outsideMeasures.length === 0;

/** Points of a measured criterion; zero as long as the figure is sealed, or what it is measured against is not known. */
type MeasuredPoints = (node: WeightedCriterion) => Exact;

const measuredAlone =
  (rules: TenderRules, place: QualityOf, values: ReadonlyMap<string, string>): MeasuredPoints =>
  (node) => {
    const value = values.get(node.criterion.id);
    const { points } = node.criterion.measured!;
    if (value === undefined || kindOf(points).measuredBy(points) !== 'itself') return ZERO;
    const own = exact(value);
    return measuredPoints(rules, place, node, own, priceReference([own])!);
  };

function measuredPoints(
  { rounding }: TenderRules,
  place: QualityOf,
  { criterion, weight }: WeightedCriterion,
  value: Exact,
  reference: PriceReference,
): Exact {
  const { points, better, constants } = criterion.measured!;
  return pricePoints(points, {
    ...place,
    price: value,
    quality: ZERO,
    reference,
    qualities: () => NO_QUALITY,
    pointsDecimals: rounding.criteria,
    weight,
    better,
    constants,
  });
}

/** A figure is not measured by the quality of bids. */
const NO_QUALITY = { best: ZERO, mean: ZERO, median: ZERO };

/** What the figures of the valid bids are measured against, by criterion that is measured against others. */
function referencesOf(rules: TenderRules, valid: ReadonlyMap<string, OwnQuality>): ReadonlyMap<string, PriceReference> {
  const relative = measuredCriteria(rules).filter(
    ({ criterion: { measured } }) => kindOf(measured!.points).measuredBy(measured!.points) !== 'itself',
  );
  return new Map(
    relative.flatMap(({ criterion: { id } }) => {
      const reference = priceReference([...valid.values()].map(({ values }) => exact(values.get(id)!)));
      return reference ? [[id, reference] as const] : [];
    }),
  );
}

/**
 * The quality scores of all valid bids in one lot, by bid: points as they are, and where a criterion is relative to the best, own points / best
 * points x weight, from the bottom of the tree to its top.
 */
export function qualityScores(rules: TenderRules, valid: ReadonlyMap<string, OwnQuality>): Map<string, QualityScore> {
  const nodes = weightedCriteria(rules);
  const references = referencesOf(rules, valid);
  const measuredOf = ({ place, values }: OwnQuality): MeasuredPoints => {
    const alone = measuredAlone(rules, place, values);
    return (node) => {
      const reference = references.get(node.criterion.id);
      return reference
        ? measuredPoints(rules, place, node, exact(values.get(node.criterion.id)!), reference)
        : alone(node);
    };
  };
  let points = new Map(
    [...valid].map(([bid, quality]) => [
      bid,
      references.size === 0 ? quality.points : pointsOfTree(rules, quality.scores, AS_THEY_ARE, measuredOf(quality)),
    ]),
  );
  // Deepest first: a group is made relative after the criteria in it are.
  const relative = nodes.filter((node) => node.criterion.relativeToBest).sort((a, b) => b.depth - a.depth);
  const bests = new Map<string, Exact>();
  for (const { criterion, weight } of relative) {
    const best = [...points.values()].map((one) => one.get(criterion.id)!).reduce(maximum, ZERO);
    bests.set(criterion.id, best);
    points = new Map(
      [...valid].map(([bid, quality]) => [
        bid,
        pointsOfTree(
          rules,
          quality.scores,
          (id, own) => {
            const known = bests.get(id);
            if (!known || equals(known, ZERO)) return own;
            return multiply(divide(own, known), id === criterion.id ? weight : weightOf(nodes, id));
          },
          measuredOf(quality),
        ),
      ]),
    );
  }
  return new Map(
    [...valid].map(([bid, quality]) => {
      const own = points.get(bid)!;
      const total = own === quality.points ? quality.total : topTotal(rules, own);
      return [bid, { scores: quality.scores, values: quality.values, points: own, total }];
    }),
  );
}

const AS_THEY_ARE = (_: string, own: Exact): Exact => own;

/** Points of every node; `adjust` is asked of each before it is summed into its group. */
function pointsOfTree(
  rules: TenderRules,
  scores: ReadonlyMap<string, string>,
  adjust: (criterion: string, own: Exact) => Exact,
  measured: MeasuredPoints,
): ReadonlyMap<string, Exact> {
  const nodes = weightedCriteria(rules);
  const points = new Map<string, Exact>();
  const sums = new Map<string, Exact>();
  for (let place = nodes.length - 1; place >= 0; place--) {
    const node = nodes[place]!;
    const { id } = node.criterion;
    const raw = node.scored
      ? pointsOfScore(rules, node, scores.get(id)!)
      : node.criterion.measured
        ? measured(node)
        : (sums.get(id) ?? ZERO);
    const own = adjust(id, raw);
    points.set(id, own);
    if (node.parent !== null) sums.set(node.parent, (sums.get(node.parent) ?? ZERO).add(own));
  }
  return points;
}

/** Rules never change, so what a score is worth on a criterion is worked out once. */
const worths = new WeakMap<TenderRules, Map<string, Map<string, Exact>>>();

/** Points of one score on a criterion that is scored, rounded where that was announced. */
export function pointsOfScore(rules: TenderRules, node: WeightedCriterion, score: string): Exact {
  const ofRules = remembered(worths, rules, () => new Map<string, Map<string, Exact>>());
  const ofCriterion = remembered(ofRules, node.criterion.id, () => new Map<string, Exact>());
  return remembered(ofCriterion, score, () => worthOf(rules, node, score));
}

function remembered<K, V>(
  memory: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

function worthOf(rules: TenderRules, node: WeightedCriterion, score: string): Exact {
  const { criterion, weight } = node;
  const { scoring } = criterion;
  const highest = (): Exact => highestOf(scaleOf(rules, node));
  const points = (): Exact => {
    switch (scoring?.kind) {
      case undefined:
        return multiply(divide(exact(score), highest()), weight);
      case 'points':
        return exact(score);
      case 'linear': {
        const zero = exact(scoring.zero);
        return multiply(divide(subtract(exact(score), zero), subtract(highest(), zero)), weight);
      }
      case 'table': {
        const { percentage } = scoring.percentages.find((one) => one.score === score)!;
        return divide(multiply(exact(percentage), weight), HUNDRED);
      }
    }
  };
  return rules.rounding.criteria === undefined ? points() : roundHalfUp(points(), rules.rounding.criteria);
}

const HUNDRED = exact('100');

function topTotal(rules: TenderRules, points: ReadonlyMap<string, Exact>): Exact {
  const total = sum(rules.criteria.map(({ id }) => points.get(id)!));
  return rules.rounding.quality === undefined ? total : roundHalfUp(total, rules.rounding.quality);
}

const weightOf = (nodes: readonly WeightedCriterion[], id: string): Exact =>
  nodes.find((node) => node.criterion.id === id)!.weight;

/** The calculation line by line, in the announced order. */
export const linesOf = (rules: TenderRules, { scores, values, points }: QualityScore): CriterionPoints[] =>
  weightedCriteria(rules).map((node) => ({
    criterion: node.criterion.id,
    score: node.scored ? scores.get(node.criterion.id)! : null,
    ...(node.criterion.measured ? { value: values.get(node.criterion.id)! } : {}),
    weight: toFractionText(node.weight),
    points: toFractionText(points.get(node.criterion.id)!),
  }));
