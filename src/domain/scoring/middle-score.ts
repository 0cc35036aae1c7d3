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

/** The mean or the median that counts on a criterion of a bid at a place: a decimal, or a fraction where no decimal is exact. */
export const middleScore = z.strictObject({
  bid: identifier,
  lot: identifier,
  criterion: identifier,
  score: z.union([decimalText, z.string().regex(/^-?\d{1,30}\/[1-9]\d{0,29}$/, { error: 'not a decimal number' })]),
});
export type MiddleScore = z.infer<typeof middleScore>;

/** The criteria on which the mean or the median of assessors counts, and no consensus is recorded. */
export const middleCriteria = (rules: TenderRules): ReadonlyMap<string, ScoreFrom> =>
  new Map(
    scoredCriteria(rules).flatMap(({ criterion: { id, scoreFrom } }) => (scoreFrom ? [[id, scoreFrom] as const] : [])),
  );

/** The mean or the median of what assessors gave, for every place and criterion on which that counts; and what is given as such. */
export function middleScores({
  rules,
  assessments = [],
  middles = [],
}: {
  readonly rules: TenderRules;
  readonly assessments?: readonly AssessorScore[] | undefined;
  readonly middles?: readonly MiddleScore[] | undefined;
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
  const worked = [...given].flatMap(([key, criteria]) =>
    [...criteria].map(([criterion, scores]) => ({
      ...placeIn(key),
      criterion,
      score: middleOf(from.get(criterion)!, scores),
    })),
  );
  return [...worked, ...middles];
}

/** @param scores decimal text, at least one @returns decimal text where it was rounded, else a fraction where no decimal is exact */
function middleOf({ kind, decimals }: ScoreFrom, scores: readonly string[]): string {
  const ascending = scores.map(exact).sort(compare);
  const middle = kind === 'mean' ? meanOf(ascending) : medianOf(ascending);
  return decimals === undefined ? toFractionText(middle) : toDecimalText(roundHalfUp(middle, decimals), decimals);
}
