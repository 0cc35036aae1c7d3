import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openVisitor, visibleText } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const MOTIVATION = 'Het plan zegt per kwartaal wat er gebeurt. '.repeat(20).trim();

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = [await launchBrowser(), await startTestServer()];
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const endSessionsOf = (id: string): void => server.services.storage.sessions.endAllOf(id, new Date().toISOString());

describe('a session that ends while somebody writes', () => {
  it('gives back what was typed, and sends it after all', async () => {
    const assessor = await openVisitor(browser, server.url, { account: 'beoordelaar-2' });
    await assessor.follow(/^Verder beoordelen/);
    await assessor.page
      .getByRole('main')
      .getByRole('link', { name: /beoordelen/i })
      .last()
      .click();
    await assessor.page.waitForLoadState('load');
    const path = new URL(assessor.page.url()).pathname;
    await assessor.page.getByRole('textbox').first().fill(MOTIVATION);
    endSessionsOf('beoordelaar-2');
    await assessor.press('Opslaan', 401);
    expect(await assessor.text()).toContain('Wat u hebt ingevuld, is bewaard');
    await assessor.page.getByLabel('Gebruikersnaam').fill('beoordelaar-2');
    await assessor.page.getByLabel('Wachtwoord').fill('gunwijzer-demo');
    await assessor.press('Inloggen');
    expect(new URL(assessor.page.url()).pathname).toBe('/kept');
    expect(await assessor.text()).toContain(MOTIVATION);
    await assessor.press(/^Alsnog versturen/);
    await assessor.visit(path);
    expect(await assessor.page.getByRole('textbox').first().inputValue()).toBe(MOTIVATION);
    await assessor.leave();
  }, 60_000);

  it('warns before it ends, and can be kept open', async () => {
    const auditor = await openVisitor(browser, server.url, { account: 'auditor' });
    const { storage } = server.services;
    const [session] = storage.sessions.of('auditor');
    const seen = (minutesAgo: number): void =>
      storage.sessions.see(session!.tokenSha256, new Date(Date.now() - minutesAgo * 60_000).toISOString());
    const region = auditor.page.locator('#session-end');
    expect(await visibleText(region)).toBe('');
    // The page was asked for when three minutes were left: seeing it starts the half hour anew, so the script is told otherwise.
    await auditor.page.route('**/session', (route) =>
      route.request().method() === 'GET'
        ? route.fulfill({ json: { secondsLeft: 170, lastsLonger: true } })
        : route.continue(),
    );
    await auditor.page.evaluate(
      "document.getElementById('session-end').dataset.seconds = '170'; warnBeforeEnd(document.getElementById('session-end'))",
    );
    await region.getByText('U wordt over 3 minuten uitgelogd als u niets doet.').waitFor();
    // The warning lies over the foot of the window; with room below the page it covers nothing.
    await auditor.page.setViewportSize({ width: 1280, height: 2400 });
    await auditor.lookOver();
    seen(27);
    await region.getByRole('button', { name: 'Ingelogd blijven' }).click();
    await region.getByText('uitgelogd').waitFor({ state: 'detached' });
    expect(Date.now() - Date.parse(storage.sessions.of('auditor')[0]!.seenAt)).toBeLessThan(60_000);
    await auditor.leave();
  }, 60_000);
});
