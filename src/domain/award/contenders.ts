import { tightOffers } from './all-best.ts';
import type { AwardProblem } from './problem.ts';
import { solveAward } from './solve.ts';

/** Rounded scores stay below this, so that the search for the best rounded division can count in doubles. */
const LARGEST = 2 ** 28;

/**
 * The offers that can stand in a best division, found with rounded scores, so that exact scores of thousands of digits need not be
 * searched through. With at most L lots, the rounded value of a division is less than L / 2 off, so whoever stands in a best division stands
 * in a rounded one that falls short of the best rounded one by no more than L.
 * @param near score of each offer to within a few units of the last place of `size`; more is better
 * @param size the largest number that went into a score, without its sign
 * @returns places in `offers`, ascending; all of them where the search proves nothing, only the fixed ones where no division obeys the limits
 */
export function contenders(problem: AwardProblem, near: ArrayLike<number>, size: number): number[] {
  const all = (): number[] => problem.offers.map((_, place) => place);
  if (!Number.isFinite(size)) return all();
  const rounded = roundScores(problem, near, scaleFor(size));
  const best = solveAward(rounded);
  // No division obeys the limits, whatever the scores.
  if (!best) return [...(problem.fixed ?? [])].sort((a, b) => a - b);
  if (!best.proven) return all();
  return tightOffers(rounded, best, BigInt(problem.lots + 1));
}

/** The power of two by which scores up to this size are multiplied before they are rounded. */
export const scaleFor = (size: number): number => (size === 0 ? 1 : 2 ** Math.floor(Math.log2(LARGEST / size)));

/** The same problem with scores x scale, rounded. */
export const roundScores = (problem: AwardProblem, near: ArrayLike<number>, scale: number): AwardProblem => ({
  ...problem,
  offers: problem.offers.map(({ bid, lots }, place) => ({
    bid,
    lots,
    score: BigInt(Math.round(near[place]! * scale)),
  })),
});
