import type { Accounts } from '../../actions/accounts.ts';
import type { PlanEvent } from '../../domain/purchase-plan/events.ts';
import { PLAN_PHASES, type PlanState } from '../../domain/purchase-plan/state.ts';
import { planEventInWords } from '../../explanation/log/purchase-plan.ts';
import type { Messages } from '../../messages/messages.ts';
import { type LogWords, personIn } from './log.ts';

/** The log of a purchase plan in words. */
export const planWords = (m: Messages, accounts: Accounts): LogWords<PlanState, PlanEvent> => ({
  person: personIn(m, accounts),
  event: (type) => {
    const names: Readonly<Record<string, string>> = m.purchasePlan.log;
    return Object.hasOwn(names, type) ? names[type]! : type;
  },
  phase: (phase) => {
    const known = PLAN_PHASES.find((one) => one === phase);
    return known ? m.purchasePlan.phase[known] : phase;
  },
  told: (before, event) => planEventInWords(m, personIn(m, accounts), before, event),
  closed: () => null,
});
