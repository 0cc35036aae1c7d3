import { COMMON } from '../../rules/in-lot.ts';
import { type Place, placeIn, placeKey } from '../../rules/place.ts';
import type { ConsensusScore } from '../../scoring/input.ts';
import { type AssessorScore, middleCriteria, middleScores } from '../../scoring/middle-score.ts';
import { perVersion } from './per-version.ts';
import { scoresIn, standingCells } from './rounds.ts';
import type { TenderState } from './state.ts';

/** What counts of what assessors handed in, on the criteria of which the mean or the median counts. */
export function assessorScores(state: TenderState): AssessorScore[] {
  const middle = middleCriteria(state.rules);
  if (middle.size === 0) return [];
  return [...standingCells(state)].flatMap(([key, criteria]) => {
    const place = placeIn(key);
    return [...criteria].flatMap(([criterion, round]) =>
      middle.has(criterion)
        ? scoresIn(state, round, place, criterion).map(({ assessor, score }) => ({
            assessor,
            bid: place.bid,
            lot: place.lot,
            criterion,
            score,
          }))
        : [],
    );
  });
}

/** Every consensus score that counts: of each place and criterion, that of the last round that stands. */
export function consensusScores(state: TenderState): ConsensusScore[] {
  return [...standingCells(state)].flatMap(([key, criteria]) => {
    const { bid, lot } = placeIn(key);
    return [...criteria].flatMap(([criterion, round]) => {
      const found = round.consensus.get(key)?.get(criterion);
      return found ? [{ bid, lot, criterion, score: found.score, motivation: found.motivation }] : [];
    });
  });
}

const scoresByPlace = perVersion((state) => {
  const found = new Map<string, Map<string, string>>();
  const middles = middleScores({ rules: state.rules, assessments: assessorScores(state) });
  for (const { bid, lot, criterion, score } of [...consensusScores(state), ...middles]) {
    const key = placeKey(bid, lot);
    found.set(key, (found.get(key) ?? new Map<string, string>()).set(criterion, score));
  }
  return found;
});

/** Every score that counts for a bid in a lot: recorded by consensus or in the middle of what assessors gave, for the lot or for all lots. */
export function scoresAt(state: TenderState, { bid, lot }: Place): Map<string, string> {
  const all = scoresByPlace(state);
  return new Map([placeKey(bid, COMMON), placeKey(bid, lot)].flatMap((key) => [...(all.get(key) ?? [])]));
}
