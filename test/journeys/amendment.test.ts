import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** An information notice before the deadline: two things change, everybody sees which and why. */
describe('announced rules that change', () => {
  let server: TestServer;
  let browser: Browser;
  let officer: Visitor;
  const reason = 'Antwoord op vraag 3 van een gegadigde: één gebied per inschrijver is genoeg.';

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
    officer = await openVisitor(browser, server.url, { account: 'inkoper' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('are changed in a copy, and announced with why', async () => {
    const { page } = officer;
    await officer.visit('/tenders/new');
    await page.getByLabel(nl.newTender.name).fill('Begeleiding, dagbesteding en kortdurend verblijf in de wijken 2028');
    await page.locator('#from').check();
    await officer.confirm(nl.newTender.submit);
    await officer.follow(nl.tender.pages.acts);
    await officer.follow(nl.amendments.link);
    await officer.press(nl.amendments.begin.button);
    await page.locator('[name="procedure"]').selectOption('sas-with-emvi');
    await officer.press(nl.setUp.save);
    await officer.arrive(() => page.locator('main a[href$="/award"]').first().click());
    await page.locator('[name="award.maximumLotsPerBidder"]').fill('1');
    await officer.press(nl.setUp.save);
    await officer.follow(nl.amendments.publish.title);
    await officer.press(nl.amendments.publish.submit, 422);
    await page.locator('[name="reason"]').fill(reason);
    await officer.press(nl.amendments.publish.submit);
    await page.setViewportSize({ width: 390, height: 844 });
    await officer.lookOver();
    await officer.press(nl.amendments.confirm.yes);
    expect(await officer.text()).toContain(reason);
    expect(await officer.text()).toContain(nl.amendments.caption(2));
  });

  it('say in English and in both windows what was changed', async () => {
    const { page } = officer;
    await officer.arrive(() => page.getByRole('button', { name: 'English' }).click());
    expect(await officer.text()).toContain(en.amendments.caption(2));
    await page.setViewportSize({ width: 1280, height: 900 });
    await officer.lookOver();
    await officer.arrive(() => page.getByRole('navigation').getByRole('link', { name: en.rules.title }).last().click());
    expect(await officer.text()).toContain(en.amendments.versions.changedTitle);
  });
});
