import type { Accounts } from '../../actions/accounts.ts';
import type { AccountEventType } from '../../domain/accounts/accounts.ts';
import type { Role } from '../../domain/roles.ts';
import { INSTALLATION } from '../../domain/roles.ts';
import { rolesInWords } from '../../explanation/roles.ts';
import type { Messages } from '../../messages/messages.ts';
import type { AuditWords } from './audit.ts';

/** The events of the accounts in words. */
export const accountWords = (m: Messages, accounts: Accounts): AuditWords => ({
  person: (account) => (account === INSTALLATION ? m.accounts.log.installation : accounts.nameOf(account)),
  event: (type) => (Object.hasOwn(m.accounts.log.types, type) ? m.accounts.log.types[type as AccountEventType] : type),
  closed: () => null,
  subject: (payload) => {
    const { account, role, roles } = payload as { account: string; role?: Role; roles?: readonly Role[] };
    const given = roles ?? (role === undefined ? [] : [role]);
    return [accounts.nameOf(account), ...(given.length > 0 ? [rolesInWords(m, { roles: given })] : [])].join('; ');
  },
});
