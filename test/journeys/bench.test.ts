import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTender } from '../../src/actions/open-tender.ts';
import { ownWorkOf } from '../../src/actions/own-work.ts';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { launchBrowser, openVisitor, type Visitor, visibleText } from '../support/browser.ts';
import { testConfig } from '../support/config.ts';
import { declaring } from '../support/formalities.ts';
import { singleBid } from '../support/tender.ts';

const ASSESSOR = 'beoordelaar-1';
const BIDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const PAGES = 4;

/** A tender of one lot with six bids and four criteria: 24 scores, each with a motivation and a place in the bid. */
describe('an assessor scores 24 times by the keyboard, by criterion', () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let visitor: Visitor;
  let dossier: string;
  let port: number;
  /** How often something was clicked: with the keyboard alone, never. */
  let clicks = 0;

  const start = async (at = 0): Promise<void> => {
    server = await startServer({ ...testConfig(join(folder, 'gunwijzer.sqlite')), port: at });
    port = Number(new URL(server.url).port);
  };
  const work = () => ownWorkOf(server.services, server.services.tenders.get(dossier), ASSESSOR);
  const complete = (): number =>
    work().places.flatMap(({ cells }) => cells.filter(({ isComplete }) => isComplete)).length;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gunwijzer-'));
    await start();
    const { tenders, ruleSets } = server.services;
    const rules = ruleSets.tenders.get('gon-2027.v1')!.rules;
    const four = rules.criteria.flatMap((one) => one.children ?? [one]).slice(0, PAGES);
    const small = {
      ...rules,
      id: 'toetsen',
      lots: rules.lots.slice(0, 1),
      criteria: four.map((one) => ({ ...one, weight: '25' })),
      award: { ...rules.award, winners: { minimum: 1, maximum: 1 }, tieBreak: [] },
    };
    const { growthPath: _, ...announced } = small;
    dossier = openTender(tenders, 'inkoper', 'Toetsenbord', { rules: announced, sha256: '0'.repeat(64) });
    const run = (who: string, command: Parameters<typeof tenders.execute>[2]) => tenders.execute(dossier, who, command);
    run('inkoper', { type: 'appoint-assessor', assessor: ASSESSOR });
    for (const bid of BIDS) run('inkoper', { type: 'register-bid', bid: singleBid(bid, [announced.lots[0]!.id]) });
    for (const person of ['inkoper', ASSESSOR]) run(person, declaring(BIDS));
    run('inkoper', { type: 'open-assessment' });
    browser = await launchBrowser();
    visitor = await openVisitor(browser, server.url, { account: ASSESSOR, width: 1280 });
    await visitor.page.exposeFunction('countClick', () => {
      clicks += 1;
    });
    await visitor.page.addInitScript(
      "addEventListener('click', (event) => { if (event.detail > 0) countClick(); }, true)",
    );
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const saved = (page: Page) => page.locator('[data-saving]').getByText(/^Opgeslagen/);
  /** Scores one bid from its radio buttons on: a digit, Tab, the motivation, Tab, where it is found. */
  const score = async (page: Page, digit: string, text: string, place: string): Promise<void> => {
    await page.keyboard.press(digit);
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
    await page.keyboard.type(place);
    // Past the button that marks a passage, to the next bid.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
  };
  const toFirst = async (page: Page): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      if (await page.evaluate("document.activeElement?.matches('.gw-step__radio') ?? false")) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the focus never gets to the scores');
  };
  const goOn = (): Promise<void> => visitor.arrive(() => visitor.page.keyboard.press('Control+Enter'));

  it('comes to the first criterion, with one scale for all bids', async () => {
    await visitor.visit(`/tenders/${dossier}/assessments?by=criterion`);
    const first = visitor.page.getByRole('main').locator('td a').first();
    await first.focus();
    await visitor.arrive(() => visitor.page.keyboard.press('Enter'));
    expect(await visitor.page.locator('fieldset').count()).toBe(BIDS.length);
    expect(await visitor.page.locator('.gw-anchors').count()).toBe(1);
  });

  it('scores two criteria, each on one page, saved while it is typed', async () => {
    for (let criterion = 0; criterion < 2; criterion++) {
      const { page } = visitor;
      await toFirst(page);
      for (const [place, bid] of BIDS.entries()) {
        await score(page, String((place % 4) * 2 + 2), `Criterium ${criterion + 1}, inschrijving ${bid}.`, 'p. 4');
      }
      await goOn();
    }
    expect(complete()).toBe(12);
  }, 60_000);

  it('goes on after the server was started again, with what was typed just before', async () => {
    const { page } = visitor;
    await toFirst(page);
    await score(page, '8', 'Getypt voor de herstart.', 'p. 9');
    await saved(page).waitFor();
    await server.close();
    await start(port);
    expect(work().places[0]!.cells[2]!.typed).toEqual({
      score: '8',
      motivation: 'Getypt voor de herstart.',
      foundAt: 'p. 9',
    });
    for (const bid of BIDS.slice(1)) await score(page, '6', `Na de herstart, inschrijving ${bid}.`, 'p. 9');
    await goOn();
    expect(complete()).toBe(18);
  }, 60_000);

  it('keeps what is typed when the session has ended, and finds it after signing in', async () => {
    const { page } = visitor;
    await toFirst(page);
    await score(page, '4', 'Getypt voor het einde.', 'p. 12');
    await saved(page).waitFor();
    server.services.storage.sessions.endAllOf(ASSESSOR, new Date().toISOString());
    await score(page, '6', 'Getypt na het einde van de sessie.', 'p. 13');
    await page.getByText(nl.assessment.saving.ended).waitFor();
    expect(complete()).toBe(20);

    await visitor.visit(`/sign-in?returnTo=${encodeURIComponent(new URL(page.url()).pathname)}`);
    await page.keyboard.press('Tab');
    await page.getByLabel('Gebruikersnaam').fill(ASSESSOR);
    await page.getByLabel('Wachtwoord').fill('gunwijzer-demo');
    await visitor.arrive(() => page.keyboard.press('Enter'));
    expect(await page.locator('textarea').nth(1).inputValue()).toBe('Getypt na het einde van de sessie.');
    await page.locator('.gw-step__radio').nth(12).focus();
    for (const bid of BIDS.slice(2)) await score(page, '6', `Na het inloggen, inschrijving ${bid}.`, 'p. 14');
    await goOn();
    expect(complete()).toBe(24);
  }, 60_000);

  it('the last step says that nothing is open, and hands in everything at once', async () => {
    expect(new URL(visitor.page.url()).pathname).toBe(`/tenders/${dossier}/assessments/hand-in`);
    expect(await visitor.text()).toContain(nl.assessment.handIn.nothingOpen);
    const button = visitor.page.getByRole('button', { name: nl.assessment.handIn.button(6) });
    await button.focus();
    await visitor.arrive(() => visitor.page.keyboard.press('Enter'));
    expect(await visitor.text()).toContain(nl.assessments.allDone);
    expect(work().places.map(({ status }) => status)).toEqual(BIDS.map(() => 'handed-in'));
    expect(work().savedAt, 'a draft that was handed in is none any more').toBeNull();
    const scores = server.services.tenders.get(dossier).rounds[0]!.assessments.get(ASSESSOR)!;
    expect([...scores.values()].flatMap((one) => one.scores).map(({ foundAt }) => foundAt)).toHaveLength(24);
    expect(clicks, 'all of it without a mouse').toBe(0);
  });

  it('with a mouse it takes one click a score, and one a criterion to go on', async () => {
    const { page } = visitor;
    await visitor.visit(`/tenders/${dossier}/assessments/criteria/${lotOf(dossier)}/${criterionOf(dossier)}`);
    clicks = 0;
    for (const group of await page.locator('fieldset').all()) {
      await group.locator('textarea').fill('');
      await group.getByRole('radio').first().click();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
      await page.keyboard.type('Met de muis.');
    }
    await visitor.arrive(() => page.getByRole('button', { name: nl.assessment.saveAndNext }).click());
    expect(clicks / BIDS.length).toBeLessThanOrEqual(1.2);
    expect(work().places.map(({ status }) => status)).toEqual(BIDS.map(() => 'changed'));
  }, 60_000);

  it('stays low: a page of the bench is at most half as high as the form of before, 7,165 pixels', async () => {
    for (const path of [`criteria/${lotOf(dossier)}/${criterionOf(dossier)}`, `a/${lotOf(dossier)}`]) {
      await visitor.visit(`/tenders/${dossier}/assessments/${path}`);
      const height = Number(await visitor.page.evaluate('document.documentElement.scrollHeight'));
      expect(height).toBeLessThan(7165 / 2);
    }
  });

  it('shows what was typed just before, when the language is changed or a link is followed at once', async () => {
    const { page } = visitor;
    const bench = `/tenders/${dossier}/assessments/criteria/${lotOf(dossier)}/${criterionOf(dossier)}`;
    await visitor.visit(bench);
    const motivation = () => page.locator('fieldset').first().locator('textarea');
    await motivation().fill('Net getypt, en meteen verder.');
    await visitor.arrive(() => page.getByRole('button', { name: 'English' }).click());
    expect(await motivation().inputValue()).toBe('Net getypt, en meteen verder.');
    await motivation().fill('Opnieuw getypt.');
    await visitor.arrive(() => page.getByRole('main').getByRole('link').first().click());
    await visitor.visit(bench);
    expect(await motivation().inputValue()).toBe('Opnieuw getypt.');
    await visitor.arrive(() => page.getByRole('button', { name: 'Nederlands' }).click());
  }, 60_000);

  it('in English and on a phone as well', async () => {
    await visitor.arrive(() => visitor.page.getByRole('button', { name: 'English' }).click());
    for (const width of [1280, 390]) {
      await visitor.page.setViewportSize({ width, height: 800 });
      for (const path of ['', '?by=criterion', '/hand-in', `/a/${lotOf(dossier)}`]) {
        await visitor.visit(`/tenders/${dossier}/assessments${path}`);
      }
      expect(await visibleText(visitor.page.getByRole('heading', { level: 1 }))).toContain('a in');
      expect(await visitor.text()).toContain(en.assessment.scale);
    }
  }, 60_000);

  const rulesOf = (id: string) => server.services.tenders.get(id).rules;
  const lotOf = (id: string): string => rulesOf(id).lots[0]!.id;
  const criterionOf = (id: string): string => rulesOf(id).criteria[0]!.id;
});
