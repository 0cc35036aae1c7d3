import { compare, type Exact, exact, subtract } from '../number.ts';

/** How far the scores of assessors on one criterion of one bid lie apart. */
export interface Spread {
  readonly low: string;
  readonly high: string;
  readonly distance: Exact;
}

/** @param scores decimal text @returns undefined where nobody gave one */
export function spreadOf(scores: readonly string[]): Spread | undefined {
  const ascending = [...scores].sort((a, b) => compare(exact(a), exact(b)));
  const [low, high] = [ascending[0], ascending.at(-1)];
  if (low === undefined || high === undefined) return undefined;
  return { low, high, distance: subtract(exact(high), exact(low)) };
}

/** Whether a score lies above or below all of these; beyond none where there are none. */
export function isBeyond(scores: readonly string[], score: string): boolean {
  const spread = spreadOf(scores);
  if (!spread) return false;
  return compare(exact(score), exact(spread.low)) < 0 || compare(exact(score), exact(spread.high)) > 0;
}

/** Whether scores lie further apart than the rules announce that is discussed. */
export function isToDiscuss(
  { course }: { readonly course?: { readonly discussAbove?: string | undefined } | undefined },
  scores: readonly string[],
): boolean {
  const spread = spreadOf(scores);
  return (
    spread !== undefined &&
    course?.discussAbove !== undefined &&
    compare(spread.distance, exact(course.discussAbove)) > 0
  );
}
