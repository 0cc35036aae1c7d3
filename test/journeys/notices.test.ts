import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../src/messages/nl.ts';
import { hasFocus, launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { FINISHED, RUNNING } from '../support/demo.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let chair: Visitor;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  chair = await openVisitor(browser, server.url, { account: 'inkoper' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('what was just done', () => {
  it('is said once: it has the focus, begins the title, and is gone after a reload', async () => {
    await chair.visit(`/tenders/${RUNNING}/acts/archive`);
    await chair.press(nl.acts.names.archive.button);
    const notice = chair.page.getByRole('status').filter({ hasText: nl.acts.names.archive.done });
    expect(await hasFocus(notice)).toBe(true);
    expect(await chair.page.title()).toMatch(/^De aanbesteding staat in het archief · GON 2027/);
    expect(new URL(chair.page.url()).search).toBe('');
    await chair.arrive(() => chair.page.reload());
    expect(await notice.count()).toBe(0);
  });

  it('cannot be made up by a link', async () => {
    await chair.visit(`/tenders/${FINISHED}?notice=opened`);
    expect(await chair.text()).not.toContain(nl.tender.notice.opened);
    expect(new URL(chair.page.url()).search).toBe('');
  });

  it('has the focus without JavaScript as well', async () => {
    const plain = await openVisitor(browser, server.url, { account: 'inkoper', javaScript: false });
    await plain.visit(`/tenders/${RUNNING}/acts/unarchive`);
    await plain.press(nl.acts.names.unarchive.button);
    const notice = plain.page.getByRole('status').filter({ hasText: nl.acts.names.unarchive.done });
    expect(await hasFocus(notice)).toBe(true);
    await plain.arrive(() => plain.page.reload());
    expect(await plain.text()).not.toContain(nl.acts.names.unarchive.done);
    await plain.leave();
  });
});

describe('the head of a page', () => {
  it('names the tender that it is of, in its title and above its heading', async () => {
    const { title } = server.services.tenders.get(FINISHED);
    for (const page of ['', '/award', '/award/guards', '/consensus', '/rules', '/bids', '/acts', '/acts/stop']) {
      await chair.visit(`/tenders/${FINISHED}${page}`);
      expect(await chair.page.title(), page).toContain(title);
      expect(await chair.page.locator('main > .gw-subject, main > h1').allInnerTexts(), page).toContain(title);
    }
  });
});

describe('a form that is refused', () => {
  it('gives the focus to what is wrong, also where the form leads further down the page', async () => {
    await chair.visit(`/tenders/${FINISHED}/award/guards`);
    await chair.press(nl.rehearsal.contestAsk, 422);
    const summary = chair.page.getByRole('alert');
    expect(await hasFocus(summary)).toBe(true);
    await summary.getByRole('link').first().click();
    const seen = await chair.page.evaluate<boolean>(`(() => {
      const label = document.activeElement.closest('fieldset').querySelector('legend').getBoundingClientRect();
      return label.top >= 0 && label.bottom <= innerHeight;
    })()`);
    expect(seen).toBe(true);
  });
});
