import type { Accounts } from '../../actions/accounts.ts';
import type { AccountEvent, AccountsState } from '../../domain/accounts/accounts.ts';
import { eventName } from '../../explanation/event-names.ts';
import { accountEventInWords } from '../../explanation/log/accounts.ts';
import type { Messages } from '../../messages/messages.ts';
import { type LogWords, personIn } from './log.ts';

/** The log of the accounts in words. */
export const accountWords = (m: Messages, accounts: Accounts): LogWords<AccountsState, AccountEvent> => {
  const person = personIn(m, accounts);
  return {
    person,
    event: (type) => eventName(m, type),
    phase: (phase) => phase,
    told: (before, event) => accountEventInWords(m, person, before, event),
    closed: () => null,
  };
};
