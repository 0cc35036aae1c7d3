import { FORMAT_PARTS } from '../disclosure/format.ts';
import type { PartsOfType, PartsTable } from '../disclosure/parts.ts';
import type { AccountPayloads } from './accounts.ts';

/** What each event of the accounts is cut into. There is no edition of them: who has which role is for who may read it all. */
const ofAccount: PartsOfType = {
  actor: 'whole',
  moment: 'whole',
  content: 'whole',
  apart: { person: { of: ['/account'], reach: 'whole' } },
};

export const accountParts: PartsTable<AccountPayloads> = {
  'log-format-changed': FORMAT_PARTS,
  'account-added': ofAccount,
  'role-changed': ofAccount,
  'roles-changed': ofAccount,
  'name-corrected': ofAccount,
  'password-link-made': ofAccount,
  'password-set': ofAccount,
  'account-closed': ofAccount,
  'account-reopened': ofAccount,
};
