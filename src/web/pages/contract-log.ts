import type { Accounts } from '../../actions/accounts.ts';
import type { ContractEvent } from '../../domain/contract/events.ts';
import type { ContractPhase, ContractState } from '../../domain/contract/state.ts';
import { eventName } from '../../explanation/event-names.ts';
import { contractEventInWords } from '../../explanation/log/contract.ts';
import type { Messages } from '../../messages/messages.ts';
import { type LogWords, personIn } from './log.ts';

/** The log of contracts in words. Who may read it may read all of it. */
export const contractWords = (m: Messages, accounts: Accounts): LogWords<ContractState, ContractEvent> => ({
  person: personIn(m, accounts),
  event: (type) => eventName(m, type),
  phase: (phase) => (isPhase(phase) ? m.contractLog.phase[phase] : phase),
  told: (before, event) => contractEventInWords(m, personIn(m, accounts), before, event),
  closed: () => null,
});

const isPhase = (text: string): text is ContractPhase => text === 'followed' || text === 'closed';
