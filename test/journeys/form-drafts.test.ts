import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTender } from '../../src/actions/open-tender.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

describe('a long form that is left half-way', () => {
  let server: TestServer;
  let browser: Browser;
  let officer: Visitor;
  let form: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
    const { tenders, ruleSets } = server.services;
    const published = ruleSets.tenders.get('gon-2027.v1')!;
    form = `/tenders/${openTender(tenders, 'inkoper', 'Half ingevuld', published)}/bids/new`;
    officer = await openVisitor(browser, server.url, { account: 'inkoper' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const kept = (visitor: Visitor) =>
    visitor.page.waitForResponse((response) => response.url().endsWith('/drafts') && response.ok());
  const name = (visitor: Visitor) => visitor.page.locator('[name="name"]');

  it('is kept while it is typed, and stands there again in another window, also after the server forgot the session', async () => {
    await officer.visit(form);
    const saved = kept(officer);
    await name(officer).fill('Stichting Halverwege');
    await saved;
    server.services.storage.sessions.endAllOf('inkoper', new Date().toISOString());
    const late = kept(officer);
    await name(officer).fill('Stichting Halverwege en verder');
    await late;

    const again = await openVisitor(browser, server.url, { account: 'inkoper' });
    const restored = again.page.waitForResponse((response) => response.url().includes('/drafts?of='));
    await again.visit(form);
    await restored;
    await again.page.getByText(/typte en niet verstuurde/).waitFor();
    expect(await name(again).inputValue()).toBe('Stichting Halverwege en verder');
    await again.lookOver();

    await again.page.getByRole('button', { name: 'Weggooien en opnieuw beginnen' }).click();
    await again.page.getByText(/typte en niet verstuurde/).waitFor({ state: 'detached' });
    expect(await name(again).inputValue()).toBe('');
    expect(server.services.drafts.under('inkoper', 'forms').size).toBe(0);
    await again.leave();
  }, 60_000);

  it('is a draft no longer once it is sent', async () => {
    const sender = await openVisitor(browser, server.url, { account: 'inkoper' });
    const copy = form.replace('/bids/new', '/copy');
    await sender.visit(copy);
    const saved = kept(sender);
    await sender.page.locator('[name="title"]').fill('Kopie van half ingevuld');
    await saved;
    expect(server.services.drafts.under('inkoper', 'forms').size).toBe(1);
    await sender.arrive(() => sender.page.getByRole('main').locator('form [type="submit"]').first().click());
    await sender.arrive(() => sender.page.getByRole('button', { name: /^Ja, / }).click());
    await expect.poll(() => server.services.drafts.under('inkoper', 'forms').size).toBe(0);
    await sender.leave();
  }, 60_000);

  it('is nobody else’s, and of this site alone', async () => {
    const other = await openVisitor(browser, server.url, { account: 'auditor' });
    server.services.drafts.save('inkoper', 'forms/tenders/x/bids', 0, { fields: '[["name","Geheim"]]' });
    const asked = async (of: string) => {
      const answer = await other.page.request.get(`${server.url}/drafts?of=${encodeURIComponent(of)}`);
      return [answer.status(), await answer.text()];
    };
    expect(await asked('/tenders/x/bids')).toEqual([200, '{}']);
    for (const of of ['', '/', '//elsewhere.example/', 'https://elsewhere.example/', `/${'a'.repeat(600)}`]) {
      expect((await asked(of))[0]).toBe(400);
    }
    await other.leave();
  }, 60_000);
});
