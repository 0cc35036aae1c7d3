import type { EvaluationInput } from '../evaluation/input.ts';
import type { Ranked } from '../evaluation/ranking.ts';
import { bestTotal } from '../evaluation/total.ts';
import { add, compare, type Exact, equals, multiply, subtract, ZERO } from '../number.ts';
import { allBest } from './all-best.ts';
import { partiesOf } from './parties.ts';
import { type AwardSolution, solveAward } from './solve.ts';
import { type Contest, contests } from './whole-scores.ts';

/** From which total of a bid in a lot another division becomes as good as the award, all other totals as they are. */
export interface Threshold {
  /** Lots that may then have another holder, whichever of the equal divisions the tie-break takes. */
  readonly lots: () => readonly string[];
  /** Whether a total lies at that point or beyond it. */
  readonly reached: (total: Exact) => boolean;
}

/** Equal divisions that are looked at beyond one threshold; with more, any lot may change. */
const EQUALS = 50;

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
  if (rules.award.mechanism !== 'highest-total') return undefined;
  const parties = partiesOf(rules, input.bids);
  const contest = contests(rules, rankings, parties);
  const award = contest.with({});
  const best = solveAward(award.problem);
  if (!best) return new Map();
  if (!best.proven) return undefined;

  const chosen = new Set(best.division.map((place) => award.from[place]!));
  const total = award.toTotal(best.total);
  const allLots = rules.lots.map(({ id }) => id);
  const holdersIn = (offers: Iterable<number>): (number | undefined)[] => {
    const holders = new Array<number | undefined>(allLots.length);
    for (const place of offers)
      for (const lot of contest.offered[place]!.lots) holders[lot] = contest.offered[place]!.bid;
    return holders;
  };
  const holders = holdersIn(chosen);
  const changedLots = ({ problem, from }: Contest, solution: AwardSolution): readonly string[] => {
    const { divisions, capped } = allBest(problem, solution, EQUALS);
    if (capped) return allLots;
    const others = divisions.map((division) => holdersIn(division.map((place) => from[place]!)));
    return allLots.filter((_, lot) => others.some((one) => one[lot] !== holders[lot]));
  };
  const rising = bestTotal(rules) === 'highest';
  const thresholds = new Map<string, Threshold>();
  let unique = true;
  contest.offered.forEach((offer, place) => {
    const awarded = chosen.has(place);
    const changed = contest.with(awarded ? { without: [place] } : { fixed: [place] });
    const other = solveAward(changed.problem);
    if (!other || (other.proven && other.lotsAwarded !== best.lotsAwarded)) return;
    // How much the other division is short of: what a losing bid must gain, or a winning bid can lose.
    const gap = subtract(total, changed.toTotal(other.total));
    const undecided = !other.proven || equals(gap, ZERO);
    if (undecided) unique = false;
    const turning = awarded ? subtract(offer.value, gap) : add(offer.value, gap);
    const upwards = awarded !== rising;
    let lots: readonly string[] | undefined;
    thresholds.set(`${parties.bids[offer.bid]} ${offer.id}`, {
      lots: () => {
        lots ??= unique ? changedLots(changed, other) : allLots;
        return lots;
      },
      reached: (now) => {
        const order = compare(multiply(now, offer.weight), turning);
        return undecided || (upwards ? order >= 0 : order <= 0);
      },
    });
  });
  return thresholds;
}
