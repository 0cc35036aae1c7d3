import { admitBy, always, type EventOf, type Procedure, type Seen } from '../admission/procedure.ts';
import { DomainError } from '../errors.ts';
import { hasRole, type Role } from '../roles.ts';
import type { AccountEventType, AccountPayloads, AccountStanding, AccountsState } from './accounts.ts';

/** Who may change accounts and roles. */
export interface AccountsShape {
  readonly state: AccountsState;
  readonly payloads: AccountPayloads;
  /** Whoever has an account is its holder. */
  readonly capacity: 'administrator' | 'holder';
  readonly reader: 'author' | 'administrator' | 'auditor';
  /** Accounts have one state: there is always somebody who can change them. */
  readonly phases: { readonly accounts: 'kept' };
}

/** The installation itself: the first start and the command line of who runs the server. */
export const INSTALLATION = 'gunwijzer';

const onRecord: Seen<AccountsShape> = { author: 'always', administrator: 'always', auditor: 'always' };
const step = {
  since: 1,
  by: 'administrator',
  confirmedBy: null,
  during: {},
  opens: null,
  seen: { that: onRecord, what: onRecord },
} as const;
const later = <Payload>(check: (state: AccountsState, payload: Payload, actor: string) => void) => ({
  since: 2,
  check,
});

export const accountsProcedure: Procedure<AccountsShape> = {
  version: 2,
  capacities: {
    administrator: {
      role: 'administrator',
      holds: ({ accounts }, account) => account === INSTALLATION || isOpenAdministrator(accounts.get(account)),
      refusal: 'not-an-administrator',
    },
    holder: {
      role: null,
      holds: ({ accounts }, account) => accounts.get(account)?.closed === false,
      refusal: 'not-your-account',
    },
  },
  readers: { author: { role: null }, administrator: { role: 'administrator' }, auditor: { role: 'auditor' } },
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
        later(accountIsOpen),
        later((_, { roles }) => rolesGoTogether(roles)),
        later((state, { account, roles }) => somebodyStays(state, account, roles)),
      ],
    },
    'name-corrected': { ...step, since: 2, checks: [later(accountIsThere)] },
    'password-link-made': { ...step, since: 2, checks: [later(accountIsOpen)] },
    'password-set': { ...step, since: 2, by: 'holder', checks: [later(accountIsOnesOwn)] },
    'account-closed': {
      ...step,
      checks: [always(accountIsOpen), always((state, { account }) => somebodyStays(state, account, []))],
    },
    'account-reopened': { ...step, since: 2, checks: [later(accountIsClosed)] },
  },
};

/**
 * May this happen to the accounts, caused by this person?
 * @param version of the procedure under which the event was admitted; that of now for a new one
 * @throws DomainError `not-an-administrator`, `not-your-account`, `account-exists`, `unknown-account`, `account-closed`,
 * `account-is-open`, `last-administrator`, `roles-apart`
 */
export const admitAccountEvent = <T extends AccountEventType>(
  state: AccountsState,
  actor: string,
  event: EventOf<AccountsShape, T>,
  version?: number,
): void => admitBy(accountsProcedure, state, actor, event, version);

const isOpenAdministrator = (standing: AccountStanding | undefined): boolean =>
  standing !== undefined && hasRole(standing, 'administrator') && !standing.closed;

function accountIsNew({ accounts }: AccountsState, { account }: AccountPayloads['account-added']): void {
  if (accounts.has(account)) throw new DomainError('account-exists', { account });
}

function accountIsThere({ accounts }: AccountsState, { account }: { readonly account: string }): AccountStanding {
  const found = accounts.get(account);
  if (!found) throw new DomainError('unknown-account', { account });
  return found;
}

function accountIsOpen(state: AccountsState, { account }: { readonly account: string }): void {
  if (accountIsThere(state, { account }).closed) throw new DomainError('account-closed', { account });
}

function accountIsClosed(state: AccountsState, { account }: { readonly account: string }): void {
  if (!accountIsThere(state, { account }).closed) throw new DomainError('account-is-open', { account });
}

function accountIsOnesOwn(_: AccountsState, { account }: { readonly account: string }, actor: string): void {
  if (account !== actor) throw new DomainError('not-your-account', { actor });
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
function somebodyStays({ accounts }: AccountsState, account: string, roles: readonly Role[]): void {
  if (roles.includes('administrator') || !isOpenAdministrator(accounts.get(account))) return;
  const others = [...accounts].some(([id, standing]) => id !== account && isOpenAdministrator(standing));
  if (!others) throw new DomainError('last-administrator', { account });
}
