import type { StrictAward } from '../award/strict-award.ts';
import { weightedCriteria, weightsTotal } from '../evaluation/criteria-tree.ts';
import type { Ranked } from '../evaluation/ranking.ts';
import {
  denominator,
  divide,
  type Exact,
  equals,
  exact,
  leastCommonMultiple,
  multiply,
  numerator,
  subtract,
  sum,
  ZERO,
} from '../number.ts';
import { type PricedRules, pricedRules } from '../tender/price-rules.ts';
import type { Criterion, TenderRules } from '../tender/rules.ts';

/** One weight that can be moved: every total as a straight line in its change. */
export interface WeightLine {
  /** Null for the weight of the price. */
  readonly criterion: string | null;
  /** As announced: a percentage of its group, at the top points. */
  readonly weight: Exact;
  /** The largest changes up and down: to all of the group, and to nothing. */
  readonly most: Exact;
  readonly least: Exact;
  /** Per offer its total at the announced weight, and what it gains per unit of change: whole numbers over one common denominator. */
  readonly starts: readonly bigint[];
  readonly slopes: readonly bigint[];
}

/**
 * One line per criterion with siblings, and one for the price. When a weight w of a group that sums to W changes by d, the points under it
 * become points x (w + d) / w, those of its siblings points x (W - w - d) / (W - w).
 * @returns undefined where totals are not straight lines: relative quality, own formulas, price per quality, steps of points per euro
 */
export function weightLines(rules: TenderRules, offers: StrictAward['offers']): readonly WeightLine[] | undefined {
  if (!isStraight(rules)) return undefined;
  const price = pricedRules(rules.price);
  const groups: { whole: Exact; criteria: readonly Criterion[] }[] = [
    { whole: weightsTotal(rules), criteria: rules.criteria },
    ...weightedCriteria(rules).flatMap(({ criterion }) =>
      criterion.children ? [{ whole: exact('100'), criteria: criterion.children }] : [],
    ),
  ];
  return groups.flatMap(({ whole, criteria }, index) => {
    const weightOfPrice = index === 0 && price?.method === 'weighted-factor' ? price.weight : undefined;
    const ids: readonly (string | null)[] = [
      ...criteria.map(({ id }) => id),
      ...(weightOfPrice === undefined ? [] : [null]),
    ];
    return ids.flatMap((criterion) => {
      const weight = exact(criterion === null ? weightOfPrice! : criteria.find(({ id }) => id === criterion)!.weight);
      if (equals(weight, ZERO) || equals(weight, whole)) return [];
      const siblings = ids.filter((id) => id !== criterion);
      const slopes = offers.map(({ one }) => {
        const up = divide(pointsOf(one, criterion), weight);
        const down = divide(sum(siblings.map((id) => pointsOf(one, id))), subtract(whole, weight));
        return inTotal(price, one, subtract(up, down));
      });
      const totals = offers.map(({ one }) => one.exactTotal);
      const common = [...totals, ...slopes].reduce((so, value) => leastCommonMultiple(so, denominator(value)), 1n);
      const inWhole = (value: Exact): bigint => numerator(value) * (common / denominator(value));
      return [
        {
          criterion,
          weight,
          most: subtract(whole, weight),
          least: subtract(ZERO, weight),
          starts: totals.map(inWhole),
          slopes: slopes.map(inWhole),
        },
      ];
    });
  });
}

const pointsOf = ({ quality, pricePoints }: Ranked, criterion: string | null): Exact =>
  criterion === null ? pricePoints! : quality.points.get(criterion)!;

/** What a point of quality (or price) more does to the total. */
function inTotal(price: PricedRules | undefined, { price: offered }: Ranked, points: Exact): Exact {
  if (price?.method === 'award-on-value') return subtract(ZERO, points);
  if (price?.method === 'quality-per-euro') return divide(multiply(points, exact(price.per)), offered!.compared);
  return points;
}

function isStraight(rules: TenderRules): boolean {
  const { price, award, combinations, rounding } = rules;
  if (combinations || award.weighLotsByValue) return false;
  if (rounding.criteria !== undefined || rounding.quality !== undefined || rounding.price !== undefined) return false;
  if (weightedCriteria(rules).some(({ criterion }) => criterion.relativeToBest)) return false;
  switch (price.method) {
    case 'formula':
    case 'price-per-quality':
    case 'lowest-price':
      return false;
    case 'weighted-factor':
      return price.points.kind !== 'steps' && price.points.kind !== 'formula' && price.points.kind !== 'logarithmic';
    default:
      return true;
  }
}
