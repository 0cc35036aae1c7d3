import {
  add,
  compare,
  type Exact,
  exact,
  maximum,
  minimum,
  ratio,
  roundHalfUp,
  subtract,
  sum,
  ZERO,
} from '../number.ts';
import { measuredCriteria, scoredCriteria, type WeightedCriterion, weightedCriteria } from '../rules/criteria-tree.ts';
import { sameEverywhere } from '../rules/in-lot.ts';
import { placeKey } from '../rules/place.ts';
import { qualityReference } from '../rules/price/reference.ts';
import { methodOf } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { pointsOfScore } from '../scoring/quality-score.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { totalOf } from '../scoring/total.ts';

/** What one changed score makes of a bid in a lot. */
export type NewTotal = 'falls-out' | 'comes-in' | 'stays-out' | 'no-outcome' | MovedTotal;

export interface MovedTotal {
  readonly now: () => Exact;
  /** What the points of the score differ by. */
  readonly gained: Exact;
  /** Whether the new total lies past (or level with) another bid of the lot. */
  readonly passes: () => boolean;
}

/** Whether the total of a bid follows from its own scores and prices as they are: no own formula, no criterion relative to the best. */
export function standsAlone(rules: TenderRules): boolean {
  // What is measured, common or of a lot's own is computed through.
  if (!sameEverywhere(rules) || measuredCriteria(rules).length > 0) return false;
  if (!methodOf(rules.price).standsAlone(rules.price)) return false;
  return !weightedCriteria(rules).some(({ criterion }) => criterion.relativeToBest);
}

export interface SingleScores {
  /** The total as it is, before it was rounded; undefined for a bid that is not ranked. */
  readonly before: Exact | undefined;
  readonly after: (criterion: string, from: string, to: string) => NewTotal;
  /** How far a new total can lie from `before` + `gained`, by rounding; undefined where it is not such a sum. */
  readonly slack: Exact | undefined;
}

/**
 * A quick way to the total of one bid when one of its scores changes, exact; undefined where the points of a bid depend on the quality
 * of others or on an own formula, so that everything must be computed anew. A bid that is not ranked "comes in" when it perhaps does.
 */
export function singleScores(
  input: EvaluationInput,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
): ((bid: string, lot: string) => SingleScores) | undefined {
  const { rules } = input;
  if (!standsAlone(rules)) return undefined;
  const scored = new Map(scoredCriteria(rules).map((node) => [node.criterion.id, node]));
  const gains = new Map<string, Map<string, Map<string, Exact>>>();
  const gain = (criterion: string, from: string, to: string): Exact => {
    const ofCriterion = gains.get(criterion) ?? new Map<string, Map<string, Exact>>();
    const ofScore = ofCriterion.get(from) ?? new Map<string, Exact>();
    let gained = ofScore.get(to);
    if (gained === undefined) {
      const node = scored.get(criterion)!;
      gained = subtract(pointsOfScore(rules, node, to), pointsOfScore(rules, node, from));
      gains.set(criterion, ofCriterion.set(from, ofScore.set(to, gained)));
    }
    return gained;
  };
  const ranked = new Map(
    [...rankings].flatMap(([lot, ranking]) =>
      ranking.map((one) => {
        const quality = sum(rules.criteria.map(({ id }) => one.quality.points.get(id)!));
        return [placeKey(one.bid, lot), { one, ranking, quality }] as const;
      }),
    ),
  );
  const minimums = new Map([...scored.keys()].map((id) => [id, minimumsOf(rules, id)]));
  const slack = slackOf(rules);
  return (bid, lot) => {
    const found = ranked.get(placeKey(bid, lot));
    const after = (criterion: string, from: string, to: string): NewTotal => {
      const { score, points: least, quality: leastQuality } = minimums.get(criterion)!;
      if (score) {
        const [before, after] = [from, to].map((given) => compare(exact(given), score) < 0);
        if (before !== after) return after ? 'falls-out' : 'comes-in';
      }
      const gained = gain(criterion, from, to);
      if (!found) return compare(gained, ZERO) > 0 && (least.length > 0 || leastQuality) ? 'comes-in' : 'stays-out';
      const { one, ranking } = found;
      if (least.some((node) => compare(add(one.quality.points.get(node.id)!, gained), node.least) < 0))
        return 'falls-out';
      const quality = (): Exact => {
        const changed = add(found.quality, gained);
        return rules.rounding.quality === undefined ? changed : roundHalfUp(changed, rules.rounding.quality);
      };
      if (leastQuality && compare(quality(), leastQuality) < 0) return 'falls-out';
      if (methodOf(rules.price).needsQuality && compare(quality(), ZERO) <= 0) return 'no-outcome';
      const now = (): Exact => newTotal(input, one, lot, quality(), ranking);
      return { now, gained, passes: () => passes(ranking, one, now()) };
    };
    return { before: found?.one.exactTotal, after, slack };
  };
}

/** The total is points of quality and price together, or of quality alone; rounding moves quality twice and the total once by at most half a unit. */
function slackOf({ rounding, price }: TenderRules): Exact | undefined {
  if (methodOf(price).totalIn !== 'points') return undefined;
  const units = [rounding.quality, rounding.quality, rounding.rankOn === 'rounded' ? rounding.decimals : undefined];
  return sum(units.map((decimals) => (decimals === undefined ? ZERO : ratio(1n, 2n * 10n ** BigInt(decimals)))));
}

interface Minimums {
  readonly score: Exact | undefined;
  /** The criterion itself and the groups that it is in, where they must have so many points. */
  readonly points: readonly { readonly id: string; readonly least: Exact }[];
  readonly quality: Exact | undefined;
}

/** The announced minimums that a score counts for. */
function minimumsOf(rules: TenderRules, criterion: string): Minimums {
  const nodes = weightedCriteria(rules);
  const path: WeightedCriterion[] = [];
  for (let id: string | null = criterion; id !== null; id = path[path.length - 1]!.parent) {
    path.push(nodes.find((node) => node.criterion.id === id)!);
  }
  const { minimumScore } = path[0]!.criterion;
  return {
    score: minimumScore === undefined ? undefined : exact(minimumScore),
    points: path.flatMap(({ criterion: { id, minimumPoints } }) =>
      minimumPoints === undefined ? [] : [{ id, least: exact(minimumPoints) }],
    ),
    quality: rules.minimumQuality === undefined ? undefined : exact(rules.minimumQuality),
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
  if (!one.price) return totalOf(rules, { bid: one.bid, lot, quality, priced: undefined }).total;
  if (one.pricePoints) {
    // Price points do not depend on quality.
    const exactTotal = add(quality, one.pricePoints);
    return rules.rounding.rankOn === 'rounded' ? roundHalfUp(exactTotal, rules.rounding.decimals) : exactTotal;
  }
  const { compared } = ranking[0]!.price!;
  const reference = { bids: ranking.length, lowest: compared, highest: compared, mean: compared, median: compared };
  const references = new Map([[null, reference]]);
  // What is asked here stands alone: nothing looks at the quality of others.
  const priced = { price: one.price, references, qualities: () => qualityReference([quality]) };
  return totalOf(rules, { bid: one.bid, lot, quality, priced }).total;
}
