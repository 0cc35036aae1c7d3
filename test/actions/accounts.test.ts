import { beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNTS_DOSSIER, createAccounts } from '../../src/actions/accounts.ts';
import { KINDS } from '../../src/actions/kinds.ts';
import { sha256 } from '../../src/chain/canonical.ts';
import { readChain } from '../../src/chain/chain.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { openStorage } from '../../src/storage/database.ts';
import { addWithPassword, HERE } from '../support/accounts.ts';
import { projectRoot } from '../support/http.ts';

const PASSWORD = 'een lang wachtwoord';
const NEW = 'een ander lang woord';
let now: Date;
let storage: ReturnType<typeof openStorage>;
let accounts: ReturnType<typeof createAccounts>;
const later = (hours: number): void => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
const BEN = { id: 'ben', name: 'Ben Jansen', roles: ['assessor'] } as const;
const signsIn = async (id: string, password: string): Promise<string> => {
  const answer = await accounts.signIn(id, password, HERE);
  return answer.outcome === 'signed-in' ? answer.token : answer.outcome;
};

beforeEach(async () => {
  now = new Date('2026-11-02T09:00:00Z');
  storage = openStorage(':memory:');
  accounts = createAccounts(storage, () => now);
  await addWithPassword(accounts, 'gunwijzer', { id: 'anna', name: 'Anna', roles: ['administrator'] }, PASSWORD);
});

describe('signing in', () => {
  it('is refused with a wrong password, an unknown name, a closed account, and without a password', async () => {
    await addWithPassword(accounts, 'anna', BEN, PASSWORD);
    accounts.add('anna', { ...BEN, id: 'cas' });
    expect(await signsIn('anna', 'iets anders')).toBe('refused');
    expect(await signsIn('niemand', PASSWORD)).toBe('refused');
    expect(await signsIn('cas', PASSWORD)).toBe('refused');
    const token = await signsIn('ben', PASSWORD);
    accounts.close('anna', 'ben');
    expect(accounts.session(token)).toBeUndefined();
    expect(await signsIn('ben', PASSWORD)).toBe('refused');
    expect(storage.signIns.page(10, 0).map(({ account, outcome }) => [account, outcome])).toEqual([
      ['ben', 'closed'],
      ['ben', 'signed-in'],
      ['cas', 'no-password'],
      [null, 'unknown'],
      ['anna', 'wrong-password'],
    ]);
  });

  it('keeps passwords as argon2id, and no session token as it is', async () => {
    const token = await signsIn('anna', PASSWORD);
    expect(storage.passwords.hashOf('anna')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(storage.sessions.find(token)).toBeUndefined();
    expect(storage.sessions.find(sha256(token))).toBeDefined();
  });

  it('takes a password however its letters are composed', async () => {
    await addWithPassword(accounts, 'anna', BEN, 'cafe\u0301 met appeltaart');
    expect(accounts.session(await signsIn('ben', 'caf\u00e9 met appeltaart'))?.state).toBe('open');
  });
});

describe('a link to set a password', () => {
  it('works once, and ends the sessions of the account', async () => {
    await addWithPassword(accounts, 'anna', BEN, PASSWORD);
    const session = await signsIn('ben', PASSWORD);
    const { token, first } = accounts.makeLink('anna', 'ben');
    expect(first).toBe(false);
    expect(accounts.session(session)?.state).toBe('open');
    await accounts.setPassword(token, NEW, HERE);
    expect(accounts.session(session)?.state).toBe('ended');
    expect(await signsIn('ben', PASSWORD)).toBe('refused');
    expect(accounts.session(await signsIn('ben', NEW))?.state).toBe('open');
    await expect(accounts.setPassword(token, PASSWORD, HERE)).rejects.toThrow('password-link-gone');
  });

  it('works once also when it is used twice at the same time', async () => {
    const { token } = accounts.add('anna', BEN);
    const tries = await Promise.allSettled([
      accounts.setPassword(token, PASSWORD, HERE),
      accounts.setPassword(token, NEW, HERE),
      accounts.setPassword(token, `${NEW} x`, HERE),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const log = readChain(storage.events.since(ACCOUNTS_DOSSIER, 0).map(({ body }) => body)).events;
    expect(log.filter(({ type, actor }) => type === 'password-set' && actor === 'ben')).toHaveLength(1);
  });

  it('is gone when a newer one was made, in time, and when the account is closed', async () => {
    const { token: older } = accounts.add('anna', BEN);
    const { token, first } = accounts.makeLink('anna', 'ben');
    expect(first).toBe(true);
    expect(() => accounts.accountOfLink(older)).toThrow('password-link-gone');
    later(7 * 24 - 1);
    expect(accounts.accountOfLink(token)).toMatchObject({ id: 'ben' });
    later(2);
    expect(() => accounts.accountOfLink(token)).toThrow('password-link-gone');
    await addWithPassword(accounts, 'anna', { ...BEN, id: 'cas' }, PASSWORD);
    const reset = accounts.makeLink('anna', 'cas');
    later(25);
    expect(() => accounts.accountOfLink(reset.token)).toThrow('password-link-gone');
    const again = accounts.makeLink('anna', 'cas');
    accounts.close('anna', 'cas');
    expect(() => accounts.accountOfLink(again.token)).toThrow('password-link-gone');
    accounts.reopen('anna', 'cas');
    expect(() => accounts.accountOfLink(again.token)).toThrow('password-link-gone');
  });

  it('is kept as its hash, and not in the log', () => {
    const { token } = accounts.add('anna', BEN);
    expect(storage.passwords.accountOfLink(sha256(token), now.toISOString())).toBe('ben');
    expect(
      storage.events
        .since(ACCOUNTS_DOSSIER, 0)
        .map(({ body }) => body)
        .join(),
    ).not.toContain(token);
  });
});

describe("one's own password", () => {
  it('is changed by who knows the present one; other sessions end, this one stays', async () => {
    const [here, elsewhere] = [await signsIn('anna', PASSWORD), await signsIn('anna', PASSWORD)];
    const { token } = accounts.makeLink('anna', 'anna');
    await expect(accounts.changePassword('anna', here, { present: 'iets anders', next: NEW }, HERE)).rejects.toThrow(
      'password-wrong',
    );
    await expect(accounts.changePassword('anna', here, { present: PASSWORD, next: 'kort' }, HERE)).rejects.toThrow(
      'password-too-short',
    );
    await accounts.changePassword('anna', here, { present: PASSWORD, next: NEW }, HERE);
    expect([here, elsewhere].map((session) => accounts.session(session)?.state)).toEqual(['open', 'ended']);
    expect(await signsIn('anna', PASSWORD)).toBe('refused');
    expect(() => accounts.accountOfLink(token)).toThrow('password-link-gone');
  });

  it('cannot be guessed by who found the session open', async () => {
    const here = await signsIn('anna', PASSWORD);
    const guess = () => accounts.changePassword('anna', here, { present: 'gok', next: NEW }, HERE);
    for (let index = 0; index < 6; index++) await expect(guess()).rejects.toThrow('password-wrong');
    expect(await guess()).toEqual({ wait: 1 });
    expect(accounts.session(await signsIn('anna', PASSWORD))?.state).toBe('open');
  });
});

describe('the record of accounts', () => {
  const types = (): string[] =>
    readChain(storage.events.since(ACCOUNTS_DOSSIER, 0).map(({ body }) => body)).events.map(({ type }) => type);

  it('holds every change in a chain of its own, without names', async () => {
    await addWithPassword(accounts, 'anna', { ...BEN, roles: ['assessor', 'auditor'] }, PASSWORD);
    accounts.changeRoles('anna', 'ben', ['auditor']);
    accounts.correctName('anna', 'ben', 'Ben Janssen');
    accounts.close('anna', 'ben');
    accounts.reopen('anna', 'ben');
    expect(types()).toEqual([
      'account-added',
      'password-link-made',
      'password-set',
      'account-added',
      'roles-changed',
      'password-link-made',
      'password-set',
      'roles-changed',
      'name-corrected',
      'account-closed',
      'account-reopened',
    ]);
    expect(
      storage.events
        .since(ACCOUNTS_DOSSIER, 0)
        .map(({ body }) => body)
        .join(),
    ).not.toMatch(/Jans/);
    const again = createAccounts(storage, () => now);
    expect(again.find('ben')).toMatchObject({ name: 'Ben Janssen', roles: ['auditor'], closed: false });
  });

  it('is verified as every dossier is', () => {
    const { events } = readChain(storage.events.since(ACCOUNTS_DOSSIER, 0).map(({ body }) => body));
    const ruleSets = loadRuleSets(`${projectRoot()}/criteria`);
    expect(KINDS.accounts.audit(ACCOUNTS_DOSSIER, events, ruleSets)).toEqual({
      admissions: [2],
      engine: null,
      identical: null,
    });
  });

  it('reads logs of the time when an account had one role', () => {
    const old = openStorage(':memory:');
    old.accounts.insert({ id: 'cas', name: 'Cas' });
    old.events.append(ACCOUNTS_DOSSIER, 'gunwijzer', '2026-11-02T09:00:00.000Z', [
      { type: 'account-added', payload: { account: 'cas', role: 'administrator', demo: false } },
      { type: 'account-added', payload: { account: 'dirk', role: 'assessor', demo: false } },
      { type: 'role-changed', payload: { account: 'cas', role: 'administrator' } },
    ]);
    const read = createAccounts(old, () => now);
    expect(read.find('cas')).toMatchObject({ roles: ['administrator'] });
    read.changeRoles('cas', 'dirk', ['assessor', 'auditor']);
    const { events } = readChain(old.events.since(ACCOUNTS_DOSSIER, 0).map(({ body }) => body));
    expect(events.map(({ admission }) => admission)).toEqual([undefined, undefined, undefined, 2]);
  });

  it.each([
    ['a name that is taken', { ...BEN, id: 'anna' }, 'account-exists'],
    ['no role', { ...BEN, roles: [] }, 'role-missing'],
  ])('refuses %s and changes nothing', (_, person, code) => {
    const before = storage.events.head(ACCOUNTS_DOSSIER);
    expect(() => accounts.add('anna', person)).toThrow(code);
    expect(storage.events.head(ACCOUNTS_DOSSIER)).toEqual(before);
    expect(accounts.list()).toHaveLength(1);
  });

  it('keeps at least one administrator', () => {
    expect(() => accounts.close('anna', 'anna')).toThrow('last-administrator');
    expect(() => accounts.changeRoles('anna', 'anna', ['auditor'])).toThrow('last-administrator');
    expect(() => accounts.changeRoles('anna', 'niemand', ['auditor'])).toThrow('unknown-account');
  });
});
