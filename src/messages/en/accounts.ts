import type { accounts as nl } from '../nl/accounts.ts';

/** Accounts and roles. */
export const accounts: typeof nl = {
  title: 'Accounts',
  lead: 'Who can sign in and with which role. Every change is recorded in the audit log of the accounts.',
  caption: 'Accounts and roles',
  id: 'Username',
  name: 'Name',
  role: 'Role',
  active: 'active',
  closed: 'closed',
  demo: 'demo',
  add: 'Add account',
  idHint: 'Lower-case letters, digits and hyphens, for example j-de-vries',
  passwordHint: 'At least 12 characters',
  changeRole: 'Change role',
  close: 'Close account',
  roleFor: (name: string) => `Role of ${name}`,
  added: 'The account has been added.',
  changed: 'The role has been changed.',
  closedNotice: 'The account has been closed.',
  idInvalid: 'Use lower-case letters, digits and hyphens for the username.',
  nameRequired: 'Enter a name.',
};
