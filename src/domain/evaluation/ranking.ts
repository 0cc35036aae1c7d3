import { compare, type Exact, exact } from '../number.ts';
import type { TenderRules } from '../tender/rules.ts';
import type { QualityScore } from './quality-score.ts';

export interface Candidate {
  readonly bid: string;
  readonly quality: QualityScore;
}

export interface Ranked extends Candidate {
  /** 1 is best. Bids that the announced tie-break cannot separate share a rank. */
  readonly rank: number;
  /** The criterion of the tie-break that put this bid below the one above it with an equal total, or null. */
  readonly separatedBy: string | null;
}

/**
 * Orders the bids of one lot by total, equal totals by the announced tie-break. What is still equal shares a rank;
 * the order of the list then follows the bid's id for showing and means nothing.
 */
export function rankLot(rules: Pick<TenderRules, 'award'>, candidates: readonly Candidate[]): Ranked[] {
  const order = (a: Candidate, b: Candidate): number => compareBids(rules, a, b).order;
  const sorted = [...candidates].sort((a, b) => order(a, b) || (a.bid < b.bid ? -1 : 1));
  const ranked: Ranked[] = [];
  sorted.forEach((candidate, index) => {
    const above = ranked[index - 1];
    const comparison = above && compareBids(rules, above, candidate);
    ranked.push({
      ...candidate,
      rank: comparison?.order === 0 ? above!.rank : index + 1,
      separatedBy: comparison && comparison.order !== 0 ? comparison.criterion : null,
    });
  });
  return ranked;
}

/** Negative when a comes first. `criterion` names the tie-break that decided; null when the totals did, or nothing does. */
function compareBids(
  rules: Pick<TenderRules, 'award'>,
  a: Candidate,
  b: Candidate,
): { order: number; criterion: string | null } {
  const byTotal = compare(b.quality.total, a.quality.total);
  if (byTotal !== 0) return { order: byTotal, criterion: null };
  for (const { criterion } of rules.award.tieBreak) {
    const order = compare(pointsOn(b.quality, criterion), pointsOn(a.quality, criterion));
    if (order !== 0) return { order, criterion };
  }
  return { order: 0, criterion: null };
}

/** Exact points on one criterion or group of criteria. */
export const pointsOn = (quality: QualityScore, criterion: string): Exact =>
  exact(quality.lines.find((line) => line.criterion === criterion)!.points);
