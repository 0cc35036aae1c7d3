import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ROLES, type Role } from '../../src/domain/roles.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { rolesOf } from '../../src/web/access.ts';
import { createApp } from '../../src/web/app.ts';
import { localPath } from '../../src/web/routes.ts';
import { startTestServer, visitor } from '../support/http.ts';

const ACCOUNT_OF: Readonly<Record<Role, string>> = {
  'procurement-officer': 'inkoper',
  assessor: 'beoordelaar-1',
  'committee-member': 'commissielid',
  'contract-manager': 'contractmanager',
  auditor: 'auditor',
  administrator: 'beheerder',
};
/** Routes that are for everybody, by decision. */
const OPEN = [
  'GET /accessibility',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-out',
  'POST /language',
  'GET /password/:token',
  'POST /password/:token',
];

let server: RunningServer;
let routes: ReturnType<typeof createApp>['routes'];
beforeAll(async () => {
  server = await startTestServer();
  routes = createApp(server.services).routes;
});
afterAll(() => server.close());

const concrete = (path: string): string =>
  path
    .replace('/tenders/:dossier', '/tenders/tender-gon-2027-1')
    .replace('/decisions/:dossier', '/decisions/decision-x-1')
    .replace('/contracts/:dossier', '/contracts/contract-x-1')
    .replace('/plans/:dossier', '/plans/plan-x-1')
    .replace(':plan', 'plan-x-1')
    .replace(':entry', '2')
    .replace(':decision', 'decision-x-1')
    .replace(':tender', 'tender-gon-2027-1')
    .replace(':bid', 'appelvink')
    .replace(':lot', 'west')
    .replace(':account', 'auditor');

describe('every route', () => {
  it('is closed to who is not signed in, but for signing in', async () => {
    const guest = visitor(server.url);
    const token = await guest.csrf('/sign-in');
    const open: string[] = [];
    for (const { method, path, access } of routes.declared) {
      if (access === 'everyone') {
        open.push(`${method.toUpperCase()} ${path}`);
        continue;
      }
      const answer = method === 'get' ? await guest.get(concrete(path)) : await guest.post(concrete(path), {}, token);
      if (method === 'get') expect([path, answer.location?.split('?')[0]]).toEqual([path, '/sign-in']);
      else expect([path, answer.status]).toEqual([path, 401]);
    }
    expect(open.sort()).toEqual([...OPEN].sort());
  });

  it.each(ROLES)('refuses the role %s where it is not named', async (role) => {
    const person = visitor(server.url);
    await person.signIn(ACCOUNT_OF[role]);
    const token = await person.csrf('/');
    for (const { method, path, access } of routes.declared) {
      if (access === 'everyone' || rolesOf(access).includes(role)) continue;
      const answer = method === 'get' ? await person.get(concrete(path)) : await person.post(concrete(path), {}, token);
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});

describe('what an assessor sees before the consensus round', () => {
  it('holds nothing of anybody else: no scores, no averages, no counts', async () => {
    const state = server.services.tenders.get('tender-gon-2027-1');
    const person = visitor(server.url);
    await person.signIn('beoordelaar-1');
    const base = '/tenders/tender-gon-2027-1';
    const pages = [
      '/',
      base,
      `${base}/assessments`,
      `${base}/assessments/appelvink/west`,
      `${base}/bids`,
      `${base}/rules`,
    ];
    const own = [...state.rounds[0]!.assessments.get('beoordelaar-1')!.values()].flatMap((one) =>
      one.scores.map((s) => s.motivation),
    );
    const others = ['beoordelaar-2', 'beoordelaar-3'].flatMap((id) =>
      [...state.rounds[0]!.assessments.get(id)!.values()].flatMap((one) =>
        one.scores.map((score) => score.motivation!),
      ),
    );
    const foreign = others.filter((text) => !own.includes(text));
    expect(foreign.length).toBeGreaterThan(0);
    for (const page of pages) {
      const { status, text } = await person.get(page);
      expect([page, status]).toEqual([page, 200]);
      expect(foreign.filter((motivation) => text.includes(motivation))).toEqual([]);
      expect(text).not.toMatch(/1[0-7] van 17 ingediend/);
    }
    for (const page of ['consensus', 'consensus/appelvink/west', 'log', 're-run', 'dossier.json']) {
      expect((await person.get(`${base}/${page}`)).status).toBe(403);
    }
    expect((await person.get(`${base}/award`)).status).toBe(409);
  });
});

describe('security of the answers', () => {
  it('forbids inline scripts and styles, framing and caching', async () => {
    const { headers, text } = await visitor(server.url).get('/sign-in');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';style-src 'self';script-src 'self';connect-src 'self';img-src 'self' data:;font-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect(text).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('asks for https, for a year and for names below as well, behind a proxy that ends TLS', async () => {
    const config = readConfig({ PORT: '0', GUNWIJZER_DATABASE: ':memory:', GUNWIJZER_BEHIND_PROXY: 'yes' });
    const behind = await startServer(config);
    try {
      const { headers } = await visitor(behind.url).get('/sign-in');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(headers.get('set-cookie')).toMatch(/; Secure/);
    } finally {
      await behind.close();
    }
  });

  it('do not repeat what was sent', async () => {
    const asked = request(`${server.url}/`, { method: 'TRACE', headers: { 'x-told': 'a-secret' } }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect([answer.statusCode, await text(answer)]).toEqual([404, expect.not.stringContaining('a-secret')]);
  });
});

describe('a way back', () => {
  it.each(['https://a.nl', '//a.nl', '/\\a.nl', 'javascript:alert(1)', '', undefined, ['/a'], '/a b'])(
    'is never %j',
    (value) => expect(localPath(value)).toBe('/'),
  );
  it('is a path on this server', () => expect(localPath('/tenders/a?b=c')).toBe('/tenders/a?b=c'));
});
