import { DomainError } from '../../errors.ts';
import { assessedIn } from '../../rules/in-lot.ts';
import { type Place, type PlaceKey, placeKey } from '../../rules/place.ts';
import { assessedPlaces, checkAssessed, checkOnScale, scoredAt } from '../../scoring/input.ts';
import { middleCriteria } from '../../scoring/middle-score.ts';
import { isBeyond, isToDiscuss } from '../../scoring/spread.ts';
import type { DraftScore, TenderPayload } from '../state/events.ts';
import { openAssessments, openConsensus } from '../state/open-work.ts';
import { perAssignment } from '../state/per-version.ts';
import {
  assessmentIn,
  assignedTo,
  criteriaAt,
  currentRound,
  isAssigned,
  isPlaceOf,
  placesOf,
  placesToScore,
  scoresIn,
} from '../state/rounds.ts';
import type { Round, TenderState } from '../state/state.ts';

/** What scores and rounds must satisfy; each throws a DomainError with the rule that is broken. */

/** What is found is of the round that is under way. @throws DomainError `another-round` */
export function isInThisRound(state: TenderState, { round = 1 }: { readonly round?: number | undefined }): void {
  const { number } = currentRound(state);
  if (round !== number) throw new DomainError('another-round', { round, now: number });
}

/** @throws DomainError what {@link checkPlace} throws, `unknown-criterion`, `duplicate-score`, `already-submitted` */
export function draftFits(state: TenderState, payload: TenderPayload<'assessment-saved'>, actor: string): void {
  checkPlace(state, payload);
  checkScores(state, payload.lot, payload.scores);
  if (assessmentIn(currentRound(state), actor, payload)?.submitted) {
    throw new DomainError('already-submitted', { bid: payload.bid, lot: payload.lot });
  }
}

/** @throws DomainError what {@link checkPlace} throws, `unknown-criterion`, `duplicate-score`, `missing-score` */
export function assessmentIsComplete(
  state: TenderState,
  payload: TenderPayload<'assessment-submitted'>,
  actor: string,
): void {
  checkPlace(state, payload);
  const given = checkScores(state, payload.lot, payload.scores);
  const missing = assignedTo(state, currentRound(state), actor, payload).find((criterion) => !given.has(criterion));
  if (missing !== undefined) throw new DomainError('missing-score', { criterion: missing });
}

/** @throws DomainError `not-assigned`: of this bid, or on this criterion, this assessor gives nothing */
export function placeIsAssigned(
  state: TenderState,
  { bid, lot, scores }: TenderPayload<'assessment-saved'> | TenderPayload<'assessment-submitted'>,
  actor: string,
): void {
  const round = currentRound(state);
  if (!isAssigned(state, round, actor, { bid, lot })) throw new DomainError('not-assigned', { bid, lot });
  const assigned = assignedTo(state, round, actor, { bid, lot });
  const other = scores.find(({ criterion }) => !assigned.includes(criterion));
  if (other) throw new DomainError('criterion-not-assigned', { criterion: other.criterion });
}

/** @throws DomainError `assessments-not-submitted` */
export function allAssessed(state: TenderState): void {
  const open = openAssessments(state);
  if (open.length > 0) throw new DomainError('assessments-not-submitted', { count: open.length });
}

/** Who was released or kept out leaves nothing unscored. @throws DomainError `nobody-assesses` */
export function everythingIsAssessed(state: TenderState): void {
  const round = currentRound(state);
  for (const place of placesOf(state, round)) {
    for (const criterion of criteriaAt(state.rules, round, place)) {
      if (scoresIn(state, round, place, criterion).length === 0) {
        throw new DomainError('nobody-assesses', { bid: place.bid, lot: place.lot, criterion });
      }
    }
  }
}

/** @throws DomainError what {@link checkPlace} throws, `score-outside-scale`, … */
export function consensusFits(state: TenderState, payload: TenderPayload<'consensus-recorded'>): void {
  checkPlace(state, payload);
  const { rules } = state;
  if (middleCriteria(rules).has(payload.criterion)) {
    throw new DomainError('score-from-assessors', { criterion: payload.criterion });
  }
  checkOnScale(rules, scoredAt(rules, payload.lot, payload.criterion), payload.score);
}

/** @throws DomainError `not-in-round` */
export function cellIsInRound(
  state: TenderState,
  { bid, lot, criterion }: Place & { readonly criterion: string },
): void {
  const round = currentRound(state);
  const isIn = isPlaceOf(state, round, { bid, lot });
  if (!isIn || !criteriaAt(state.rules, round, { bid, lot }).includes(criterion)) {
    throw new DomainError('not-in-round', { bid, lot, criterion });
  }
}

/** @throws DomainError `consensus-incomplete` */
export function allAgreed(state: TenderState): void {
  const missing = openConsensus(state);
  if (missing.length > 0) throw new DomainError('consensus-incomplete', { count: missing.length });
}

/** What still needs a second look before a round closes. */
export interface Doubt extends Place {
  readonly criterion: string;
  readonly why: 'not-discussed' | 'not-confirmed';
}

/** Consensus scores beyond every individual one to which no second person agreed, and differences above the threshold that were not discussed. */
export function doubtsIn(state: TenderState, round: Round): Doubt[] {
  return [...placesOf(state, round)].flatMap((place) =>
    [...(round.consensus.get(placeKey(place.bid, place.lot)) ?? [])].flatMap(([criterion, recorded]): Doubt[] => {
      const scores = scoresIn(state, round, place, criterion).map(({ score }) => score);
      const cell = { bid: place.bid, lot: place.lot, criterion };
      return [
        ...(isToDiscuss(state.rules, scores) && !recorded.discussed
          ? [{ ...cell, why: 'not-discussed' as const }]
          : []),
        ...(isBeyond(scores, recorded.score) && recorded.confirmedBy === null
          ? [{ ...cell, why: 'not-confirmed' as const }]
          : []),
      ];
    }),
  );
}

/** @throws DomainError `not-discussed`, `not-confirmed` */
export function nothingIsDoubted(state: TenderState): void {
  const doubts = doubtsIn(state, currentRound(state));
  const [first] = doubts;
  if (first) {
    const count = doubts.filter(({ why }) => why === first.why).length;
    throw new DomainError(first.why, { count });
  }
}

/** @throws DomainError `nothing-to-confirm`: only a score beyond every individual one needs it */
export function scoreIsBeyond(state: TenderState, { bid, lot, criterion }: TenderPayload<'consensus-confirmed'>): void {
  const round = currentRound(state);
  const asked = doubtsIn(state, round).some(
    (doubt) => doubt.why === 'not-confirmed' && doubt.bid === bid && doubt.lot === lot && doubt.criterion === criterion,
  );
  if (!asked) throw new DomainError('nothing-to-confirm');
}

/** Who recorded a consensus score; null while there is none. */
export const recordedBy = (
  state: TenderState,
  { bid, lot, criterion }: TenderPayload<'consensus-confirmed'>,
): string | null => currentRound(state).consensus.get(placeKey(bid, lot))?.get(criterion)?.by ?? null;

/** @throws DomainError `another-round` */
export function roundCanOpen(state: TenderState, { round }: TenderPayload<'round-opened'>): void {
  const next = state.rounds.length + 1;
  if (round !== next) throw new DomainError('another-round', { round, now: next });
}

/** @throws DomainError `another-round`, `not-in-round`: what is assessed anew is there to be scored, and not of a bid that was excluded */
export function reassessmentFits(state: TenderState, { bid, places }: TenderPayload<'bid-reassessed'>): void {
  for (const { lot, criteria } of places) {
    if (!placesToScore(state).some((place) => place.bid === bid && place.lot === lot)) {
      checkPlace(state, { bid, lot });
      throw new DomainError('not-in-round', { bid, lot, criterion: criteria[0] });
    }
    const asked = assessedIn(state.rules, lot).map(({ criterion: { id } }) => id);
    const other = criteria.find((criterion) => !asked.includes(criterion));
    if (other !== undefined) throw new DomainError('unknown-criterion', { criterion: other });
  }
}

/** @throws DomainError `round-is-empty` */
export function roundHasCells(state: TenderState): void {
  if (currentRound(state).cells?.size === 0) throw new DomainError('round-is-empty');
}

/** @throws DomainError `no-such-round`, `round-is-annulled`, `another-round`: while one is under way, only that one */
export function roundCanBeAnnulled(state: TenderState, { round }: TenderPayload<'round-annulled'>): void {
  const found = state.rounds[round - 1];
  if (!found) throw new DomainError('no-such-round', { round });
  if (found.annulled !== null) throw new DomainError('round-is-annulled', { round });
  const current = currentRound(state);
  if (state.roundPhase !== 'none' && current.number !== round) {
    throw new DomainError('another-round', { round, now: current.number });
  }
}

/** @throws DomainError `no-such-round`, `round-not-annulled`, `round-was-not-over`: nothing says that what was found in it was complete */
export function roundCanBeRestored(state: TenderState, { round }: TenderPayload<'round-restored'>): void {
  const found = state.rounds[round - 1];
  if (!found) throw new DomainError('no-such-round', { round });
  if (found.annulled === null) throw new DomainError('round-not-annulled', { round });
  if (found.closedAt === null) throw new DomainError('round-was-not-over', { round });
}

const placesAssessed = perAssignment(
  (state): ReadonlySet<PlaceKey> =>
    new Set(assessedPlaces(state.rules, state.bids.values()).map(({ bid, lot }) => placeKey(bid, lot))),
);

/** @throws DomainError what `checkAssessed` throws */
function checkPlace(state: TenderState, place: Place): void {
  if (!placesAssessed(state).has(placeKey(place.bid, place.lot))) {
    checkAssessed(state.rules, state.bids.values(), place);
  }
}

/** @returns the criteria that have an entry @throws DomainError `unknown-criterion`, `duplicate-score`, and what `checkOnScale` throws */
function checkScores(state: TenderState, lot: string, scores: readonly DraftScore[]): ReadonlySet<string> {
  const given = new Set<string>();
  for (const { criterion, score } of scores) {
    const node = scoredAt(state.rules, lot, criterion);
    if (given.has(criterion)) throw new DomainError('duplicate-score', { criterion });
    given.add(criterion);
    if (score !== null) checkOnScale(state.rules, node, score);
  }
  return given;
}
