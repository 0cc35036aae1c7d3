import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNTS_DOSSIER, accountsKind, createAccounts } from '../../src/actions/accounts.ts';
import { KINDS } from '../../src/actions/kinds.ts';
import { readStored } from '../../src/actions/read-stored.ts';
import { sha256 } from '../../src/chain/canonical.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { openStorage } from '../../src/storage/database.ts';
import { addWithPassword, HERE } from '../support/accounts.ts';
import { wholeLog, writeOldDatabase } from '../support/dossiers.ts';
import { projectRoot } from '../support/http.ts';

const PASSWORD = 'een lang wachtwoord';
const NEW = 'een ander lang woord';
let folder: string;
let now: Date;
let storage: ReturnType<typeof openStorage>;
let accounts: ReturnType<typeof createAccounts>;
const later = (hours: number): void => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
const record = () => wholeLog(storage, ACCOUNTS_DOSSIER, accountsKind);
/** Every byte of the record as it is stored. */
const storedRecord = (): string =>
  storage.events
    .since(ACCOUNTS_DOSSIER, 0)
    .map(({ body, parts }) => `${body}\n${parts}`)
    .join();
const BEN = { id: 'ben', name: 'Ben Jansen', roles: ['assessor'] } as const;
const signsIn = async (id: string, password: string): Promise<string> => {
  const answer = await accounts.signIn(id, password, HERE);
  return answer.outcome === 'signed-in' ? answer.token : answer.outcome;
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
  now = new Date('2026-11-02T09:00:00Z');
  storage = openStorage(':memory:');
  accounts = createAccounts(storage, () => now);
  await addWithPassword(accounts, 'gunwijzer', { id: 'anna', name: 'Anna', roles: ['administrator'] }, PASSWORD);
});
afterEach(() => rmSync(folder, { recursive: true }));

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
    expect(record().filter(({ type, actor }) => type === 'password-set' && actor === 'ben')).toHaveLength(1);
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
    expect(storedRecord()).toContain('password-link-made');
    expect(storedRecord()).not.toContain(token);
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
  const types = (): string[] => record().map(({ type }) => type);

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
    expect(storedRecord()).toMatch(/ben/);
    expect(storedRecord()).not.toMatch(/Jans/);
    const again = createAccounts(storage, () => now);
    expect(again.find('ben')).toMatchObject({ name: 'Ben Janssen', roles: ['auditor'], closed: false });
  });

  it('is verified as every dossier is', () => {
    const ruleSets = loadRuleSets(`${projectRoot()}/criteria`);
    expect(KINDS.accounts.verify(readStored(storage, ACCOUNTS_DOSSIER), ruleSets)).toEqual({
      admissions: [3],
      withheld: 0,
      unchecked: [],
      rules: null,
      engine: null,
      outcome: 'none',
      ownPoints: null,
      follows: [],
    });
  });

  it('reads logs of the time when an account had one role, and goes on in them in the format of now', () => {
    const at = '2026-11-02T09:00:00.000Z';
    const before = [
      { type: 'account-added', payload: { account: 'cas', role: 'administrator', demo: false } },
      { type: 'account-added', payload: { account: 'dirk', role: 'assessor', demo: false } },
      { type: 'role-changed', payload: { account: 'cas', role: 'administrator' } },
    ];
    const file = join(folder, 'old.sqlite');
    writeOldDatabase(
      file,
      ACCOUNTS_DOSSIER,
      before.map((event) => ({ ...event, actor: 'gunwijzer', at })),
    );
    const old = openStorage(file);
    old.accounts.insert({ id: 'cas', name: 'Cas' });
    const read = createAccounts(old, () => now);
    expect(read.find('cas')).toMatchObject({ roles: ['administrator'] });
    read.changeRoles('cas', 'dirk', ['assessor', 'auditor']);
    const told = wholeLog(old, ACCOUNTS_DOSSIER, accountsKind).map(({ admission, type, actor }) => [
      admission,
      type,
      actor,
    ]);
    expect(told).toEqual([
      ...before.map(({ type }) => [1, type, 'gunwijzer']),
      [3, 'log-format-changed', 'gunwijzer'],
      [3, 'roles-changed', 'cas'],
    ]);
    old.close();
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
