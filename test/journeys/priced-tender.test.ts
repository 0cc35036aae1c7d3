import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleFaults } from '../../src/domain/scoring/rule-faults.ts';
import { describeFault } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { declareNoInterest, openPricesInBrowser } from '../support/formalities-in-browser.ts';
import { clip, pricedRules, weighted } from '../support/priced.ts';
import { criteriaOn } from '../support/score-form.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const TENDER = '/tenders/tender-gon-2027-3';
const LOT = 'Lot 1';
const BIDDERS = ['Stichting Anders', 'Stichting Beter', 'Stichting Derde'];

/** Quality 60, price 40 by lowest over own price; equal totals go to a draw. */
const rules = {
  ...pricedRules(
    weighted(
      '40',
      { kind: 'proportional', reference: 'lowest', ...clip },
      {
        abnormallyLow: { percentageBelow: '30', of: 'mean-of-others' },
      },
    ),
    { decimals: 2, rankOn: 'rounded' },
  ),
};

describe('a tender with prices, from a file with rules to a draw', () => {
  let server: TestServer;
  let browser: Browser;
  let chair: Visitor;
  const file = (text: string) => ({ name: 'regels.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
    chair = await openVisitor(browser, server.url, { account: 'inkoper' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('refuses a file with rules that cannot be, and says why', async () => {
    await chair.follow(nl.app.newTender);
    await chair.page.getByLabel(nl.newTender.name).fill('Met prijzen');
    const { onWithdrawal: _, ...incomplete } = rules;
    await chair.page.getByLabel(nl.newTender.file).check();
    await chair.page.getByLabel(nl.newTender.fileField).setInputFiles(file(JSON.stringify(incomplete)));
    await chair.press(nl.newTender.submit, 422);
    expect(await chair.text()).toContain(describeFault(nl, ruleFaults(incomplete)[0]!));
  });

  it('shows the rules of the file in words before they are published', async () => {
    await chair.page.getByLabel(nl.newTender.name).fill('Met prijzen');
    await chair.page.getByLabel(nl.newTender.file).check();
    await chair.page.getByLabel(nl.newTender.fileField).setInputFiles(file(JSON.stringify(rules, null, 2)));
    await chair.press(nl.newTender.submit);
    expect(await chair.text()).toContain(nl.methods.method.weightedFactor('100', '60', '40'));
    expect(await chair.text()).toContain(nl.methods.relative);
    await chair.press(nl.confirm.publish.yes);
    expect(new URL(chair.page.url()).pathname).toBe(TENDER);
  });

  it('registers three bids and opens the assessment', async () => {
    await chair.page.getByLabel(nl.tender.appointChoose).selectOption({ label: 'Bente Beoordelaar' });
    await chair.press(nl.tender.appoint);
    for (const [index, name] of BIDDERS.entries()) {
      await chair.follow(nl.tender.registerBid);
      await chair.page.getByLabel(nl.bids.form.name, { exact: true }).fill(name);
      await chair.page.getByRole('radio', { name: nl.bids.form.single, exact: true }).check();
      const member = chair.page.getByRole('group', { name: nl.bids.form.member(1), exact: true });
      await member.getByLabel(nl.bids.form.number, { exact: true }).fill(`9000000${index}`);
      await chair.page.getByRole('group', { name: LOT, exact: true }).getByRole('checkbox').check();
      await chair.confirm(nl.bids.form.submit);
    }
    await declareNoInterest(chair, TENDER);
    await chair.confirm(nl.tender.openAssessment);
  });

  it('lets the assessor give points, not more than the criterion has', async () => {
    const assessor = await openVisitor(browser, server.url, { account: 'beoordelaar-3' });
    await declareNoInterest(assessor, TENDER);
    for (const [index, points] of ['28', '40', '30'].entries()) {
      await assessor.visit(`${TENDER}/assessments/bid-${index + 1}/lot-1`);
      const [quality] = await criteriaOn(assessor.page);
      const field = quality!.group.getByRole('textbox').first();
      if (index === 0) {
        await field.fill('61');
        await quality!.motivation.fill('Te veel.');
        await assessor.press(nl.assessment.submit, 422);
        expect(await assessor.text()).toContain('Vul ten hoogste 60 in.');
      }
      await field.fill(points);
      await quality!.motivation.fill('Passend.');
      await assessor.press(nl.assessment.submit);
    }
    await assessor.leave();
  });

  it('keeps prices closed until quality is', async () => {
    await chair.visit(`${TENDER}/prices`, 409);
    await chair.visit(TENDER);
    await chair.confirm(nl.tender.openConsensus);
    for (const [index, points] of ['28', '40', '30'].entries()) {
      await chair.visit(`${TENDER}/consensus/bid-${index + 1}/lot-1`);
      const [quality] = await criteriaOn(chair.page);
      await quality!.group.getByRole('textbox').first().fill(points);
      await quality!.motivation.fill('Overeengekomen.');
      await chair.press(nl.consensus.save);
    }
    await chair.visit(TENDER);
    await chair.confirm(nl.tender.closeQuality);
    // The prices come next: two people open them.
    await openPricesInBrowser(chair, TENDER, { browser, url: server.url, account: 'beoordelaar-3' });
    await chair.visit(`${TENDER}/prices`);
    expect(await chair.text()).toContain(nl.prices.recordedText(0, 3));
    await chair.visit(TENDER);
    expect(await chair.text()).toContain(nl.prices.missingCount(3));
  });

  it('records prices, refuses what is no amount, and computes the award', async () => {
    await chair.visit(`${TENDER}/prices/bid-1`);
    const amount = chair.page.getByLabel(nl.prices.amount('none'), { exact: true });
    await amount.fill('veel');
    await chair.press(nl.prices.save, 422);
    await amount.fill('100.000');
    await chair.press(nl.prices.save, 422);
    expect(await chair.text()).toContain('Schrijf 100000 of 100.000,00 als u duizendtallen bedoelt, anders 100,00.');
    for (const [index, typed] of ['100.000,00', '142857.142857', '100000'].entries()) {
      await chair.visit(`${TENDER}/prices/bid-${index + 1}`);
      await amount.fill(typed);
      await chair.press(nl.prices.save);
    }
    expect(await chair.text()).toContain(nl.prices.recordedText(3, 3));
    await chair.visit(TENDER);
    await chair.confirm(nl.tender.computeAward);
    // 28 + 40, 40 + 28 (rounded) and 30 + 40: the third wins.
    expect(await chair.text()).toContain('Stichting Derde');
    expect(await chair.text()).toContain(nl.award.statusShort.awarded);
  });

  it('asks for a draw when the winner is withdrawn and two are exactly equal', async () => {
    const { fields, answers, names } = nl.acts;
    await chair.visit(`${TENDER}/acts/set-aside`);
    await chair.press(names['set-aside'].button, 422);
    for (const text of [
      nl.acts.chooseMissing(fields.bid.label),
      nl.acts.chooseMissing(fields.stage.label),
      nl.acts.textMissing(fields.reason.label),
    ]) {
      expect(await chair.text()).toContain(text);
    }
    await chair.page.getByLabel(fields.bid.label, { exact: true }).selectOption({ label: 'Stichting Derde' });
    await chair.page.getByRole('radio', { name: answers.stage.withdrawn }).check();
    await chair.page.getByLabel(fields.reason.label).fill('De inschrijver heeft zich teruggetrokken.');
    await chair.press(names['set-aside'].button);
    await chair.confirm(nl.tender.computeAward);
    expect(await chair.text()).toContain('Houd een loting tussen “Stichting Anders” en “Stichting Beter”');
    expect(await chair.text()).toContain('Ingetrokken na de rangorde: De inschrijver heeft zich teruggetrokken.');
  });

  it('records the draw, which then decides', async () => {
    await chair.page.getByLabel(nl.draw.place(1)).selectOption({ label: 'Stichting Beter' });
    await chair.page.getByLabel(nl.draw.place(2)).selectOption({ label: 'Stichting Beter' });
    await chair.page.getByLabel(nl.draw.method).fill('Door een notaris, in het bijzijn van beide inschrijvers.');
    await chair.page.getByLabel(nl.draw.witnesses).fill('Beide inschrijvers');
    await chair.press(nl.draw.record, 422);
    expect(await chair.text()).toContain(nl.draw.orderWrong);
    await chair.page.getByLabel(nl.draw.place(2)).selectOption({ label: 'Stichting Anders' });
    await chair.press(nl.draw.record);
    await chair.press(nl.draw.confirm.yes);
    expect(await chair.text()).toContain(nl.award.drawDecided);
    expect(await chair.text()).toContain('1. “Stichting Beter”; 2. “Stichting Anders”');
    expect(await chair.text()).toContain('De loting besliste tussen deze inschrijver en “Stichting Anders”.');
    expect(await chair.text()).toContain('na intrekking van “Stichting Derde”');
  });

  it('lets an auditor replay all of it', async () => {
    const auditor = await openVisitor(browser, server.url, { account: 'auditor' });
    await auditor.visit(`${TENDER}/re-run`);
    expect(await auditor.text()).toContain(nl.reRun.verdict.confirmed);
    await auditor.visit(`${TENDER}/log`);
    expect(await auditor.text()).toContain(nl.log.types['draw-recorded']);
    await auditor.visit(`${TENDER}/award/guards`);
    expect(await auditor.text()).toContain(nl.rehearsal.reversals);
    await auditor.leave();
  });
});
