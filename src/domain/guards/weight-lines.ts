import type { StrictAward, Totals } from '../award/strict-award.ts';
import { commonDenominator } from '../award/whole-scores.ts';
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
  ZERO,
} from '../number.ts';
import { measuredCriteria, weightedCriteria, weightsTotal } from '../rules/criteria-tree.ts';
import { sameEverywhere } from '../rules/in-lot.ts';
import { methodOf } from '../rules/price-rules.ts';
import type { Criterion, TenderRules } from '../rules/rules.ts';
import type { Ranked } from '../scoring/ranking.ts';

/** One weight that can be moved: every total as a straight line in its change. */
export interface WeightLine {
  /** Null for the weight of the price. */
  readonly criterion: string | null;
  /** As announced: a percentage of its group, at the top points. */
  readonly weight: Exact;
  /** The largest changes up and down: to all of the group, and to nothing. */
  readonly most: Exact;
  readonly least: Exact;
  /** Of an offer its total at the announced weight, and what it gains per unit of change. */
  readonly start: (place: number) => Exact;
  readonly slope: (place: number) => Exact;
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
  const perPoint = followsWeights(rules) ? methodOf(rules.price).perPoint(rules.price) : null;
  if (!perPoint) return undefined;
  const priceWeight = methodOf(rules.price).weight(rules.price);
  const ranked = offers.map(({ one }) => one);
  const factors = byOffer(ranked, ({ price }) => perPoint(price?.compared ?? null));
  const nearFactors = Float64Array.from(ranked, (_, place) => approximate(factors(place)));
  const groups: { whole: Exact; criteria: readonly Criterion[] }[] = [
    { whole: weightsTotal(rules), criteria: rules.criteria },
    ...weightedCriteria(rules).flatMap(({ criterion }) =>
      criterion.children ? [{ whole: exact('100'), criteria: criterion.children }] : [],
    ),
  ];
  return groups.flatMap(({ whole, criteria }, index) => {
    const ids: readonly (string | null)[] = [
      ...criteria.map(({ id }) => id),
      ...(index === 0 && !equals(priceWeight, ZERO) ? [null] : []),
    ];
    const nearPoints = ids.map((id) => Float64Array.from(ranked, (one) => approximate(pointsOf(one, id))));
    const inGroup = byOffer(ranked, (one) => sum(ids.map((id) => pointsOf(one, id))));
    const nearInGroup = Float64Array.from(ranked, (_, place) =>
      nearPoints.reduce((total, points) => total + points[place]!, 0),
    );
    return ids.flatMap((criterion, which) => {
      const weight = criterion === null ? priceWeight : exact(criteria.find(({ id }) => id === criterion)!.weight);
      if (equals(weight, ZERO) || equals(weight, whole)) return [];
      // points / w - (those of the group - points) / (W - w), with what all offers share put together.
      const own = divide(whole, multiply(weight, subtract(whole, weight)));
      const shared = divide(ONE, subtract(whole, weight));
      const slope = byOffer(ranked, (one, place) =>
        multiply(factors(place), subtract(multiply(pointsOf(one, criterion), own), multiply(inGroup(place), shared))),
      );
      const [nearOwn, nearShared] = [approximate(own), approximate(shared)];
      const nearSlopes = new Float64Array(ranked.length);
      let size = 0;
      for (let place = 0; place < ranked.length; place++) {
        const gained = nearFactors[place]! * nearPoints[which]![place]! * nearOwn;
        const given = nearFactors[place]! * nearInGroup[place]! * nearShared;
        nearSlopes[place] = gained - given;
        size = Math.max(size, Math.abs(gained), Math.abs(given));
      }
      const [most, least] = [subtract(whole, weight), subtract(ZERO, weight)];
      const start = (place: number): Exact => ranked[place]!.exactTotal;
      return [{ criterion, weight, most, least, ...straightLines(ranked, start, slope, { slopes: nearSlopes, size }) }];
    });
  });
}

/** An exact number of each offer, worked out when it is first asked for: few offers can win, and exact numbers are slow. */
function byOffer(ranked: readonly Ranked[], of: (one: Ranked, place: number) => Exact): (place: number) => Exact {
  const known: (Exact | undefined)[] = new Array(ranked.length);
  return (place) => {
    known[place] ??= of(ranked[place]!, place);
    return known[place];
  };
}

type StraightLines = Pick<WeightLine, 'start' | 'slope' | 'whole' | 'totalsAt'>;

/** @param near the slopes as floating point numbers, and the largest number that went into one */
function straightLines(
  ranked: readonly Ranked[],
  start: WeightLine['start'],
  slope: WeightLine['slope'],
  near: { readonly slopes: Float64Array; readonly size: number },
): StraightLines {
  const remembered = new WeakMap<readonly number[], ReturnType<WeightLine['whole']>>();
  const whole: WeightLine['whole'] = (places) => {
    const known = remembered.get(places);
    if (known) return known;
    const own = [start, slope].map((of) => places.map(of));
    const common = commonDenominator(own.flat())!;
    const [first, second] = own.map((values) => values.map((one) => numerator(one) * (common / denominator(one))));
    const answer = { starts: first!, slopes: second! };
    remembered.set(places, answer);
    return answer;
  };
  const nearStarts = Float64Array.from(ranked, (one) => approximate(one.exactTotal));
  const largestStart = nearStarts.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  return {
    start,
    slope,
    whole,
    totalsAt: (change) => {
      const nearly = approximate(change);
      // start + slope x change, times the denominator of the change.
      const [p, q] = [numerator(change), denominator(change)];
      const totals = new Float64Array(ranked.length);
      for (let place = 0; place < totals.length; place++) {
        totals[place] = nearStarts[place]! + near.slopes[place]! * nearly;
      }
      return {
        near: totals,
        size: Math.max(largestStart, near.size * Math.abs(nearly)),
        whole: (places) => {
          const lines = whole(places);
          return lines.starts.map((one, index) => one * q + lines.slopes[index]! * p);
        },
      };
    },
  };
}

const pointsOf = ({ quality, pricePoints }: Ranked, criterion: string | null): Exact =>
  criterion === null ? pricePoints! : quality.points.get(criterion)!;

/** Whether quality and price points follow the weights, and the sum of totals the totals, without rounding or others in between. */
function followsWeights(rules: TenderRules): boolean {
  const { award, combinations, rounding } = rules;
  if (combinations || award.weighLotsByValue || award.discounts || !sameEverywhere(rules)) return false;
  if (measuredCriteria(rules).length > 0 || rules.price.method === 'price-parts') return false;
  if (rounding.criteria !== undefined || rounding.quality !== undefined || rounding.price !== undefined) return false;
  return !weightedCriteria(rules).some(({ criterion }) => criterion.relativeToBest);
}
