import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messagesIn } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { launchBrowser, openVisitor } from '../support/browser.ts';
import { CONFIRMED_STEPS, type ConfirmedStep } from '../support/confirmed-steps.ts';
import { agreementIn } from '../support/http.ts';
import { type Installation, openInstallation } from '../support/installation.ts';
import { PEOPLE } from '../support/secret-tender.ts';

const YES = /type="submit" aria-describedby="what-happens">Ja, /;

let house: Installation;
beforeEach(async () => {
  house = await openInstallation(PEOPLE);
});
afterEach(() => house.close());

/** Everything that was ever recorded, counted. */
const recorded = (): number => {
  const { events } = house.services.storage;
  return events.dossiers().reduce((sum, dossier) => sum + events.head(dossier).seq, 0);
};

/** The page that asks to agree. */
const asked = ({ person, path, form }: ConfirmedStep) =>
  form ? house.post(person, path, form) : house.get(person, path);

describe.each(CONFIRMED_STEPS)('$name', (step) => {
  const { person, path, form = {}, prepare } = step;

  it('says what happens and what undoes it, and does nothing before that is agreed to', async () => {
    await prepare(house);
    const before = recorded();
    const page = await asked(step);
    expect([page.status, page.text]).toEqual([200, expect.stringMatching(YES)]);
    expect(page.text).toContain(nl.confirm.undo);
    // Neither without a page that was read, nor with one that was made up.
    expect((await house.post(person, path, form)).text).toMatch(YES);
    expect((await house.post(person, path, { ...form, confirmed: 'f'.repeat(64) })).status).toBe(409);
    expect(recorded()).toBe(before);
  });

  it('is done once, however often it is agreed to', async () => {
    await prepare(house);
    const before = recorded();
    const agreement = agreementIn((await asked(step)).text);
    expect((await house.post(person, path, agreement)).status).toBe(303);
    const after = recorded();
    expect(after).toBeGreaterThan(before);
    const again = await house.post(person, path, agreement);
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect(recorded()).toBe(after);
  });
});

describe.each(CONFIRMED_STEPS.filter(({ meanwhile }) => meanwhile))('$name', (step) => {
  const { person, path, prepare, meanwhile } = step;

  it('is asked anew, with what changed, when that is no longer so', async () => {
    await prepare(house);
    const agreement = agreementIn((await asked(step)).text);
    meanwhile!(house);
    const before = recorded();
    const page = await house.post(person, path, agreement);
    expect([page.status, recorded()]).toEqual([409, before]);
    expect(page.text).toContain(nl.confirm.changedTitle);
    expect(page.text).toMatch(YES);
    // What is shown now can be agreed to.
    expect((await house.post(person, path, agreementIn(page.text))).status).toBe(303);
  });
});

describe.each(CONFIRMED_STEPS.filter(({ form }) => form))('$name', (step) => {
  const { person, path, form = {}, prepare } = step;

  it('leads back to the form with what was typed', async () => {
    await prepare(house);
    const agreement = agreementIn((await asked(step)).text);
    const back = await house.post(person, path, [...agreement, ['intent', 'back']]);
    // A sheet is chosen again: a browser fills in no file.
    if ('sheet-packed' in form)
      return expect(back).toMatchObject({ status: 303, location: path.replace(/\/\w+$/, '') });
    expect(back.status).toBe(200);
    for (const [name, value] of Object.entries(form)) {
      expect(back.text.replace(/\r\n/g, '\n'), name).toContain(escaped(value.replace(/\r\n/g, '\n')));
    }
  });
});

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&#34;');

describe('the pages on which something is agreed to', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const isAccessible = 'are accessible, wide in Dutch and narrow in English, and fit both windows: $name';
  it.each(CONFIRMED_STEPS)(isAccessible, async ({ person, path, form, prepare }) => {
    await prepare(house);
    const visitor = await openVisitor(browser, house.url);
    await visitor.context.addCookies(house.cookiesOf(person));
    for (const { language, width, other } of [
      { language: 'nl', width: 1280, other: 390 },
      { language: 'en', width: 390, other: 1280 },
    ] as const) {
      await visitor.context.addCookies([{ name: 'gunwijzer_language', value: language, url: house.url }]);
      await visitor.page.setViewportSize({ width, height: 900 });
      if (form) {
        await visitor.visit('/accessibility');
        await visitor.arrive(() => send(visitor.page, path, form));
      } else await visitor.visit(path);
      expect(await visitor.text()).toContain(messagesIn(language).confirm.happens);
      await visitor.page.setViewportSize({ width: other, height: 900 });
      await visitor.fits();
    }
    await visitor.leave();
  });
});

/** Sends a form from the page that stands open, with its token. */
const send = (page: { evaluate(script: string): Promise<unknown> }, path: string, fields: Record<string, string>) =>
  page.evaluate(`(() => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: ${JSON.stringify(path)} });
    const token = document.querySelector('[name="_csrf"]').value;
    for (const [name, value] of Object.entries({ _csrf: token, ...${JSON.stringify(fields)} })) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    document.body.append(form);
    form.submit();
  })()`);
