import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type Cookie,
  type Locator,
  type Page,
  chromium as playwright,
  type Response,
} from 'playwright-core';
import { expect, inject } from 'vitest';
import { DEMO_PASSWORD } from '../../src/actions/passwords.ts';
import { sha256 } from '../../src/chain/canonical.ts';
import { nl } from '../../src/messages/nl.ts';

/** A real browser out of the npm package, or the one that CHROMIUM_PATH names. Launch it once per journey and close it. */
export async function launchBrowser(): Promise<Browser> {
  return await playwright.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    // Compiling scripts and collecting memory in threads beside the page takes a tenth more of the processor: a page does not live long.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--js-flags=--single-threaded'],
    headless: true,
  });
}

export interface VisitorOptions {
  /** The demo account to sign in with; nobody when left out. */
  readonly account?: string;
  readonly javaScript?: boolean;
  readonly width?: number;
  readonly forcedColors?: boolean;
}

/**
 * Somebody at a browser of their own. Every page that he or she arrives at is looked over:
 * its status, what axe finds, whether it fits the width of the window, and what the browser complained about.
 */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What can be read in the main part of the page. */
  text(): Promise<string>;
  /** Opens a path on the server. */
  visit(path: string, status?: number): Promise<void>;
  /** Follows the link with this text in the main part of the page. */
  follow(link: string | RegExp, status?: number): Promise<void>;
  /** Presses the button with this text in the main part of the page, and arrives at the next page. */
  press(button: string | RegExp, status?: number): Promise<void>;
  /** Takes a step that is agreed to first: by its link or its button, and then by its "Ja, …". */
  confirm(step: string): Promise<void>;
  /** Does something that leads to another page. */
  arrive(by: () => Promise<unknown>, status?: number): Promise<void>;
  /** Looks the page over as it stands now, for instance after the window has got another width. */
  lookOver(): Promise<void>;
  /** Checks only that the page fits the width of the window. */
  fits(): Promise<void>;
  /** Opens a second tab in the same browser, signed in as the same person. */
  secondTab(): Promise<Visitor>;
  leave(): Promise<void>;
}

/** Opens a browser of one's own at the server, and signs in when an account is given: then the home page stands open. */
export async function openVisitor(browser: Browser, url: string, options: VisitorOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.javaScript ?? true,
    forcedColors: options.forcedColors ? 'active' : 'none',
    locale: 'nl-NL',
  });
  context.setDefaultTimeout(10_000);
  const visitor = await openTab(context, options.javaScript === false ? await openInspection(browser, url) : undefined);
  if (options.account === undefined) return visitor;
  const key = `${url} ${options.account}`;
  await signInAs(visitor.page, options.account, key);
  return {
    ...visitor,
    leave: async () => {
      left.set(
        key,
        (await context.cookies()).filter(({ name }) => OF_A_SESSION.includes(name)),
      );
      await visitor.leave();
    },
  };
}

/** Who leaves without signing out is still signed in when he or she comes back, as at a browser that was closed: a password takes long to hash. By server and account. */
const left = new Map<string, Cookie[]>();
const OF_A_SESSION: readonly string[] = ['gunwijzer_session', 'gunwijzer_device'];

async function signInAs(page: Page, account: string, key: string): Promise<void> {
  const cookies = left.get(key);
  // Nobody uses one session at two browsers.
  left.delete(key);
  if (cookies) {
    await page.context().addCookies(cookies);
    await page.goto('/');
    // Whose session ended meanwhile is asked to sign in.
    if (new URL(page.url()).pathname === '/') return;
  }
  await signIn(page, account);
}

async function signIn(page: Page, account: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(nl.signIn.account).fill(account);
  await page.getByLabel(nl.signIn.password).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: nl.signIn.submit }).click();
  await page.waitForURL('/');
}

/** What a person can read in this element: hidden text is left out. */
export const visibleText = (element: Locator): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: the text as it is rendered is the point
  element.innerText();

/** Whether the keyboard is at this element. */
export const hasFocus = async (element: Locator): Promise<boolean> =>
  (await element.and(element.page().locator(':focus')).count()) === 1;

/** @param inspection where axe looks at the page when it cannot run in the page itself */
async function openTab(context: BrowserContext, inspection?: Inspection): Promise<Visitor> {
  const page = await context.newPage();
  const complaints: string[] = [];
  let answer: Response | undefined;
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    // The browser also reports the status of the page itself, which every step names.
    if (message.type() === 'error' && withoutAnchor(message.location().url) !== withoutAnchor(answer?.url())) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) answer = response;
  });

  const lookOver = async (): Promise<void> => {
    const inspected = inspection ? await inspection.show(answer!) : page;
    const found = [...complaints.splice(0), ...(await overflow(page)), ...(await violations(inspected))];
    expect(found, `what is wrong with ${page.url()}`).toEqual([]);
  };
  const arrive = async (by: () => Promise<unknown>, status = 200): Promise<void> => {
    const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
    await Promise.all([arrived, by()]);
    await page.waitForLoadState('load');
    // The machine was slow: the page of who waits finds its way to the answer by itself.
    while (answer?.status() === WAITING && status !== WAITING) {
      await page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
      await page.waitForLoadState('load');
    }
    expect(answer?.status(), `the status of ${page.url()}`).toBe(status);
    await lookOver();
  };
  const main = page.getByRole('main');
  return {
    page,
    context,
    arrive,
    lookOver,
    fits: async () => expect(await overflow(page), page.url()).toEqual([]),
    text: () => visibleText(main),
    visit: (path, status) => arrive(() => page.goto(path), status),
    follow: (link, status) =>
      arrive(() => main.getByRole('link', { name: link, exact: typeof link === 'string' }).click(), status),
    press: (button, status) =>
      arrive(() => main.getByRole('button', { name: button, exact: typeof button === 'string' }).click(), status),
    confirm: async (step) => {
      const named = { name: step, exact: true };
      await arrive(() => main.getByRole('link', named).or(main.getByRole('button', named)).click());
      await arrive(() => main.getByRole('button', { name: YES }).click());
    },
    secondTab: () => openTab(context, inspection),
    leave: async () => {
      await inspection?.close();
      await context.close();
    },
  };
}

/** How agreeing begins, in both languages. */
const YES = /^(Ja|Yes), /;

const withoutAnchor = (address: string | undefined): string | undefined => address?.split('#')[0];

/** The status of a page that says what is still worked on. */
const WAITING = 202;

/** A window with JavaScript that shows the very bytes that a window without it received. */
interface Inspection {
  show(answer: Response): Promise<Page>;
  close(): Promise<void>;
}

async function openInspection(browser: Browser, url: string): Promise<Inspection> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  let shown = {};
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill(shown) : route.continue(),
  );
  return {
    show: async (answer) => {
      shown = { status: answer.status(), headers: answer.headers(), body: await answer.body() };
      await page.goto(answer.url());
      return page;
    },
    close: () => context.close(),
  };
}

/** What does not fit: a page that scrolls sideways, and in a narrow window a cell that is wider than that. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? ['overflow: the page is ' + scrollWidth + ' wide in a window of ' + clientWidth] : [];
    const cells = clientWidth > 400 ? [] : [...document.querySelectorAll('td, th')];
    const frame = (cell) => cell.closest('.gw-table-scroll')?.clientWidth ?? clientWidth;
    const wide = cells.filter((cell) => cell.getBoundingClientRect().width > frame(cell) + 1);
    return [...found, ...wide.map((cell) => 'overflow: a cell is wider than its window: ' + cell.textContent.trim().slice(0, 80))];
  })()`);

/** Sent to a page when there is something in it to look at: most of what a walk sees was looked at before. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations', 'incomplete'],
  // The policy of the pages lets no script fetch anything, and no rule above needs it.
  preload: false,
};

/** What axe leaves to people, where it was looked at: the rule, the elements, and why it is right there. */
const LOOKED_AT: readonly { readonly rule: string; readonly elements: RegExp; readonly why: string }[] = [
  {
    rule: 'color-contrast',
    elements: /^<text class="gw-(chart|spread)__/,
    why: 'axe reads no drawing; its words have the colour of the text on the colour of the page, 15:1',
  },
  {
    rule: 'color-contrast',
    elements: /^<th [^>]*rowspan="2"/,
    why: 'the heads of the heat map stand over two rows; soft text on the colour of the page, 7:1',
  },
  {
    rule: 'color-contrast',
    elements: /^<button class="utrecht-button utrecht-button--primary-action"/,
    why: 'with forced colours the browser colours a button; without them it is white on the accent, 8:1',
  },
  {
    rule: 'color-contrast',
    elements: /^<span aria-hidden="true">[←↑→↓×+]</,
    why: 'axe takes an arrow for no text; it has the accent on the colour of the page, 8:1, and its word stands beside it',
  },
];

interface AxeResult {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface Inspected {
  readonly violations: readonly AxeResult[];
  readonly incomplete: readonly AxeResult[];
  readonly twice: readonly string[];
}

/**
 * What axe finds, and cannot decide; ids that are there twice, and names that lead to more than one place. Of a page axe is shown only what is not built as
 * something before it, or as something that it found nothing wrong with, in the same place of a page, in a window as wide: it takes most of the time of a walk.
 */
async function violations(page: Page): Promise<string[]> {
  const { whole, parts } = await page.evaluate<Build>(BUILD);
  const known = join(inject('runFolder'), `looked-${sha256(String(whole))}`);
  const isSeen = existsSync(known);
  if (!isSeen) await sendAxe(page);
  const isKnown = parts.map((part, place) => looked.has(part) || parts.indexOf(part) < place);
  const found = await violationsOf(page, isSeen ? 'nothing' : isKnown);
  if (found.length > 0) return found;
  writeFileSync(known, '');
  for (const part of parts) looked.add(part);
  return found;
}

/** The policy of the pages lets no script in but their own; the tools of the browser do. */
async function sendAxe(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Runtime.evaluate', { expression: `${AXE};0` });
  await tools.detach();
}

/** How a page is built, and everything in it, in the order of the document: as hashes. */
interface Build {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** How parts of pages are built that axe found nothing wrong with, in this worker; of whole pages there is a file in the folder of the run, for all workers. */
const looked = new Set<string>();

/**
 * Run in the page. How something is built: which elements in which order, of which classes, roles and states, with or without words; as many times the same
 * is as once. A part is built as another is where all that it stands in is so too, and it has an odd or an even place.
 */
const BUILD = `(() => {
  const hash = (text) => {
    let [a, b] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at++) {
      a = Math.imul(a ^ text.charCodeAt(at), 2654435761);
      b = Math.imul(b ^ text.charCodeAt(at), 1597334677);
    }
    a = Math.imul(a ^ (b >>> 15), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (a >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return (a >>> 0).toString(36) + '.' + (b >>> 0).toString(36);
  };
  const said = (element) => [...element.attributes]
    .filter(({ name }) => /^(class|role|type|lang|scope|open|hidden|disabled|checked|tabindex|aria-(?!labelledby|describedby|label|controls|owns))/.test(name))
    .map(({ name, value }) => name + '=' + value);
  const named = (element) => ['id', 'name', 'for', 'href', 'title', 'alt', 'aria-label', 'aria-labelledby', 'aria-describedby']
    .filter((name) => element.hasAttribute(name)).map((name) => name + (element.getAttribute(name).trim() === '' ? '!' : ''));
  const words = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  const elements = [];
  const parts = [];
  const build = (element, within, place) => {
    const own = element.localName + [said(element), named(element), words(element)].join('|');
    const here = hash(within + own + place % 2);
    const index = elements.push(element) - 1;
    const below = [...element.children].map((child, at) => build(child, here, at)).filter((one, at, all) => one !== all[at - 1]);
    const all = own + '(' + hash(below.join()) + ')';
    parts[index] = hash(here + all);
    return all;
  };
  const frame = [innerWidth, matchMedia('(forced-colors: active)').matches].join('|');
  const whole = hash(frame + build(document.documentElement, frame, 0));
  globalThis.partsOfPage = elements;
  return { whole, parts };
})()`;

/**
 * What is folded up is unfolded meanwhile.
 * @param isKnown by the place of a part in the page, whether axe is not shown it; nothing where the whole page was looked at before
 */
async function violationsOf(page: Page, isKnown: 'nothing' | readonly boolean[]): Promise<string[]> {
  const { violations, incomplete, twice } = await page.evaluate<Inspected>(`(async () => {
    const folded = [...document.querySelectorAll('details:not([open])')];
    for (const details of folded) details.open = true;
    const isKnown = ${JSON.stringify(isKnown)};
    const inspect = async () => {
      // What is unfolded gets its size, and with it whether it is a stop of the keyboard.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const known = new Set(globalThis.partsOfPage.filter((part, place) => isKnown[place] && part.isConnected));
      const exclude = [...known].filter((part) => !known.has(part.parentElement));
      return axe.run({ include: [document.documentElement], exclude }, ${JSON.stringify(AXE_OPTIONS)});
    };
    const { violations, incomplete } = isKnown === 'nothing' ? { violations: [], incomplete: [] } : await inspect();
    const twice = ${TWICE};
    for (const details of folded) details.open = false;
    return { violations, incomplete, twice };
  })()`);
  const undecided = incomplete.map(({ nodes, ...rest }) => ({
    ...rest,
    nodes: nodes.filter(({ html }) => !LOOKED_AT.some(({ rule, elements }) => rule === rest.id && elements.test(html))),
  }));
  const inWords = (kind: string, results: readonly AxeResult[]): string[] =>
    results.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `axe${kind} ${id} (${help}): ${node.html} ${node.failureSummary ?? ''}`),
    );
  return [...inWords('', violations), ...inWords(' cannot decide', undecided), ...twice];
}

/** Run in the page: an id that more than one element has; a name that more than one link, or button, has which do something else. */
const TWICE = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const sameId = [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map((id) => 'id twice: ' + id);
  const textOf = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.hidden || node.getAttribute('aria-hidden') === 'true') return '';
    return node.alt ?? [...node.childNodes].map(textOf).join('');
  };
  const nameOf = (element) => {
    const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);
    const label = labels.length > 0 ? labels.map(textOf).join(' ') : element.getAttribute('aria-label');
    return (label ?? textOf(element)).replace(/\\s+/g, ' ').trim().toLowerCase();
  };
  const does = (element) => {
    if (element.matches('a')) return element.href;
    const { form } = element;
    if (!form) return '';
    const sent = [...form.elements].filter(({ type, name }) => type === 'hidden' && name !== '_csrf');
    const fields = sent.map(({ name, value }) => name + '=' + value);
    return [element.formAction, element.name, element.value, ...fields].join(' ');
  };
  const sameName = ['a[href]', 'button'].flatMap((kind) => {
    const known = new Map();
    return [...document.querySelectorAll(kind)].flatMap((element) => {
      const name = nameOf(element);
      if (name === '' || element.closest('[aria-hidden="true"]')) return [];
      const before = known.get(name);
      known.set(name, before ?? does(element));
      return before === undefined || before === does(element) ? [] : ['one name, two places: ' + name];
    });
  });
  return [...sameId, ...new Set(sameName)];
})()`;
