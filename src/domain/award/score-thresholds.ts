import { add, divide, type Exact, equals, ONE, subtract, ZERO } from '../number.ts';
import { mechanismOf } from '../rules/mechanisms.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { bestTotal } from '../scoring/total.ts';
import { allBest } from './search/all-best.ts';
import { exchangeCosts } from './search/exchange-costs.ts';
import { solveAward } from './search/solve.ts';
import { upForAwardWithDiscounts } from './up-for-award.ts';
import { type Contests, contests } from './whole-scores.ts';

/** From which total of a bid in a lot another division becomes as good as the award, all other totals as they are. */
export interface Threshold {
  readonly total: Exact;
  /** Whether totals above it, or those below it, matter. */
  readonly upwards: boolean;
  /** Any other total may matter: which of several equal divisions is taken is a matter of the tie-break. */
  readonly isOpen: boolean;
  /** Lots that may then have another holder, whichever of the equal divisions the tie-break takes. */
  readonly lots: () => readonly string[];
}

/**
 * One threshold per bid and lot (or combination) under the highest total: the best division with a bid that did not get the lot must gain
 * what it is short of, and the best one without a bid that did get it must be overtaken. Where that is nothing, some of the equally good
 * divisions have this bid in the lot and others have not, and any change may decide between them. No entry where no total can change anything;
 * undefined where the award is not a matter of sums.
 */
export function scoreThresholds(
  input: EvaluationInput,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
): Map<string, Threshold> | undefined {
  const { rules } = input;
  if (!mechanismOf(rules).bySum) return undefined;
  const up = upForAwardWithDiscounts(input, rankings);
  // A total that changes takes the total with a discount along.
  if (up.discounts.length > 0) return undefined;
  const { parties } = up;
  const contest = contests(up);
  const best = solveAward(contest.with({}).problem);
  if (!best) return new Map();
  if (!best.proven) return undefined;
  const gapOf = gapsByExchange(contest) ?? gapsBySolving(contest, best.lotsAwarded);
  const gaps = contest.offered.map((_, place) => gapOf(place));
  const isUnique = gaps.every((gap) => !gap?.isOpen);
  const allLots = rules.lots.map(({ id }) => id);
  const rising = bestTotal(rules) === 'highest';
  return new Map(
    contest.offered.flatMap((offer, place): [string, Threshold][] => {
      const gap = gaps[place];
      if (!gap) return [];
      const turning = gap.awarded ? subtract(offer.value, gap.short) : add(offer.value, gap.short);
      let lots: readonly string[] | undefined;
      const threshold: Threshold = {
        total: equals(offer.weight, ONE) ? turning : divide(turning, offer.weight),
        upwards: gap.awarded !== rising,
        isOpen: gap.isOpen,
        lots: () => {
          lots ??= isUnique ? gap.lots().map((lot) => allLots[lot]!) : allLots;
          return lots;
        },
      };
      return [[`${parties.bids[offer.bid]} ${offer.id}`, threshold]];
    }),
  );
}

/** What the best division with an offer (without it, when it is awarded) is short of the best one. */
interface Gap {
  readonly awarded: boolean;
  /** As a sum of totals; not more than it is. */
  readonly short: Exact;
  /** It may be nothing: both may be best. */
  readonly isOpen: boolean;
  /** Places of the lots that then have another holder, in any of its equals; asked only where one division is best. */
  readonly lots: () => readonly number[];
}

/** For all offers at once. @returns per offer its gap, none where fewer lots would be awarded; undefined where the limits are beyond a flow */
function gapsByExchange(contest: Contests): ((place: number) => Gap | undefined) | undefined {
  const nearly = contest.nearly();
  const best = nearly && solveAward(nearly.problem);
  const costs = best?.proven ? exchangeCosts(nearly!.problem, best.division) : undefined;
  if (!costs) return undefined;
  const { margin, toTotal } = nearly!;
  const chosen = new Set(best!.division);
  return (place) => {
    const cost = costs.of(place);
    if (cost === undefined) return undefined;
    return {
      awarded: chosen.has(place),
      short: toTotal(cost - margin),
      // Two divisions that are each off by the margin.
      isOpen: cost <= 2n * margin,
      lots: () => costs.lots(place, cost + 2n * margin),
    };
  };
}

/** Equal divisions that are looked at beyond one gap; with more, any lot may change. */
const EQUALS = 50;

/** One award per offer. */
function gapsBySolving(contest: Contests, lotsAwarded: number): (place: number) => Gap | undefined {
  const award = contest.with({});
  const best = solveAward(award.problem)!;
  const chosen = new Set(best.division.map((place) => award.from[place]!));
  const total = award.toTotal(best.total);
  const holdersIn = (offers: Iterable<number>): (number | undefined)[] => {
    const holders = new Array<number | undefined>(award.problem.lots).fill(undefined);
    for (const place of offers)
      for (const lot of contest.offered[place]!.lots) holders[lot] = contest.offered[place]!.bid;
    return holders;
  };
  const holders = holdersIn(chosen);
  return (place) => {
    const awarded = chosen.has(place);
    const { problem, from, toTotal } = contest.with(awarded ? { without: [place] } : { fixed: [place] });
    const other = solveAward(problem);
    if (!other || (other.proven && other.lotsAwarded !== lotsAwarded)) return undefined;
    const short = subtract(total, toTotal(other.total));
    return {
      awarded,
      short,
      isOpen: !other.proven || equals(short, ZERO),
      lots: () => {
        const { divisions, capped } = allBest(problem, other, EQUALS);
        const others = divisions.map((division) => holdersIn(division.map((one) => from[one]!)));
        return [...holders.keys()].filter((lot) => capped || others.some((one) => one[lot] !== holders[lot]));
      },
    };
  };
}
