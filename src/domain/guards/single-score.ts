import { scoredCriteria, weightedCriteria } from '../evaluation/criteria-tree.ts';
import type { EvaluationInput } from '../evaluation/input.ts';
import { pointsOfScore } from '../evaluation/quality-score.ts';
import type { Ranked } from '../evaluation/ranking.ts';
import { totalOf } from '../evaluation/total.ts';
import { add, compare, type Exact, exact, maximum, minimum, roundHalfUp, subtract, sum, ZERO } from '../number.ts';
import { pricedRules } from '../tender/price-rules.ts';

export interface OneScore {
  readonly bid: string;
  readonly lot: string;
  readonly criterion: string;
  readonly from: string;
  readonly to: string;
}

/** The total of a bid with one score changed; `moved` tells whether that puts it past (or level with) another bid of its lot. */
export type NewTotal =
  | 'falls-out'
  | 'comes-in'
  | 'stays-out'
  | 'no-outcome'
  | { readonly now: Exact; readonly moved: () => boolean };

/**
 * A quick way to the total of one bid when one of its scores changes, exact; undefined where the points of a bid depend on the quality
 * of others or on minimums of groups, so that everything must be computed anew.
 */
export function singleScores(
  input: EvaluationInput,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
): ((change: OneScore) => NewTotal) | undefined {
  const { rules } = input;
  const nodes = weightedCriteria(rules);
  const price = pricedRules(rules.price);
  const formula =
    price?.method === 'formula' || (price?.method === 'weighted-factor' && price.points.kind === 'formula');
  const grouped =
    rules.minimumQuality !== undefined || nodes.some(({ criterion }) => criterion.minimumPoints !== undefined);
  if (formula || grouped || nodes.some(({ criterion }) => criterion.relativeToBest)) return undefined;

  const scored = new Map(scoredCriteria(rules).map((node) => [node.criterion.id, node]));
  const memo = new Map<string, Exact>();
  const points = (criterion: string, score: string): Exact => {
    const key = `${criterion} ${score}`;
    const known = memo.get(key) ?? pointsOfScore(rules, scored.get(criterion)!, score);
    memo.set(key, known);
    return known;
  };
  const gains = new Map<string, Exact>();
  const gain = ({ criterion, from, to }: OneScore): Exact => {
    const key = `${criterion} ${from} ${to}`;
    const known = gains.get(key) ?? subtract(points(criterion, to), points(criterion, from));
    gains.set(key, known);
    return known;
  };
  const ranked = new Map(
    [...rankings].flatMap(([lot, ranking]) =>
      ranking.map((one) => {
        const quality = sum(rules.criteria.map(({ id }) => one.quality.points.get(id)!));
        return [`${one.bid} ${lot}`, { one, ranking, quality }] as const;
      }),
    ),
  );
  const minimums = new Map(
    [...scored].flatMap(([id, { criterion }]) =>
      criterion.minimumScore === undefined ? [] : [[id, exact(criterion.minimumScore)] as const],
    ),
  );
  return (change) => {
    const { bid, lot, criterion, from, to } = change;
    const least = minimums.get(criterion);
    if (least) {
      const [before, after] = [from, to].map((score) => compare(exact(score), least) < 0);
      if (before !== after) return after ? 'falls-out' : 'comes-in';
    }
    const found = ranked.get(`${bid} ${lot}`);
    if (!found) return 'stays-out';
    const { one, ranking } = found;
    const changed = add(found.quality, gain(change));
    const quality = rules.rounding.quality === undefined ? changed : roundHalfUp(changed, rules.rounding.quality);
    if (rules.price.method === 'price-per-quality' && compare(quality, ZERO) <= 0) return 'no-outcome';
    const now = newTotal(input, one, lot, quality, ranking);
    return { now, moved: () => passes(ranking, one, now) };
  };
}

/** Whether another bid lies between (or at) the total that a bid has and its new one. */
function passes(ranking: readonly Ranked[], one: Ranked, now: Exact): boolean {
  const [low, high] = [minimum(one.total, now), maximum(one.total, now)];
  return ranking.some((other) => other !== one && compare(other.total, low) >= 0 && compare(other.total, high) <= 0);
}

function newTotal(
  { rules }: EvaluationInput,
  one: Ranked,
  lot: string,
  quality: Exact,
  ranking: readonly Ranked[],
): Exact {
  if (!one.price) return totalOf(rules, { bid: one.bid, lot, quality, bestQuality: ZERO, priced: undefined }).total;
  if (one.pricePoints) {
    // Price points do not depend on quality.
    const exactTotal = add(quality, one.pricePoints);
    return rules.rounding.rankOn === 'rounded' ? roundHalfUp(exactTotal, rules.rounding.decimals) : exactTotal;
  }
  const { compared } = ranking[0]!.price!;
  const reference = { bids: ranking.length, lowest: compared, highest: compared, mean: compared };
  return totalOf(rules, { bid: one.bid, lot, quality, bestQuality: ZERO, priced: { price: one.price, reference } })
    .total;
}
