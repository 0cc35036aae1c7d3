import type { Account } from '../../actions/accounts.ts';
import type { LeftBehind } from '../../actions/left-behind.ts';
import { rolesInWords } from '../../explanation/roles.ts';
import type { Messages } from '../../messages/messages.ts';
import { sentences } from '../../messages/sentence.ts';
import type { Confirmation } from './confirmation.ts';

/** What closing an account does, and what stays without anybody who can finish it. */
export function confirmationOfClosing(m: Messages, account: Account, left: readonly LeftBehind[]): Confirmation {
  const t = m.accounts.closing;
  return {
    title: t.title(account.name),
    yes: m.confirm.close.yes,
    action: `/accounts/${account.id}/close`,
    facts: [
      { term: m.confirm.terms.account, value: account.id },
      { term: m.confirm.terms.roles, value: rolesInWords(m, account) },
      {
        term: m.confirm.terms.leaves,
        value: left.length === 0 ? t.nothing : sentences(...left.map(({ title, as }) => `${title}: ${t[as]}`)),
      },
    ],
    consequences: [...m.confirm.close.consequences, ...(left.length === 0 ? [] : [m.confirm.close.leaves])],
    undo: m.confirm.close.undo,
    basis: [],
  };
}
