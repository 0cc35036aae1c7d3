import type { Accounts } from '../../src/actions/accounts.ts';
import type { Origin } from '../../src/actions/sign-in-limits.ts';
import type { Role } from '../../src/domain/roles.ts';

/** Where people are in a test, unless it says otherwise. */
export const HERE: Origin = { address: '127.0.0.1', browser: 'Firefox, Linux', device: null };

/** Adds an account, and sets its password as its holder does: with the link. */
export async function addWithPassword(
  accounts: Accounts,
  actor: string,
  person: { readonly id: string; readonly name: string; readonly roles: readonly Role[] },
  password: string,
): Promise<void> {
  const { token } = accounts.add(actor, person);
  await accounts.setPassword(token, password, HERE);
}
