import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownWorkOf } from '../../src/actions/own-work.ts';
import { nl } from '../../src/messages/nl.ts';
import { launchBrowser, openVisitor, type Visitor, visibleText } from '../support/browser.ts';
import { RUNNING } from '../support/demo.ts';
import { criteriaOn } from '../support/score-form.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const FORM = `/tenders/${RUNNING}/assessments/roerdomp/zuid-haren`;

describe('an assessor has the same form open in two tabs', () => {
  let server: TestServer;
  let browser: Browser;
  let one: Visitor;
  let other: Visitor;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
    // Without a script nothing is kept by itself meanwhile.
    one = await openVisitor(browser, server.url, { account: 'beoordelaar-1', javaScript: false });
    other = await one.secondTab();
    await one.visit(FORM);
    await other.visit(FORM);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const firstDraft = () => {
    const state = server.services.tenders.get(RUNNING);
    const place = { bid: 'roerdomp', lot: 'zuid-haren' };
    return ownWorkOf(server.services, state, 'beoordelaar-1').draftAt(place, 'transition')?.fields;
  };

  it('saves in the one', async () => {
    const [first] = await criteriaOn(one.page);
    await first!.fill('6', 'Eerste lezing: voldoende.');
    await one.press(nl.assessment.saveDraft);
    expect(firstDraft()).toMatchObject({ score: '6', motivation: 'Eerste lezing: voldoende.' });
  });

  it('saving in the other keeps both: what was typed last is the draft, the other stands beside it', async () => {
    const [first, second] = await criteriaOn(other.page);
    await first!.fill('8', 'Tweede lezing: goed, zie bijlage 3.');
    await second!.motivation.fill('Nog uitwerken.');
    await other.press(nl.assessment.saveDraft, 409);
    expect(await other.text()).toContain('In een ander venster stond hier');
    expect(await first!.chosen()).toBe('8');
    expect(await first!.motivation.inputValue()).toBe('Tweede lezing: goed, zie bijlage 3.');
    expect(await second!.motivation.inputValue()).toBe('Nog uitwerken.');
    expect(await visibleText(first!.group)).toContain('Eerste lezing: voldoende.');
    expect(firstDraft()).toMatchObject({ score: '8', motivation: 'Tweede lezing: goed, zie bijlage 3.' });
  });

  it('what stood there can be put back, and then the other stands beside it', async () => {
    await other.press(nl.assessment.restore);
    expect(firstDraft()).toMatchObject({ score: '6', motivation: 'Eerste lezing: voldoende.' });
  });
});
