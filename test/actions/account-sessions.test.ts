import { beforeEach, describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { openStorage } from '../../src/storage/database.ts';
import { addWithPassword, HERE } from '../support/accounts.ts';

const PASSWORD = 'een lang wachtwoord';
let now: Date;
let storage: ReturnType<typeof openStorage>;
let accounts: ReturnType<typeof createAccounts>;
const elapse = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const session = async (browser = HERE.browser): Promise<string> => {
  const answer = await accounts.signIn('anna', PASSWORD, { ...HERE, browser });
  if (answer.outcome !== 'signed-in') throw new Error(answer.outcome);
  return answer.token;
};
const stateOf = (token: string) => accounts.session(token)?.state;

beforeEach(async () => {
  now = new Date('2026-11-02T09:00:00Z');
  storage = openStorage(':memory:');
  accounts = createAccounts(storage, () => now, { idleMinutes: 30 });
  await addWithPassword(accounts, 'gunwijzer', { id: 'anna', name: 'Anna', roles: ['administrator'] }, PASSWORD);
});

describe('a session', () => {
  it('ends when nothing was done in it for half an hour', async () => {
    const token = await session();
    elapse(29);
    expect(accounts.session(token)).toMatchObject({ state: 'open', secondsLeft: 60, extends: true });
    accounts.see(token);
    elapse(29);
    expect(stateOf(token)).toBe('open');
    elapse(1);
    expect(stateOf(token)).toBe('ended');
    accounts.see(token);
    expect(stateOf(token)).toBe('ended');
  });

  it('ends after ten hours, whatever is done in it', async () => {
    const token = await session();
    for (let passed = 0; passed < 600; passed += 20) {
      expect(stateOf(token)).toBe('open');
      accounts.see(token);
      elapse(20);
    }
    expect(stateOf(token)).toBe('ended');
    expect(accounts.session(token)).toMatchObject({ account: { id: 'anna' } });
  });

  it('says before that, that doing something does not help', async () => {
    const token = await session();
    for (let passed = 0; passed < 580; passed += 20) {
      elapse(20);
      accounts.see(token);
    }
    expect(accounts.session(token)).toMatchObject({ secondsLeft: 1200, extends: false });
  });

  it('is seen at most once a minute', async () => {
    const token = await session();
    const seen = () => storage.sessions.of('anna')[0]!.seenAt;
    const first = seen();
    elapse(0.9);
    accounts.see(token);
    expect(seen()).toBe(first);
    elapse(0.2);
    accounts.see(token);
    expect(seen()).toBe(now.toISOString());
  });

  it('is known for some hours after it ended, then no more', async () => {
    const token = await session();
    accounts.signOut(token);
    expect(stateOf(token)).toBe('ended');
    elapse(23 * 60);
    expect(stateOf(token)).toBe('ended');
    elapse(61);
    expect(stateOf(token)).toBeUndefined();
    await session();
    expect(storage.sessions.of('anna')).toHaveLength(1);
  });
});

describe('older sessions', () => {
  it('are told of until the person has seen them, and can be ended one by one or all at once', async () => {
    const [first, second, third] = [await session('Edge, Windows'), await session('Safari, iPhone'), await session()];
    expect(accounts.session(third)).toMatchObject({ othersOpen: true });
    const list = accounts.openSessions('anna', third);
    expect(list.map(({ browser, own }) => [browser, own])).toContainEqual(['Edge, Windows', false]);
    expect(accounts.session(third)).toMatchObject({ othersOpen: false });
    accounts.endSession('anna', list.find(({ browser }) => browser === 'Edge, Windows')!.id);
    expect([first, second, third].map(stateOf)).toEqual(['ended', 'open', 'open']);
    accounts.endOtherSessions('anna', third);
    expect([first, second, third].map(stateOf)).toEqual(['ended', 'ended', 'open']);
  });

  it('of another account cannot be ended', async () => {
    await addWithPassword(accounts, 'anna', { id: 'ben', name: 'Ben', roles: ['assessor'] }, PASSWORD);
    const token = await session();
    const [own] = accounts.openSessions('anna', token);
    accounts.endSession('ben', own!.id);
    expect(stateOf(token)).toBe('open');
  });
});
