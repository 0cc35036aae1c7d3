import type { StrictAward, Totals } from '../award/strict-award.ts';
import { commonDenominator } from '../award/whole-scores.ts';
import { weightedCriteria, weightsTotal } from '../evaluation/criteria-tree.ts';
import type { Ranked } from '../evaluation/ranking.ts';
import {
  approximate,
  denominator,
  divide,
  type Exact,
  equals,
  exact,
  multiply,
  numerator,
  ONE,
  subtract,
  sum,
  toFractionText,
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
  /** Per offer its total at the announced weight, and what it gains per unit of change. */
  readonly starts: readonly Exact[];
  readonly slopes: readonly Exact[];
  /** Both of these offers as whole numbers over one common denominator; remembered per list. */
  readonly whole: (places: readonly number[]) => {
    readonly starts: readonly bigint[];
    readonly slopes: readonly bigint[];
  };
  /** The totals when the weight has changed by so much. */
  readonly totalsAt: (change: Exact) => Totals;
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
    const inGroup = offers.map(({ one }) => sum(ids.map((id) => pointsOf(one, id))));
    /** Of each offer the points of its group / (W - w); remembered, because many weights are the same. */
    const shares = new Map<string, readonly Exact[]>();
    const shareBeside = (weight: Exact): readonly Exact[] => {
      const key = toFractionText(weight);
      const others = divide(ONE, subtract(whole, weight));
      const share = shares.get(key) ?? inGroup.map((points) => multiply(points, others));
      shares.set(key, share);
      return share;
    };
    return ids.flatMap((criterion) => {
      const weight = exact(criterion === null ? weightOfPrice! : criteria.find(({ id }) => id === criterion)!.weight);
      if (equals(weight, ZERO) || equals(weight, whole)) return [];
      // points / w - (those of the group - points) / (W - w), with what all offers share put together.
      const own = divide(whole, multiply(weight, subtract(whole, weight)));
      const share = shareBeside(weight);
      const slopes = offers.map(({ one }, place) =>
        inTotal(price, one, subtract(multiply(pointsOf(one, criterion), own), share[place]!)),
      );
      const starts = offers.map(({ one }) => one.exactTotal);
      const [most, least] = [subtract(whole, weight), subtract(ZERO, weight)];
      return [{ criterion, weight, most, least, ...straightLines(starts, slopes) }];
    });
  });
}

type StraightLines = Pick<WeightLine, 'starts' | 'slopes' | 'whole' | 'totalsAt'>;

function straightLines(starts: readonly Exact[], slopes: readonly Exact[]): StraightLines {
  const remembered = new WeakMap<readonly number[], ReturnType<WeightLine['whole']>>();
  const whole: WeightLine['whole'] = (places) => {
    const known = remembered.get(places);
    if (known) return known;
    const own = [starts, slopes].map((values) => places.map((place) => values[place]!));
    const common = commonDenominator(own.flat())!;
    const [first, second] = own.map((values) => values.map((one) => numerator(one) * (common / denominator(one))));
    const answer = { starts: first!, slopes: second! };
    remembered.set(places, answer);
    return answer;
  };
  const [nearStarts, nearSlopes] = [starts, slopes].map((values) => Float64Array.from(values, approximate));
  const largest = (values: Float64Array): number => values.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const [largestStart, largestSlope] = [largest(nearStarts!), largest(nearSlopes!)];
  return {
    starts,
    slopes,
    whole,
    totalsAt: (change) => {
      const nearly = approximate(change);
      // start + slope x change, times the denominator of the change.
      const [p, q] = [numerator(change), denominator(change)];
      const near = new Float64Array(starts.length);
      for (let place = 0; place < near.length; place++)
        near[place] = nearStarts![place]! + nearSlopes![place]! * nearly;
      return {
        near,
        size: Math.max(largestStart, largestSlope * Math.abs(nearly)),
        whole: (places) => {
          const lines = whole(places);
          return lines.starts.map((start, index) => start * q + lines.slopes[index]! * p);
        },
      };
    },
  };
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
      if ('power' in price.points && price.points.power) return false;
      return price.points.kind !== 'steps' && price.points.kind !== 'formula' && price.points.kind !== 'logarithmic';
    default:
      return true;
  }
}
