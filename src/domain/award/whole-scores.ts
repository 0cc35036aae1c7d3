import {
  approximate,
  compare,
  denominator,
  type Exact,
  equals,
  leastCommonMultiple,
  multiply,
  numerator,
  ONE,
  ratio,
} from '../number.ts';
import { biddable, type TenderRules } from '../rules/rules.ts';
import { bestTotal } from '../scoring/total.ts';
import type { AwardProblem, Offer } from './proof/problem.ts';
import { contenderSearch, roundScores, scaleFor, withRounded } from './search/contenders.ts';
import { awardProblem, lotPlaces, type Ranking, type UpForAward, weightOf, worthOfLots } from './up-for-award.ts';

/** The totals of all valid bids as whole numbers over one common denominator, so that equal is exactly equal; more is better. */
export interface WholeScores {
  readonly offers: readonly Offer[];
  /** Id of the lot, the combination or the discount of each offer. */
  readonly places: readonly string[];
  /** From whole numbers back to a sum of totals. */
  readonly toTotal: (units: bigint) => Exact;
}

/**
 * In the order of the lots, best totals first, equal ones by the bid's id: what lists of equal divisions follow.
 * The total of a combination counts once for each of its lots; with `weighLotsByValue` every total counts times the value of its lot.
 */
export const wholeScores = (up: UpForAward): WholeScores => inWholeNumbers(up.rules, offeredTotals(up));

/** The award when some offers are fixed or left out. */
export interface Contest extends WholeScores {
  readonly problem: AwardProblem;
  /** Of each offer its place in {@link Contests.offered}. */
  readonly from: readonly number[];
}

export interface Contests {
  /** All offers, with their totals. */
  readonly offered: readonly Offered[];
  readonly with: (change: { readonly fixed?: readonly number[]; readonly without?: readonly number[] }) => Contest;
  /** The award to ask the costs of exchange of: exact, or with rounded totals. */
  readonly nearly: () => Nearly | undefined;
}

/** The award with totals that may be rounded. */
export interface Nearly {
  readonly problem: AwardProblem;
  /** What one division falls short of another is off by this many units at most. */
  readonly margin: bigint;
  /** From whole numbers back to a sum of totals. */
  readonly toTotal: (units: bigint) => Exact;
}

/**
 * The same for many questions about one tender. Where the totals of all have no common denominator of a handy size (with prices relative
 * to the lowest it has thousands of digits), each answer has only those offers that can stand in a best division.
 */
export function contests(up: UpForAward): Contests {
  const { rules } = up;
  const offered = offeredTotals(up);
  const values = offered.map(({ value }) => value);
  const whole = commonDenominator(values, HANDY) === undefined ? undefined : inWholeNumbers(rules, offered);
  const all = offered.map((_, place) => place);
  const sign = lowestIsBest(rules) ? -1 : 1;
  const near = whole ? [] : offered.map((one) => sign * one.near);
  const size = near.reduce((largest, one) => Math.max(largest, Math.abs(one)), 0);
  const unscored = offered.map(({ bid, lots }) => ({ bid, lots, score: 0n }));
  const problemOf = (offers: WholeScores['offers'], fixed: readonly number[]): AwardProblem => {
    const problem = awardProblem(up, { offers });
    return { ...problem, fixed: [...(problem.fixed ?? []), ...fixed] };
  };
  return {
    offered,
    with: ({ fixed = [], without = [] }) => {
      const left = without.length === 0 ? all : all.filter((place) => !without.includes(place));
      const placesOf = (from: readonly number[]): number[] => fixed.map((place) => from.indexOf(place));
      const offersOf = (offers: WholeScores['offers']): WholeScores['offers'] =>
        left === all ? offers : left.map((place) => offers[place]!);
      if (whole) {
        const offers = offersOf(whole.offers);
        const places = left === all ? whole.places : left.map((place) => whole.places[place]!);
        return { ...whole, offers, places, from: left, problem: problemOf(offers, placesOf(left)) };
      }
      const nearLeft = left === all ? near : left.map((place) => near[place]!);
      const rough = problemOf(offersOf(unscored), placesOf(left));
      const from = contenderSearch(rough)(nearLeft, size).map((place) => left[place]!);
      const kept = inWholeNumbers(
        rules,
        from.map((place) => offered[place]!),
      );
      return { ...kept, from, problem: problemOf(kept.offers, placesOf(from)) };
    },
    nearly: () => {
      if (whole) return { problem: problemOf(whole.offers, []), margin: 0n, toTotal: whole.toTotal };
      if (!Number.isFinite(size)) return undefined;
      const scale = scaleFor(size);
      const [times, parts] = scale < 1 ? [BigInt(1 / scale), 1n] : [1n, BigInt(scale)];
      return {
        problem: withRounded(problemOf(unscored, []), roundScores(near, scale)),
        margin: BigInt(rules.lots.length + 1),
        toTotal: (units) => ratio(BigInt(sign) * units * times, parts),
      };
    },
  };
}

/** Common denominators up to here are handy. */
const HANDY = 2n ** 64n;

/** The least common denominator; undefined when it exceeds `most`. */
export function commonDenominator(values: Iterable<Exact>, most?: bigint): bigint | undefined {
  let common = 1n;
  for (const value of values) {
    common = leastCommonMultiple(common, denominator(value));
    if (most !== undefined && common > most) return undefined;
  }
  return common;
}

export interface Offered {
  /** Id of the lot or combination. */
  readonly id: string;
  readonly bid: number;
  readonly lots: readonly number[];
  /** The total as often as it counts. */
  readonly value: Exact;
  /** The value as a floating point number. */
  readonly near: number;
  readonly weight: Exact;
}

function offeredTotals({ rules, rankings, discounts, parties }: UpForAward): Offered[] {
  const bidPlace = new Map(parties.bids.map((bid, place) => [bid, place]));
  const single = biddable(rules).flatMap(({ id }) =>
    bestFirst(rules, id, rankings.get(id) ?? []).map(({ bidId, lots, weight, value, near }) => ({
      id,
      bid: bidPlace.get(bidId)!,
      lots,
      weight,
      value,
      near,
    })),
  );
  const together = discounts.map(({ id, bid, lots, totals }): Offered => {
    const value = worthOfLots(
      rules,
      totals.map(({ lot, total }) => [lot, total]),
    );
    const places = lots.flatMap((lot) => lotPlaces(rules, lot)).sort((a, b) => a - b);
    return { id, bid: bidPlace.get(bid)!, lots: places, weight: ONE, value, near: approximate(value) };
  });
  return [...single, ...together];
}

type OfferedBy = Omit<Offered, 'bid'> & { readonly bidId: string };

/** By ranking: questions about one tender have most of their rankings in common. */
const remembered = new WeakMap<object, { readonly rules: TenderRules; readonly offered: readonly OfferedBy[] }>();

/** The bids for one lot or combination, the best total first, equal ones by the bid's id. */
function bestFirst(rules: TenderRules, id: string, ranking: Ranking): readonly OfferedBy[] {
  const known = remembered.get(ranking);
  if (known?.rules === rules) return known.offered;
  const lots = lotPlaces(rules, id);
  const weight = weightOf(rules, lots);
  const sign = lowestIsBest(rules) ? -1 : 1;
  const offered = ranking
    .map(({ bid, total }): OfferedBy => {
      const value = equals(weight, ONE) ? total : multiply(total, weight);
      return { id, bidId: bid, lots, weight, value, near: approximate(value) };
    })
    .sort((a, b) => sign * compare(b.value, a.value) || (a.bidId < b.bidId ? -1 : 1));
  remembered.set(ranking, { rules, offered });
  return offered;
}

function inWholeNumbers(rules: TenderRules, offered: readonly Offered[]): WholeScores {
  const sign = lowestIsBest(rules) ? -1n : 1n;
  const common = commonDenominator(offered.map(({ value }) => value))!;
  return {
    offers: offered.map(({ bid, lots, value }) => ({
      bid,
      lots,
      score: sign * numerator(value) * (common / denominator(value)),
    })),
    places: offered.map(({ id }) => id),
    toTotal: (units) => ratio(sign * units, common),
  };
}

const lowestIsBest = (rules: TenderRules): boolean => bestTotal(rules) === 'lowest';
