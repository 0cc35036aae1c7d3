import { DomainError } from '../errors.ts';
import { ENGINE } from '../evaluation/evaluate.ts';
import { checkBid } from '../rules/bid.ts';
import { assessedIn, COMMON, rulesIn } from '../rules/in-lot.ts';
import { hasSealed } from '../rules/measures.ts';
import { type Place, type PlaceKey, placeKey } from '../rules/place.ts';
import { partsOf } from '../rules/price-rules.ts';
import { checkNewRules, checkRules } from '../scoring/check-rules.ts';
import {
  assessedPlaces,
  checkAssessed,
  checkDraw,
  checkFallen,
  checkOnScale,
  checkSealed,
  pricedPlaces,
  scoredAt,
  validPlaces,
} from '../scoring/input.ts';
import { middleCriteria } from '../scoring/middle-score.ts';
import { comparePrice } from '../scoring/price.ts';
import type { DraftScore, TenderPayload } from './events.ts';
import { assessmentOf, openAssessments, openConsensus } from './open-work.ts';
import type { TenderState } from './state.ts';

/** What the events of a tender must satisfy in themselves; each throws a DomainError with the rule that is broken. */

/** @throws DomainError `not-the-chair` */
export function chairPublishes(_: unknown, { chair }: TenderPayload<'rules-published'>, actor: string): void {
  if (actor !== chair) throw new DomainError('not-the-chair', { actor });
}

/** @throws DomainError what `checkRules` throws */
export function rulesArePublishable(_: unknown, { rules }: TenderPayload<'rules-published'>): void {
  checkRules(rules);
}

/** Since an own formula can be too large, or have no value, and criteria can be too many. @throws DomainError what `checkNewRules` throws */
export function newRulesArePublishable(_: unknown, { rules }: TenderPayload<'rules-published'>): void {
  checkNewRules(rules);
}

/** @throws DomainError `already-appointed`, `chair-is-assessor` */
export function assessorIsNew(state: TenderState, { assessor }: TenderPayload<'assessor-appointed'>): void {
  if (state.assessors.has(assessor)) throw new DomainError('already-appointed', { assessor });
  if (assessor === state.chair) throw new DomainError('chair-is-assessor');
}

/** @throws DomainError `auditor-takes-part`: nobody audits what he or she assesses */
export function assessorDoesNotAudit(state: TenderState, { assessor }: TenderPayload<'assessor-appointed'>): void {
  if (state.onlookers.has(assessor)) throw new DomainError('auditor-takes-part', { account: assessor });
}

/** @throws DomainError `already-looks-on`, `auditor-takes-part` */
export function auditorStandsOutside(state: TenderState, { auditor }: TenderPayload<'auditor-named'>): void {
  if (state.onlookers.has(auditor)) throw new DomainError('already-looks-on', { auditor });
  if (auditor === state.chair || state.assessors.has(auditor)) {
    throw new DomainError('auditor-takes-part', { account: auditor });
  }
}

/** @throws DomainError `does-not-look-on` */
export function auditorLooksOn(state: TenderState, { auditor }: TenderPayload<'auditor-released'>): void {
  if (!state.onlookers.has(auditor)) throw new DomainError('does-not-look-on', { auditor });
}

/** The growth path itself must be complete; falling short is a fact about the bid, not an error. */
export function bidFitsRules(state: TenderState, { bid }: TenderPayload<'bid-registered'>): void {
  checkBid(state.rules, state.bids.values(), bid);
  validPlaces(state.rules, [bid]);
}

/** @throws DomainError `no-assessors`, `no-valid-bids` */
export function somebodyAndSomethingToAssess(state: TenderState): void {
  if (state.assessors.size === 0) throw new DomainError('no-assessors');
  if (validPlaces(state.rules, state.bids.values()).length === 0) throw new DomainError('no-valid-bids');
}

/** @throws DomainError what {@link checkPlace} throws, `unknown-criterion`, `duplicate-score`, `already-submitted` */
export function draftFits(state: TenderState, payload: TenderPayload<'assessment-saved'>, actor: string): void {
  checkPlace(state, payload);
  checkScores(state, payload.lot, payload.scores);
  if (assessmentOf(state, actor, payload)?.submitted) {
    throw new DomainError('already-submitted', { bid: payload.bid, lot: payload.lot });
  }
}

/** @throws DomainError what {@link checkPlace} throws, `unknown-criterion`, `duplicate-score`, `missing-score` */
export function assessmentIsComplete(state: TenderState, payload: TenderPayload<'assessment-submitted'>): void {
  checkPlace(state, payload);
  const given = checkScores(state, payload.lot, payload.scores);
  const missing = assessedIn(state.rules, payload.lot).find(({ criterion }) => !given.has(criterion.id));
  if (missing) throw new DomainError('missing-score', { criterion: missing.criterion.id });
}

/** @throws DomainError `assessments-not-submitted` */
export function allAssessed(state: TenderState): void {
  const open = openAssessments(state);
  if (open.length > 0) throw new DomainError('assessments-not-submitted', { count: open.length });
}

/** @throws DomainError what {@link checkPlace} throws, `unknown-criterion`, `score-outside-scale`, … */
export function consensusFits(state: TenderState, payload: TenderPayload<'consensus-recorded'>): void {
  checkPlace(state, payload);
  const { rules } = state;
  if (middleCriteria(rules).has(payload.criterion)) {
    throw new DomainError('score-from-assessors', { criterion: payload.criterion });
  }
  checkOnScale(rules, scoredAt(rules, payload.lot, payload.criterion), payload.score);
}

/** @throws DomainError `consensus-incomplete` */
export function allAgreed(state: TenderState): void {
  const missing = openConsensus(state);
  if (missing.length > 0) throw new DomainError('consensus-incomplete', { count: missing.length });
}

/** @throws DomainError `price-not-asked`, `prices-final`, what {@link checkPlace} and `comparePrice` throw */
export function priceFits(state: TenderState, { price }: TenderPayload<'price-recorded'>): void {
  const { rules, bids } = state;
  if (!hasSealed(rules)) throw new DomainError('price-not-asked', { bid: price.bid, lot: price.lot, part: 'price' });
  if (state.everAwarded) throw new DomainError('prices-final');
  const opened = pricedPlaces(rules, bids.values()).some(({ bid, lot }) => bid === price.bid && lot === price.lot);
  if (!opened) checkAssessed(rules, bids.values(), price);
  checkSealed(rules, price);
  if (price.lot !== COMMON && partsOf(rules.price).length > 0) comparePrice(rulesIn(rules, price.lot).price, price);
}

/** @throws DomainError `not-yet-ranked`, `already-set-aside`, and what `checkFallen` throws */
export function bidCanFall(state: TenderState, { fallen }: TenderPayload<'bid-set-aside'>): void {
  checkFallen(state.rules, state.bids.values(), fallen);
  if (fallen.stage === 'withdrawn' && !state.everAwarded) throw new DomainError('not-yet-ranked', { bid: fallen.bid });
  const known = state.fallen.some((one) => one.bid === fallen.bid && (one.lot ?? fallen.lot) === fallen.lot);
  if (known) throw new DomainError('already-set-aside', { bid: fallen.bid });
}

/** @throws DomainError `no-draw-needed`, `draw-incomplete`, and what `checkDraw` throws */
export function drawIsTheOneNeeded(state: TenderState, { order }: TenderPayload<'draw-recorded'>): void {
  const stored = state.award?.outcome;
  if (!stored || stored.engine === 'unreadable' || stored.outcome.award.status !== 'draw-needed') {
    throw new DomainError('no-draw-needed');
  }
  checkDraw(state.bids.values(), order);
  // The first engine did not say between whom.
  const needed = stored.engine === 1 ? [] : stored.outcome.award.drawBetween;
  const missing = needed.find((bid) => !order.includes(bid));
  if (missing !== undefined) throw new DomainError('draw-incomplete', { bid: missing });
}

/** A draw says for which lots it was held: those that the award cannot settle. @throws DomainError `draw-for-other-lots` */
export function drawIsForItsLots(state: TenderState, { lots = [] }: TenderPayload<'draw-recorded'>): void {
  const needed = drawnLots(state);
  const differs = needed.length !== lots.length || needed.some((lot) => !lots.includes(lot));
  if (differs) throw new DomainError('draw-for-other-lots', { lots: needed });
}

/** The lots that the award that stands leaves to a draw. */
export function drawnLots({ award }: Pick<TenderState, 'award'>): string[] {
  const stored = award?.outcome;
  if (!stored || stored.engine === 'unreadable') return [];
  return stored.outcome.award.lots.flatMap(({ lot, open }) => (open === 'draw' ? [lot] : []));
}

/** @throws DomainError `unknown-engine` */
export function engineIsKnown(_: TenderState, { engine }: TenderPayload<'award-computed'>): void {
  if (engine > ENGINE) throw new DomainError('unknown-engine', { engine });
}

/** The second engine let a draw leave out a bid. @throws DomainError `engine-superseded` */
export function engineIsTheThird(_: TenderState, { engine }: TenderPayload<'award-computed'>): void {
  if (engine < 3) throw new DomainError('engine-superseded', { engine });
}

/** The first engine told less; whoever computes an award now uses the one of now. @throws DomainError `engine-superseded` */
export function engineIsOfItsDay(_: TenderState, { engine }: TenderPayload<'award-computed'>): void {
  if (engine < 2) throw new DomainError('engine-superseded', { engine });
}

/** Bids no longer change once the assessment is open, so the places that are assessed are worked out once. */
const placesOf = new WeakMap<TenderState, ReadonlySet<PlaceKey>>();

/** @throws DomainError what {@link checkAssessed} throws. Only for a state in which bids no longer change. */
function checkPlace(state: TenderState, place: Place): void {
  let assessed = placesOf.get(state);
  if (!assessed) {
    assessed = new Set(assessedPlaces(state.rules, state.bids.values()).map(({ bid, lot }) => placeKey(bid, lot)));
    placesOf.set(state, assessed);
  }
  if (!assessed.has(placeKey(place.bid, place.lot))) checkAssessed(state.rules, state.bids.values(), place);
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
