import { phasesAfter } from '../../domain/admission/procedure.ts';
import { placeKey } from '../../domain/rules/place.ts';
import { fallenIn } from '../../domain/scoring/input.ts';
import { letterOf } from '../../domain/tender/anonymity.ts';
import { startState } from '../../domain/tender/evolve.ts';
import { tenderProcedure } from '../../domain/tender/procedure.ts';
import type { TenderEvent, TenderEventType } from '../../domain/tender/state/events.ts';
import { currentRound } from '../../domain/tender/state/rounds.ts';
import type { BidDocument, TenderState } from '../../domain/tender/state/state.ts';
import { winnerIn } from '../../domain/tender/state/stored-award.ts';
import { inLanguage } from '../../messages/messages.ts';
import { pairs, quote } from '../../messages/sentence.ts';
import type { Prose } from '../blocks.ts';
import { bidFacts, priceFacts } from './offers.ts';
import { awardInFacts } from './outcomes.ts';
import { appointmentInFacts, declarationInFacts, judgementInFacts } from './people.ts';
import { changes, type Said, said, saidInWords, typed } from './said.ts';
import { assessmentInFacts, consensusInFacts, roundOf } from './scores.ts';
import { type Listener, type Teller, tellerAt } from './teller.ts';

/**
 * What an event of a tender says, in sentences: with what was there before, where it changes something.
 * @param state in which it happened; undefined before the first event
 */
export function tenderEventInWords(to: Listener, state: TenderState | undefined, event: TenderEvent): Prose[] {
  const standing = state ?? (event.type === 'rules-published' ? startState('', event) : undefined);
  if (!standing) return [];
  const t = tellerAt(to, standing, event.at);
  const found = [...saidBy(to, t, standing, event), ...(state ? phaseOf(t, state, event.type) : [])];
  return found.map((one) => saidInWords(t.m, one));
}

/** What each type of event says. A new type does not compile before it stands here. */
function saidBy(to: Listener, t: Teller, state: TenderState, event: TenderEvent): Said[] {
  const { m, names } = t;
  const f = m.logFacts;
  const because = (reason: string | undefined): Said[] => said(f.reason, reason && typed(reason));
  switch (event.type) {
    case 'log-format-changed':
    case 'consensus-opened':
    case 'quality-closed':
    case 'opening-proposed':
      return [];
    case 'rules-published': {
      const { title, rules, chair, fictional, decision } = event.payload;
      return [
        ...said(f.title, quote(title)),
        ...said(f.rules, f.version(inLanguage(rules.title, m), String(rules.version))),
        ...said(f.chair, t.person(chair)),
        ...(fictional ? said(f.fictional, m.common.yes) : []),
        ...(decision ? said(f.follows, f.signedChoice) : []),
      ];
    }
    case 'rules-amended':
      return [...because(event.payload.reason), ...to.differences(m, state.rules, event.payload.rules)];
    case 'assessment-opened': {
      const letters = event.payload.letters ?? [];
      const dealt = letters.map((bid, place) => [letterOf(place), names.bidder(bid)] as const);
      return letters.length === 0 ? [] : said(f.letters, pairs(dealt));
    }
    case 'quality-reopened':
      return because(event.payload.reason);
    case 'draw-recorded': {
      const { order, method, lots, witnesses, reason } = event.payload;
      const same = (drawn: readonly string[]): boolean => drawn.toSorted().join() === lots?.toSorted().join();
      const before = t.before(
        state.draws.findLast((one) => same(one.lots)),
        'draw-recorded',
      );
      const inOrder = (bids: readonly string[]): string => m.format.list(bids.map((bid) => quote(names.bidder(bid))));
      return [
        ...said(m.common.lots, lots && m.format.list(lots.map(t.lot))),
        ...said(f.order, inOrder(order), before && inOrder(before.order)),
        ...said(f.held, typed(method)),
        ...said(f.witnesses, witnesses && typed(witnesses)),
        ...because(reason),
      ];
    }
    case 'award-computed':
      return awardInFacts(t, state, event);
    case 'award-decision-sent': {
      const { lots, sentOn, until, reason } = event.payload;
      return [
        ...said(f.sentOn, m.format.date(sentOn)),
        ...said(f.standstill, until && m.format.date(until)),
        ...lots.flatMap((lot) => lotBecomes(t, state, lot, 'sent')),
        ...because(reason),
      ];
    }
    case 'letter-issued': {
      const { bid, lots, sentOn, until, language, sender, signatory, objection, sameWords } = event.payload;
      return [
        ...said(f.letterTo, quote(names.bidder(bid))),
        ...said(m.common.lots, m.format.list(lots.map(t.lot))),
        ...said(f.sentOn, m.format.date(sentOn)),
        ...said(f.standstill, m.format.date(until)),
        ...said(m.letters.form.language, m.letters.form.languages[language]),
        ...said(m.letters.form.sender, quote(sender)),
        ...said(m.letters.form.signatory, quote(signatory)),
        ...said(m.letters.form.objection, typed(objection)),
        ...said(m.letters.form.sameWords, sameWords && typed(sameWords)),
      ];
    }
    case 'proceeding-started': {
      const { lots, startedOn, court, claim } = event.payload;
      return [
        ...said(m.common.lots, m.format.list(lots.map(t.lot))),
        ...said(m.acts.fields.startedOn.label, m.format.date(startedOn)),
        ...said(m.acts.fields.court.label, quote(court)),
        ...said(m.acts.fields.claim.label, typed(claim)),
      ];
    }
    case 'proceeding-ended': {
      const { proceeding, endedOn, outcome } = event.payload;
      const which = state.proceedings.find(({ number }) => number === proceeding);
      return [
        ...said(m.acts.fields.court.label, which && quote(which.court)),
        ...said(m.acts.fields.endedOn.label, m.format.date(endedOn)),
        ...said(m.acts.fields.outcome.label, typed(outcome)),
      ];
    }
    case 'lot-fixed': {
      const { lot, reason, signedOn } = event.payload;
      const bid = state.award && winnerIn(state.award, lot);
      return [
        ...said(m.acts.fields.signedOn.label, signedOn && m.format.date(signedOn)),
        ...lotBecomes(t, state, lot, 'fixed'),
        ...said(f.contractWith, t.before(bid, 'award-computed') && quote(names.bidder(bid!))),
        ...because(reason),
      ];
    }
    case 'lot-withdrawn':
      return [...lotBecomes(t, state, event.payload.lot, 'withdrawn'), ...because(event.payload.reason)];
    case 'lot-unfixed':
    case 'lot-reopened':
      return [...lotBecomes(t, state, event.payload.lot, 'open'), ...because(event.payload.reason)];
    case 'tender-stopped':
    case 'tender-resumed': {
      const [was, is] =
        event.type === 'tender-stopped' ? (['running', 'stopped'] as const) : (['stopped', 'running'] as const);
      return [...said(f.course, f.courses[is], f.courses[was]), ...because(event.payload.reason)];
    }
    case 'tender-archived':
      return said(f.archive, m.common.yes, m.common.no);
    case 'tender-unarchived':
      return said(f.archive, m.common.no, m.common.yes);
    case 'bid-registered': {
      const { bid, late } = event.payload;
      return [...changes(m, bidFacts(m, state.rules, bid), undefined), ...said(f.late, late && typed(late.reason))];
    }
    case 'bid-corrected': {
      const { bid, reason } = event.payload;
      const known = t.before(state.bids.get(bid.id), 'bid-registered', 'bid-corrected');
      const changed = changes(m, bidFacts(m, state.rules, bid), known && bidFacts(m, state.rules, known));
      return [...(known ? said(f.about, quote(known.bidder.name)) : []), ...changed, ...because(reason)];
    }
    case 'bid-struck':
      return [...said(f.bidder, t.at(event.payload.bid)), ...because(event.payload.reason)];
    case 'bid-set-aside': {
      const { bid, lot, stage, reason } = event.payload.fallen;
      return [...countsNow(t, state, { bid, lot }, f.why[stage]), ...because(reason)];
    }
    case 'bid-reinstated': {
      const { bid, lot, reason } = event.payload;
      return [...countsNow(t, state, { bid, lot }, f.why.reinstated), ...because(reason)];
    }
    case 'requirements-checked': {
      const { bid, met, findings } = event.payload;
      const before = t.before(state.bidRecords.get(bid)?.checks.get(event.actor), 'requirements-checked');
      const words = (isMet: boolean): string => f.met[isMet ? 'yes' : 'no'];
      return [
        ...said(f.requirements(names.bidder(bid)), words(met), before && words(before.met)),
        ...said(f.findings, typed(findings), before && typed(before.findings)),
      ];
    }
    case 'price-sealed':
    case 'price-recorded':
    case 'price-corrected': {
      const { price } = event.payload;
      const key = placeKey(price.bid, price.lot);
      const known = (event.type === 'price-sealed' ? state.sealed : state.prices).get(key)?.price;
      const before = t.before(known, 'price-sealed', 'price-recorded', 'price-corrected');
      return [
        ...said(f.price, t.at(price.bid, price.lot)),
        ...changes(m, priceFacts(m, state.rules, price), before && priceFacts(m, state.rules, before)),
        ...('reason' in event.payload ? because(event.payload.reason) : []),
      ];
    }
    case 'prices-opened': {
      const proposer = t.before(state.openingProposedBy, 'opening-proposed');
      return said(f.openedWith, proposer && t.person(proposer));
    }
    case 'explanation-asked': {
      const { bid, lot, question, until } = event.payload;
      const before = t.before(state.explanations.get(placeKey(bid, lot)), 'explanation-asked');
      return [
        ...said(f.price, t.at(bid, lot)),
        ...said(f.question, typed(question), before && typed(before.question)),
        ...said(f.until, m.format.date(until), before && m.format.date(before.until)),
      ];
    }
    case 'explanation-received': {
      const { bid, lot, explanation } = event.payload;
      const before = t.before(state.explanations.get(placeKey(bid, lot))?.received, 'explanation-received');
      return [
        ...said(f.price, t.at(bid, lot)),
        ...said(f.answer, typed(explanation), before && typed(before.explanation)),
      ];
    }
    case 'explanation-judged': {
      const { bid, lot, accepted, reason } = event.payload;
      const before = t.before(state.explanations.get(placeKey(bid, lot))?.judged, 'explanation-judged');
      const words = (is: boolean): string => f.accepted[is ? 'yes' : 'no'];
      return [
        ...said(f.verdict(t.at(bid, lot)), words(accepted), before && words(before.accepted)),
        ...because(reason),
      ];
    }
    case 'document-added':
    case 'document-sealed': {
      const { bid, lot, document } = event.payload;
      return [...said(f.document, fileInWords(t, document)), ...said(f.about, t.at(bid, lot))];
    }
    case 'document-removed': {
      const { bid, document, reason } = event.payload;
      const known = t.before(
        state.documents.get(bid)?.find(({ id }) => id === document),
        'document-added',
      );
      return [...said(f.document, known && fileInWords(t, known)), ...said(f.about, t.at(bid)), ...because(reason)];
    }
    case 'sealed-documents-removed':
      return [...said(f.about, t.at(event.payload.bid)), ...because(event.payload.reason)];
    case 'assessor-appointed':
      return appointmentInFacts(t, state, event.payload);
    case 'assessor-released': {
      const { assessor, bid, reason } = event.payload;
      return [
        ...said(m.common.assessor, t.person(assessor)),
        ...said(f.releasedFor, bid && t.at(bid)),
        ...because(reason),
      ];
    }
    case 'auditor-named':
    case 'auditor-released':
      return said(f.auditor, t.person(event.payload.auditor));
    case 'onlooker-named':
    case 'onlooker-released':
      return said(f.onlooker, t.person(event.payload.onlooker));
    case 'witness-named':
    case 'witness-released':
      return said(f.witness, t.person(event.payload.witness));
    case 'keeper-named':
    case 'keeper-released':
      return said(f.keeper, t.person(event.payload.keeper));
    case 'deputy-named':
    case 'deputy-released':
      return said(f.deputy, t.person(event.payload.deputy));
    case 'chair-handed-over':
      return [...said(f.chair, t.person(event.payload.chair), t.person(state.chair)), ...because(event.payload.reason)];
    case 'succession-proposed': {
      const { chair, reason } = event.payload;
      const before = t.before(state.succession, 'succession-proposed');
      return [...said(f.successor, t.person(chair), before && t.person(before.chair)), ...because(reason)];
    }
    case 'chair-succeeded':
      return said(f.chair, t.person(event.payload.chair), t.person(state.chair));
    case 'interests-declared':
      return declarationInFacts(t, state, event.actor, event.payload);
    case 'conflict-judged':
      return judgementInFacts(t, state, event.payload);
    case 'conflict-found':
      return judgementInFacts(t, state, { ...event.payload, conflict: true });
    case 'assessment-saved':
    case 'assessment-submitted':
      return assessmentInFacts(t, state, event);
    case 'consensus-recorded':
      return consensusInFacts(t, state, event.payload);
    case 'consensus-confirmed': {
      const { bid, lot, criterion, round } = event.payload;
      const known = currentRound(state).consensus.get(placeKey(bid, lot))?.get(criterion);
      const score = t.before(known, 'consensus-recorded')?.score;
      return [
        ...said(f.about, t.at(bid, lot)),
        ...said(m.common.criterion, quote(t.criterion(criterion))),
        ...said(f.confirmed, score && m.format.decimal(score)),
        ...roundOf(t, round),
      ];
    }
    case 'round-opened':
    case 'round-annulled':
    case 'round-restored':
      return [...roundOf(t, event.payload.round), ...because(event.payload.reason)];
    case 'bid-reassessed': {
      const { bid, places, round } = event.payload;
      return [
        ...roundOf(t, round),
        ...places.flatMap(({ lot, criteria }) =>
          said(t.at(bid, lot), m.format.list(criteria.map((one) => quote(t.criterion(one))))),
        ),
      ];
    }
    case 'round-consensus-opened':
    case 'round-closed':
      return roundOf(t, event.payload.round);
    default:
      return event satisfies never;
  }
}

/** Where an event leads the tender to another phase: from which to which. */
function phaseOf({ m }: Teller, state: TenderState, type: TenderEventType): Said[] {
  const { tender } = phasesAfter(tenderProcedure, type, tenderProcedure.phaseOf(state));
  return tender === undefined || tender === state.phase
    ? []
    : said(m.logFacts.phase, quote(m.phases[tender]), quote(m.phases[state.phase]));
}

/** What is said of a lot now, and what was. */
function lotBecomes(t: Teller, state: TenderState, lot: string, is: keyof Teller['m']['logFacts']['lotIs']): Said[] {
  const { lotIs, lotStands } = t.m.logFacts;
  const before = t.before(
    lotIs[state.lots.get(lot)?.is ?? 'open'],
    'award-decision-sent',
    'lot-fixed',
    'lot-unfixed',
    'lot-withdrawn',
    'lot-reopened',
  );
  return said(lotStands(t.names.lot(lot)), lotIs[is], before);
}

/** That a bid no longer counts, or counts again, and how it stood. */
function countsNow(
  t: Teller,
  state: TenderState,
  { bid, lot }: { readonly bid: string; readonly lot?: string | undefined },
  is: string,
): Said[] {
  const { bidOf, why } = t.m.logFacts;
  const before = lot === undefined ? undefined : fallenIn(state.fallen, bid, lot);
  const was = t.before(before && why[before.stage], 'bid-set-aside', 'bid-reinstated', 'bid-registered');
  return said(bidOf(t.at(bid, lot)), is, was);
}

const fileInWords = ({ m }: Teller, { name, type, size }: Pick<BidDocument, 'name' | 'type' | 'size'>): string =>
  `${quote(name)} (${m.documents.kind(m.documents.types[type], m.format.size(size))})`;
