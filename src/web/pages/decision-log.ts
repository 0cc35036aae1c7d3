import type { Accounts } from '../../actions/accounts.ts';
import type { DecisionEvent } from '../../domain/decision/events.ts';
import type { DecisionPhase, DecisionState } from '../../domain/decision/state.ts';
import { eventName } from '../../explanation/event-names.ts';
import { decisionEventInWords } from '../../explanation/log/decision.ts';
import { forMatrix, type Messages } from '../../messages/messages.ts';
import { type LogWords, personIn } from './log.ts';

/** The log of a decision in words. */
export const decisionWords = (
  given: Messages,
  accounts: Accounts,
  { rules }: Readonly<DecisionState>,
): LogWords<DecisionState, DecisionEvent> => {
  const m = forMatrix(given, rules);
  return {
    person: personIn(m, accounts),
    event: (type) => eventName(m, type),
    phase: (phase) => (isPhase(phase) ? m.decision.phase[phase] : phase),
    told: (before, event) => decisionEventInWords(m, personIn(m, accounts), before, event),
    closed: () => null,
  };
};

const isPhase = (text: string): text is DecisionPhase => text === 'weighing' || text === 'signed';
