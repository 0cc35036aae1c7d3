import type { EvaluationInput } from '../evaluation/input.ts';
import type { Ranked } from '../evaluation/ranking.ts';
import { add, compare, type Exact, subtract } from '../number.ts';
import { allBest } from './all-best.ts';
import { awardProblem } from './award-problem.ts';
import { partiesOf } from './parties.ts';
import type { AwardProblem, Division } from './problem.ts';
import { type AwardSolution, solveAward } from './solve.ts';
import { wholeScores } from './whole-scores.ts';

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
 * One threshold per bid and lot under the highest total: the best division with a bid that did not get the lot must gain what it is
 * short of, and the best one without a bid that did get it must be overtaken. No entry where no total can change anything;
 * undefined where the award is not a matter of sums.
 */
export function scoreThresholds(
  input: EvaluationInput,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
): Map<string, Threshold> | undefined {
  const { rules } = input;
  if (rules.award.mechanism !== 'highest-total' || rules.award.weighLotsByValue || rules.combinations) return undefined;
  const parties = partiesOf(rules, input.bids);
  const scores = wholeScores(rules, rankings, parties);
  const problem = awardProblem(rules, parties, scores);
  const best = solveAward(problem);
  // With equal divisions the tie-break decides, and any change may decide it.
  if (!best?.proven || allBest(problem, best, 2).divisions.length > 1) return undefined;

  const holdersIn = (division: Division): (number | undefined)[] => {
    const holders = new Array<number | undefined>(rules.lots.length);
    for (const place of division)
      for (const lot of scores.offers[place]!.lots) holders[lot] = scores.offers[place]!.bid;
    return holders;
  };
  const holders = holdersIn(best.division);
  const changedLots = (other: AwardProblem, solution: AwardSolution): string[] => {
    const { divisions, capped } = allBest(other, solution, EQUALS);
    if (capped) return rules.lots.map(({ id }) => id);
    const others = divisions.map(holdersIn);
    return rules.lots.flatMap(({ id }, lot) => (others.some((one) => one[lot] !== holders[lot]) ? [id] : []));
  };
  const thresholds = new Map<string, Threshold>();
  scores.offers.forEach((offer, place) => {
    const awarded = best.division.includes(place);
    const without = (): AwardProblem['offers'] =>
      problem.offers.map((one, index) => (index === place ? { ...one, lots: [] } : one));
    const changed: AwardProblem = awarded ? { ...problem, offers: without() } : { ...problem, fixed: [place] };
    const other = solveAward(changed);
    if (!other || other.lotsAwarded !== best.lotsAwarded) return;
    const lot = scores.places[place]!;
    const total = rankings.get(lot)!.find(({ bid }) => bid === parties.bids[offer.bid])!.total;
    // In the direction of better: how much a losing bid is short of, or a winning bid can lose.
    const gap = scores.toTotal(best.total - other.total);
    const turning = awarded ? subtract(total, gap) : add(total, gap);
    const rising = awarded === scores.toTotal(1n).s < 0n;
    let lots: readonly string[] | undefined;
    thresholds.set(`${parties.bids[offer.bid]} ${lot}`, {
      lots: () => {
        lots ??= changedLots(changed, other);
        return lots;
      },
      reached: (now) => (rising ? compare(now, turning) >= 0 : compare(now, turning) <= 0),
    });
  });
  return thresholds;
}
