import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownWorkOf } from '../../src/actions/own-work.ts';
import { placeKey } from '../../src/domain/rules/place.ts';
import { nl } from '../../src/messages/nl.ts';
import { hasFocus, launchBrowser, openVisitor, type Visitor, visibleText } from '../support/browser.ts';
import { RUNNING } from '../support/demo.ts';
import { criteriaOn } from '../support/score-form.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const FORM = `/tenders/${RUNNING}/assessments/grutto/zuid-haren`;

describe('an assessor works without JavaScript, and without a mouse', () => {
  let server: TestServer;
  let browser: Browser;
  let assessor: Visitor;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
    assessor = await openVisitor(browser, server.url, { account: 'beoordelaar-1', javaScript: false });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const stored = () =>
    server.services.tenders
      .get(RUNNING)
      .rounds[0]!.assessments.get('beoordelaar-1')
      ?.get(placeKey('grutto', 'zuid-haren'));

  it('goes from the home page to a form by its links', async () => {
    await assessor.follow(new RegExp(`^${nl.home.tasks.assessAction}`));
    await assessor.follow(nl.assessments.linkFor(nl.assessments.assess, 'Combinatie Grutto', 'Zuid en Haren'));
    expect(new URL(assessor.page.url()).pathname).toBe(FORM);
  });

  it('scores one criterion by the keyboard alone: Tab to it, choose with Space and arrows, and save', async () => {
    const { page } = assessor;
    const [first] = await criteriaOn(page);
    await tabTo(page, () => hasFocus(first!.score('0')));
    await page.keyboard.press('Space');
    expect(await first!.chosen()).toBe('0');
    for (const next of ['2', '4', '6', '8']) {
      await page.keyboard.press('ArrowDown');
      expect(await first!.chosen()).toBe(next);
      expect(await hasFocus(first!.score(next))).toBe(true);
    }
    await page.keyboard.press('Tab');
    expect(await hasFocus(first!.motivation)).toBe(true);
    await page.keyboard.type('Sterk: een vaste begeleider tijdens de overgang.');
    const save = page.getByRole('button', { name: nl.assessment.saveDraft, exact: true });
    await tabTo(page, () => hasFocus(save));
    await assessor.arrive(() => page.keyboard.press('Enter'));

    expect(await assessor.text()).toContain(nl.assessment.saved);
    const state = server.services.tenders.get(RUNNING);
    const place = { bid: 'grutto', lot: 'zuid-haren' };
    const draft = ownWorkOf(server.services, state, 'beoordelaar-1').draftAt(place, 'transition');
    expect(draft?.fields).toEqual({
      score: '8',
      motivation: 'Sterk: een vaste begeleider tijdens de overgang.',
      foundAt: '',
    });
  });

  it('the first Tab on a page offers to skip to its content', async () => {
    await assessor.visit(FORM);
    await assessor.page.keyboard.press('Tab');
    expect(await hasFocus(assessor.page.getByRole('link', { name: nl.app.skip }))).toBe(true);
    await assessor.page.keyboard.press('Enter');
    expect(await hasFocus(assessor.page.getByRole('main'))).toBe(true);
  });

  it('gets the same summary of what is missing, with links that lead to the fields', async () => {
    await assessor.press(nl.assessment.submit, 422);
    expect(await assessor.page.title()).toMatch(/^Fout: /);
    const summary = assessor.page.getByRole('alert');
    const missing = (await criteriaOn(assessor.page)).slice(1);
    expect(await summary.getByRole('link').allInnerTexts()).toEqual(
      missing.flatMap(({ name }) => [nl.assessment.missingScore(name), nl.assessment.missingMotivation(name)]),
    );
    const [toScore, toMotivation] = await summary.getByRole('link').all();
    await toScore!.click();
    await assessor.page.keyboard.press('Space');
    expect(await missing[0]!.chosen(), 'the link led to the first score of the scale').toBe('0');
    await toMotivation!.click();
    expect(await hasFocus(missing[0]!.motivation)).toBe(true);
  });

  it('fills in the rest and submits', async () => {
    const [first, ...rest] = await criteriaOn(assessor.page);
    expect(await first!.chosen()).toBe('8');
    for (const criterion of rest) await criterion.fill('6', `Voldoende: ${criterion.name}.`);
    await assessor.press(nl.assessment.submit);
    expect(await assessor.text()).toContain(nl.assessment.submitted);
    expect(stored()?.submitted).toBe(true);
    expect(stored()?.scores.map((entry) => entry.score)).toEqual(['8', '6', '6', '6', '6', '6', '6']);
  });

  it('reads the pages in English after one press, and signs out', async () => {
    await assessor.arrive(() => assessor.page.getByRole('button', { name: 'English' }).click());
    expect(await assessor.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await visibleText(assessor.page.getByRole('heading', { level: 1 }))).toBe('My assessments');
    await assessor.arrive(() => assessor.page.getByRole('button', { name: 'Sign out' }).click());
    await assessor.visit(FORM);
    expect(new URL(assessor.page.url()).pathname).toBe('/sign-in');
  });
});

/** Presses Tab until it is where it should be; a person gives up at some point too. */
async function tabTo(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}
