import { COMMON } from '../rules/in-lot.ts';
import { type Place, placeIn, placeKey } from '../rules/place.ts';
import { type AssessorScore, middleCriteria, middleScores } from '../scoring/middle-score.ts';
import { perVersion } from './per-version.ts';
import type { TenderState } from './state.ts';

/** What assessors handed in on the criteria of which the mean or the median counts. */
export function assessorScores(state: TenderState): AssessorScore[] {
  const middle = middleCriteria(state.rules);
  if (middle.size === 0) return [];
  return [...state.assessments].flatMap(([assessor, places]) =>
    [...places]
      .filter(([, { submitted }]) => submitted)
      .flatMap(([key, { scores }]) =>
        scores.flatMap(({ criterion, score }) =>
          middle.has(criterion) && score !== null ? [{ assessor, ...placeIn(key), criterion, score }] : [],
        ),
      ),
  );
}

const middleAt = perVersion((state) => {
  const found = new Map<string, Map<string, string>>();
  for (const { bid, lot, criterion, score } of middleScores({
    rules: state.rules,
    assessments: assessorScores(state),
  })) {
    const key = placeKey(bid, lot);
    found.set(key, (found.get(key) ?? new Map<string, string>()).set(criterion, score));
  }
  return found;
});

/** Every score that counts for a bid in a lot: recorded by consensus or in the middle of what assessors gave, for the lot or for all lots. */
export function scoresAt(state: TenderState, { bid, lot }: Place): Map<string, string> {
  const middle = middleAt(state);
  return new Map(
    [placeKey(bid, COMMON), placeKey(bid, lot)].flatMap((key) => [
      ...[...(state.consensus.get(key) ?? [])].map(([criterion, { score }]): [string, string] => [criterion, score]),
      ...(middle.get(key) ?? []),
    ]),
  );
}
