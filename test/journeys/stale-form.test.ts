import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeKey } from '../../src/domain/rules/place.ts';
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
    one = await openVisitor(browser, server.url, { account: 'beoordelaar-1' });
    other = await one.secondTab();
    await one.visit(FORM);
    await other.visit(FORM);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const firstStored = () =>
    server.services.tenders
      .get(RUNNING)
      .rounds[0]!.assessments.get('beoordelaar-1')
      ?.get(placeKey('roerdomp', 'zuid-haren'))?.scores[0];

  it('saves in the one', async () => {
    const [first] = await criteriaOn(one.page);
    await first!.fill('6', 'Eerste lezing: voldoende.');
    await one.press(nl.assessment.saveDraft);
  });

  it('saving in the other is stopped with a warning, what was typed is kept and what is stored is shown', async () => {
    const [first, second] = await criteriaOn(other.page);
    await first!.fill('8', 'Tweede lezing: goed, zie bijlage 3.');
    await second!.motivation.fill('Nog uitwerken.');
    await other.press(nl.assessment.saveDraft, 409);

    const warning = other.page.getByRole('status');
    expect(await visibleText(warning)).toContain(nl.assessment.staleTitle);
    expect(await visibleText(warning)).toContain(nl.assessment.stale);
    expect(await first!.chosen()).toBe('8');
    expect(await first!.motivation.inputValue()).toBe('Tweede lezing: goed, zie bijlage 3.');
    expect(await second!.motivation.inputValue()).toBe('Nog uitwerken.');
    expect(await visibleText(first!.group)).toContain('Eerste lezing: voldoende.');
    expect(firstStored()).toMatchObject({ score: '6', motivation: 'Eerste lezing: voldoende.' });
  });

  it('saving again keeps the version of the other tab', async () => {
    await other.press(nl.assessment.saveDraft);
    expect(await visibleText(other.page.getByRole('status'))).toBe(nl.assessment.saved);
    expect(firstStored()).toMatchObject({ score: '8', motivation: 'Tweede lezing: goed, zie bijlage 3.' });
  });
});
