import { phasesAfter } from '../../domain/admission/procedure.ts';
import { contractIn } from '../../domain/contract/contracts.ts';
import type { ContractEvent, EntryOf, EntryType } from '../../domain/contract/events.ts';
import { contractProcedure } from '../../domain/contract/procedure.ts';
import { type ContractState, lastStanding, standing } from '../../domain/contract/state.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { quote } from '../../messages/sentence.ts';
import type { Prose } from '../blocks.ts';
import { eventName } from '../event-names.ts';
import { budgetFacts } from './contract-budget.ts';
import {
  addedFacts,
  evaluationFacts,
  normFacts,
  providersInWords,
  quarterFacts,
  quarterInWords,
  takeOverFacts,
} from './contract-facts.ts';
import { changes, type Said, said, saidInWords, typed, type Words } from './said.ts';
import { successionInWords } from './succession.ts';

/**
 * What an event of contracts says, in sentences: with what was there before, where it changes something.
 * @param given state in which it happened; undefined before the first event
 */
export function contractEventInWords(
  m: Messages,
  person: (account: string) => string,
  state: ContractState | undefined,
  event: ContractEvent,
): Prose[] {
  if (event.type === 'contracts-opened') return inWords(m, openedBy(m, person, event.payload));
  if (!state) return [];
  return inWords(m, [...saidBy(m, person, state, event), ...phaseOf(m, state, event.type)]);
}

const inWords = (m: Messages, all: readonly Said[]): Prose[] => all.map((one) => saidInWords(m, one));

function openedBy(
  m: Messages,
  person: (account: string) => string,
  { title, rules, officer, manager, fictional, follows }: Payload<'contracts-opened'>,
): Said[] {
  const [f, t] = [m.logFacts, m.contractLog];
  return [
    ...said(f.title, quote(title)),
    ...said(f.rules, f.version(inLanguage(rules.title, m), String(rules.version))),
    ...said(t.officer, person(officer)),
    ...said(t.manager, person(manager)),
    ...(fictional ? said(f.fictional, m.common.yes) : []),
    ...(follows ? said(f.follows, t.award) : []),
  ];
}
type Payload<T extends ContractEvent['type']> = Extract<ContractEvent, { readonly type: T }>['payload'];

/** What each type of event says. A new type does not compile before it stands here. */
function saidBy(
  m: Messages,
  person: (account: string) => string,
  state: ContractState,
  event: Exclude<ContractEvent, { readonly type: 'contracts-opened' }>,
): Said[] {
  const [f, t] = [m.logFacts, m.contractLog];
  const day = (date: string | null | undefined): string | null => (date ? m.format.date(date) : null);
  const words = (text: string | null | undefined): Words | null => (text ? typed(text) : null);
  const because = (reason: string | null): Said[] => said(f.reason, words(reason));
  const inArea = (id: string): Said[] => said(t.area, areaName(state, id));
  /** The last entry of a type that counts and is about the same. */
  const before = <T extends EntryType>(type: T, isSame: (entry: EntryOf<T>) => boolean): EntryOf<T> | undefined =>
    standing(state, type).findLast(isSame);
  switch (event.type) {
    case 'log-format-changed':
      return [];
    case 'people-changed': {
      const { officer, manager, reason } = event.payload;
      return [
        ...said(t.officer, person(officer), person(state.officer)),
        ...said(t.manager, person(manager), person(state.manager)),
        ...because(reason),
      ];
    }
    case 'successor-proposed':
    case 'officer-succeeded':
      return successionInWords(m, t.officer, person, state, event);
    case 'contract-added':
      return changes(m, addedFacts(m, event.payload), undefined);
    case 'contract-signed': {
      const { area, signedOn, document } = event.payload;
      return [...inArea(area), ...said(t.signedOn, day(signedOn)), ...said(t.document, words(document))];
    }
    case 'contract-changed': {
      const { area, from, what, reason, document, subcontractors } = event.payload;
      const known = contractIn(state, area)?.subcontractors;
      return [
        ...inArea(area),
        ...said(t.from, day(from)),
        ...said(t.change, typed(what)),
        ...(subcontractors
          ? said(t.subcontractors, providersInWords(m, subcontractors), known && providersInWords(m, known))
          : []),
        ...said(t.document, quote(document)),
        ...because(reason),
      ];
    }
    case 'contract-ended': {
      const { area, on, reason, document } = event.payload;
      return [...inArea(area), ...said(t.endsOn, day(on)), ...said(t.document, words(document)), ...because(reason)];
    }
    case 'budget-set': {
      const known = lastStanding(state, 'budget-set');
      const area = (id: string): string => areaName(state, id);
      const was = known && budgetFacts(m, state.rules, area, known.payload);
      return [...changes(m, budgetFacts(m, state.rules, area, event.payload), was), ...because(event.payload.reason)];
    }
    case 'index-recorded': {
      const { year, percentage, status, publishedOn, on, source, reason } = event.payload;
      const known = before('index-recorded', (one) => one.payload.year === year);
      const asWords = (is: string): string => m.common.percentage(m.format.decimal(is));
      return [
        ...said(t.year, String(year)),
        ...said(t.percentage, asWords(percentage), known && asWords(known.payload.percentage)),
        ...said(t.status, t.statuses[status], known && t.statuses[known.payload.status]),
        ...said(t.publishedOn, day(publishedOn)),
        ...said(t.recordedOn, day(on)),
        ...said(t.source, quote(source)),
        ...because(reason),
      ];
    }
    case 'figures-recorded': {
      const { area, quarter, on, reason } = event.payload;
      const known = before('figures-recorded', (one) => one.payload.area === area && one.payload.quarter === quarter);
      return [
        ...inArea(area),
        ...said(t.quarter, quarterInWords(m, quarter)),
        ...said(t.on, day(on)),
        ...changes(m, quarterFacts(m, event.payload), known && quarterFacts(m, known.payload)),
        ...because(reason),
      ];
    }
    case 'growth-path-considered': {
      const { extension, reason } = event.payload;
      const known = before('growth-path-considered', (one) => one.payload.extension === extension);
      return [
        ...said(t.extension, String(extension)),
        ...changes(m, normFacts(m, event.payload), known && normFacts(m, known.payload)),
        ...because(reason),
      ];
    }
    case 'extension-decided': {
      const { area, extension, extended, decidedOn, by, reason } = event.payload;
      return [
        ...inArea(area),
        ...said(t.extension, String(extension)),
        ...said(t.decision, t.extended[extended ? 'yes' : 'no']),
        ...said(t.decidedOn, day(decidedOn)),
        ...said(t.by, quote(by)),
        ...because(reason),
      ];
    }
    case 'deciding-agreed': {
      const { monthsBefore, decider, reason } = event.payload;
      const known = lastStanding(state, 'deciding-agreed')?.payload;
      return [
        ...said(t.monthsBefore, t.months(monthsBefore), known && t.months(known.monthsBefore)),
        ...said(t.decider, quote(decider), known && quote(known.decider)),
        ...because(reason),
      ];
    }
    case 'take-over-recorded': {
      const { area, provider } = event.payload;
      const known = before(
        'take-over-recorded',
        (one) => one.payload.area === area && one.payload.provider === provider,
      );
      return [
        ...inArea(area),
        ...said(t.existing, quote(provider)),
        ...changes(m, takeOverFacts(m, event.payload), known && takeOverFacts(m, known.payload)),
      ];
    }
    case 'year-evaluated': {
      const { area, year, on, engine, reason } = event.payload;
      const known = before('year-evaluated', (one) => one.payload.area === area && one.payload.year === year);
      return [
        ...inArea(area),
        ...said(t.year, String(year)),
        ...said(t.on, day(on)),
        ...changes(
          m,
          evaluationFacts(m, state.rules, event.payload),
          known && evaluationFacts(m, state.rules, known.payload),
        ),
        ...said(f.engine, String(engine)),
        ...because(reason),
      ];
    }
    case 'entry-withdrawn': {
      const { seq, reason } = event.payload;
      const entry = state.entries.find((one) => one.seq === seq);
      return [
        ...said(t.withdrawn, entry && t.entry(String(seq), eventName(m, entry.type))),
        ...(entry ? aboutEntry(m, state, entry) : []),
        ...because(reason),
      ];
    }
    case 'dossier-closed':
    case 'dossier-reopened':
      return because(event.payload.reason);
    default:
      return event satisfies never;
  }
}

/** Which area and which period an entry was about: what it said stands with its own event. */
function aboutEntry(m: Messages, state: ContractState, { payload }: ContractState['entries'][number]): Said[] {
  const t = m.contractLog;
  return [
    ...('area' in payload
      ? said(t.area, typeof payload.area === 'string' ? areaName(state, payload.area) : quote(payload.area.name))
      : []),
    ...('quarter' in payload ? said(t.quarter, quarterInWords(m, payload.quarter)) : []),
    ...('year' in payload ? said(t.year, String(payload.year)) : []),
  ];
}

/** An area by its name: that of its contract, or that of the rules. */
function areaName(state: ContractState, id: string): string {
  const found = contractIn(state, id)?.area ?? state.rules.areas.find((one) => one.id === id);
  return quote(found?.name ?? id);
}

/** The phase, where an event ends it. */
function phaseOf(m: Messages, { phase }: ContractState, type: ContractEvent['type']): Said[] {
  const next = phasesAfter(contractProcedure, type, { contracts: phase }).contracts ?? phase;
  const words = m.contractLog.phase;
  return next === phase ? [] : said(m.logFacts.phase, words[next], words[phase]);
}
