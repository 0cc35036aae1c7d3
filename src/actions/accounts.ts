import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { sha256 } from '../chain/canonical.ts';
import type { EventBody } from '../chain/chain.ts';
import {
  type AccountEvent,
  type AccountStanding,
  type AccountsState,
  accountEvents,
  admitAccountEvent,
  evolveAccounts,
  type Role,
} from '../domain/accounts/accounts.ts';
import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import { type Clock, momentAfter } from './shelf.ts';

export interface Account extends AccountStanding {
  readonly id: string;
  readonly name: string;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** The dossier in which accounts and roles are on record. */
export const ACCOUNTS_DOSSIER = 'accounts';

/** OWASP's recommendation for argon2id (the default algorithm of the library): 19 MiB of memory, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const MINIMUM_PASSWORD_LENGTH = 12;
const SESSION_HOURS = 10;

/** Accounts, passwords and sessions. */
export function createAccounts(storage: Storage, clock: Clock) {
  const standings: AccountsState = new Map();
  let version = 0;
  let lastAt: string | undefined;

  const fold = (bodies: readonly { body: string }[]): void => {
    for (const { body } of bodies) {
      const event = JSON.parse(body) as EventBody;
      evolveAccounts(standings, toAccountEvent(event));
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
      admitAccountEvent(catchUp(), event);
      alongside();
      return storage.events.append(ACCOUNTS_DOSSIER, actor, momentAfter(clock(), lastAt), [event]);
    });
    fold(stored);
  };
  const find = (id: string): Account | undefined => {
    const standing = catchUp().get(id);
    const person = storage.accounts.find(id);
    return standing && person ? { id, name: person.name, ...standing } : undefined;
  };

  return {
    find,
    list: (): Account[] =>
      storage.accounts.all().flatMap(({ id }) => {
        const account = find(id);
        return account ? [account] : [];
      }),
    /** The name of whoever has or had this account; its id when the name was removed. */
    nameOf: (id: string): string => storage.accounts.find(id)?.name ?? id,

    /** @throws DomainError `account-exists`, `password-too-short` */
    add: async (
      actor: string,
      account: { id: string; name: string; role: Role; password: string; demo?: boolean },
    ): Promise<void> => {
      const { id, name, role, password, demo = false } = account;
      if ([...password].length < MINIMUM_PASSWORD_LENGTH) {
        throw new DomainError('password-too-short', { minimum: MINIMUM_PASSWORD_LENGTH });
      }
      const passwordHash = await hash(password, ARGON2);
      record(actor, { type: 'account-added', payload: { account: id, role, demo } }, () => {
        storage.accounts.insert({ id, name, passwordHash });
      });
    },

    /** Gives an account another role; its open sessions end. */
    changeRole: (actor: string, account: string, role: Role): void => {
      record(actor, { type: 'role-changed', payload: { account, role } }, () => storage.sessions.closeAllOf(account));
    },

    /** Closes an account: it cannot sign in any more, and its open sessions end. */
    close: (actor: string, account: string): void => {
      record(actor, { type: 'account-closed', payload: { account } }, () => storage.sessions.closeAllOf(account));
    },

    /**
     * Checks a password and opens a session.
     * @returns the token for the cookie, or undefined when name or password is wrong: which of the two is not told, nor shown by the time it takes
     */
    signIn: async (id: string, password: string): Promise<string | undefined> => {
      const person = storage.accounts.find(id);
      const correct = await verify(person?.passwordHash ?? (await decoyHash()), password);
      const account = person && find(id);
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

/** @throws DomainError `event-invalid` */
export function toAccountEvent({ seq, type, payload }: EventBody): AccountEvent {
  const schema = Object.hasOwn(accountEvents, type) ? accountEvents[type as AccountEvent['type']] : undefined;
  const parsed = schema?.safeParse(payload);
  if (!parsed?.success) throw new DomainError('event-invalid', { seq, type, reason: 'not an account event' });
  return { type, payload: parsed.data } as AccountEvent;
}

/** Verified against when nobody has the name, so that an unknown name takes as long as a wrong password. */
let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hash(randomBytes(16).toString('hex'), ARGON2);
  return decoy;
}
