import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNTS_DOSSIER, createAccounts } from '../../src/actions/accounts.ts';
import { readChain } from '../../src/chain/chain.ts';
import { openStorage } from '../../src/storage/database.ts';

const PASSWORD = 'een lang wachtwoord';
let now: Date;
let storage: ReturnType<typeof openStorage>;
let accounts: ReturnType<typeof createAccounts>;

beforeEach(async () => {
  now = new Date('2026-11-02T09:00:00Z');
  storage = openStorage(':memory:');
  accounts = createAccounts(storage, () => now);
  await accounts.add('gunwijzer', { id: 'anna', name: 'Anna', roles: ['administrator'], password: PASSWORD });
});

describe('signing in', () => {
  it('opens a session that ends after ten hours', async () => {
    const token = (await accounts.signIn('anna', PASSWORD))!;
    expect(accounts.ofSession(token)).toMatchObject({ id: 'anna', roles: ['administrator'] });
    now = new Date('2026-11-02T19:00:01Z');
    expect(accounts.ofSession(token)).toBeUndefined();
  });

  it('is refused with a wrong password, an unknown name, and a closed account', async () => {
    await accounts.add('anna', { id: 'ben', name: 'Ben', roles: ['assessor'], password: PASSWORD });
    expect(await accounts.signIn('anna', 'iets anders')).toBeUndefined();
    expect(await accounts.signIn('niemand', PASSWORD)).toBeUndefined();
    const token = (await accounts.signIn('ben', PASSWORD))!;
    accounts.close('anna', 'ben');
    expect(accounts.ofSession(token)).toBeUndefined();
    expect(await accounts.signIn('ben', PASSWORD)).toBeUndefined();
  });

  it('keeps passwords as argon2id, and no session token as it is', async () => {
    const token = (await accounts.signIn('anna', PASSWORD))!;
    expect(storage.accounts.find('anna')!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(storage.sessions.accountOf(token, now.toISOString())).toBeUndefined();
  });
});

describe('the record of accounts', () => {
  it('holds every change of a role in a chain of its own, without names', async () => {
    await accounts.add('anna', { id: 'ben', name: 'Ben Jansen', roles: ['assessor'], password: PASSWORD });
    accounts.changeRoles('anna', 'ben', ['auditor']);
    const bodies = storage.events.since(ACCOUNTS_DOSSIER, 0).map((event) => event.body);
    expect(readChain(bodies).events.map((event) => event.type)).toEqual([
      'account-added',
      'account-added',
      'roles-changed',
    ]);
    expect(bodies.join()).not.toContain('Jansen');
    expect(createAccounts(storage, () => now).find('ben')).toMatchObject({ roles: ['auditor'], closed: false });
  });

  it.each([
    ['a name that is taken', { id: 'anna', password: PASSWORD }, 'account-exists'],
    ['a short password', { id: 'kort', password: 'kort' }, 'password-too-short'],
  ])('refuses %s and changes nothing', async (_, change, code) => {
    const before = storage.events.head(ACCOUNTS_DOSSIER);
    await expect(accounts.add('anna', { name: 'X', roles: ['assessor'], ...change })).rejects.toThrow(code);
    expect(storage.events.head(ACCOUNTS_DOSSIER)).toEqual(before);
    expect(accounts.list()).toHaveLength(1);
  });

  it('keeps at least one administrator', () => {
    expect(() => accounts.close('anna', 'anna')).toThrow('last-administrator');
    expect(() => accounts.changeRoles('anna', 'anna', ['auditor'])).toThrow('last-administrator');
    expect(() => accounts.changeRoles('anna', 'niemand', ['auditor'])).toThrow('unknown-account');
  });
});
