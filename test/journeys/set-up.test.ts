import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesIn } from '../../src/messages/messages.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { chooseSheet, download, filledSheet } from '../support/filled-sheet.ts';
import { declareNoInterest, openPricesInBrowser } from '../support/formalities-in-browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Who bids for what. */
const BIDS: Readonly<Record<string, readonly string[]>> = {
  'Zorggroep Anemoon': ['Noord', 'Oost'],
  'Stichting Bosanemoon': ['Oost', 'Zuid'],
  'Coöperatie Dotterbloem': ['Zuid', 'West'],
  'Wilgenroos B.V.': ['West'],
  'Zonnedauw Thuis': ['Noord'],
};
const PLACES = Object.values(BIDS).flat().length;

/** A tender from nothing: four areas, price and quality 40/60, two criteria with parts and one without, at most two areas a bidder. */
describe.each([
  { language: 'nl', width: 1280, javaScript: true },
  { language: 'en', width: 390, javaScript: false },
] as const)(
  'an officer who sets up a tender from nothing, in $language, $width wide',
  ({ language, width, javaScript }) => {
    const m = messagesIn(language);
    const t = m.setUp;
    let officer: Visitor;
    let tender: string;
    beforeAll(async () => {
      officer = await openVisitor(browser, server.url, { account: 'inkoper', width, javaScript });
      if (language === 'en') {
        await officer.arrive(() => officer.page.getByRole('button', { name: m.languageName }).click());
      }
    });
    afterAll(() => officer?.leave());

    const field = (name: string) => officer.page.locator(`[name="${name}"]`);
    const fill = async (values: Readonly<Record<string, string>>): Promise<void> => {
      for (const [name, value] of Object.entries(values)) await field(name).fill(value);
    };
    const press = (value: string): Promise<void> =>
      officer.arrive(() => officer.page.locator(`button[name="edit"][value="${value}"]`).click());
    const next = (): Promise<void> => officer.press(t.saveAndNext);
    const save = (): Promise<void> => officer.press(t.save);

    it('begins, and is told what is missing', async () => {
      await officer.visit('/tenders/new');
      await officer.page.getByLabel(m.newTender.name).fill(`Wmo-begeleiding 2028 ${language}`);
      await officer.page.getByLabel(m.newTender.empty).check();
      await officer.press(m.newTender.setUp);
      expect(await officer.text()).toContain(t.said['no-procedure']);
    });

    it('names four lots and the procedure', async () => {
      for (let lot = 0; lot < 4; lot++) await press('add lots');
      await field('procedure').selectOption('sas-with-emvi');
      await fill({
        'lots.lot-1.name': 'Noord',
        'lots.lot-1.value': '1.250.000',
        'lots.lot-2.name': 'Oost',
        'lots.lot-3.name': 'Zuid',
        'lots.lot-4.name': 'West',
      });
      await next();
      expect(await officer.text()).not.toContain(t.said['no-procedure']);
    });

    it('asks what is needed, and traces a wish to it by ticking', async () => {
      await press('add programme');
      await press('add programme.requirements');
      await press('add programme.requirements');
      await press('add programme.wishes');
      await fill({
        'programme.requirements.requirement-1.name': 'Vervoer waar nodig',
        'programme.requirements.requirement-2.name': 'Ondertekende verklaring',
        'programme.wishes.wish-1.from': 'Cliëntenraad',
        'programme.wishes.wish-1.wish': 'Iedereen kan er komen.',
      });
      await field('programme.requirements.requirement-2.kind').selectOption('knock-out');
      await save();
      expect(await officer.text()).toContain('“Iedereen kan er komen.”');
      expect(await officer.text()).toContain(t.said['requirement-from-nowhere']('Vervoer waar nodig'));
      await officer.arrive(() => officer.page.locator('a[href$="/programme.wishes.wish-1"]').click());
      await officer.page.getByLabel('Vervoer waar nodig').check();
      await save();
      expect(await officer.text()).not.toContain(t.said['requirement-from-nowhere']('Vervoer waar nodig'));
      expect(await officer.text()).toContain(t.said['requirement-from-nowhere']('Ondertekende verklaring'));
      await officer.follow(t.back(t.subjects.programme));
      await next();
    });

    it('draws the tree of criteria with buttons, and weighs it', async () => {
      for (let one = 0; one < 5; one++) await press('add criteria');
      await press('in criteria.criterion-2');
      await press('in criteria.criterion-3');
      await press('in criteria.criterion-5');
      await fill({
        'criteria.criterion-1.name': 'Kwaliteit van de ondersteuning',
        'criteria.criterion-1.weight': '40',
        'criteria.criterion-1.children.criterion-2.name': 'Overgang van gebruikers',
        'criteria.criterion-1.children.criterion-2.weight': '60',
        'criteria.criterion-1.children.criterion-3.name': 'Personeel',
        'criteria.criterion-1.children.criterion-3.weight': '40',
        'criteria.criterion-4.name': 'Samenwerking',
        'criteria.criterion-4.weight': '15',
        'criteria.criterion-4.children.criterion-5.name': 'Met de wijkteams',
        'criteria.criterion-4.children.criterion-5.weight': '100',
      });
      await save();
      await next();
    });

    it('fills in a scale of three scores', async () => {
      await press('add scale');
      await press('add scale');
      await fill({ 'scale.0.value': '4', 'scale.1.value': '7', 'scale.2.value': '10' });
      await fill({ 'scale.0.label': 'matig', 'scale.1.label': 'goed', 'scale.2.label': 'zeer goed' });
      await next();
    });

    it('lets the price count for forty points, and is told that five are missing', async () => {
      await field('price.method').selectOption('weighted-factor');
      await save();
      await field('price.points.kind').selectOption('linear');
      await save();
      await fill({ 'price.weight': '40', 'price.points.zeroAt': '50' });
      await field('onWithdrawal').selectOption('re-rank');
      await save();
      const text = await officer.text();
      expect(text).toContain('95');
      expect(text).toContain(t.said.relative);
      expect(text).toContain(m.priceExamples.title);
      await next();
    });

    it('allows two to four winners of at most two lots each', async () => {
      await fill({ 'award.winners.minimum': '2', 'award.winners.maximum': '4', 'award.maximumLotsPerBidder': 'twee' });
      await save();
      expect(await officer.text()).toContain('twee');
      await fill({ 'award.maximumLotsPerBidder': '2' });
      await press('add award.tieBreak');
      await field('award.tieBreak.0.rule').selectOption('draw');
      await next();
    });

    it('mends the weight that is wrong, from the list of what is left', async () => {
      await officer.arrive(() => officer.page.locator('.gw-set-up__findings--wrong a').first().click());
      await fill({ 'criteria.criterion-4.weight': '20' });
      await save();
      expect(await officer.text()).toContain(t.state.ready);
    });

    it('sees who would win among fictional bidders, and works it out again', async () => {
      await officer.follow(m.tryOut.title);
      const [first = ''] = m.tryOut.bidders;
      expect(await officer.text()).toContain(m.tryOut.tie.draw);
      await field('bid-1.name').fill('Roodborst');
      await officer.press(m.tryOut.form.submit);
      const text = await officer.text();
      expect([text.includes('Roodborst'), text.includes(first)]).toEqual([true, false]);
    });

    it('reads the rules once more and publishes them', async () => {
      await officer.follow(m.setUp.state.publish);
      await officer.press(t.publish.submit);
      expect(await officer.text()).toContain('Overgang van gebruikers');
      await officer.press(m.confirm.publish.yes);
      expect(officer.page.url()).toMatch(/\/tenders\/tender-wmo-begeleiding-2028/);
      const dossier = officer.page.url().split('/').at(-1)!.split('?')[0]!;
      const { rules } = server.services.tenders.get(dossier);
      expect(rules.lots.map(({ name }) => name)).toEqual(['Noord', 'Oost', 'Zuid', 'West']);
      expect(rules.procedure).toBe('sas-with-emvi');
      expect(rules.award).toMatchObject({ winners: { minimum: 2, maximum: 4 }, maximumLotsPerBidder: 2 });
      await officer.visit('/set-ups');
      expect(await officer.text()).toContain(t.list.none);
      const pdf = await officer.context.request.get(`/tenders/${dossier}/rules.pdf`);
      expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
      tender = `/tenders/${dossier}`;
    });

    /** Downloads the sheet of a page, fills it in, offers it, and agrees to what was read. */
    const bySheet = async (
      visitor: Visitor,
      path: string,
      sheet: string,
      fill: Parameters<typeof filledSheet>[2],
      [submit, yes]: readonly [string, string],
    ): Promise<void> => {
      await visitor.visit(`${tender}/${path}`);
      const { bytes } = await download(visitor, `${m.sheets.download}: ${m.sheets.downloadXlsx}`);
      await chooseSheet(visitor, m.sheets.file, await filledSheet(bytes, sheet, fill));
      await visitor.press(submit);
      await visitor.press(yes);
    };

    it('takes in five bids by spreadsheet, and appoints who assesses them', async () => {
      const { bids } = m.sheets;
      await bySheet(
        officer,
        'bids/sheet',
        bids.sheet,
        ([name, form, lot]) =>
          Object.entries(BIDS).flatMap(([bidder, lots]) =>
            lots.map((one) => ({ [name!]: bidder, [form!]: m.bids.form.single, [lot!]: one })),
          ),
        [bids.submit, bids.confirmYes(5)],
      );
      await officer.page.getByLabel(m.tender.appointChoose).selectOption('beoordelaar-1');
      await officer.press(m.tender.appoint);
      await declareNoInterest(officer, tender, m);
      await officer.confirm(m.tender.openAssessment);
    });

    it('has them scored by spreadsheet, and agreed on where scores are equal', async () => {
      const assessor = await openVisitor(browser, server.url, { account: 'beoordelaar-1', width, javaScript });
      if (language === 'en') {
        await assessor.arrive(() => assessor.page.getByRole('button', { name: m.languageName }).click());
      }
      await declareNoInterest(assessor, tender, m);
      const { scores } = m.sheets;
      await bySheet(
        assessor,
        'score-sheet',
        scores.sheet,
        (_, rows) =>
          rows.map((row, place) => ({
            ...row,
            [scores.heads.score]: ['10', '7', '4', '7', '10'][place % 5]!,
            [scores.heads.motivation]: 'Concreet en goed onderbouwd.',
          })),
        [scores.submit, scores.confirmYes],
      );
      await assessor.visit(`${tender}/assessments/hand-in`);
      await assessor.press(m.assessment.handIn.button(PLACES));
      expect(await assessor.text()).toContain(m.assessments.allDone);
      await assessor.leave();

      await officer.visit(tender);
      await officer.confirm(m.tender.openConsensus);
      await officer.visit(`${tender}/consensus`);
      for (const box of await officer.page.getByRole('main').getByRole('checkbox').all()) await box.check();
      await officer.press(m.consensus.takeAllEqual);
      await officer.visit(tender);
      await officer.confirm(m.tender.closeQuality);
    });

    it('takes in the prices by sheet, and has an award with its report', async () => {
      await openPricesInBrowser(officer, tender, { browser, url: server.url, account: 'beoordelaar-1' }, m);
      const t = m.prices.fromSheet;
      await bySheet(
        officer,
        'prices-sheet',
        m.prices.keep.sheet.name,
        (heads, rows) => rows.map((row, place) => ({ ...row, [heads.at(-1)!]: String(900_000 + place * 15_000) })),
        [t.submit, t.confirmYes],
      );
      await officer.visit(tender);
      await officer.confirm(m.tender.computeAward);
      const { award } = server.services.tenders.get(tender.split('/').at(-1)!);
      expect(award?.engine).toBe(3);
      await officer.visit(`${tender}/award`);
      const report = await officer.context.request.get(`${tender}/report.pdf`);
      expect([report.status(), report.headers()['content-type']]).toEqual([200, 'application/pdf']);
    });
  },
);
