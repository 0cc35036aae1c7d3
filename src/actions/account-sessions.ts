import { randomBytes } from 'node:crypto';
import { sha256 } from '../chain/canonical.ts';
import type { AccountStanding } from '../domain/accounts/accounts.ts';
import type { Storage } from '../storage/database.ts';
import { isPassword } from './passwords.ts';
import type { Clock } from './shelf.ts';

const SESSION_HOURS = 10;

/** @param find the account of a name, closed ones included */
export function createAccountSessions<Account extends AccountStanding>(
  storage: Storage,
  clock: Clock,
  find: (id: string) => Account | undefined,
) {
  return {
    /**
     * Checks a password and opens a session.
     * @returns the token for the cookie, or undefined when name or password is wrong: which of the two is not told, nor shown by the time it takes
     */
    signIn: async (id: string, password: string): Promise<string | undefined> => {
      const correct = await isPassword(storage.accounts.find(id)?.passwordHash, password);
      const account = find(id);
      if (!correct || !account || account.closed) return undefined;
      const token = randomBytes(32).toString('base64url');
      const now = clock();
      const expires = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
      storage.sessions.open(sha256(token), id, now.toISOString(), expires.toISOString());
      return token;
    },

    signOut: (token: string): void => storage.sessions.close(sha256(token)),

    /** The account behind a session token, while the session lasts and the account is open. */
    ofSession: (token: string): Account | undefined => {
      const id = storage.sessions.accountOf(sha256(token), clock().toISOString());
      const account = id === undefined ? undefined : find(id);
      return account && !account.closed ? account : undefined;
    },
  };
}
