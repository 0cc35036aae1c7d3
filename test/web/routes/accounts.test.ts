import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSTALLATION } from '../../../src/domain/roles.ts';
import { draftFrom } from '../../../src/domain/set-up/begin.ts';
import type { RunningServer } from '../../../src/server.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let administrator: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  administrator = visitor(server.url);
  await administrator.signIn('beheerder');
});
afterAll(() => server.close());

const PASSWORD = 'vier losse woorden hier';
const linkIn = (text: string): string =>
  /id="password-link">http:\/\/[^/]+(\/password\/[A-Za-z0-9_-]{43})</.exec(text)![1]!;
const add = async (id: string): Promise<string> => {
  const answer = await administrator.post('/accounts', { id, name: `Naam van ${id}`, roles: 'assessor' });
  expect(answer.status).toBe(200);
  return linkIn(answer.text);
};
const setPassword = async (path: string, password = PASSWORD, again = password) => {
  const guest = visitor(server.url);
  return await guest.post(path, { password, 'password-again': again }, await guest.csrf('/sign-in'));
};

describe('a link to set a password', () => {
  it('is shown once, sets a first password, and is used up', async () => {
    const path = await add('nieuw-1');
    expect((await administrator.get('/accounts/nieuw-1/change')).text).not.toContain(path);
    const page = await visitor(server.url).get(path);
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const done = await setPassword(path);
    expect([done.status, done.location]).toEqual([303, '/sign-in?notice=password-set']);
    expect((await visitor(server.url).signIn('nieuw-1', PASSWORD)).status).toBe(303);
    expect((await setPassword(path, 'een heel ander woord')).status).toBe(404);
    expect((await visitor(server.url).signIn('nieuw-1', PASSWORD)).status).toBe(303);
  });

  it('that is unknown, used or replaced gets the same answer', async () => {
    const used = await add('nieuw-2');
    await setPassword(used);
    const replaced = await add('nieuw-3');
    await administrator.post('/accounts/nieuw-3/link', {});
    const masked = (text: string): string => text.replace(/value="[^"]*"/g, '').replace(/\/password\/[\w-]+/g, '');
    const answers = await Promise.all(
      [used, replaced, `/password/${'x'.repeat(43)}`].map(async (path) => {
        const { status, text } = await visitor(server.url).get(path);
        return `${status} ${masked(text)}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 /);
    expect(answers[0]).toContain('werkt niet, of niet meer');
  });

  it('that is used twice at the same moment works once', async () => {
    const path = await add('nieuw-4');
    const words = ['eerste lange woord', 'tweede lange woord', 'derde lange woord', 'vierde lange woord'];
    const answers = await Promise.all(words.map((word) => setPassword(path, word)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404, 404]);
    const worked = words[answers.findIndex(({ status }) => status === 303)]!;
    expect((await visitor(server.url).signIn('nieuw-4', worked)).status).toBe(303);
  });

  it('stays as it is while the password is not right yet', async () => {
    const path = await add('nieuw-5');
    const refused = await setPassword(path, 'kort');
    expect([refused.status, /id="password-error"[^>]*>[^<]*te kort/.test(refused.text)]).toEqual([422, true]);
    expect((await setPassword(path, PASSWORD, 'iets anders')).status).toBe(422);
    expect((await setPassword(path)).status).toBe(303);
  });
});

describe('closing an account', () => {
  it('says first what it leaves without an owner, and can be undone', async () => {
    const officer = (await administrator.get('/accounts/inkoper/close')).text;
    expect(officer).toMatch(/GON 2027, beoordeling loopt[^<]*: voorzitter/);
    expect(officer).not.toMatch(/GON 2027, afgerond/);
    const assessor = (await administrator.get('/accounts/beoordelaar-2/close')).text;
    expect(assessor).toMatch(/GON 2027, beoordeling loopt[^<]*: beoordelaar/);
    expect((await administrator.get('/accounts/beoordelaar-3/close')).text).toContain('laat niets open');
    expect((await administrator.confirm('/accounts/beoordelaar-3/close')).location).toBe('/accounts?notice=closed');
    expect((await visitor(server.url).signIn('beoordelaar-3')).status).toBe(422);
    expect((await administrator.post('/accounts/beoordelaar-3/reopen', {})).status).toBe(303);
    expect((await visitor(server.url).signIn('beoordelaar-3')).status).toBe(303);
  });
});

describe('closing the account of who sets a tender up', () => {
  it('names what nobody else works on, and not what somebody does', async () => {
    const { services } = server;
    const { rules } = services.ruleSets.templates.get('weighted-factor.v1')!;
    for (const id of ['inkoper-5', 'inkoper-6']) {
      services.accounts.add(INSTALLATION, { id, name: id, roles: ['procurement-officer'] });
    }
    services.setUps.begin('inkoper-5', { from: 'empty' }, draftFrom(rules, 'Alleen'));
    const shared = services.setUps.begin('inkoper-5', { from: 'empty' }, draftFrom(rules, 'Samen'));
    services.setUps.share(shared, services.accounts.find('inkoper-6'));
    const asked = (await administrator.get('/accounts/inkoper-5/close')).text;
    expect(asked).toContain('Alleen: stelt de aanbesteding in');
    expect(asked).not.toContain('Samen');
    expect((await administrator.confirm('/accounts/inkoper-6/close')).status).toBe(303);
    expect((await administrator.get('/accounts/inkoper-5/close')).text).toContain('Samen: stelt de aanbesteding in');
  });
});

describe('a name', () => {
  it('can be corrected; the log says that, and not what it was', async () => {
    expect((await administrator.post('/accounts/auditor/name', { name: ' ' })).status).toBe(422);
    expect((await administrator.post('/accounts/auditor/name', { name: 'Achmed Auditor' })).status).toBe(303);
    expect((await administrator.get('/accounts')).text).toContain('Achmed Auditor');
    const log = (await administrator.get('/accounts/log')).text;
    expect(log).toContain('Naam verbeterd');
    expect(log).not.toContain('Ahmed Auditor');
  });
});

describe('what is on record of the accounts', () => {
  it('is read by administrators and auditors, and downloaded as a dossier', async () => {
    const auditor = visitor(server.url);
    await auditor.signIn('auditor');
    expect((await auditor.get('/accounts/log')).text).toContain('Account toegevoegd');
    const file = await auditor.get('/accounts/dossier.json');
    expect([file.status, file.text.includes('"accounts"')]).toEqual([200, true]);
    expect((await auditor.get('/accounts/sign-ins')).status).toBe(403);
    expect((await auditor.get('/accounts')).status).toBe(403);
  });

  it('shows how signing in went, and no name that is none', async () => {
    await visitor(server.url).signIn('mijn geheime wachtwoord', 'x');
    await visitor(server.url).signIn('commissielid', 'verkeerd');
    const page = (await administrator.get('/accounts/sign-ins')).text;
    expect(page).toContain('onbekende naam');
    expect(page).toContain('verkeerd wachtwoord');
    expect(page).not.toContain('mijn geheime wachtwoord');
    expect((await administrator.get('/accounts/sign-ins?page=99')).status).toBe(404);
  });
});
