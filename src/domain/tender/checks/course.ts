import { DomainError } from '../../errors.ts';
import { ENGINE } from '../../evaluation/evaluate.ts';
import { isSameJson } from '../../json.ts';
import { checkNewRules, checkRules } from '../../scoring/check-rules.ts';
import { checkDraw, validPlaces } from '../../scoring/input.ts';
import type { TenderPayload } from '../state/events.ts';
import { currentRound, openConflicts, unscoredCells } from '../state/rounds.ts';
import { everAwarded, type TenderState } from '../state/state.ts';
import { drawnLots, isDecided, winnerIn } from '../state/stored-award.ts';

/** What the steps of a tender as a whole must satisfy; each throws a DomainError with the rule that is broken. */

/** @throws DomainError `not-the-chair` */
export function chairPublishes(_: unknown, { chair }: TenderPayload<'rules-published'>, actor: string): void {
  if (actor !== chair) throw new DomainError('not-the-chair', { actor });
}

/** @throws DomainError what `checkRules` throws */
export function rulesArePublishable(_: unknown, { rules }: Announced): void {
  checkRules(rules);
}

/** Since an own formula can be too large, or have no value, and criteria can be too many. @throws DomainError what `checkNewRules` throws */
export function newRulesArePublishable(_: unknown, { rules }: Announced): void {
  checkNewRules(rules);
}

type Announced = Pick<TenderPayload<'rules-published'>, 'rules'>;

/** @throws DomainError `rules-unchanged` */
export function rulesDiffer(state: TenderState, { rules }: TenderPayload<'rules-amended'>): void {
  const { id: _, version: __, ...before } = state.rules;
  const { id: ___, version: ____, ...after } = rules;
  if (isSameJson(before, after)) throw new DomainError('rules-unchanged');
}

/** Whoever handed in a bid did so under the rules as they were. @throws DomainError `bids-are-in` */
export function noBidIsIn({ bids }: TenderState): void {
  if (bids.size > 0) throw new DomainError('bids-are-in', { count: bids.size });
}

/** Assessors keep their team, and what was said of a lot is said of one that is there. @throws DomainError `team-in-use`, `lot-in-use` */
export function whatWasSaidStillFits(state: TenderState, { rules }: TenderPayload<'rules-amended'>): void {
  const teams = rules.course?.teams ?? [];
  for (const { team } of currentRound(state).members.values()) {
    const fits = team === null ? teams.length === 0 : teams.some(({ id }) => id === team);
    if (!fits) throw new DomainError('team-in-use', { team });
  }
  for (const lot of state.lots.keys()) {
    if (!rules.lots.some(({ id }) => id === lot)) throw new DomainError('lot-in-use', { lot });
  }
}

/** @throws DomainError `no-assessors`, `no-valid-bids` */
export function somebodyAndSomethingToAssess(state: TenderState): void {
  if (currentRound(state).members.size === 0) throw new DomainError('no-assessors');
  if (validPlaces(state.rules, state.bids.values()).length === 0) throw new DomainError('no-valid-bids');
}

/** Every bid has one letter where bidders are anonymous, and none where they are not. @throws DomainError `letters-differ` */
export function lettersFit({ rules, bids }: TenderState, { letters = [] }: TenderPayload<'assessment-opened'>): void {
  const needed = rules.course?.anonymousUntil === undefined ? [] : [...bids.keys()];
  const fits = letters.length === needed.length && needed.every((bid) => letters.includes(bid));
  if (!fits) throw new DomainError('letters-differ');
}

/** A conflict of interest is settled before the tender goes on. @throws DomainError `conflict-open` */
export function noConflictIsOpen(state: TenderState): void {
  const open = openConflicts(state);
  if (open.length > 0) throw new DomainError('conflict-open', { count: open.length });
}

/** @throws DomainError `prices-open`: who knows the prices does not change the quality any more */
export function noPriceIsOpen(state: TenderState): void {
  if (state.pricesOpened || state.prices.size > 0) throw new DomainError('prices-open');
}

/** What was found in a further round changes by another round. @throws DomainError `another-round` */
export function isInTheFirstRound({ rounds }: TenderState): void {
  if (rounds.length > 1) throw new DomainError('another-round', { round: 1, now: rounds.length });
}

/** @throws DomainError `quality-already-awarded` */
export function nothingWasAwarded(state: TenderState): void {
  if (everAwarded(state)) throw new DomainError('quality-already-awarded');
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

/**
 * A draw that the award asks for; or, with the reason, one that was held again or recorded wrongly: then for the same lots, between the same.
 * @throws DomainError what {@link drawIsTheOneNeeded} and {@link drawIsForItsLots} throw, `draw-without-witness`, `no-such-draw`
 */
export function drawIsNeededOrHeldAgain(state: TenderState, payload: TenderPayload<'draw-recorded'>): void {
  const { order, lots = [], witnesses, reason } = payload;
  if (witnesses === undefined) throw new DomainError('draw-without-witness');
  if (reason === undefined) {
    drawIsTheOneNeeded(state, payload);
    drawIsForItsLots(state, payload);
    return;
  }
  checkDraw(state.bids.values(), order);
  const before = state.draws.findLast((one) => sameSet(one.lots, lots));
  if (!before) throw new DomainError('no-such-draw', { lots });
  const missing = before.order.find((bid) => !order.includes(bid));
  if (missing !== undefined) throw new DomainError('draw-incomplete', { bid: missing });
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

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

/** A bid that counts again, and a round that was annulled, leave something without a score. @throws DomainError `scores-missing` */
export function everythingIsScored(state: TenderState): void {
  const missing = unscoredCells(state);
  if (missing.length > 0) throw new DomainError('scores-missing', { count: missing.length });
}

/** @throws DomainError `unknown-lot`, `lot-not-awarded`, `requirements-unchecked`, `lot-already-said` */
export function decisionCanBeSent(state: TenderState, { lots }: TenderPayload<'award-decision-sent'>): void {
  for (const lot of lots) {
    requireLot(state, lot);
    if (state.lots.has(lot)) throw new DomainError('lot-already-said', { lot });
    const winner = state.award && winnerIn(state.award, lot);
    if (!winner) throw new DomainError('lot-not-awarded', { lot });
    requireChecked(state, winner);
  }
}

/**
 * The same, and a decision that was sent can be sent anew with the reason, better motivated; that nobody gets a lot is a decision as well.
 * @throws DomainError `unknown-lot`, `lot-not-awarded`, `requirements-unchecked`, `lot-already-said`, `decision-already-sent`
 */
export function decisionCanBeSentOrSentAnew(
  state: TenderState,
  { lots, reason }: TenderPayload<'award-decision-sent'>,
): void {
  for (const lot of lots) {
    requireLot(state, lot);
    const is = state.lots.get(lot)?.is;
    if (is === 'fixed' || is === 'withdrawn') throw new DomainError('lot-already-said', { lot });
    if (is === 'sent' && reason === undefined) throw new DomainError('decision-already-sent', { lot });
    if (!isDecided(state, lot)) throw new DomainError('lot-not-awarded', { lot });
    const winner = state.award && winnerIn(state.award, lot);
    if (winner) requireChecked(state, winner);
  }
}

/** Two people held the requirements against who wins. @throws DomainError `requirements-unchecked` */
function requireChecked({ bidRecords }: TenderState, bid: string): void {
  const checks = [...(bidRecords.get(bid)?.checks.values() ?? [])];
  if (checks.length < 2 || checks.some(({ met }) => !met)) throw new DomainError('requirements-unchecked', { bid });
}

/** @throws DomainError `unknown-lot`, `decision-not-sent`, `requirements-unchecked`: what was found after the decision counts too */
export function lotCanBeFixed(state: TenderState, { lot }: TenderPayload<'lot-fixed'>): void {
  requireLot(state, lot);
  if (state.lots.get(lot)?.is !== 'sent') throw new DomainError('decision-not-sent', { lot });
  const winner = state.award && winnerIn(state.award, lot);
  if (winner) requireChecked(state, winner);
}

/** @throws DomainError `unknown-lot`, `lot-not-fixed` */
export function lotIsFixed(state: TenderState, { lot }: TenderPayload<'lot-unfixed'>): void {
  requireLot(state, lot);
  if (state.lots.get(lot)?.is !== 'fixed') throw new DomainError('lot-not-fixed', { lot });
}

/** @throws DomainError `unknown-lot`, `lot-already-said` */
export function lotCanBeWithdrawn(state: TenderState, { lot }: TenderPayload<'lot-withdrawn'>): void {
  requireLot(state, lot);
  const is = state.lots.get(lot)?.is;
  if (is === 'fixed' || is === 'withdrawn') throw new DomainError('lot-already-said', { lot });
}

/** @throws DomainError `unknown-lot`, `lot-not-withdrawn` */
export function lotIsWithdrawn(state: TenderState, { lot }: TenderPayload<'lot-reopened'>): void {
  requireLot(state, lot);
  if (state.lots.get(lot)?.is !== 'withdrawn') throw new DomainError('lot-not-withdrawn', { lot });
}

function requireLot({ rules }: TenderState, lot: string): void {
  if (!rules.lots.some(({ id }) => id === lot)) throw new DomainError('unknown-lot', { lot });
}

/** @throws DomainError `already-archived` */
export function isNotArchived({ archived }: TenderState): void {
  if (archived) throw new DomainError('already-archived');
}

/** @throws DomainError `not-archived` */
export function isArchived({ archived }: TenderState): void {
  if (!archived) throw new DomainError('not-archived');
}
