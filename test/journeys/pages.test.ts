import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContractsFrom } from '../../src/actions/open-contracts.ts';
import { DEMO_PASSWORD } from '../../src/actions/passwords.ts';
import { DEMO_ACCOUNTS } from '../../src/actions/seed-demo.ts';
import { en } from '../../src/messages/en.ts';
import type { Language } from '../../src/messages/language.ts';
import { type Messages, messagesIn } from '../../src/messages/messages.ts';
import { faultsOfForms } from '../support/asked-fields.ts';
import { hasFocus, launchBrowser, openVisitor, type Visitor, visibleText } from '../support/browser.ts';
import { FINISHED, RUNNING } from '../support/demo.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  followContracts(server.services);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(DEMO_ACCOUNTS)('the pages that $id can reach from the home page', ({ id, roles: [role] }) => {
  let visitor: Visitor;
  let paths: string[];
  let kinds: string[];
  let kindsOfOthers: Set<string>;

  beforeAll(async () => {
    visitor = await openVisitor(browser, server.url, { account: id });
    paths = await everyPath(visitor, 'nl');
    const before = new Set(seenByAny);
    kinds = newKinds(role, paths);
    kindsOfOthers = new Set(kinds.filter((path) => before.has(kindOf(path))));
  });
  afterAll(() => visitor?.leave());

  it('a page of each kind is in the language of the reader, leads to the same pages, and says of each field what is asked of it', async () => {
    await choose(visitor, 'en');
    for (const path of kinds) {
      const html = await (await visitor.context.request.get(path)).text();
      expect(html, path).toContain('<html lang="en">');
      expect(faultsOfForms(html, en), path).toEqual([]);
      expect(
        linksIn(html).filter((link) => !paths.includes(link)),
        path,
      ).toEqual([]);
    }
  }, 60_000);

  it('one page of each kind is accessible, wide in Dutch and narrow in English, and fits both windows', async () => {
    for (const { language, size, other } of [
      { language: 'nl', size: WIDE, other: NARROW },
      { language: 'en', size: NARROW, other: WIDE },
    ] as const) {
      await choose(visitor, language);
      for (const path of kinds) {
        // A page of which somebody in another role saw its kind already is looked at once.
        if (language === 'nl' && kindsOfOthers.has(path)) continue;
        if (isLookedAt(language, await (await visitor.context.request.get(path)).text())) continue;
        await visitor.page.setViewportSize(size);
        await visitor.visit(path);
        expect(await visitor.page.locator('html').getAttribute('lang')).toBe(language);
        await visitor.page.setViewportSize(other);
        await visitor.fits();
      }
    }
  }, 300_000);
});

describe.each(['nl', 'en'] as const)('the pages that say that something is not possible, in %s', (language) => {
  const m = messagesIn(language);
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await openVisitor(browser, server.url);
    await visitor.visit('/sign-in');
    await choose(visitor, language);
  });
  afterAll(() => visitor?.leave());

  const narrowToo = async () => {
    await visitor.page.setViewportSize(NARROW);
    await visitor.lookOver();
    await visitor.page.setViewportSize(WIDE);
  };

  it('a wrong password does not tell which of the two is wrong, and the name that was typed is kept', async () => {
    await signIn(visitor, m, 'auditor', 'not-the-password', 422);
    expect(await visitor.page.title()).toMatch(new RegExp(`^${m.app.errorPrefix}`));
    const summary = visitor.page.getByRole('alert');
    expect(await hasFocus(summary)).toBe(true);
    expect(await summary.getByRole('link').allTextContents()).toEqual([m.signIn.wrong]);
    expect(await visitor.page.getByLabel(m.signIn.account).inputValue()).toBe('auditor');
    expect(await visitor.page.getByLabel(m.signIn.password).inputValue()).toBe('');
    await narrowToo();
  });

  it('who is not signed in is asked to, and then gets the page that was asked for', async () => {
    await visitor.visit(`/tenders/${FINISHED}/award`);
    expect(await visitor.text()).toContain(m.signIn.needed);
    await narrowToo();
    await signIn(visitor, m, 'commissielid', DEMO_PASSWORD, 200);
    expect(new URL(visitor.page.url()).pathname).toBe(`/tenders/${FINISHED}/award`);
  });

  it('a page of another role is refused', async () => {
    await visitor.visit('/accounts', 403);
    expect(await visitor.text()).toContain(m.httpErrors[403].text);
    await narrowToo();
  });

  it('a page that is not there, or belongs to a tender that one may not see, is not found', async () => {
    for (const path of ['/no-such-page', '/tenders/tender-gon-2027-9', `/tenders/${RUNNING}/rules`]) {
      await visitor.visit(path, 404);
      expect(await visibleText(visitor.page.getByRole('heading', { level: 1 }))).toBe(m.httpErrors[404].title);
    }
    await narrowToo();
    const trail = visitor.page.getByRole('navigation', { name: m.app.breadcrumbs });
    await visitor.arrive(() => trail.getByRole('link', { name: m.app.home }).click());
  });
});

describe('what a visitor looks over', () => {
  it('is found wherever it stands, also in a page that is like one that was looked at', async () => {
    const visitor = await openVisitor(browser, server.url, { account: 'inkoper' });
    const path = `/tenders/${FINISHED}/award`;
    await visitor.visit(path);
    for (const [where, html] of [
      ['tbody tr:last-child td:last-child', '<button type="button"></button>'],
      ['main', '<a href="/law"></a>'],
      ['footer', '<label>Naam</label><input type="text">'],
    ] as const) {
      await visitor.visit(path);
      const put = `document.querySelector(${JSON.stringify(where)}).insertAdjacentHTML('beforeend', ${JSON.stringify(html)})`;
      await visitor.page.evaluate(put);
      const found: unknown = await visitor.lookOver().catch((error) => error.actual);
      expect(JSON.stringify(found), where).toContain('axe ');
    }
    await visitor.leave();
  });
});

describe('a form in high contrast', () => {
  it('lets the chosen score stand out by its colours', async () => {
    const visitor = await openVisitor(browser, server.url, { account: 'beoordelaar-1', forcedColors: true });
    await visitor.visit(`/tenders/${RUNNING}/assessments/grutto/zuid-haren`);
    await visitor.page.getByRole('radio').first().check();
    const look = await visitor.page.evaluate<{ forced: boolean; chosen: string; other: string }>(`({
      forced: matchMedia('(forced-colors: active)').matches,
      chosen: getComputedStyle(document.querySelector('.gw-step:has(:checked) .gw-step__value')).backgroundColor,
      other: getComputedStyle(document.querySelector('.gw-step:not(:has(:checked)) .gw-step__value')).backgroundColor,
    })`);
    expect(look.forced).toBe(true);
    expect(look.chosen).not.toBe(look.other);
    await visitor.leave();
  });
});

/** Reports and sheets that were made already: to make one is more work than all pages of a person, and who may have it is asked elsewhere. */
const drawn = new Set<string>();

/** The contracts of the finished tender, so that their pages are there to be reached. */
function followContracts({ storage, contracts, tenders, ruleSets }: TestServer['services']): void {
  openContractsFrom({ storage, contracts }, tenders.get(FINISHED), {
    title: 'Contracten GON 2027 (fictieve demo)',
    officer: 'inkoper',
    manager: 'contractmanager',
    published: ruleSets.contracts.get('gon-2027.v1')!,
    sum: null,
  });
}

/** Every address on this server that can be reached by links, from the home page on; each must be there, in this language. */
async function everyPath({ context }: Visitor, language: Language): Promise<string[]> {
  const found = new Set(['/']);
  for (const path of found) {
    if (drawn.has(`${language} ${path}`)) continue;
    // What explains is the same for everybody, and leads to what explains.
    if (/\.(pdf|xlsx|csv|zip)$/.test(path) || EXPLAINING.test(path)) drawn.add(`${language} ${path}`);
    const answer = await context.request.get(path);
    expect(answer.status(), path).toBe(200);
    if (!isPage(answer.headers())) continue;
    const html = await answer.text();
    expect(html, path).toContain(`<html lang="${language}">`);
    for (const link of linksIn(html)) found.add(link);
  }
  return [...found];
}

/** The addresses on this server that a page leads to; its tables as a sheet are the page itself. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .filter((href) => !/[?&]tables=/.test(href));

const isPage = (headers: Readonly<Record<string, string>>): boolean => headers['content-type']!.startsWith('text/html');

/** What stands in the pages that were looked at: one that says word for word what another role saw has nothing new in it. */
const mains = new Set<string>();

function isLookedAt(language: Language, html: string): boolean {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/name="_csrf" value="[^"]*"/g, '');
  const key = `${language} ${main}`;
  const known = mains.has(key);
  mains.add(key);
  return known;
}

const EXPLAINING =
  /^\/(contract-models|neighbourhood-teams|demand-led-instruments|functional-model|contract-rules|law)\b/;
const seen = new Set<string>();
const seenByAny = new Set<string>();

/**
 * The home page, and the first page of every kind that nobody with this role has been at yet;
 * what explains the contract models and instruments is the same for everybody.
 */
function newKinds(role: string, paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const kind = EXPLAINING.test(path) ? kindOf(path) : `${role} ${kindOf(path)}`;
    if (/\.(pdf|json|txt|csv|xlsx|ics|zip)(\?|$)/.test(path) || (seen.has(kind) && path !== '/')) return false;
    seen.add(kind);
    seenByAny.add(kindOf(path));
    return true;
  });
}

/** The bid and the area in an address, the account, the contract model, in a form the tender, and what is asked after the question mark make no other kind. */
const kindOf = (path: string): string =>
  path
    .replace(/(assessments|consensus)\/.+/, '$1/…')
    .replace(/\/(bids|accounts)\/(?!log|sign-ins)[^/]+/, '/$1/…')
    .replace(/^\/tenders\/[^/]+\/(acts\/.+|copy|interests|bids\/.+)$/, '/tenders/…/$1')
    .replace(/^\/contract-models\/(?!compare)[^?]+/, '/contract-models/…')
    .replace(/^\/contract-rules\/[^?]+/, '/contract-rules/…')
    .replace(/^(\/contracts\/[^/]+\/areas)\/.+/, '$1/…')
    .replace(/^\/council\/\d+$/, '/council/…')
    .replace(/\?.*/, '?…');

async function choose({ page, arrive }: Visitor, language: Language): Promise<void> {
  const button = page.getByRole('banner').getByRole('button', { name: messagesIn(language).languageName });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await arrive(() => button.click());
}

async function signIn(visitor: Visitor, m: Messages, account: string, password: string, status: number) {
  await visitor.page.getByLabel(m.signIn.account).fill(account);
  await visitor.page.getByLabel(m.signIn.password).fill(password);
  await visitor.press(m.signIn.submit, status);
}
