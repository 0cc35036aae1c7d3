import { beforeEach, describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import type { Origin } from '../../src/actions/sign-in-limits.ts';
import { openStorage } from '../../src/storage/database.ts';
import { addWithPassword } from '../support/accounts.ts';

const PASSWORD = 'een lang wachtwoord';
let now: Date;
let storage: ReturnType<typeof openStorage>;
let accounts: ReturnType<typeof createAccounts>;
const elapse = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000);
};
const from = (address: string, device: string | null = null): Origin => ({ address, browser: '', device });
const OFFICE = from('192.0.2.1');
const outcome = async (id: string, password: string, origin: Origin) =>
  (await accounts.signIn(id, password, origin)).outcome;
/** As many guesses as may be made, without waiting. */
async function guess(id: string, origins: readonly Origin[]): Promise<number> {
  let made = 0;
  for (const origin of origins) if ((await outcome(id, 'verkeerd', origin)) === 'refused') made += 1;
  return made;
}
const many = (count: number): Origin[] =>
  Array.from({ length: count }, (_, index) => from(`198.51.${100 + Math.floor(index / 250)}.${index % 250}`));

beforeEach(async () => {
  now = new Date('2026-11-02T09:00:00Z');
  storage = openStorage(':memory:');
  accounts = createAccounts(storage, () => now);
  for (const id of ['anna', 'ben']) {
    await addWithPassword(accounts, 'gunwijzer', { id, name: id, roles: ['administrator'] }, PASSWORD);
  }
});

describe('a guesser', () => {
  it('with a hundred addresses has six tries, then waits ever longer', async () => {
    expect(await guess('anna', many(100))).toBe(6);
    elapse(1);
    expect(await guess('anna', many(100))).toBe(1);
    elapse(1);
    expect(await guess('anna', many(100))).toBe(0);
    elapse(1);
    expect(await guess('anna', many(100))).toBe(1);
  });

  it('with forty tries at the same moment has no more', async () => {
    const tries = await Promise.all(many(40).map((origin) => outcome('anna', 'verkeerd', origin)));
    expect(tries.filter((one) => one === 'refused')).toHaveLength(6);
  });

  it('cannot tell a name that is not there from one that is', async () => {
    const told = async (id: string) => {
      const all = [];
      for (const origin of many(9)) all.push(await accounts.signIn(id, 'verkeerd', origin));
      return all;
    };
    expect(await told('niemand')).toEqual(await told('anna'));
  });

  it('goes on waiting after a restart', async () => {
    expect(await guess('anna', many(20))).toBe(6);
    accounts = createAccounts(storage, () => now);
    expect(await guess('anna', many(20))).toBe(0);
  });

  it('who tries many names from one address is slowed by the address', async () => {
    let made = 0;
    for (let index = 0; index < 130; index++) {
      if ((await outcome(`naam-${index}`, 'verkeerd', OFFICE)) === 'refused') made += 1;
    }
    expect(made).toBe(101);
    // A colleague whose browser is known goes on; who comes with a new one waits a moment, as the price of it.
    expect(await outcome('ben', PASSWORD, OFFICE)).toBe('wait');
  });

  it('takes all addresses within 64 bits of IPv6 for one', async () => {
    let made = 0;
    for (let index = 0; index < 130; index++) {
      if ((await outcome(`naam-${index}`, 'verkeerd', from(`2001:db8::${index.toString(16)}`))) === 'refused')
        made += 1;
    }
    expect(made).toBe(101);
    expect(await outcome('naam', 'verkeerd', from('2001:db8:0:1::1'))).toBe('refused');
  });
});

describe('a colleague', () => {
  it('at the same address is not hindered by failures on another account', async () => {
    for (let index = 0; index < 60; index++) {
      await outcome('anna', 'verkeerd', OFFICE);
      elapse(60);
    }
    expect(await outcome('ben', PASSWORD, OFFICE)).toBe('signed-in');
  });

  it('whose account is under attack signs in from a browser or an address of before', async () => {
    const browser = from('203.0.113.7', 'a'.repeat(43));
    expect(await outcome('anna', PASSWORD, browser)).toBe('signed-in');
    await guess('anna', many(50));
    expect(await outcome('anna', PASSWORD, from('192.0.2.200'))).toBe('wait');
    expect(await outcome('anna', PASSWORD, from('192.0.2.200', browser.device))).toBe('signed-in');
    expect(await outcome('anna', PASSWORD, from('203.0.113.7'))).toBe('signed-in');
  });

  it('who mistypes a lot in a known browser waits a minute at most, and then starts afresh', async () => {
    const browser = from('203.0.113.7', 'a'.repeat(43));
    await outcome('anna', PASSWORD, browser);
    for (let index = 0; index < 30; index++) {
      const answer = await accounts.signIn('anna', 'verkeerd', browser);
      if (answer.outcome === 'wait') {
        expect(answer.seconds).toBeLessThanOrEqual(60);
        elapse(answer.seconds);
      }
    }
    elapse(60);
    expect(await outcome('anna', PASSWORD, browser)).toBe('signed-in');
    expect(await guess('anna', [browser, browser, browser])).toBe(3);
  });

  it('is not let in by the browser of another account', async () => {
    const device = 'a'.repeat(43);
    await outcome('ben', PASSWORD, from('203.0.113.7', device));
    await guess('anna', many(50));
    expect(await outcome('anna', PASSWORD, from('203.0.113.8', device))).toBe('wait');
  });

  it('who sets a password with a link can use it at once, whatever is tried elsewhere', async () => {
    await guess('anna', many(50));
    const { token } = accounts.makeLink('ben', 'anna');
    const browser = from('203.0.113.9', 'b'.repeat(43));
    await accounts.setPassword(token, 'een ander lang woord', browser);
    expect(await outcome('anna', 'een ander lang woord', browser)).toBe('signed-in');
  });
});
