import { z } from 'zod';
import { type Role, role } from '../roles.ts';
import { identifier } from '../text.ts';

/**
 * Who may do what: a dossier of its own, so that every change of a role is on record.
 * One account has one role; the roles keep apart what must not be in one hand.
 */
export const accountEvents = {
  'account-added': z.strictObject({ account: identifier, role, demo: z.boolean() }),
  'role-changed': z.strictObject({ account: identifier, role }),
  'account-closed': z.strictObject({ account: identifier }),
} as const;

export type AccountEventType = keyof typeof accountEvents;
export type AccountPayloads = { readonly [T in AccountEventType]: z.infer<(typeof accountEvents)[T]> };

export type AccountEvent = {
  [T in AccountEventType]: { readonly type: T; readonly payload: AccountPayloads[T] };
}[AccountEventType];

export interface AccountStanding {
  readonly role: Role;
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
      state.set(account, { role: event.payload.role, closed: false, demo: event.payload.demo });
      break;
    case 'role-changed':
      state.set(account, { ...before!, role: event.payload.role });
      break;
    case 'account-closed':
      state.set(account, { ...before!, closed: true });
      break;
    default:
      event satisfies never;
  }
}
