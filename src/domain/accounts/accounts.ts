import { z } from 'zod';
import { type Role, role, roles } from '../roles.ts';
import { identifier } from '../text.ts';

/**
 * Who may do what: a dossier of its own, so that every change of a role is on record.
 * The roles keep apart what must not be in one hand; `admitAccountEvent` says which of them one account may not have together.
 */
export const accountEvents = {
  'account-added': z.strictObject({ account: identifier, role, demo: z.boolean() }),
  /** Of the time when an account had one role; read, but no longer caused. */
  'role-changed': z.strictObject({ account: identifier, role }),
  'roles-changed': z.strictObject({ account: identifier, roles }),
  'account-closed': z.strictObject({ account: identifier }),
} as const;

export type AccountEventType = keyof typeof accountEvents;
export type AccountPayloads = { readonly [T in AccountEventType]: z.infer<(typeof accountEvents)[T]> };

export type AccountEvent = {
  [T in AccountEventType]: { readonly type: T; readonly payload: AccountPayloads[T] };
}[AccountEventType];

export interface AccountStanding {
  /** In the order of `ROLES`; never empty. */
  readonly roles: readonly Role[];
  readonly closed: boolean;
  /** Made together with the demo, with a password that everybody knows. */
  readonly demo: boolean;
}

/** Account id -> standing. */
export type AccountsState = Map<string, AccountStanding>;

export function evolveAccounts(state: AccountsState, event: AccountEvent): void {
  const { account } = event.payload;
  const before = state.get(account);
  switch (event.type) {
    case 'account-added':
      state.set(account, { roles: [event.payload.role], closed: false, demo: event.payload.demo });
      break;
    case 'role-changed':
      state.set(account, { ...before!, roles: [event.payload.role] });
      break;
    case 'roles-changed':
      state.set(account, { ...before!, roles: event.payload.roles });
      break;
    case 'account-closed':
      state.set(account, { ...before!, closed: true });
      break;
    default:
      event satisfies never;
  }
}
