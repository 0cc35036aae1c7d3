import type { AwardProblem } from '../proof/problem.ts';
import { carryOut, noCases } from './cases.ts';
import { layOut, withScores } from './instance.ts';
import { divideByFlow } from './lot-flow.ts';
import { offersNear } from './offers-near.ts';
import { solveAward } from './solve.ts';

/** Rounded scores stay below this, so that the search for the best rounded division can count in doubles. */
const LARGEST = 2 ** 28;

/**
 * The offers that can stand in a best division, found with rounded scores, so that exact scores of thousands of digits need not be
 * searched through. With at most L lots, the rounded value of a division is less than L / 2 off, so whoever stands in a best division stands
 * in a rounded one that falls short of the best rounded one by no more than L.
 * @param problem its own scores are not looked at, so that it can be asked with many
 */
export function contenderSearch(problem: AwardProblem): ContenderSearch {
  const all = problem.offers.map((_, place) => place);
  const short = BigInt(problem.lots + 1);
  const byFlow = flowSearch(problem);
  return (near, size) => {
    if (!Number.isFinite(size)) return all;
    const scores = roundScores(near, scaleFor(size));
    const found = byFlow?.(scores, short);
    if (found) return found;
    const rounded = withRounded(problem, scores);
    const best = solveAward(rounded);
    // No division obeys the limits, whatever the scores.
    if (!best) return [...(problem.fixed ?? [])].sort((a, b) => a - b);
    return best.proven ? best.offersWithin(short) : all;
  };
}

/**
 * @param near score of each offer to within a few units of the last place of `size`; more is better
 * @param size the largest number that went into a score, without its sign
 * @returns places in `offers`, ascending; all of them where the search proves nothing, only the fixed ones where no division obeys the limits
 */
export type ContenderSearch = (near: ArrayLike<number>, size: number) => readonly number[];

/** The same search without writing the problem anew for every question; undefined, or answers undefined, where a flow does not decide. */
function flowSearch(
  problem: AwardProblem,
): ((scores: Float64Array, short: bigint) => number[] | undefined) | undefined {
  const instance = withScores(layOut(problem, false), new Float64Array(problem.offers.length))!;
  const remainder = carryOut(instance, noCases(instance));
  if (!instance.isFlow || problem.fixed?.length || !remainder) return undefined;
  return (scores, short) => {
    const scored = withScores(instance, scores);
    const flow = scored && divideByFlow(scored, remainder);
    if (!flow?.feasible || flow.winners > instance.maximumWinners) return undefined;
    return offersNear(scored!, remainder, [flow.prices], flow.value - Number(short));
  };
}

/** The power of two by which scores up to this size are multiplied before they are rounded. */
export const scaleFor = (size: number): number => (size === 0 ? 1 : 2 ** Math.floor(Math.log2(LARGEST / size)));

export function roundScores(near: ArrayLike<number>, scale: number): Float64Array {
  const rounded = new Float64Array(near.length);
  for (let place = 0; place < near.length; place++) rounded[place] = Math.round(near[place]! * scale);
  return rounded;
}

/** The same problem with these scores, whole numbers. */
export const withRounded = (problem: AwardProblem, scores: Float64Array): AwardProblem => ({
  ...problem,
  offers: problem.offers.map(({ bid, lots }, place) => ({ bid, lots, score: BigInt(scores[place]!) })),
});
