import type { accounts as nl } from '../nl/accounts.ts';

/** Accounts and roles. */
export const accounts: typeof nl = {
  title: 'Accounts',
  lead: 'Who can sign in and with which roles. Every change is recorded in the audit log of the accounts.',
  caption: 'Accounts and roles',
  id: 'Username',
  name: 'Name',
  roles: 'Roles',
  rolesHint: 'Choose one role or more. An auditor cannot be a committee member or an administrator as well.',
  active: 'active',
  closed: 'closed',
  demo: 'demo',
  add: 'Add account',
  idHint: 'Lower-case letters, digits and hyphens, for example j-de-vries',
  passwordHint: 'At least 12 characters',
  change: 'Change',
  changeRoles: 'Save roles',
  changeRolesHint: 'The open sessions of this account end.',
  close: 'Close account',
  added: 'The account has been added.',
  changed: 'The roles have been changed.',
  closedNotice: 'The account has been closed.',
  idInvalid: 'Use lower-case letters, digits and hyphens for the username.',
  nameRequired: 'Enter a name.',
};
