import type { EventBody } from '../chain/chain.ts';
import {
  type AccountEvent,
  type AccountStanding,
  type AccountsState,
  accountEvents,
  evolveAccounts,
} from '../domain/accounts/accounts.ts';
import { accountsProcedure, admitAccountEvent } from '../domain/accounts/procedure.ts';
import { DomainError } from '../domain/errors.ts';
import { inOrder, type Role } from '../domain/roles.ts';
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
  readonly roles: readonly Role[];
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
  const record = (actor: string, events: readonly AccountEvent[], alongside: () => void): void => {
    const stored = storage.transaction(() => {
      const state = new Map(catchUp());
      for (const event of events) {
        admitAccountEvent(state, actor, event);
        evolveAccounts(state, event);
      }
      alongside();
      const at = momentAfter(clock(), lastAt);
      return storage.events.append(ACCOUNTS_DOSSIER, actor, at, events, accountsProcedure.version);
    });
    fold(stored);
  };
  const addHashed = (actor: string, account: HashedAccount): void => {
    const { id, name, passwordHash, demo = false } = account;
    const roles = chosenRoles(account.roles);
    const added: AccountEvent = { type: 'account-added', payload: { account: id, role: roles[0]!, demo } };
    const further: AccountEvent[] =
      roles.length > 1 ? [{ type: 'roles-changed', payload: { account: id, roles } }] : [];
    record(actor, [added, ...further], () => storage.accounts.insert({ id, name, passwordHash }));
  };
  const find = (id: string): Account | undefined => {
    const standing = catchUp().get(id);
    const person = storage.accounts.find(id);
    return standing && person ? { id, name: person.name, ...standing } : undefined;
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

    /** @throws DomainError `password-too-short`, `role-missing`, and what the procedure of accounts refuses */
    add: async (
      actor: string,
      { password, ...account }: Omit<HashedAccount, 'passwordHash'> & { password: string },
    ): Promise<void> => {
      addHashed(actor, { ...account, passwordHash: await hashPassword(password) });
    },

    /**
     * The same with a password that was hashed before, inside a transaction that cannot wait for it.
     * @throws DomainError `role-missing`, and what the procedure of accounts refuses
     */
    addHashed,

    /**
     * Gives an account other roles; its open sessions end.
     * @throws DomainError `role-missing`, and what the procedure of accounts refuses
     */
    changeRoles: (actor: string, account: string, given: readonly Role[]): void => {
      const roles = chosenRoles(given);
      record(actor, [{ type: 'roles-changed', payload: { account, roles } }], () => {
        storage.sessions.closeAllOf(account);
      });
    },

    /** Closes an account: it cannot sign in any more, and its open sessions end. @throws DomainError what the procedure of accounts refuses */
    close: (actor: string, account: string): void => {
      record(actor, [{ type: 'account-closed', payload: { account } }], () => storage.sessions.closeAllOf(account));
    },
  };
}

/** @throws DomainError `role-missing` */
function chosenRoles(given: readonly Role[]): Role[] {
  if (given.length === 0) throw new DomainError('role-missing');
  return inOrder(given);
}
