import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesIn } from '../../src/messages/messages.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
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
      await officer.visit('/set-ups/new');
      await officer.page.getByLabel(t.begin.name).fill(`Wmo-begeleiding 2028 ${language}`);
      await officer.page.getByLabel(t.begin.empty).check();
      await officer.press(t.begin.submit);
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
    });
  },
);
