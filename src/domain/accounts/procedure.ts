import { admitBy, always, type EventOf, type Procedure, type Seen } from '../admission/procedure.ts';
import { DomainError } from '../errors.ts';
import { hasRole, type Role } from '../roles.ts';
import type { AccountEventType, AccountPayloads, AccountStanding, AccountsState } from './accounts.ts';

/** Who may change accounts and roles. */
export interface AccountsShape {
  readonly state: AccountsState;
  readonly payloads: AccountPayloads;
  readonly capacity: 'administrator';
  readonly reader: 'author' | 'administrator';
  /** Accounts have one state: there is always somebody who can change them. */
  readonly phases: { readonly accounts: 'kept' };
}

/** The installation itself: the first start and the command line of who runs the server. */
export const INSTALLATION = 'gunwijzer';

const byAdministrators: Seen<AccountsShape> = { author: 'always', administrator: 'always' };
const step = {
  since: 1,
  by: 'administrator',
  confirmedBy: null,
  during: {},
  opens: null,
  seen: { that: byAdministrators, what: byAdministrators },
} as const;

export const accountsProcedure: Procedure<AccountsShape> = {
  version: 2,
  capacities: {
    administrator: {
      role: 'administrator',
      holds: (state, account) => account === INSTALLATION || isOpenAdministrator(state.get(account)),
      refusal: 'not-an-administrator',
    },
  },
  readers: { author: { role: null }, administrator: { role: 'administrator' } },
  phaseOf: () => ({ accounts: 'kept' }),
  reached: () => true,
  codes: { alreadyOpened: 'account-exists', neverOpened: 'unknown-account', wrongState: 'account-closed' },
  steps: {
    'account-added': { ...step, checks: [always(accountIsNew)] },
    'role-changed': {
      ...step,
      checks: [always(accountIsOpen), always((state, { account, role }) => somebodyStays(state, account, [role]))],
    },
    'roles-changed': {
      ...step,
      since: 2,
      checks: [
        { since: 2, check: accountIsOpen },
        { since: 2, check: (_, { roles }) => rolesGoTogether(roles) },
        { since: 2, check: (state, { account, roles }) => somebodyStays(state, account, roles) },
      ],
    },
    'account-closed': {
      ...step,
      checks: [always(accountIsOpen), always((state, { account }) => somebodyStays(state, account, []))],
    },
  },
};

/**
 * May this happen to the accounts, caused by this person?
 * @throws DomainError `not-an-administrator`, `account-exists`, `unknown-account`, `account-closed`, `last-administrator`, `roles-apart`
 */
export const admitAccountEvent = <T extends AccountEventType>(
  state: AccountsState,
  actor: string,
  event: EventOf<AccountsShape, T>,
): void => admitBy(accountsProcedure, state, actor, event);

const isOpenAdministrator = (standing: AccountStanding | undefined): boolean =>
  standing !== undefined && hasRole(standing, 'administrator') && !standing.closed;

function accountIsNew(state: AccountsState, { account }: AccountPayloads['account-added']): void {
  if (state.has(account)) throw new DomainError('account-exists', { account });
}

function accountIsOpen(state: AccountsState, { account }: AccountPayloads['account-closed']): void {
  const before = state.get(account);
  if (!before) throw new DomainError('unknown-account', { account });
  if (before.closed) throw new DomainError('account-closed', { account });
}

/**
 * Roles that no account has together. An auditor looks at what the others did, in every tender and in the record of the accounts:
 * a committee member has part in every tender, an administrator writes that record. Officers and assessors have part in some tenders
 * only; those they do not audit (`readerOf`).
 */
const APART: readonly (readonly [Role, Role])[] = [
  ['committee-member', 'auditor'],
  ['auditor', 'administrator'],
];

/** @throws DomainError `roles-apart` with the two */
function rolesGoTogether(roles: readonly Role[]): void {
  for (const [one, other] of APART) {
    if (roles.includes(one) && roles.includes(other)) throw new DomainError('roles-apart', { one, other });
  }
}

/** Without an administrator nobody could give anybody a role any more. */
function somebodyStays(state: AccountsState, account: string, roles: readonly Role[]): void {
  if (roles.includes('administrator') || !isOpenAdministrator(state.get(account))) return;
  const others = [...state].some(([id, standing]) => id !== account && isOpenAdministrator(standing));
  if (!others) throw new DomainError('last-administrator', { account });
}
