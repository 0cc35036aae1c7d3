import { phasesAfter } from '../admission/procedure.ts';
import { readOutcome } from '../evaluation/stored-outcome.ts';
import { isSameJson } from '../json.ts';
import { type PlaceKey, placeKey } from '../rules/place.ts';
import { pricedPlaces } from '../scoring/input.ts';
import { tenderProcedure } from './procedure.ts';
import { noteDocument, noteRemoval, openSealedDocuments } from './state/documents.ts';
import type { TenderEvent, TenderPayload } from './state/events.ts';
import { noteDecision, noteLetter, noteProceeding } from './state/letters.ts';
import { criteriaAt, currentRound, isExcluded, placesOf } from './state/rounds.ts';
import type { Member, Round, TenderState } from './state/state.ts';
import { drawnLots, winnerIn } from './state/stored-award.ts';

/** The state of a dossier whose first event is `rules-published`. */
export function startState(dossier: string, first: Extract<TenderEvent, { type: 'rules-published' }>): TenderState {
  const { title, rules, rulesSha256, chair, fictional, decision = null } = first.payload;
  return {
    dossier,
    version: first.seq,
    phase: 'registration',
    roundPhase: 'none',
    course: 'running',
    archived: false,
    stopped: null,
    title,
    rules,
    rulesSha256,
    announced: [{ rules, rulesSha256, at: first.at, reason: null }],
    chair,
    deputies: new Set(),
    witnesses: new Set(),
    keepers: new Set(),
    succession: null,
    fictional,
    decision,
    onlookers: new Set(),
    bids: new Map(),
    letters: [],
    bidRecords: new Map(),
    interests: new Map(),
    rounds: [newRound(1, null, first.at)],
    prices: new Map(),
    sealed: new Map(),
    documents: new Map(),
    sealedDocuments: new Map(),
    sealedBy: new Set(),
    openingProposedBy: null,
    pricesOpened: null,
    explanations: new Map(),
    fallen: [],
    draws: [],
    lots: new Map(),
    issuedLetters: [],
    proceedings: [],
    award: null,
    pastAwards: [],
    assignmentVersion: first.seq,
    workVersion: first.seq,
    lastEventAt: first.at,
    lastOf: new Map([['rules-published', first.at]]),
  };
}

/**
 * Moves the state one event on, in place: a dossier of ten thousand events is folded in one pass without a copy per event.
 * Deterministic, touches nothing but the state it was given, and checks nothing: what may happen is the business of `admit`.
 * The phases that an event leads to stand in the procedure.
 */
export function evolve(state: TenderState, event: TenderEvent): void {
  const before = { phase: state.phase, award: state.award };
  change(state, event);
  if (!KEEPS_ASSIGNMENT.has(event.type)) state.assignmentVersion = event.seq;
  const after = phasesAfter(tenderProcedure, event.type, tenderProcedure.phaseOf(state));
  state.phase = after.tender ?? state.phase;
  state.roundPhase = after.round ?? state.roundPhase;
  state.course = after.course ?? state.course;
  // An award of which something changed is kept, and computed anew.
  if (before.phase === 'awarded' && state.phase !== 'awarded' && before.award) {
    state.pastAwards.push(before.award);
    state.award = null;
  }
  state.version = event.seq;
  if (event.type !== 'letter-issued') state.workVersion = event.seq;
  state.lastEventAt = event.at;
  state.lastOf.set(event.type, event.at);
}

/** What comes in by the thousand, and changes neither what is to be assessed nor by whom. */
const KEEPS_ASSIGNMENT: ReadonlySet<string> = new Set([
  'assessment-saved',
  'assessment-submitted',
  'consensus-recorded',
  'consensus-confirmed',
  'price-recorded',
  'price-sealed',
  'document-added',
  'document-removed',
  'document-sealed',
  'sealed-documents-removed',
  'letter-issued',
] satisfies TenderEvent['type'][]);

function change(state: TenderState, event: TenderEvent): void {
  switch (event.type) {
    case 'log-format-changed':
    case 'rules-published':
      break;
    case 'rules-amended': {
      const { rules, rulesSha256, reason } = event.payload;
      state.rules = rules;
      state.rulesSha256 = rulesSha256;
      state.announced.push({ rules, rulesSha256, at: event.at, reason });
      break;
    }
    case 'assessment-opened':
      startRound(currentRound(state), 'assessment', event.at);
      state.letters = event.payload.letters ?? [];
      break;
    case 'consensus-opened':
    case 'round-consensus-opened':
      // From here on it is settled what the round is about: a bid that counts again later is for a further round.
      currentRound(state).cells = cellsAsTheyStand(state);
      currentRound(state).stage = 'consensus';
      break;
    case 'quality-closed':
    case 'round-closed':
      currentRound(state).stage = 'closed';
      currentRound(state).closedAt = event.at;
      break;
    case 'quality-reopened':
      currentRound(state).stage = 'consensus';
      currentRound(state).closedAt = null;
      state.openingProposedBy = null;
      break;
    case 'round-opened': {
      const { round, reason } = event.payload;
      const opened = newRound(round, reason, event.at);
      opened.stage = 'assessment';
      opened.cells = new Map();
      state.rounds.push(opened);
      break;
    }
    case 'bid-reassessed': {
      const { bid, places } = event.payload;
      const round = currentRound(state);
      round.cells ??= new Map();
      for (const { lot, criteria } of places) {
        const key = placeKey(bid, lot);
        round.cells.set(key, new Set([...(round.cells.get(key) ?? []), ...criteria]));
      }
      break;
    }
    case 'round-annulled': {
      const round = state.rounds[event.payload.round - 1]!;
      round.annulled = event.payload.reason;
      // One that was under way was never closed, and so cannot be restored.
      round.stage = 'closed';
      break;
    }
    case 'round-restored':
      state.rounds[event.payload.round - 1]!.annulled = null;
      break;
    case 'assessment-saved':
    case 'assessment-submitted':
      assess(state, event);
      break;
    case 'consensus-recorded': {
      const { bid, lot, criterion, score, motivation, discussed = false } = event.payload;
      const known = mapIn(currentRound(state).consensus, placeKey(bid, lot));
      const before = known.get(criterion);
      known.set(criterion, {
        // How often it was recorded: the place of the event would tell what else happened.
        version: (before?.version ?? 0) + 1,
        score,
        motivation,
        at: event.at,
        by: event.actor,
        discussed,
        // Who agreed, agreed to that score; it takes another than who records it.
        confirmedBy: before?.score === score && before.confirmedBy !== event.actor ? before.confirmedBy : null,
      });
      break;
    }
    case 'consensus-confirmed': {
      const { bid, lot, criterion } = event.payload;
      const recorded = currentRound(state).consensus.get(placeKey(bid, lot))?.get(criterion);
      if (recorded) recorded.confirmedBy = event.actor;
      break;
    }
    case 'draw-recorded':
      state.draws.push({
        order: event.payload.order,
        // The first draws did not say it: they were held for what the award of that moment left open.
        lots: event.payload.lots ?? drawnLots(state),
        method: event.payload.method,
        witnesses: event.payload.witnesses ?? null,
        reason: event.payload.reason ?? null,
        at: event.at,
      });
      break;
    case 'award-computed': {
      const { engine, outcome } = event.payload;
      state.award = { engine, outcome: readOutcome(engine, outcome), at: event.at, seq: event.seq };
      forgetOtherDecisions(state);
      break;
    }
    case 'letter-issued':
      noteLetter(state, event);
      break;
    case 'award-decision-sent':
      noteDecision(state, event);
      break;
    case 'proceeding-started':
    case 'proceeding-ended':
      noteProceeding(state, event);
      break;
    case 'lot-fixed': {
      const { lot, reason, signedOn = null } = event.payload;
      const bid = state.award && winnerIn(state.award, lot);
      if (bid) state.lots.set(lot, { is: 'fixed', bid, reason, seq: event.seq, signedOn });
      break;
    }
    case 'lot-withdrawn':
      state.lots.set(event.payload.lot, { is: 'withdrawn', reason: event.payload.reason });
      break;
    case 'lot-unfixed':
    case 'lot-reopened':
      state.lots.delete(event.payload.lot);
      break;
    case 'tender-stopped':
      state.stopped = event.payload.reason;
      break;
    case 'tender-resumed':
      state.stopped = null;
      break;
    case 'tender-archived':
      state.archived = true;
      break;
    case 'tender-unarchived':
      state.archived = false;
      break;
    case 'bid-registered': {
      const { bid, late } = event.payload;
      state.bids.set(bid.id, bid);
      state.bidRecords.set(bid.id, { late: late?.reason ?? null, corrections: [], checks: new Map() });
      if (late) state.fallen.push({ bid: bid.id, stage: 'excluded', reason: late.reason });
      break;
    }
    case 'bid-corrected': {
      const { bid, reason } = event.payload;
      if (!isSameJson(state.bids.get(bid.id)?.bidder, bid.bidder)) forgetBidder(state, bid.id);
      state.bids.set(bid.id, bid);
      state.bidRecords.get(bid.id)?.corrections.push({ reason, at: event.at });
      // What was taken into keeping for a lot that is not bid for any more is asked for nothing.
      const priced = new Set(pricedPlaces(state.rules, [bid]).map((place) => placeKey(place.bid, place.lot)));
      for (const [key, { price }] of state.sealed)
        if (price.bid === bid.id && !priced.has(key)) state.sealed.delete(key);
      break;
    }
    case 'bid-struck':
      strike(state, event.payload.bid);
      break;
    case 'bid-set-aside':
      state.fallen.push(event.payload.fallen);
      break;
    case 'bid-reinstated': {
      const { bid, lot, reason } = event.payload;
      state.fallen.push({ bid, ...(lot === undefined ? {} : { lot }), stage: 'reinstated', reason });
      break;
    }
    case 'requirements-checked': {
      const { bid, met, findings } = event.payload;
      state.bidRecords.get(bid)?.checks.set(event.actor, { met, findings, at: event.at });
      break;
    }
    case 'price-sealed': {
      const { price } = event.payload;
      state.sealed.set(placeKey(price.bid, price.lot), { version: event.seq, price, by: event.actor });
      state.sealedBy.add(event.actor);
      break;
    }
    case 'opening-proposed':
      state.openingProposedBy = event.actor;
      break;
    case 'prices-opened':
      state.pricesOpened = { by: state.openingProposedBy ?? '', with: event.actor, at: event.at };
      state.openingProposedBy = null;
      for (const [key, { version, price }] of state.sealed) {
        // What was excluded before stays closed, and what is open already stays as it was recorded or corrected.
        if (state.prices.has(key) || isExcluded(state, price.bid, price.lot)) continue;
        state.prices.set(key, { version, price });
      }
      openSealedDocuments(state);
      break;
    case 'document-added':
      noteDocument(state.documents, event.payload, event.at, false);
      break;
    case 'document-removed': {
      const { bid, document, reason } = event.payload;
      noteRemoval(state.documents, bid, { reason, at: event.at }, ({ id }) => id === document);
      break;
    }
    case 'document-sealed':
      noteDocument(state.sealedDocuments, event.payload, event.at, true);
      state.sealedBy.add(event.actor);
      break;
    case 'sealed-documents-removed': {
      const { bid, reason } = event.payload;
      noteRemoval(state.sealedDocuments, bid, { reason, at: event.at });
      break;
    }
    case 'price-recorded':
    case 'price-corrected': {
      const { price } = event.payload;
      state.prices.set(placeKey(price.bid, price.lot), { version: event.seq, price });
      break;
    }
    case 'explanation-asked': {
      const { bid, lot, question, until } = event.payload;
      state.explanations.set(placeKey(bid, lot), { question, until, received: null, judged: null });
      break;
    }
    case 'explanation-received': {
      const { bid, lot, explanation } = event.payload;
      const asked = state.explanations.get(placeKey(bid, lot));
      if (asked) asked.received = { explanation, at: event.at };
      break;
    }
    case 'explanation-judged': {
      const { bid, lot, accepted, reason } = event.payload;
      const asked = state.explanations.get(placeKey(bid, lot));
      if (asked) asked.judged = { accepted, reason, at: event.at };
      break;
    }
    case 'assessor-appointed': {
      const { assessor, team } = event.payload;
      const { members } = currentRound(state);
      // Who comes back does so without any release, in the team of before where no other is named.
      members.set(assessor, member(team ?? members.get(assessor)?.team ?? undefined));
      break;
    }
    case 'assessor-released': {
      const { assessor, bid, reason = '' } = event.payload;
      const released = currentRound(state).members.get(assessor);
      if (released && bid === undefined) released.released = reason;
      else released?.releasedFor.set(bid!, reason);
      break;
    }
    case 'auditor-named':
      state.onlookers.add(event.payload.auditor);
      break;
    case 'auditor-released':
      state.onlookers.delete(event.payload.auditor);
      break;
    case 'onlooker-named':
      state.onlookers.add(event.payload.onlooker);
      break;
    case 'onlooker-released':
      state.onlookers.delete(event.payload.onlooker);
      break;
    case 'witness-named':
      state.witnesses.add(event.payload.witness);
      break;
    case 'witness-released':
      state.witnesses.delete(event.payload.witness);
      break;
    case 'keeper-named':
      state.keepers.add(event.payload.keeper);
      break;
    case 'keeper-released':
      state.keepers.delete(event.payload.keeper);
      break;
    case 'deputy-named':
      state.deputies.add(event.payload.deputy);
      break;
    case 'deputy-released':
      state.deputies.delete(event.payload.deputy);
      break;
    case 'chair-handed-over':
    case 'chair-succeeded':
      state.chair = event.payload.chair;
      state.deputies.delete(event.payload.chair);
      state.succession = null;
      break;
    case 'succession-proposed':
      state.succession = { chair: event.payload.chair, by: event.actor, reason: event.payload.reason };
      break;
    case 'interests-declared': {
      const own = mapIn(state.interests, event.actor);
      for (const { bid, conflict, explanation = null } of event.payload.interests) {
        own.set(bid, { conflict, explanation, judged: null });
      }
      break;
    }
    case 'conflict-judged': {
      const { account, bid, conflict, reason = '' } = event.payload;
      const interest = state.interests.get(account)?.get(bid);
      if (interest) interest.judged = { conflict, reason };
      // What was given in a round that is over is withdrawn by a conflict that is found, and stays so: an award may rest on it.
      const round = currentRound(state);
      if (round.stage === 'closed') break;
      if (!conflict) round.withdrawn.get(account)?.delete(bid);
      else if (round.assessments.has(account)) mapIn(round.withdrawn, account).set(bid, reason);
      break;
    }
    case 'conflict-found': {
      const { account, bid, reason = '' } = event.payload;
      mapIn(state.interests, account).set(bid, {
        conflict: true,
        explanation: null,
        judged: { conflict: true, reason },
      });
      for (const round of state.rounds) {
        if (round.assessments.has(account)) mapIn(round.withdrawn, account).set(bid, reason);
      }
      break;
    }
    default:
      event satisfies never;
  }
}

const newRound = (number: number, reason: string | null, at: string): Round => ({
  number,
  reason,
  stage: 'planned',
  annulled: null,
  cells: null,
  members: new Map(),
  assessments: new Map(),
  withdrawn: new Map(),
  consensus: new Map(),
  openedAt: at,
  closedAt: null,
});

function startRound(round: Round, stage: Round['stage'], at: string): void {
  round.stage = stage;
  round.openedAt = at;
}

const member = (team: string | undefined): Member => ({ team: team ?? null, released: null, releasedFor: new Map() });

const cellsAsTheyStand = (state: TenderState): Map<PlaceKey, ReadonlySet<string>> => {
  const round = currentRound(state);
  return new Map(
    placesOf(state, round).map((place) => [
      placeKey(place.bid, place.lot),
      new Set(criteriaAt(state.rules, round, place)),
    ]),
  );
};

function assess(
  state: TenderState,
  { type, actor, at, payload }: Extract<TenderEvent, { type: 'assessment-saved' | 'assessment-submitted' }>,
): void {
  const { bid, lot, scores } = payload;
  const own = mapIn(currentRound(state).assessments, actor);
  const place = placeKey(bid, lot);
  const version = (own.get(place)?.version ?? 0) + 1;
  own.set(place, { version, submitted: type === 'assessment-submitted', scores, at });
}

/** Who was found to be another bidder is declared about, and checked, anew; what was decided of an interest stays. */
function forgetBidder({ interests, bidRecords }: TenderState, bid: string): void {
  bidRecords.get(bid)?.checks.clear();
  for (const ofBids of interests.values()) if (ofBids.get(bid)?.judged === null) ofBids.delete(bid);
}

/** A bid that was never there leaves nothing behind but its events. */
function strike(state: TenderState, bid: TenderPayload<'bid-struck'>['bid']): void {
  state.bids.delete(bid);
  state.bidRecords.delete(bid);
  for (const ofBids of state.interests.values()) ofBids.delete(bid);
  const others = state.fallen.filter((one) => one.bid !== bid);
  state.fallen.splice(0, state.fallen.length, ...others);
  for (const [key, { price }] of state.sealed) if (price.bid === bid) state.sealed.delete(key);
  state.documents.delete(bid);
  state.sealedDocuments.delete(bid);
}

/** A decision that was sent holds while the winner stays the same: another one is sent anew. */
function forgetOtherDecisions({ lots, award, pastAwards }: TenderState): void {
  const before = pastAwards.at(-1);
  if (!award || !before) return;
  for (const [lot, { is }] of lots) {
    if (is === 'sent' && winnerIn(award, lot) !== winnerIn(before, lot)) lots.delete(lot);
  }
}

function mapIn<K, L, V>(outer: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const inner = outer.get(key) ?? new Map<L, V>();
  outer.set(key, inner);
  return inner;
}
