import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../../src/server.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const NEW = 'vier losse woorden hier';
const signedIn = async (id: string, password?: string) => {
  const person = visitor(server.url);
  expect((await person.signIn(id, password)).status).toBe(303);
  return person;
};

describe('older sessions', () => {
  it('are told of after signing in, listed, and ended', async () => {
    const [older, other, newer] = [await signedIn('auditor'), await signedIn('auditor'), await signedIn('auditor')];
    expect((await newer.get('/')).text).toContain('U bent ook op een andere plek ingelogd.');
    const page = (await newer.get('/account')).text;
    const [first] = [...page.matchAll(/name="session" value="([0-9a-f]+)"/g)].map(([, id]) => id!);
    expect((await newer.get('/')).text).not.toContain('U bent ook op een andere plek ingelogd.');
    await newer.post('/account/sessions', { session: first! });
    const left = async () => [(await older.get('/')).status, (await other.get('/')).status].sort();
    expect(await left()).toEqual([200, 303]);
    await newer.post('/account/sessions', { session: 'others' });
    expect([await left(), (await newer.get('/')).status]).toEqual([[303, 303], 200]);
  });
});

describe('how long a session lasts', () => {
  it('is told to the page, and asking alone does not make it longer', async () => {
    const person = await signedIn('commissielid');
    expect((await person.get('/')).text).toContain('data-extends="yes"');
    const { storage } = server.services;
    const [session] = storage.sessions.of('commissielid');
    const earlier = new Date(Date.now() - 20 * 60_000).toISOString();
    storage.sessions.see(session!.tokenSha256, earlier);
    const asked = JSON.parse((await person.get('/session')).text) as { secondsLeft: number };
    expect(asked.secondsLeft).toBeLessThanOrEqual(600);
    expect((await person.get('/waiting/nothing/state')).status).toBe(404);
    expect(storage.sessions.of('commissielid')[0]!.seenAt).toBe(earlier);
    const stayed = JSON.parse((await person.post('/session', {})).text) as { secondsLeft: number };
    expect(stayed.secondsLeft).toBeGreaterThan(1700);
  });
});

describe('a session in which nothing was done for half an hour', () => {
  it('has ended for whatever is asked next, and is not opened again by asking', async () => {
    const person = await signedIn('commissielid');
    const { storage } = server.services;
    for (const { tokenSha256 } of storage.sessions.of('commissielid')) {
      storage.sessions.see(tokenSha256, new Date(Date.now() - 31 * 60_000).toISOString());
    }
    for (let turn = 0; turn < 2; turn++) expect((await person.get('/account')).location).toMatch(/^\/sign-in/);
  });
});

describe("one's own password", () => {
  it('is changed with the present one, and every fault is beside its field', async () => {
    const [person, elsewhere] = [await signedIn('beoordelaar-1'), await signedIn('beoordelaar-1')];
    const change = (present: string, password: string, again = password) =>
      person.post('/account/password', { 'password-present': present, password, 'password-again': again });
    const wrong = await change('iets anders', NEW);
    expect([wrong.status, /id="password-present-error"[^>]*>[^<]*klopt niet/.test(wrong.text)]).toEqual([422, true]);
    const faults = await change('gunwijzer-demo', 'beoordelaar1');
    expect([faults.status, /id="password-error"[^>]*>[^<]*naam of gebruikersnaam/.test(faults.text)]).toEqual([
      422,
      true,
    ]);
    const differs = await change('gunwijzer-demo', NEW, 'iets anders');
    expect([differs.status, /id="password-again-error"/.test(differs.text)]).toEqual([422, true]);
    expect(differs.text).not.toContain(NEW);
    const changed = await change('gunwijzer-demo', NEW);
    expect([changed.status, changed.location]).toEqual([303, '/account?notice=changed']);
    expect([(await person.get('/')).status, (await elsewhere.get('/')).status]).toEqual([200, 303]);
    await signedIn('beoordelaar-1', NEW);
  });
});
