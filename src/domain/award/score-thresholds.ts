import type { EvaluationInput } from '../evaluation/input.ts';
import type { Ranked } from '../evaluation/ranking.ts';
import { compare, type Exact, subtract } from '../number.ts';
import { allBest } from './all-best.ts';
import { awardProblem } from './award-problem.ts';
import { partiesOf } from './parties.ts';
import { type AwardSolution, solveAward } from './solve.ts';
import { wholeScores } from './whole-scores.ts';

/** From which total of a bid in a lot another division becomes as good as the award, all other totals as they are. */
export interface Threshold {
  /** Lots that then have another holder. */
  readonly lots: readonly string[];
  /** Where a total lies: not yet at that point, exactly at it, or beyond it. */
  readonly compare: (total: Exact) => 'before' | 'at' | 'beyond';
}

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

  const holderIn = (solution: AwardSolution, lot: number): number | undefined =>
    solution.division.map((place) => scores.offers[place]!).find((offer) => offer.lots.includes(lot))?.bid;
  const thresholds = new Map<string, Threshold>();
  scores.offers.forEach((offer, place) => {
    const awarded = best.division.includes(place);
    const other = awarded
      ? solveAward({
          ...problem,
          offers: problem.offers.map((one, index) => (index === place ? { ...one, lots: [] } : one)),
        })
      : solveAward({ ...problem, fixed: [place] });
    if (!other || other.lotsAwarded !== best.lotsAwarded) return;
    const lot = scores.places[place]!;
    const total = rankings.get(lot)!.find(({ bid }) => bid === parties.bids[offer.bid])!.total;
    // In the direction of better: how much a losing bid is short of, or a winning bid can lose.
    const gap = scores.toTotal(best.total - other.total);
    const turning = awarded ? subtract(total, gap) : total.add(gap);
    const rising = awarded === scores.toTotal(1n).s < 0n;
    thresholds.set(`${parties.bids[offer.bid]} ${lot}`, {
      lots: rules.lots.flatMap(({ id }, index) => (holderIn(best, index) === holderIn(other, index) ? [] : [id])),
      compare: (now) => {
        const order = compare(now, turning);
        return order === 0 ? 'at' : order > 0 === rising ? 'beyond' : 'before';
      },
    });
  });
  return thresholds;
}
