import { DomainError, type ErrorCode } from '../domain/errors.ts';
import { hasRole, type Role } from '../domain/roles.ts';
import type { Accounts } from './accounts.ts';

/**
 * Asks that somebody has an account that is open and has this role.
 * @param refusal what is said when it has not the role, or is closed; its details name the account by the role
 * @throws DomainError `unknown-account`, and the refusal
 */
export function requireOpenAccount(accounts: Accounts, account: string, role: Role, refusal: ErrorCode): void {
  const found = accounts.find(account);
  if (!found) throw new DomainError('unknown-account', { account });
  if (!hasRole(found, role) || found.closed) throw new DomainError(refusal, { [role]: account });
}
