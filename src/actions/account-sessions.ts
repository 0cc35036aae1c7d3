import { randomBytes } from 'node:crypto';
import { sha256 } from '../chain/canonical.ts';
import type { AccountStanding } from '../domain/accounts/accounts.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredSession } from '../storage/session-store.ts';
import type { SignInOutcome } from '../storage/sign-in-store.ts';
import type { Clock } from './shelf.ts';
import { createSignInLimits, type Origin, tryPassword } from './sign-in-limits.ts';

/** No session lasts longer, whatever is done in it. */
const SESSION_HOURS = 10;
export const DEFAULT_IDLE_MINUTES = 30;
/** That somebody was seen is written at most this often. */
const SEEN_EVERY_MS = 60_000;
/** A session is remembered for so long after it was last seen: longer than any can last, and some hours more. */
const REMEMBERED_HOURS = 24;
/** The record of signing in goes back so far. */
const RECORD_DAYS = 90;
const HOUR_MS = 3_600_000;

export type SigningIn<Account> =
  | { readonly outcome: 'signed-in'; readonly token: string; readonly account: Account }
  /** Name or password is wrong: which of the two is not told, nor shown by the time it takes. */
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'wait'; readonly seconds: number };

/** What is known of a session token. */
export type KnownSession<Account> =
  | {
      readonly state: 'open';
      readonly account: Account;
      /** Until it ends if nothing more is done in it. */
      readonly secondsLeft: number;
      /** Whether doing something makes it last longer. */
      readonly extends: boolean;
      /** Other sessions of this account are open, and the person was not told yet. */
      readonly othersOpen: boolean;
    }
  | { readonly state: 'ended'; readonly account: Account };

export interface OpenSession {
  readonly id: string;
  readonly begunAt: string;
  readonly seenAt: string;
  readonly address: string;
  readonly browser: string;
  /** The one in which the page is asked. */
  readonly own: boolean;
}

/**
 * @param find the account of a name, closed ones included
 * @param idleMinutes a session ends when nothing was done in it for so long
 */
export function createAccountSessions<Account extends AccountStanding & { readonly id: string }>(
  storage: Storage,
  clock: Clock,
  find: (id: string) => Account | undefined,
  idleMinutes: number,
) {
  const limits = createSignInLimits(storage, clock);
  const { sessions, signIns } = storage;
  const hoursAgo = (hours: number): string => new Date(clock().getTime() - hours * HOUR_MS).toISOString();

  /** When a session ends or ended, if nothing more is done in it; in milliseconds. */
  const idleEnd = ({ seenAt }: StoredSession): number => Date.parse(seenAt) + idleMinutes * 60_000;
  const endOf = (session: StoredSession): number =>
    Math.min(
      idleEnd(session),
      Date.parse(session.expiresAt),
      session.endedAt === null ? Number.POSITIVE_INFINITY : Date.parse(session.endedAt),
    );
  const isOpen = (session: StoredSession): boolean => clock().getTime() < endOf(session);

  const begin = (account: string, { address, browser }: Origin): string => {
    const token = randomBytes(32).toString('base64url');
    const now = clock();
    const session = {
      tokenSha256: sha256(token),
      id: randomBytes(12).toString('hex'),
      account,
      begunAt: now.toISOString(),
      seenAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + SESSION_HOURS * HOUR_MS).toISOString(),
      endedAt: null,
      toldOfOthers: 0,
      address,
      browser,
    } as const;
    sessions.open(session, hoursAgo(REMEMBERED_HOURS));
    return token;
  };
  const record = (id: string, { address }: Origin, outcome: SignInOutcome): void => {
    const account = outcome === 'unknown' ? null : id;
    signIns.record({ at: clock().toISOString(), account, address, outcome }, hoursAgo(RECORD_DAYS * 24));
  };

  return {
    limits,

    /** Checks a password and opens a session. @throws DomainError `too-busy` */
    signIn: async (id: string, password: string, origin: Origin): Promise<SigningIn<Account>> => {
      const attempt = limits.begin(id, find(id) !== undefined, origin);
      if ('wait' in attempt) return { outcome: 'wait', seconds: attempt.wait };
      const hash = storage.passwords.hashOf(id);
      const correct = await tryPassword(attempt, hash, password, origin);
      const account = find(id);
      // Meanwhile the password may have been set anew, or the account closed.
      const stands = correct && account && !account.closed && storage.passwords.hashOf(id) === hash;
      return storage.transaction(() => {
        if (!stands) {
          record(id, origin, refusedBecause(account, hash));
          return { outcome: 'refused' };
        }
        attempt.succeeded();
        limits.know(id, origin);
        record(id, origin, 'signed-in');
        return { outcome: 'signed-in', token: begin(id, origin), account };
      });
    },

    signOut: (token: string): void => sessions.end(sha256(token), clock().toISOString()),

    /** What is known of a session token; undefined when it is none of ours, or long ago. */
    session: (token: string): KnownSession<Account> | undefined => {
      const session = sessions.find(sha256(token));
      const account = session && find(session.account);
      if (!session || !account || account.closed || session.seenAt < hoursAgo(REMEMBERED_HOURS)) return undefined;
      if (!isOpen(session)) return { state: 'ended', account };
      return {
        state: 'open',
        account,
        secondsLeft: Math.floor((endOf(session) - clock().getTime()) / 1000),
        extends: idleEnd(session) < Date.parse(session.expiresAt),
        othersOpen:
          session.toldOfOthers === 0 &&
          sessions.of(account.id).some((one) => one.tokenSha256 !== session.tokenSha256 && isOpen(one)),
      };
    },

    /** Something was done in this session. */
    see: (token: string): void => {
      const session = sessions.find(sha256(token));
      const now = clock();
      // What has ended is not opened again by asking.
      if (session && isOpen(session) && now.getTime() - Date.parse(session.seenAt) >= SEEN_EVERY_MS) {
        sessions.see(session.tokenSha256, now.toISOString());
      }
    },

    /** The open sessions of an account, this one first and then the newest; from now on the person of this one knows of them. */
    openSessions: (account: string, token: string): OpenSession[] => {
      const own = sha256(token);
      sessions.tell(own);
      return sessions
        .of(account)
        .filter(isOpen)
        .map(({ tokenSha256, id, begunAt, seenAt, address, browser }) => ({
          id,
          begunAt,
          seenAt,
          address,
          browser,
          own: tokenSha256 === own,
        }))
        .sort((one, other) => Number(other.own) - Number(one.own));
    },

    /** Ends one session of this account, by the id that the list of open sessions gives it. */
    endSession: (account: string, id: string): void => sessions.endById(account, id, clock().toISOString()),

    endOtherSessions: (account: string, token: string): void =>
      sessions.endAllOf(account, clock().toISOString(), sha256(token)),
  };
}

/** Why signing in was refused: for the record that administrators see. */
function refusedBecause(account: AccountStanding | undefined, hash: string | undefined): SignInOutcome {
  if (!account) return 'unknown';
  if (account.closed) return 'closed';
  return hash === undefined ? 'no-password' : 'wrong-password';
}
