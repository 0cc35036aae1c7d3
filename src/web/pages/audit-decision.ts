import type { Accounts } from '../../actions/accounts.ts';
import type { DecisionOutcome } from '../../domain/decision/analyse.ts';
import type { DecisionEvent } from '../../domain/decision/events.ts';
import type { DecisionPhase, DecisionState } from '../../domain/decision/state.ts';
import { toTheLastDigit } from '../../explanation/award.ts';
import { eventName } from '../../explanation/event-names.ts';
import { decisionEventInWords } from '../../explanation/log/decision.ts';
import { forMatrix, inLanguage, type Messages } from '../../messages/messages.ts';
import type { Figures } from './audit.ts';
import { type LogWords, personIn } from './log.ts';

const nameIn = (m: Messages, state: Readonly<DecisionState>, id: string): string => {
  const found = state.rules.alternatives.find((one) => one.id === id);
  return found ? inLanguage(found.name, m) : id;
};

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

/** Per model its rank, exact weighted sum and exact share of first places. */
export const decisionFigures =
  (m: Messages): Figures<DecisionState, DecisionOutcome> =>
  (state, outcome) => {
    const rows = new Map<string, string>();
    for (const { alternative, rank, total, shares } of outcome.alternatives) {
      const name = nameIn(m, state, alternative);
      rows.set(`${m.common.rank}: ${name}`, String(rank));
      rows.set(`${m.decision.sum}: ${name}`, toTheLastDigit(m, total));
      rows.set(`${m.decision.first}: ${name}`, shares[0] === undefined ? '–' : toTheLastDigit(m, shares[0]));
    }
    return rows;
  };
