import { scoredCriteria, weightedCriteria } from '../evaluation/criteria-tree.ts';
import type { EvaluationInput } from '../evaluation/input.ts';
import { pointsOfScore } from '../evaluation/quality-score.ts';
import type { Ranked } from '../evaluation/ranking.ts';
import { totalOf } from '../evaluation/total.ts';
import { add, compare, type Exact, exact, maximum, minimum, roundHalfUp, subtract, ZERO } from '../number.ts';
import { pricedRules } from '../tender/price-rules.ts';

export interface OneScore {
  readonly bid: string;
  readonly lot: string;
  readonly criterion: string;
  readonly from: string;
  readonly to: string;
}

/** The total of a bid with one score changed; whether that moves it past (or level with) another bid of its lot. */
export type NewTotal =
  | 'falls-out'
  | 'comes-in'
  | 'stays-out'
  | 'no-outcome'
  | { readonly now: Exact; readonly moved: boolean };

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
  const ranked = new Map(
    [...rankings].flatMap(([lot, ranking]) => ranking.map((one) => [`${one.bid} ${lot}`, { one, ranking }] as const)),
  );
  return ({ bid, lot, criterion, from, to }) => {
    const { minimumScore } = scored.get(criterion)!.criterion;
    const below = (score: string): boolean =>
      minimumScore !== undefined && compare(exact(score), exact(minimumScore)) < 0;
    if (below(from) !== below(to)) return below(to) ? 'falls-out' : 'comes-in';
    const found = ranked.get(`${bid} ${lot}`);
    if (!found) return 'stays-out';
    const { one, ranking } = found;
    const sum = [...rules.criteria].reduce((so, { id }) => add(so, one.quality.points.get(id)!), ZERO);
    const changed = add(sum, subtract(points(criterion, to), points(criterion, from)));
    const quality = rules.rounding.quality === undefined ? changed : roundHalfUp(changed, rules.rounding.quality);
    if (rules.price.method === 'price-per-quality' && compare(quality, ZERO) <= 0) return 'no-outcome';
    const now = newTotal(input, one, lot, quality, ranking);
    const [low, high] = [minimum(one.total, now), maximum(one.total, now)];
    const moved = ranking.some(
      (other) => other !== one && compare(other.total, low) >= 0 && compare(other.total, high) <= 0,
    );
    return { now, moved };
  };
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
