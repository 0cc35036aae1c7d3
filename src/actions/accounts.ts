import type { EventBody } from '../chain/chain.ts';
import {
  type AccountEvent,
  type AccountStanding,
  type AccountsState,
  accountEvents,
  evolveAccounts,
} from '../domain/accounts/accounts.ts';
import { accountsProcedure, admitAccountEvent } from '../domain/accounts/procedure.ts';
import type { Role } from '../domain/roles.ts';
import type { Storage } from '../storage/database.ts';
import { createAccountSessions } from './account-sessions.ts';
import { hashPassword } from './passwords.ts';
import { readEvent } from './read-event.ts';
import { type Clock, momentAfter } from './shelf.ts';

export interface Account extends AccountStanding {
  readonly id: string;
  readonly name: string;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** What an account starts with. */
interface HashedAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly demo?: boolean;
}

/** The dossier in which accounts and roles are on record. */
export const ACCOUNTS_DOSSIER = 'accounts';

/** Accounts and their sessions. */
export function createAccounts(storage: Storage, clock: Clock) {
  const standings: AccountsState = new Map();
  let version = 0;
  let lastAt: string | undefined;

  const fold = (bodies: readonly { body: string }[]): void => {
    for (const { body } of bodies) {
      const event = JSON.parse(body) as EventBody;
      evolveAccounts(standings, readEvent(accountEvents, event));
      version = event.seq;
      lastAt = event.at;
    }
  };
  const catchUp = (): AccountsState => {
    fold(storage.events.since(ACCOUNTS_DOSSIER, version));
    return standings;
  };
  const record = (actor: string, event: AccountEvent, alongside: () => void): void => {
    const stored = storage.transaction(() => {
      admitAccountEvent(catchUp(), actor, event);
      alongside();
      const at = momentAfter(clock(), lastAt);
      return storage.events.append(ACCOUNTS_DOSSIER, actor, at, [event], accountsProcedure.version);
    });
    fold(stored);
  };
  const find = (id: string): Account | undefined => {
    const standing = catchUp().get(id);
    const person = storage.accounts.find(id);
    return standing && person ? { id, name: person.name, ...standing } : undefined;
  };
  const addHashed = (actor: string, { id, name, role, passwordHash, demo = false }: HashedAccount): void => {
    record(actor, { type: 'account-added', payload: { account: id, role, demo } }, () => {
      storage.accounts.insert({ id, name, passwordHash });
    });
  };

  return {
    ...createAccountSessions(storage, clock, find),
    find,
    list: (): Account[] =>
      storage.accounts.all().flatMap(({ id }) => {
        const account = find(id);
        return account ? [account] : [];
      }),
    /** The name of whoever has or had this account; its id when the name was removed. */
    nameOf: (id: string): string => storage.accounts.find(id)?.name ?? id,

    /** @throws DomainError `account-exists`, `password-too-short`, `not-an-administrator` */
    add: async (
      actor: string,
      { password, ...account }: Omit<HashedAccount, 'passwordHash'> & { password: string },
    ): Promise<void> => {
      addHashed(actor, { ...account, passwordHash: await hashPassword(password) });
    },

    /** The same with a password that was hashed before, inside a transaction that cannot wait for it. @throws DomainError `account-exists`, `not-an-administrator` */
    addHashed,

    /** Gives an account another role; its open sessions end. @throws DomainError what the procedure of accounts refuses */
    changeRole: (actor: string, account: string, role: Role): void => {
      record(actor, { type: 'role-changed', payload: { account, role } }, () => storage.sessions.closeAllOf(account));
    },

    /** Closes an account: it cannot sign in any more, and its open sessions end. @throws DomainError what the procedure of accounts refuses */
    close: (actor: string, account: string): void => {
      record(actor, { type: 'account-closed', payload: { account } }, () => storage.sessions.closeAllOf(account));
    },
  };
}
