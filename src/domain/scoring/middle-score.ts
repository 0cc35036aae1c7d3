import { z } from 'zod';
import { compare, exact, roundHalfUp, toDecimalText, toFractionText } from '../number.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import type { ScoreFrom } from '../rules/criterion.ts';
import { type PlaceKey, placeIn, placeKey } from '../rules/place.ts';
import { meanOf, medianOf } from '../rules/price/middle.ts';
import type { TenderRules } from '../rules/rules.ts';
import { decimalText, identifier } from '../text.ts';

/** The score of one assessor, where the mean or the median of assessors counts. */
export const assessorScore = z.strictObject({
  assessor: identifier,
  bid: identifier,
  lot: identifier,
  criterion: identifier,
  score: decimalText,
});
export type AssessorScore = z.infer<typeof assessorScore>;

/** The score that counts on a criterion of a bid at a place. */
export interface MiddleScore {
  readonly bid: string;
  readonly lot: string;
  readonly criterion: string;
  readonly score: string;
}

/** The criteria on which the mean or the median of assessors counts, and no consensus is recorded. */
export const middleCriteria = (rules: TenderRules): ReadonlyMap<string, ScoreFrom> =>
  new Map(
    scoredCriteria(rules).flatMap(({ criterion: { id, scoreFrom } }) => (scoreFrom ? [[id, scoreFrom] as const] : [])),
  );

/** The mean or the median of what assessors gave, for every place and criterion on which that counts. */
export function middleScores({
  rules,
  assessments = [],
}: {
  readonly rules: TenderRules;
  readonly assessments?: readonly AssessorScore[] | undefined;
}): MiddleScore[] {
  const from = middleCriteria(rules);
  if (from.size === 0) return [];
  const given = new Map<PlaceKey, Map<string, string[]>>();
  for (const { bid, lot, criterion, score } of assessments) {
    if (!from.has(criterion)) continue;
    const key = placeKey(bid, lot);
    const ofPlace = given.get(key) ?? new Map<string, string[]>();
    given.set(key, ofPlace.set(criterion, [...(ofPlace.get(criterion) ?? []), score]));
  }
  return [...given].flatMap(([key, criteria]) =>
    [...criteria].map(([criterion, scores]) => ({
      ...placeIn(key),
      criterion,
      score: middleOf(from.get(criterion)!, scores),
    })),
  );
}

/** @param scores decimal text, at least one @returns decimal text where it was rounded, else a fraction where no decimal is exact */
function middleOf({ kind, decimals }: ScoreFrom, scores: readonly string[]): string {
  const ascending = scores.map(exact).sort(compare);
  const middle = kind === 'mean' ? meanOf(ascending) : medianOf(ascending);
  return decimals === undefined ? toFractionText(middle) : toDecimalText(roundHalfUp(middle, decimals), decimals);
}
