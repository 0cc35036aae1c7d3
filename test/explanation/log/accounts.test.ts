import { describe, expect, it } from 'vitest';
import type { AccountsState } from '../../../src/domain/accounts/accounts.ts';
import { plain } from '../../../src/explanation/blocks.ts';
import { accountEventInWords } from '../../../src/explanation/log/accounts.ts';
import { messagesIn } from '../../../src/messages/messages.ts';

const state: AccountsState = {
  dossier: 'accounts',
  lastEventAt: '',
  accounts: new Map([['j-de-vries', { roles: ['assessor'], closed: false, demo: false }]]),
};
const common = { seq: 2, at: '2027-03-01T10:00:00.000Z', actor: 'beheerder' };
const tell = (language: 'nl' | 'en', event: Parameters<typeof accountEventInWords>[3]): string =>
  accountEventInWords(messagesIn(language), () => 'J. de Vries', state, event)
    .map(plain)
    .join(' ');

describe('an event of the accounts in words', () => {
  it('says which roles somebody had and has', () => {
    const event = {
      ...common,
      type: 'roles-changed' as const,
      payload: { account: 'j-de-vries', roles: ['assessor', 'auditor'] as const },
    };
    expect(tell('nl', { ...event, payload: { ...event.payload, roles: ['assessor', 'auditor'] } })).toBe(
      'Account: J. de Vries. Rollen: van Beoordelaar naar Beoordelaar en auditor.',
    );
  });

  it('says that somebody cannot sign in any more', () => {
    const event = { ...common, type: 'account-closed' as const, payload: { account: 'j-de-vries' } };
    expect(tell('en', event)).toBe('Account: J. de Vries. Signing in: from possible to not possible.');
  });
});
