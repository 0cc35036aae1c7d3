import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { identifier } from '../text.ts';

/**
 * Who may do what: a dossier of its own, so that every change of a role is on record.
 * One account has one role; the roles keep apart what must not be in one hand.
 */
export const ROLES = ['procurement-officer', 'assessor', 'committee-member', 'auditor', 'administrator'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

export const accountEvents = {
  'account-added': z.strictObject({ account: identifier, role, demo: z.boolean() }),
  'role-changed': z.strictObject({ account: identifier, role }),
  'account-closed': z.strictObject({ account: identifier }),
} as const;

export type AccountEvent = {
  [T in keyof typeof accountEvents]: {
    readonly type: T;
    readonly payload: z.infer<(typeof accountEvents)[T]>;
  };
}[keyof typeof accountEvents];

export interface AccountStanding {
  readonly role: Role;
  readonly closed: boolean;
  /** Made together with the demo, with a password that everybody knows. */
  readonly demo: boolean;
}

/** Account id -> standing. */
export type AccountsState = Map<string, AccountStanding>;

export function evolveAccounts(state: AccountsState, { type, payload }: AccountEvent): void {
  const before = state.get(payload.account);
  if (type === 'account-added') state.set(payload.account, { role: payload.role, closed: false, demo: payload.demo });
  else if (type === 'role-changed') state.set(payload.account, { ...before!, role: payload.role });
  else state.set(payload.account, { ...before!, closed: true });
}

/**
 * May this happen to the accounts?
 * @throws DomainError `account-exists`, `unknown-account`, `account-closed`, `last-administrator`
 */
export function admitAccountEvent(state: AccountsState, { type, payload }: AccountEvent): void {
  const before = state.get(payload.account);
  if (type === 'account-added') {
    if (before) throw new DomainError('account-exists', { account: payload.account });
    return;
  }
  if (!before) throw new DomainError('unknown-account', { account: payload.account });
  if (before.closed) throw new DomainError('account-closed', { account: payload.account });
  const staysAdministrator = type === 'role-changed' && payload.role === 'administrator';
  if (before.role === 'administrator' && !staysAdministrator) {
    const others = [...state].filter(
      ([id, one]) => id !== payload.account && one.role === 'administrator' && !one.closed,
    );
    if (others.length === 0) throw new DomainError('last-administrator', { account: payload.account });
  }
}

/** @throws DomainError `unknown-role` naming the roles there are */
export function parseRole(text: string): Role {
  const parsed = role.safeParse(text);
  if (!parsed.success) throw new DomainError('unknown-role', { role: text, roles: ROLES });
  return parsed.data;
}
