import { admitBy, always, type EventOf, type Procedure, type Read, type Seen, since } from '../admission/procedure.ts';
import { FORMAT_CHANGED } from '../disclosure/format.ts';
import { WITHHELD } from '../disclosure/parts.ts';
import { DomainError } from '../errors.ts';
import { hasRole, INSTALLATION, type Role } from '../roles.ts';
import type { AccountEventType, AccountPayloads, AccountStanding, AccountsState } from './accounts.ts';

/** Who may change accounts and roles. */
export interface AccountsShape {
  readonly state: AccountsState;
  readonly payloads: AccountPayloads;
  /** Whoever has an account is its holder. */
  readonly capacity: 'administrator' | 'holder' | 'installation';
  readonly reader: 'author' | 'administrator' | 'auditor';
  /** Accounts have one state: there is always somebody who can change them. */
  readonly phases: { readonly accounts: 'kept' };
  readonly moment: 'kept';
}

const onRecord: Seen<AccountsShape> = { author: 'always', administrator: 'always', auditor: 'always' };
const step = {
  since: 1,
  by: 'administrator',
  second: null,
  during: {},
  opens: null,
  seen: { that: onRecord, what: onRecord },
} as const;
/** Every rule is about who has which role, and so reads all of the record. */
const WHOLE_RECORD: readonly Read<AccountsShape>[] = [
  'account-added/person',
  'role-changed/person',
  'roles-changed/person',
  'account-closed/person',
  'account-reopened/person',
  'password-set/person',
  'password-link-made/person',
  'name-corrected/person',
];
type AccountCheck<Payload> = (state: AccountsState, payload: Payload, actor: string) => void;
const first = <Payload>(check: AccountCheck<Payload>) => always<AccountsShape, Payload>(check, ...WHOLE_RECORD);
const later = <Payload>(check: AccountCheck<Payload>, version = 2) =>
  since<AccountsShape, Payload>(version, check, 'actor', ...WHOLE_RECORD);

export const accountsProcedure: Procedure<AccountsShape> = {
  version: 3,
  capacities: {
    administrator: {
      role: 'administrator',
      holds: ({ accounts }, account) => account === INSTALLATION || isOpenAdministrator(accounts.get(account)),
      reads: WHOLE_RECORD,
      refusal: 'not-an-administrator',
    },
    holder: {
      role: null,
      holds: ({ accounts }, account) => accounts.get(account)?.closed === false,
      reads: WHOLE_RECORD,
      refusal: 'not-your-account',
    },
    installation: {
      role: null,
      holds: (_, account) => account === INSTALLATION,
      reads: [],
      refusal: 'not-the-installation',
    },
  },
  readers: { author: { roles: null }, administrator: { roles: ['administrator'] }, auditor: { roles: ['auditor'] } },
  phaseOf: () => ({ accounts: 'kept' }),
  reached: () => true,
  codes: {
    alreadyOpened: 'account-exists',
    neverOpened: 'unknown-account',
    wrongState: { accounts: 'account-closed' },
  },
  steps: {
    [FORMAT_CHANGED]: { ...step, since: 3, by: 'installation', checks: [] },
    'account-added': {
      ...step,
      checks: [first(accountIsNew), later(accountIsOfAPerson, 3), later(demoPasswordIsCommitted, 3)],
    },
    'role-changed': {
      ...step,
      checks: [first(accountIsOpen), first((state, { account, role }) => somebodyStays(state, account, [role]))],
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
    'password-set': {
      ...step,
      since: 2,
      by: 'holder',
      checks: [later(accountIsOnesOwn), later(passwordIsCommitted, 3)],
    },
    'account-closed': {
      ...step,
      checks: [first(accountIsOpen), first((state, { account }) => somebodyStays(state, account, []))],
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

/** These stand for the installation, and for whom an edition does not name. @throws DomainError `account-exists` */
function accountIsOfAPerson(_: AccountsState, { account }: AccountPayloads['account-added']): void {
  if (account === INSTALLATION || account === WITHHELD) throw new DomainError('account-exists', { account });
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

/** Which password it is, so that another in its place is found. @throws DomainError `password-not-committed` */
function passwordIsCommitted(_: AccountsState, { account, passwordSha256 }: AccountPayloads['password-set']): void {
  if (passwordSha256 === undefined) throw new DomainError('password-not-committed', { account });
}

/** @throws DomainError `password-not-committed`: an account of the demo has a password, another has none yet */
function demoPasswordIsCommitted(_: AccountsState, payload: AccountPayloads['account-added']): void {
  const { account, demo, passwordSha256 } = payload;
  if (demo !== (passwordSha256 !== undefined)) throw new DomainError('password-not-committed', { account });
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
