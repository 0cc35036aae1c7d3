import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { sampleText } from '../../src/exchange/samples.ts';
import { nl } from '../../src/messages/nl.ts';
import { launchBrowser, openVisitor } from '../support/browser.ts';
import { FINISHED } from '../support/demo.ts';
import { visitor } from '../support/http.ts';
import { startSlowServer } from '../support/slow-server.ts';

const AWARD = `/tenders/${FINISHED}/award`;
const PAGE = { headers: { accept: 'text/html' } };

describe('long work', () => {
  let server: Awaited<ReturnType<typeof startSlowServer>>;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startSlowServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each([true, false])('says what is going on and then shows the answer, with scripts: %s', async (javaScript) => {
    const officer = await openVisitor(browser, server.url, { account: 'inkoper', javaScript, width: 390 });
    await officer.visit(AWARD, 202);
    expect(await officer.text()).toContain(nl.work.tasks.page);
    expect(await officer.text()).toContain(nl.work.limit(60));
    await officer.page.getByRole('heading', { level: 1, name: nl.award.title }).waitFor();
    expect(new URL(officer.page.url()).pathname).toBe(AWARD);
    await officer.lookOver();
    await officer.leave();
  });

  it('brings who sent a form to the answer, which can be looked at again', async () => {
    const officer = await openVisitor(browser, server.url, { account: 'inkoper' });
    await officer.visit('/rehearsal');
    await officer.page.setInputFiles('input[type=file]', {
      name: 'input.json',
      mimeType: 'application/json',
      buffer: Buffer.from(sampleText(projectRoot(), 'gon-2027-demo')),
    });
    await officer.press(nl.rehearsal.run, 202);
    expect(new URL(officer.page.url()).pathname).toMatch(/^\/waiting\//);
    await officer.page.getByText(nl.work.tasks.rehearsal).waitFor({ state: 'detached' });
    const first = await officer.text();
    await officer.page.reload();
    expect(await officer.text()).toBe(first);
    await officer.leave();
  });

  it('can be stopped by who waits for it, and by nobody else', async () => {
    const [officer, other] = [visitor(server.url), visitor(server.url)];
    await Promise.all([officer.signIn('inkoper'), other.signIn('beoordelaar-1')]);
    const token = await officer.csrf('/');
    const form = new URLSearchParams({ _csrf: token, title: 'Proef', from: '' });
    const sent = await officer.request('/tenders', { method: 'POST', body: form, ...PAGE });
    expect(sent).toMatchObject({ status: 303, location: expect.stringMatching(/^\/waiting\/[\w-]{22}$/) });
    const path = sent.location!;
    for (const hidden of [path, `${path}/state`]) expect((await other.get(hidden)).status).toBe(404);
    expect((await other.post(`${path}/stop`, {})).status).toBe(404);

    expect(JSON.parse((await officer.get(`${path}/state`)).text)).toMatchObject({ ready: false });
    const stopped = await officer.post(`${path}/stop`, {}, token);
    expect(stopped).toMatchObject({ status: 303, location: '/?notice=stopped' });
    expect((await officer.get('/?notice=stopped')).text).toContain(nl.work.stopped);
    expect((await officer.get(path)).status).toBe(404);
  });

  it('gives who asks for a file the file, however long it takes', async () => {
    const member = visitor(server.url);
    await member.signIn('commissielid');
    const report = await member.get(`/tenders/${FINISHED}/report.pdf`);
    expect([report.status, report.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  it('says what was stored when it is stopped too late', async () => {
    const officer = visitor(server.url);
    await officer.signIn('inkoper');
    const form = new URLSearchParams({ _csrf: await officer.csrf('/'), title: '', from: '' });
    const { location } = await officer.request('/tenders', { method: 'POST', body: form, ...PAGE });
    expect((await officer.get(location!)).status).toBe(422);
    expect(await officer.post(`${location}/stop`, {})).toMatchObject({ status: 303, location });
  });

  it('is not answered with what was true before', async () => {
    const member = visitor(server.url);
    await member.signIn('commissielid');
    const path = `${AWARD}/guards`;
    expect((await member.request(path, PAGE)).status).toBe(202);
    expect((await member.get(path)).status).toBe(200);
    // What was waited for has been given; who asks again starts anew.
    expect((await member.request(path, PAGE)).status).toBe(202);
  });

  it('is not done for who was shut out while it waited', async () => {
    const { accounts, storage } = server.services;
    accounts.changeRoles('beheerder', 'beoordelaar-3', ['assessor', 'procurement-officer']);
    const officer = visitor(server.url);
    await officer.signIn('beoordelaar-3');
    const before = storage.events.dossiers().length;
    const form = { title: 'Te laat', from: 'rules gon-2027.v2', decision: '' };
    const sent = officer.post('/tenders', form);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    accounts.close('beheerder', 'beoordelaar-3');
    expect((await sent).status).toBe(401);
    expect(storage.events.dossiers()).toHaveLength(before);
  });

  it('refuses nobody what it refuses in a moment, with the same words', async () => {
    const assessor = visitor(server.url);
    await assessor.signIn('beoordelaar-1');
    expect((await assessor.get('/tenders/tender-gon-2027-1/report.pdf')).status).toBe(409);
    expect((await assessor.get('/tenders/tender-nowhere-1/award')).status).toBe(404);
  });
});

describe('long work at its deadline', () => {
  it('is ended, says what was too large, and has stored nothing', async () => {
    const server = await startSlowServer(1);
    try {
      const officer = visitor(server.url);
      await officer.signIn('inkoper');
      const before = server.services.storage.events.head(FINISHED);
      const refused = await officer.confirm(`/tenders/${FINISHED}/award/compute`);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('duurde langer dan 1 seconde');
      expect(server.services.storage.events.head(FINISHED)).toEqual(before);
    } finally {
      await server.stop();
    }
  });
});
