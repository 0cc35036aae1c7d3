import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';
import { readAloud, readPdf } from '../reports/pdf/read-pdf.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { cleaningRules, discountRules } from '../support/cleaning.ts';
import { declareNoInterest, openPricesInBrowser } from '../support/formalities-in-browser.ts';
import { criteriaOn } from '../support/score-form.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const TENDER = '/tenders/tender-schoonmaak-2028-1';
const WINDOWS = '/tenders/tender-glasbewassing-2028-1';
/** What a care tender speaks of, what nobody should read, and fractions. */
const FOREIGN = /hoofdaanbieder|gebied|groeipad|lead provider|growth path|\bareas?\b|undefined|\bcommon\b|\d{2,}\/\d/i;
const t = nl.bids.form;

describe('a cleaning tender, with figures, prices in parts and limits, from a short file to a re-run', () => {
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

  const group = (name: string) => chair.page.getByRole('group', { name, exact: true });
  const box = (name: string) => chair.page.locator(`[name="${name}"]`);

  async function publish(title: string, rules: object): Promise<void> {
    const buffer = Buffer.from(JSON.stringify(rules));
    await chair.visit('/tenders/new');
    await chair.page.getByLabel(nl.newTender.name).fill(title);
    await chair.page.getByLabel(nl.newTender.file).check();
    await chair.page
      .getByLabel(nl.newTender.fileField)
      .setInputFiles({ name: 'regels.json', mimeType: 'application/json', buffer });
    await chair.press(nl.newTender.submit);
  }

  async function startBid(name: string, number: string, lots: readonly string[]): Promise<void> {
    await chair.page.getByLabel(t.name, { exact: true }).fill(name);
    await chair.page.getByRole('radio', { name: t.single, exact: true }).check();
    await group(t.member(1)).getByLabel(t.number, { exact: true }).fill(number);
    for (const lot of lots) await chair.page.getByRole('checkbox', { name: t.forLot(lot), exact: true }).check();
  }

  /** Fills in every score on the page: yes, or a number. */
  async function score(visitor: Visitor, points: string): Promise<void> {
    for (const { group: fields, motivation } of await criteriaOn(visitor.page)) {
      const yes = fields.getByRole('radio', { name: /^1/ });
      if ((await yes.count()) > 0) await yes.check();
      else await fields.getByRole('textbox').first().fill(points);
      await motivation.fill('Duidelijk beschreven.');
    }
  }

  const pagesUnder = async (visitor: Visitor, page: string): Promise<string[]> => {
    await visitor.visit(`${TENDER}/${page}`);
    const links = await visitor.page.getByRole('main').getByRole('link').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    return [...new Set(hrefs.flatMap((href) => (href?.startsWith(`${TENDER}/${page}/`) ? [href] : [])))];
  };

  it('says the rules of the file in its own words, with equal parts as decimals', async () => {
    await publish('Schoonmaak', cleaningRules);
    const text = await chair.text();
    expect(text).toContain('Noord (omvang: 30 fte)');
    expect(text).toContain('In “Zuid” is de wegingsfactor 7,5%.');
    expect(text).not.toMatch(FOREIGN);
    await chair.press(nl.confirm.publish.yes);
    for (const name of ['Bram Beoordelaar', 'Bo Beoordelaar']) {
      await chair.page.getByLabel(nl.tender.appointChoose).selectOption({ label: name });
      await chair.press(nl.tender.appoint);
    }
  });

  it('asks the figures of a bid, and says beside its field what is wrong with one', async () => {
    await chair.follow(nl.tender.registerBid);
    await startBid('Zilverglans', '90000001', ['Noord', 'Zuid']);
    await box('value.noord.reistijd').fill('twintig');
    await box('capacity').fill('5');
    await chair.press(t.submit, 422);
    expect(await chair.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      nl.prices.notANumber('Noord, Reistijd, in minuten'),
      nl.prices.missing('Zuid, Reistijd, in minuten'),
    ]);
    expect(await box('value.noord.reistijd').inputValue()).toBe('twintig');

    await box('value.noord.reistijd').fill('20,5');
    await box('value.zuid.reistijd').fill('18');
    await chair.press(t.submit, 422);
    expect(await box('value.noord.reistijd').getAttribute('aria-invalid')).toBe('true');
    await box('value.noord.reistijd').fill('20');
    await chair.press(t.submit, 422);
    expect(await box('capacity').getAttribute('aria-invalid')).toBe('true');
    await box('capacity').fill('60');
    await chair.confirm(t.submit);

    await chair.follow(nl.tender.registerBid);
    await startBid('Boenwas', '90000002', ['Noord', 'Midden']);
    await box('value.noord.reistijd').fill('25');
    await box('value.midden.reistijd').fill('15');
    await box('capacity').fill('30');
    await chair.confirm(t.submit);
    await chair.follow(nl.tender.pages.bids);
    const bids = await chair.text();
    expect(bids).toContain('Capaciteit: 60 fte.');
    expect(bids).toContain('Reistijd: 20 minuten');
  });

  it('has what is common scored once, and what is in one lot there only', async () => {
    await declareNoInterest(chair, TENDER);
    await chair.confirm(nl.tender.openAssessment);
    for (const [account, points] of [
      ['beoordelaar-1', ['8', '7']],
      ['beoordelaar-2', ['8,5', '6']],
    ] as const) {
      const assessor = await openVisitor(browser, server.url, { account });
      await declareNoInterest(assessor, TENDER);
      const pages = await pagesUnder(assessor, 'assessments');
      expect(pages).toHaveLength(6);
      for (const page of pages) {
        await assessor.visit(page);
        expect(await assessor.text()).not.toMatch(FOREIGN);
        await score(assessor, page.includes('/bid-1/') ? points[0] : points[1]);
        await assessor.press(nl.assessment.submit);
      }
      await assessor.leave();
    }
    await chair.visit(TENDER);
    await chair.confirm(nl.tender.openConsensus);
    for (const page of await pagesUnder(chair, 'consensus')) {
      await chair.visit(page);
      expect(await chair.text()).not.toContain('Personeel');
      await score(chair, page.includes('/bid-1/') ? '8' : '7');
      await chair.press(nl.consensus.save);
    }
    await chair.visit(TENDER);
    await chair.confirm(nl.tender.closeQuality);
    await openPricesInBrowser(chair, TENDER, { browser, url: server.url, account: 'beoordelaar-1' });
  }, 180_000);

  it('opens the prices in parts together with the sealed figures', async () => {
    const filled = { uren: '36', materiaal: '12000,50', algemene: '7,5', korting: '2500', uurtarief: '38' };
    for (const bid of ['bid-1', 'bid-2']) {
      await chair.visit(`${TENDER}/prices/${bid}`);
      expect(await chair.text()).not.toMatch(FOREIGN);
      for (const field of await chair.page.getByRole('main').getByRole('textbox').all()) {
        const name = (await field.getAttribute('name'))!;
        if (name.endsWith('.stated')) continue;
        const known = Object.entries(filled).find(([part]) => name.includes(part));
        await field.fill(known?.[1] ?? (bid === 'bid-1' ? '120' : '157'));
      }
      await chair.press(nl.prices.save);
    }
    await chair.visit(TENDER);
    await chair.confirm(nl.tender.computeAward);
    const award = await chair.page.getByRole('main').textContent();
    expect(award).toContain('20 minuten: 10 × (1 − (20 − 15) ÷ (15 × 1)) ≈ 6,67.');
    expect(award).toContain('157 kg CO2 per week: 10 × (120 ÷ 157) ≈ 7,64.');
    expect(award).toContain('Regiewerk: € 38 → 10 × ((60 − 38) ÷ (60 − 30)) ≈ 7,3333… punten.');
    expect(award).toContain('8,25 ÷ 10 × 10 = 8,25');
  });

  it('never speaks of care, on no page and in no report, in neither language', async () => {
    const pages = ['', '/rules', '/bids', '/consensus', '/prices', '/prices/bid-1', '/award', '/award/guards'];
    for (const { language, other } of [
      { language: nl, other: 'English' },
      { language: en, other: 'Nederlands' },
    ]) {
      for (const page of [...pages, '/set-aside']) {
        await chair.page.goto(`${TENDER}${page}`);
        const text = await chair.page.getByRole('main').textContent();
        expect(text, `${language.language} ${page}`).not.toMatch(FOREIGN);
      }
      const pdf = await chair.context.request.get(`${TENDER}/report.pdf`);
      const report = readAloud(await readPdf(new Uint8Array(await pdf.body())));
      const caption = language === nl ? 'Punten en motivering in alle percelen' : 'Points and motivation in all lots';
      expect(report).toContain(`Zilverglans ${caption}`);
      expect(report).not.toMatch(/hoofdaanbieder|gebied|groeipad|lead provider|growth path|\bareas?\b|undefined/i);
      await chair.page.getByRole('button', { name: other }).click();
      await chair.page.waitForLoadState();
    }
  });

  it('lets an auditor replay it', async () => {
    const auditor = await openVisitor(browser, server.url, { account: 'auditor' });
    await auditor.visit(`${TENDER}/re-run`);
    expect(await auditor.text()).toContain(nl.reRun.verdict.confirmed);
    await auditor.leave();
  });

  it('asks discounts where the rules do', async () => {
    await publish('Glasbewassing', discountRules);
    await chair.press(nl.confirm.publish.yes);
    await chair.follow(nl.tender.registerBid);
    await startBid('Zilverglans', '90000001', ['Noord', 'Zuid']);
    await chair.page.getByRole('button', { name: t.moreDiscounts }).click();
    expect(await chair.page.locator('[id="discount-3"]').count()).toBe(1);
    await box('discount.1.lots').first().check();
    await box('discount.1.percentage').fill('101');
    await chair.press(t.submit, 422);
    expect(await chair.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      t.discountLots(1),
      t.discountPercentage(1),
    ]);
    await box('discount.1.lots').last().check();
    await box('discount.1.percentage').fill('2,5');
    await chair.confirm(t.submit);
    await chair.visit(`${WINDOWS}/bids`);
    expect(await chair.text()).toContain('Korting van 2,5% als “Noord” en “Zuid” samen worden gegund.');
  });
});
