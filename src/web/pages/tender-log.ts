import type { Accounts } from '../../actions/accounts.ts';
import type { Viewer } from '../../domain/roles.ts';
import { draftFrom } from '../../domain/set-up/begin.ts';
import { isTenderEventType, type TenderEvent, type TenderEventType } from '../../domain/tender/state/events.ts';
import { PHASES, type Phase, type TenderState } from '../../domain/tender/state/state.ts';
import { readFrom } from '../../domain/tender/visibility.ts';
import { type Cell, plain } from '../../explanation/blocks.ts';
import { eventName } from '../../explanation/event-names.ts';
import type { Said } from '../../explanation/log/said.ts';
import type { Listener } from '../../explanation/log/teller.ts';
import { tenderEventInWords } from '../../explanation/log/tender.ts';
import type { Messages } from '../../messages/messages.ts';
import { differencesTable } from '../set-up/differences-in-words.ts';
import { type LogWords, personIn } from './log.ts';
import { writingIn } from './set-up.ts';

/** The log of a tender in words, for who reads it. */
export function tenderWords(
  m: Messages,
  accounts: Accounts,
  state: Readonly<TenderState>,
  viewer: Viewer,
): LogWords<TenderState, TenderEvent> {
  const readableFrom = (type: TenderEventType, at: string) => readFrom(state, viewer, { type, at });
  const to: Listener = {
    m,
    person: personIn(m, accounts),
    mayRead: (at, types) => types.every((type) => readableFrom(type, at) === 'always'),
    differences: ruleDifferences,
  };
  return {
    person: personIn(m, accounts),
    event: (type) => eventName(m, type),
    phase: (phase) => (isPhase(phase) ? m.phases[phase] : phase),
    told: (before, event) => tenderEventInWords(to, before, event),
    closed: ({ type, at }) => {
      const from = isTenderEventType(type) ? readableFrom(type, at) : 'always';
      if (from === 'always') return null;
      return from === 'never' ? m.log.closed : m.log.closedUntil(m.phases[from]);
    },
  };
}

const isPhase = (text: string): text is Phase => PHASES.some((phase) => phase === text);

/** What was changed of announced rules, as the page of their versions says it. */
function ruleDifferences(m: Messages, was: TenderState['rules'], is: TenderState['rules']): Said[] {
  const drafts = [draftFrom(was, was.title.nl), draftFrom(is, is.title.nl)] as const;
  const inOne = ({ text, notes = [] }: Cell): string => [text, ...notes].map(plain).join('; ');
  return differencesTable(m, writingIn(m), drafts, ['', '']).flatMap(({ rows }) =>
    rows.map(([where, before, now]) => ({ what: inOne(where!), was: inOne(before!), is: inOne(now!) })),
  );
}
