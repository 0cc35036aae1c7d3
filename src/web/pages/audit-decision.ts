import type { Accounts } from '../../actions/accounts.ts';
import type { DecisionOutcome } from '../../domain/decision/analyse.ts';
import type { DecisionEventType } from '../../domain/decision/events.ts';
import type { DecisionState } from '../../domain/decision/state.ts';
import { toTheLastDigit } from '../../explanation/award.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { AuditWords, Figures } from './audit.ts';

const nameIn = (m: Messages, state: Readonly<DecisionState>, id: string): string => {
  const found = state.rules.alternatives.find((one) => one.id === id);
  return found ? inLanguage(found.name, m) : id;
};

/** The events of a decision in words. */
export const decisionWords = (m: Messages, accounts: Accounts, state: Readonly<DecisionState>): AuditWords => ({
  person: accounts.nameOf,
  event: (type) => (Object.hasOwn(m.decision.log, type) ? m.decision.log[type as DecisionEventType] : type),
  subject: (payload) => {
    const { alternative } = payload as { readonly alternative?: string };
    return alternative === undefined ? '' : nameIn(m, state, alternative);
  },
  closed: () => null,
});

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
