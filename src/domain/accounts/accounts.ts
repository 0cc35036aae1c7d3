import { z } from 'zod';
import { FORMAT_CHANGED, formatChanged } from '../disclosure/format.ts';
import { type Role, role, roles } from '../roles.ts';
import { identifier } from '../text.ts';

/**
 * The sha256 of the password as it is stored: an argon2 hash with a random salt in it, so that it can be recognised by who has it, and tells
 * nothing to who has not. Absent in events of before version 3 of the procedure.
 */
const passwordSha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Who may do what: a dossier of its own, so that every change of a role is on record.
 * The roles keep apart what must not be in one hand; the procedure of accounts says which of them one account may not have together.
 */
export const accountEvents = {
  /** The log was in format 1 so far; from here on every event is committed to part by part. */
  [FORMAT_CHANGED]: formatChanged,
  'account-added': z.strictObject({
    account: identifier,
    role,
    demo: z.boolean(),
    /** Of an account of the demo, which has a password from the start. */
    passwordSha256: passwordSha256.optional(),
  }),
  /** Of the time when an account had one role; read, but no longer caused. */
  'role-changed': z.strictObject({ account: identifier, role }),
  'roles-changed': z.strictObject({ account: identifier, roles }),
  /** The name itself is not here: it can be corrected and removed, and the chain stays valid. */
  'name-corrected': z.strictObject({ account: identifier }),
  /** A link to set a password was made; whoever has it can set one. */
  'password-link-made': z.strictObject({ account: identifier }),
  'password-set': z.strictObject({ account: identifier, passwordSha256: passwordSha256.optional() }),
  'account-closed': z.strictObject({ account: identifier }),
  'account-reopened': z.strictObject({ account: identifier }),
} as const;

export type AccountEventType = keyof typeof accountEvents;
export type AccountPayloads = { readonly [T in AccountEventType]: z.infer<(typeof accountEvents)[T]> };

export type NewAccountEvent = {
  [T in AccountEventType]: { readonly type: T; readonly payload: AccountPayloads[T] };
}[AccountEventType];

export type AccountEvent = NewAccountEvent & {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
};

export interface AccountStanding {
  /** In the order of `ROLES`; never empty. */
  readonly roles: readonly Role[];
  readonly closed: boolean;
  /** Made together with the demo, with a password that everybody knows. */
  readonly demo: boolean;
}

export interface AccountsState {
  readonly dossier: string;
  lastEventAt: string;
  /** Account id -> standing. */
  readonly accounts: Map<string, AccountStanding>;
}

/** The record before anything is in it. */
export const noAccounts = (dossier: string): AccountsState => ({ dossier, lastEventAt: '', accounts: new Map() });

/** The state after the first event. */
export function startAccounts(dossier: string, first: AccountEvent): AccountsState {
  const state = noAccounts(dossier);
  evolveAccounts(state, first);
  return state;
}

export function evolveAccounts(state: AccountsState, event: AccountEvent): void {
  standAnew(state.accounts, event);
  state.lastEventAt = event.at;
}

/** What an event means for the account that it is about. */
export function standAnew(accounts: Map<string, AccountStanding>, event: NewAccountEvent): void {
  if (event.type === FORMAT_CHANGED) return;
  const { account } = event.payload;
  const before = accounts.get(account);
  switch (event.type) {
    case 'account-added':
      accounts.set(account, { roles: [event.payload.role], closed: false, demo: event.payload.demo });
      break;
    case 'role-changed':
      accounts.set(account, { ...before!, roles: [event.payload.role] });
      break;
    case 'roles-changed':
      accounts.set(account, { ...before!, roles: event.payload.roles });
      break;
    case 'account-closed':
      accounts.set(account, { ...before!, closed: true });
      break;
    case 'account-reopened':
      accounts.set(account, { ...before!, closed: false });
      break;
    case 'name-corrected':
    case 'password-link-made':
    case 'password-set':
      break;
    default:
      event satisfies never;
  }
}
