import type { Entry, PlanEvent, Planned, PlanPayloads, Service } from '../../domain/purchase-plan/events.ts';
import { type FunctionalModel, pillarsOf } from '../../domain/purchase-plan/functional-model.ts';
import { before, type PlanState, standing } from '../../domain/purchase-plan/state.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { quote } from '../../messages/sentence.ts';
import type { Prose } from '../blocks.ts';
import { maximumInWords, periodInWords } from '../purchase-plan.ts';
import { changes, type Facts, type Said, said, saidInWords, typed, type Words } from './said.ts';
import { successionInWords } from './succession.ts';

/**
 * What an event of a purchase plan says, in sentences: with what was there before, where it changes something.
 * @param state in which it happened; undefined before the first event
 */
export const planEventInWords = (
  m: Messages,
  person: (account: string) => string,
  state: PlanState | undefined,
  event: PlanEvent,
): Prose[] => saidBy(m, person, state, event).map((one) => saidInWords(m, one));

/** What each type of event says. A new type does not compile before it stands here. */
function saidBy(
  m: Messages,
  person: (account: string) => string,
  state: PlanState | undefined,
  event: PlanEvent,
): Said[] {
  const t = m.purchasePlan;
  switch (event.type) {
    case 'log-format-changed':
      return [];
    case 'plan-opened': {
      const { title, year, officer, model, note, follows } = event.payload;
      return [
        ...said(m.logFacts.title, quote(title)),
        ...said(t.year, String(year)),
        ...said(t.model, m.logFacts.version(inLanguage(model.title, m), String(model.version))),
        ...said(t.officer, person(officer)),
        ...said(t.note, quoted(note)),
        ...said(t.follows, follows?.dossier),
      ];
    }
    case 'officer-changed': {
      const { officer, reason } = event.payload;
      return [...said(t.officer, person(officer), state && person(state.officer)), ...said(t.reason, typed(reason))];
    }
    case 'successor-proposed':
    case 'officer-succeeded':
      return successionInWords(m, t.officer, person, state, event);
    case 'service-planned':
    case 'phase-planned':
    case 'moment-planned': {
      const earlier = state && standingBefore(state, event);
      const facts = (entry: Entry): Facts => factsOf(m, state?.model, entry);
      const changed = earlier
        ? changes(m, facts(event), facts(earlier))
        : [...facts(event)].map(([what, is]) => ({ what, is }));
      return [
        ...said(nameOf(m, event), quote(event.payload.name), earlier && quote(earlier.payload.name)),
        ...changed,
        ...said(t.reason, quoted(event.payload.reason)),
      ];
    }
    case 'plan-adopted': {
      const { on, by, document } = event.payload;
      return [
        ...said(t.adoptedOn, m.format.date(on)),
        ...said(t.adoptedBy, quote(by)),
        ...said(t.document, quoted(document)),
      ];
    }
    case 'entry-withdrawn': {
      const { seq, reason } = event.payload;
      const entry = state?.entries.find((one) => one.seq === seq);
      return [
        ...said(t.entry, entry ? `${nameOf(m, entry)} ${quote(entry.payload.name)}` : String(seq)),
        ...said(t.reason, typed(reason)),
      ];
    }
    case 'dossier-closed':
    case 'dossier-reopened':
      return said(t.reason, typed(event.payload.reason));
    default:
      return event satisfies never;
  }
}

const quoted = (text: string | null): Words | null => (text === null ? null : typed(text));

/** What the subject of an entry was planned as, when the entry came. */
function standingBefore(state: PlanState, event: Entry): Entry | undefined {
  const [last] = before(state, event);
  return last && standing(state, last.type).find(({ seq }) => seq === last.seq);
}

function nameOf(m: Messages, { type }: Entry): string {
  switch (type) {
    case 'service-planned':
      return m.purchasePlan.service;
    case 'phase-planned':
      return m.purchasePlan.phaseOfPlan;
    case 'moment-planned':
      return m.purchasePlan.moment;
  }
}

const factsOf = (m: Messages, model: FunctionalModel | undefined, entry: Entry): Facts =>
  entry.type === 'service-planned' ? serviceFacts(m, model, entry.payload) : plannedFacts(m, entry.payload);

/** Everything that a service says, by what it is called. */
function serviceFacts(m: Messages, model: FunctionalModel | undefined, service: Service): Facts {
  const t = m.purchasePlan;
  const { pillar, pillarReason, scale, instrument, current, contractModel, maximum, partners } = service;
  const facts = new Map<string, Words>();
  const put = (what: string, is: Words | null | undefined): void => {
    if (is !== null && is !== undefined && is !== '') facts.set(what, is);
  };
  const date = (day: string | null | undefined): string | null => (day ? m.format.date(day) : null);
  const found = model && pillarsOf(model).find(({ id }) => id === pillar);
  put(t.pillar, found ? quote(inLanguage(found.name, m)) : pillar);
  put(t.noPillar, quoted(pillarReason));
  put(t.scale, t.scales[scale]);
  put(t.instrument, t.instruments[instrument]);
  put(t.providers, current ? typed(current.providers) : t.noCurrent);
  put(t.currentEnds, date(current?.ends));
  put(t.contractModel, contractModel && quote(contractModel.name));
  put(t.maximum, maximumInWords(m, maximum));
  put(t.partners, partners.map(quote).join('; '));
  put(t.starts, date(service.starts));
  put(t.until, date(service.until));
  put(t.begun, date(service.begun));
  put(t.steps, service.steps.map(({ name, weeks }) => t.step(name, weeks)).join('; '));
  put(t.moments, service.moments.map((one) => momentInWords(m, one)).join('; '));
  put(t.follows, service.follows?.dossier);
  put(t.source, quoted(service.source));
  put(t.note, quoted(service.note));
  return facts;
}

/** What a phase or a moment says, by what it is called. */
function plannedFacts(m: Messages, planned: PlanPayloads['phase-planned'] | PlanPayloads['moment-planned']): Facts {
  const t = m.purchasePlan;
  const { decider, source, note } = planned;
  return new Map(
    [
      [t.when, periodInWords(m, planned)] as const,
      [t.decider, quoted(decider)] as const,
      [t.source, quoted(source)] as const,
      [t.note, quoted(note)] as const,
    ].flatMap(([what, is]) => (is === null ? [] : [[what, is] as const])),
  );
}

function momentInWords(m: Messages, planned: Planned): string {
  const what = `${planned.name}, ${periodInWords(m, planned)}`;
  return planned.decider === null ? what : m.purchasePlan.by(what, planned.decider);
}
