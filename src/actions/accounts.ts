import { randomBytes } from 'node:crypto';
import { sha256 } from '../chain/canonical.ts';
import {
  type AccountStanding,
  type AccountsState,
  accountEvents,
  evolveAccounts,
  noAccounts,
  startAccounts,
} from '../domain/accounts/accounts.ts';
import { type AccountCommand, decideAccounts } from '../domain/accounts/decide.ts';
import { accountParts } from '../domain/accounts/parts.ts';
import { type AccountsShape, accountsProcedure } from '../domain/accounts/procedure.ts';
import { DomainError } from '../domain/errors.ts';
import type { Role } from '../domain/roles.ts';
import type { Storage } from '../storage/database.ts';
import { createAccountSessions, DEFAULT_IDLE_MINUTES } from './account-sessions.ts';
import type { AuditedKind } from './audit.ts';
import { checkNewPassword, hashPassword } from './passwords.ts';
import { readEvent } from './read-event.ts';
import { type Clock, createShelf } from './shelf.ts';
import { type Origin, tryPassword } from './sign-in-limits.ts';

export interface Account extends AccountStanding {
  readonly id: string;
  readonly name: string;
}

/** A link with which a person sets a password. Only who it is for should have it; the installation keeps no more than its hash. */
export interface PasswordLink {
  readonly token: string;
  /** For a first password, or in the place of one that was forgotten. */
  readonly first: boolean;
  readonly until: string;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** The dossier in which accounts and roles are on record. */
export const ACCOUNTS_DOSSIER = 'accounts';

/** The record of the accounts, and how it is audited. It has no rules and no outcome. */
export const accountsKind: AuditedKind<AccountsShape, AccountsState, AccountCommand, never> = {
  prefix: ACCOUNTS_DOSSIER,
  admission: accountsProcedure.version,
  procedure: accountsProcedure,
  parts: accountParts,
  toEvent: (event) => readEvent(accountEvents, event),
  unopened: noAccounts,
  start: startAccounts,
  evolve: evolveAccounts,
  decide: decideAccounts,
  listed: null,
  partsSince: accountsProcedure.steps['log-format-changed'].since,
  outcomes: [],
  stored: () => undefined,
  computedFrom: () => [],
  engines: {},
  follows: () => [],
  ownPoints: null,
  editions: [],
  awarded: () => new Set(),
  rules: null,
};

const LINK_HOURS = { first: 7 * 24, reset: 24 } as const;

/** Accounts, their passwords and their sessions. */
export function createAccounts(storage: Storage, clock: Clock, { idleMinutes = DEFAULT_IDLE_MINUTES } = {}) {
  const shelf = createShelf(accountsKind, storage, clock);
  const standings = (): ReadonlyMap<string, AccountStanding> => {
    try {
      return shelf.get(ACCOUNTS_DOSSIER).accounts;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'unknown-dossier') return new Map();
      throw damaged(error);
    }
  };
  const execute = (actor: string, command: AccountCommand, alongside?: () => void): void => {
    // Says what is wrong with the log, when something is.
    standings();
    shelf.execute(ACCOUNTS_DOSSIER, actor, command, alongside);
  };

  const find = (id: string): Account | undefined => {
    const standing = standings().get(id);
    const person = storage.accounts.find(id);
    return standing && person ? { id, name: person.name, ...standing } : undefined;
  };
  const sessions = createAccountSessions(storage, clock, find, idleMinutes);
  const now = (): string => clock().toISOString();
  const endSessions = (account: string): void => storage.sessions.endAllOf(account, now());

  const newLink = (account: string): PasswordLink => {
    const first = storage.passwords.hashOf(account) === undefined;
    const hours = first ? LINK_HOURS.first : LINK_HOURS.reset;
    return {
      token: randomBytes(32).toString('base64url'),
      first,
      until: new Date(clock().getTime() + hours * 3_600_000).toISOString(),
    };
  };
  const putLink = (account: string, { token, until }: PasswordLink): void =>
    storage.passwords.putLink(account, sha256(token), until);
  const accountOfLink = (token: string): Account => {
    const id = storage.passwords.accountOfLink(sha256(token), now());
    const account = id === undefined ? undefined : find(id);
    if (!account || account.closed) throw new DomainError('password-link-gone');
    return account;
  };

  return {
    ...sessions,
    find,
    /** @throws DomainError `accounts-damaged` */
    list: (): Account[] => {
      const known = standings();
      return storage.accounts.all().flatMap(({ id, name }) => {
        const standing = known.get(id);
        return standing ? [{ id, name, ...standing }] : [];
      });
    },
    /** The name of whoever has or had this account; its id when the name was removed. */
    nameOf: (id: string): string => storage.accounts.find(id)?.name ?? id,
    hasPassword: (id: string): boolean => storage.passwords.hashOf(id) !== undefined,
    /** Until when the last link of an account works; undefined when there is none. */
    linkUntil: (id: string): string | undefined => storage.passwords.linkUntil(id, now()),

    /**
     * Adds an account, and makes the link with which its holder sets the first password.
     * @throws DomainError `role-missing`, and what the procedure of accounts refuses
     */
    add: (actor: string, account: { id: string; name: string; roles: readonly Role[] }): PasswordLink => {
      const { id, name, roles } = account;
      const link = newLink(id);
      execute(actor, { type: 'add-account', account: id, roles, demo: false, link: true }, () => {
        storage.accounts.insert({ id, name });
        putLink(id, link);
      });
      return link;
    },

    /** Adds an account of the demo, with the password that everybody knows. */
    addDemo: (actor: string, account: { id: string; name: string; roles: readonly Role[]; passwordHash: string }) => {
      const { id, name, roles, passwordHash } = account;
      const passwordSha256 = sha256(passwordHash);
      execute(actor, { type: 'add-account', account: id, roles, demo: true, link: false, passwordSha256 }, () => {
        storage.accounts.insert({ id, name });
        storage.passwords.set(id, passwordHash);
      });
    },

    /** Makes a link in the place of the one before. @throws DomainError what the procedure of accounts refuses */
    makeLink: (actor: string, account: string): PasswordLink => {
      const link = newLink(account);
      execute(actor, { type: 'make-password-link', account }, () => putLink(account, link));
      return link;
    },

    /** Whose password a link sets. @throws DomainError `password-link-gone`: never there, used, replaced or too old, all alike */
    accountOfLink,

    /**
     * Sets the password of whoever the link is for, and uses it up: at the same moment all sessions of the account end.
     * @param origin where it is done, which is then known as a place where the account signs in
     * @throws DomainError `password-link-gone`, `too-busy`, and what is wrong with the password
     */
    setPassword: async (token: string, typed: string, origin: Origin): Promise<void> => {
      const subject = accountOfLink(token);
      await checkNewPassword(typed, subject);
      const hash = await hashPassword(typed, origin.address);
      const { id } = subject;
      execute(id, { type: 'set-password', account: id, passwordSha256: sha256(hash) }, () => {
        // Meanwhile it may have been used, or replaced.
        if (accountOfLink(token).id !== id) throw new DomainError('password-link-gone');
        storage.passwords.dropLinkOf(id);
        storage.passwords.set(id, hash);
        endSessions(id);
        sessions.limits.know(id, origin);
      });
    },

    /**
     * Changes one's own password; all other sessions end, and a link that was made no longer works.
     * @param session the token of the session in which it is done
     * @returns how many seconds to wait, when the present password was wrong too often; else undefined
     * @throws DomainError `password-wrong`, `too-busy`, and what is wrong with the new one
     */
    changePassword: async (
      id: string,
      session: string,
      { present, next }: { readonly present: string; readonly next: string },
      origin: Origin,
    ): Promise<{ readonly wait: number } | undefined> => {
      const subject = find(id);
      if (!subject) throw new DomainError('unknown-account', { account: id });
      const attempt = sessions.limits.beginInside(id);
      if ('wait' in attempt) return attempt;
      const before = storage.passwords.hashOf(id);
      const correct = await tryPassword(attempt, before, present, origin);
      if (!correct) throw new DomainError('password-wrong');
      attempt.succeeded();
      await checkNewPassword(next, subject);
      const hash = await hashPassword(next, origin.address);
      execute(id, { type: 'set-password', account: id, passwordSha256: sha256(hash) }, () => {
        // Somebody else may have set it meanwhile.
        if (storage.passwords.hashOf(id) !== before) throw new DomainError('password-wrong');
        storage.passwords.dropLinkOf(id);
        storage.passwords.set(id, hash);
        sessions.endOtherSessions(id, session);
      });
      return undefined;
    },

    /** Gives an account other roles; its open sessions end. @throws DomainError `role-missing`, what the procedure of accounts refuses */
    changeRoles: (actor: string, account: string, roles: readonly Role[]): void =>
      execute(actor, { type: 'change-roles', account, roles }, () => endSessions(account)),

    /** Corrects a name: the record says that, and not what it was. @throws DomainError what the procedure of accounts refuses */
    correctName: (actor: string, account: string, name: string): void =>
      execute(actor, { type: 'correct-name', account }, () => storage.accounts.rename(account, name)),

    /**
     * Closes an account: it cannot sign in any more, its open sessions end, and its link works no longer.
     * @throws DomainError what the procedure of accounts refuses
     */
    close: (actor: string, account: string): void =>
      execute(actor, { type: 'close-account', account }, () => {
        endSessions(account);
        storage.passwords.dropLinkOf(account);
      }),

    /** What the procedure of accounts has against closing it; undefined where it can be closed. */
    refusalOfClosing: (actor: string, account: string): DomainError | undefined => {
      try {
        decideAccounts(shelf.get(ACCOUNTS_DOSSIER), actor, { type: 'close-account', account });
        return undefined;
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    },

    /** Opens a closed account again, with the roles and the password that it had. @throws DomainError what the procedure of accounts refuses */
    reopen: (actor: string, account: string): void => execute(actor, { type: 'reopen-account', account }),
  };
}

/** What is wrong with the log of the accounts, said of that log. */
function damaged(error: unknown): unknown {
  if (!(error instanceof DomainError) || !['chain-broken', 'event-invalid'].includes(error.code)) return error;
  return new DomainError('accounts-damaged', { rule: error.code, details: error.details });
}
