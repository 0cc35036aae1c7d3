import { DomainError } from '../errors.ts';
import { ENGINE } from '../evaluation/evaluate.ts';
import { checkBid } from '../rules/bid.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import { pricedRules } from '../rules/price-rules.ts';
import { checkRules } from '../scoring/check-rules.ts';
import {
  assessedLots,
  checkAssessed,
  checkCriterion,
  checkDraw,
  checkFallen,
  checkOnScale,
  fallenIn,
  type Place,
} from '../scoring/input.ts';
import { comparePrice } from '../scoring/price.ts';
import { ownQuality } from '../scoring/quality-score.ts';
import type { DraftScore, NewTenderEvent } from './events.ts';
import { type Phase, placeKey, type TenderState } from './state.ts';

/**
 * The business rules of a tender, once: may this event happen now, by this actor?
 * `decide` asks it of every new event, and the verification of a stored dossier asks it again of every old one,
 * so that a log in which somebody scored too late or closed too early is found even when its hashes are right.
 * @param state the state before the event; undefined when the dossier is still empty
 * @throws DomainError with the rule that is broken
 */
export function admit(state: TenderState | undefined, actor: string, event: NewTenderEvent): void {
  if (event.type === 'rules-published') {
    if (state) throw new DomainError('already-published');
    if (actor !== event.payload.chair) throw new DomainError('not-the-chair', { actor });
    checkRules(event.payload.rules);
    return;
  }
  if (!state) throw new DomainError('rules-not-published');

  switch (event.type) {
    case 'assessor-appointed':
      during(state, 'registration');
      byChair(state, actor);
      if (state.assessors.has(event.payload.assessor)) {
        throw new DomainError('already-appointed', { assessor: event.payload.assessor });
      }
      if (event.payload.assessor === state.chair) throw new DomainError('chair-is-assessor');
      return;

    case 'bid-registered':
      during(state, 'registration');
      byChair(state, actor);
      checkBid(state.rules, state.bids.values(), event.payload.bid);
      // The growth path itself must be complete; falling short is a fact about the bid, not an error.
      assessedLots(state.rules, [event.payload.bid]);
      return;

    case 'assessment-opened':
      during(state, 'registration');
      byChair(state, actor);
      if (state.assessors.size === 0) throw new DomainError('no-assessors');
      if (assessedLots(state.rules, state.bids.values()).length === 0) throw new DomainError('no-valid-bids');
      return;

    case 'assessment-saved':
    case 'assessment-submitted':
      during(state, 'assessment');
      if (!state.assessors.has(actor)) throw new DomainError('not-an-assessor', { actor });
      checkPlace(state, event.payload);
      checkScores(state, event.payload.scores, event.type === 'assessment-submitted');
      if (event.type === 'assessment-saved' && assessmentOf(state, actor, event.payload)?.submitted) {
        throw new DomainError('already-submitted', { bid: event.payload.bid, lot: event.payload.lot });
      }
      return;

    case 'consensus-opened': {
      during(state, 'assessment');
      byChair(state, actor);
      const open = openAssessments(state);
      if (open.length > 0) throw new DomainError('assessments-not-submitted', { count: open.length });
      return;
    }

    case 'consensus-recorded':
      during(state, 'consensus');
      byChair(state, actor);
      checkPlace(state, event.payload);
      checkCriterion(state.rules, event.payload.criterion);
      checkOnScale(state.rules, event.payload.criterion, event.payload.score);
      return;

    case 'quality-closed': {
      during(state, 'consensus');
      byChair(state, actor);
      const missing = openConsensus(state);
      if (missing.length > 0) throw new DomainError('consensus-incomplete', { count: missing.length });
      return;
    }

    case 'price-recorded': {
      if (!pricedRules(state.rules.price)) {
        throw new DomainError('price-not-asked', {
          bid: event.payload.price.bid,
          lot: event.payload.price.lot,
          part: 'price',
        });
      }
      during(state, 'quality-closed');
      byChair(state, actor);
      if (state.everAwarded) throw new DomainError('prices-final');
      checkPlace(state, event.payload.price);
      comparePrice(pricedRules(state.rules.price)!, event.payload.price);
      return;
    }

    case 'bid-set-aside': {
      byChair(state, actor);
      if (state.phase !== 'quality-closed') during(state, 'awarded');
      const { fallen } = event.payload;
      checkFallen(state.rules, state.bids.values(), fallen);
      if (fallen.stage === 'withdrawn' && !state.everAwarded)
        throw new DomainError('not-yet-ranked', { bid: fallen.bid });
      const known = state.fallen.some((one) => one.bid === fallen.bid && (one.lot ?? fallen.lot) === fallen.lot);
      if (known) throw new DomainError('already-set-aside', { bid: fallen.bid });
      return;
    }

    case 'draw-recorded': {
      during(state, 'awarded');
      byChair(state, actor);
      const needed = state.award?.outcome.award;
      if (needed?.status !== 'draw-needed') throw new DomainError('no-draw-needed');
      checkDraw(state.bids.values(), event.payload.order);
      const missing = (needed.drawBetween ?? []).find((bid) => !event.payload.order.includes(bid));
      if (missing !== undefined) throw new DomainError('draw-incomplete', { bid: missing });
      return;
    }

    case 'award-computed':
      if (state.phase !== 'quality-closed' && state.phase !== 'awarded') {
        throw new DomainError('quality-not-closed', { phase: state.phase });
      }
      during(state, 'quality-closed');
      byChair(state, actor);
      if (event.payload.engine > ENGINE) throw new DomainError('unknown-engine', { engine: event.payload.engine });
      return;
  }
}

/** Assessments that still have to be submitted before the consensus round can open. */
export const openAssessments = (state: TenderState): { assessor: string; bid: string; lot: string }[] => {
  const places = assessedLots(state.rules, state.bids.values());
  return [...state.assessors].flatMap((assessor) =>
    places
      .filter((place) => !assessmentOf(state, assessor, place)?.submitted)
      .map(({ bid, lot }) => ({ assessor, bid, lot })),
  );
};

/** Consensus scores that still have to be recorded before the quality round can close. */
export const openConsensus = (state: TenderState): { bid: string; lot: string; criterion: string }[] => {
  const criteria = scoredCriteria(state.rules).map((node) => node.criterion.id);
  return assessedLots(state.rules, state.bids.values()).flatMap(({ bid, lot }) =>
    criteria
      .filter((criterion) => !state.consensus.get(placeKey(bid, lot))?.has(criterion))
      .map((criterion) => ({ bid, lot, criterion })),
  );
};

/** Every place that is assessed, and whether its quality falls short, so that its price need not be opened. */
export function placesWithPrice(state: TenderState): (Place & { readonly setAside: boolean })[] {
  const { rules } = state;
  return assessedLots(rules, state.bids.values()).map((place) => {
    const scores = new Map(
      [...(state.consensus.get(placeKey(place.bid, place.lot)) ?? [])].map(([criterion, { score }]) => [
        criterion,
        score,
      ]),
    );
    const { belowMinimum, belowPoints } = ownQuality(rules, scores);
    return { ...place, setAside: belowMinimum.length + belowPoints.length > 0 };
  });
}

/** Places of which a price must still be recorded before the award can be computed. */
export const openPrices = (state: TenderState): Place[] =>
  pricedRules(state.rules.price)
    ? placesWithPrice(state).filter(
        ({ bid, lot, setAside }) =>
          !setAside && !state.prices.has(placeKey(bid, lot)) && !fallenIn(state.fallen, bid, lot),
      )
    : [];

/** Bids no longer change once the assessment is open, so the places that are assessed are worked out once. */
const assessedPlaces = new WeakMap<TenderState, ReadonlySet<string>>();

/** @throws DomainError what {@link checkAssessed} throws. Only for a state in which bids no longer change. */
function checkPlace(state: TenderState, place: { readonly bid: string; readonly lot: string }): void {
  let assessed = assessedPlaces.get(state);
  if (!assessed) {
    assessed = new Set(assessedLots(state.rules, state.bids.values()).map(({ bid, lot }) => placeKey(bid, lot)));
    assessedPlaces.set(state, assessed);
  }
  if (!assessed.has(placeKey(place.bid, place.lot))) checkAssessed(state.rules, state.bids.values(), place);
}

const assessmentOf = (state: TenderState, assessor: string, place: { bid: string; lot: string }) =>
  state.assessments.get(assessor)?.get(placeKey(place.bid, place.lot));

function during(state: TenderState, phase: Phase): void {
  if (state.phase !== phase) throw new DomainError('wrong-phase', { phase: state.phase, needed: phase });
}

function byChair(state: TenderState, actor: string): void {
  if (actor !== state.chair) throw new DomainError('not-the-chair', { actor });
}

function checkScores(state: TenderState, scores: readonly DraftScore[], complete: boolean): void {
  const criteria = scoredCriteria(state.rules).map((node) => node.criterion.id);
  const given = new Set<string>();
  for (const { criterion, score } of scores) {
    if (!criteria.includes(criterion)) throw new DomainError('unknown-criterion', { criterion });
    if (given.has(criterion)) throw new DomainError('duplicate-score', { criterion });
    given.add(criterion);
    if (score !== null) checkOnScale(state.rules, criterion, score);
  }
  if (!complete) return;
  const missing = criteria.find((criterion) => !given.has(criterion));
  if (missing) throw new DomainError('missing-score', { criterion: missing });
}
