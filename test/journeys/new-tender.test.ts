import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forRules } from '../../src/messages/messages.ts';
import { nl as usual } from '../../src/messages/nl.ts';
import { launchBrowser, openVisitor, type Visitor, visibleText } from '../support/browser.ts';
import { declareNoInterest } from '../support/formalities-in-browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { sample } from '../support/tender.ts';

/** In the words of the rules of the demo. */
const nl = forRules(usual, sample().rules);

const TENDER = '/tenders/tender-gon-2027-3';
const WEST = 'West';

describe('the chair makes a new tender and opens the assessment', () => {
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

  const area = (lot: string) => chair.page.getByRole('group', { name: lot, exact: true });

  const member = (row: number) => chair.page.getByRole('group', { name: nl.bids.form.member(row), exact: true });
  async function fillMembers(members: readonly (readonly [name: string, number: string])[]): Promise<void> {
    for (const [index, [name, number]] of members.entries()) {
      await member(index + 1)
        .getByLabel(nl.bids.form.memberName, { exact: true })
        .fill(name);
      await member(index + 1)
        .getByLabel(nl.bids.form.number, { exact: true })
        .fill(number);
    }
  }

  async function fillBid(bid: {
    name: string;
    form: string;
    members: readonly (readonly [name: string, number: string])[];
    lot: string;
    percentages: readonly string[];
  }): Promise<void> {
    const { page } = chair;
    await page.getByLabel(nl.bids.form.name, { exact: true }).fill(bid.name);
    await page.getByRole('radio', { name: bid.form, exact: true }).check();
    await fillMembers(bid.members);
    await area(bid.lot).getByRole('checkbox').check();
    const fields = await area(bid.lot).getByRole('textbox').all();
    expect(fields).toHaveLength(bid.percentages.length);
    for (const [index, field] of fields.entries()) await field.fill(bid.percentages[index]!);
  }

  it('a title is asked for when it is forgotten', async () => {
    await chair.follow(nl.app.newTender);
    await chair.press(nl.newTender.submit, 422);
    expect(await chair.page.title()).toMatch(/^Fout: /);
    expect(await chair.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      nl.newTender.nameRequired,
      nl.newTender.choose,
    ]);
  });

  it('makes a tender with the announced rules', async () => {
    await chair.page.getByLabel(nl.newTender.name).fill('GON 2027, proefronde');
    await chair.page.locator('#from').check();
    await chair.confirm(nl.newTender.submit);
    expect(new URL(chair.page.url()).pathname).toBe(TENDER);
    expect(await chair.text()).toContain(nl.tender.notice.created);
    expect(await chair.text()).toContain(nl.errors['no-assessors']({}));
  });

  it('appoints an assessor, who then finds the tender on the home page', async () => {
    await chair.page.getByLabel(nl.tender.appointChoose).selectOption({ label: 'Bente Beoordelaar' });
    await chair.press(nl.tender.appoint);
    expect(await chair.text()).toContain(nl.tender.notice.appointed);
    expect(await chair.text()).toContain(nl.errors['no-valid-bids']({}));

    const assessor = await openVisitor(browser, server.url, { account: 'beoordelaar-3' });
    await assessor.follow('GON 2027, proefronde');
    await assessor.follow(nl.tender.pages.assessments);
    await assessor.leave();
  });

  it('registers a bid', async () => {
    await chair.follow(nl.tender.registerBid);
    await fillBid({
      name: 'Stichting Wielewaal',
      form: nl.bids.form.single,
      members: [['', '90000001']],
      lot: WEST,
      percentages: ['15', '30', '50', '70', '22,5'],
    });
    await chair.confirm(nl.bids.form.submit);
    expect(await chair.text()).toContain(nl.tender.notice.bidRegistered);
  });

  it('refuses an organisation that is already in another bid for the same area, and keeps what was typed', async () => {
    await chair.follow(nl.tender.registerBid);
    await fillBid({
      name: 'Combinatie Karekiet',
      form: nl.bids.form.consortium,
      members: [
        ['Karekiet Zorg', '9000 0002'],
        ['Stichting Wielewaal', '90000001'],
      ],
      lot: WEST,
      percentages: ['16', '31', '51', '71', '16'],
    });
    await chair.press(nl.bids.form.submit, 422);

    const { page } = chair;
    const problem = nl.errors['organisation-in-two-bids']({
      organisation: 'Stichting Wielewaal',
      bidders: ['Stichting Wielewaal', 'Combinatie Karekiet'],
      lot: 'west',
    });
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([problem]);
    const second = member(2).getByLabel(nl.bids.form.memberName, { exact: true });
    expect(await second.getAttribute('aria-invalid')).toBe('true');
    expect(await second.inputValue()).toBe('Stichting Wielewaal');
    expect(await member(1).getByLabel(nl.bids.form.number, { exact: true }).inputValue()).toBe('9000 0002');
    expect(await page.getByLabel(nl.bids.form.name, { exact: true }).inputValue()).toBe('Combinatie Karekiet');
    expect(await page.getByRole('radio', { name: nl.bids.form.consortium, exact: true }).isChecked()).toBe(true);
    expect(await area(WEST).getByRole('checkbox').isChecked()).toBe(true);
    const percentages = await area(WEST).getByRole('textbox').all();
    expect(await Promise.all(percentages.map((field) => field.inputValue()))).toEqual(['16', '31', '51', '71', '16']);
    expect(server.services.tenders.get('tender-gon-2027-3').bids.size).toBe(1);

    await fillMembers([
      ['Karekiet Zorg', '90000002'],
      ['Snor Begeleiding', '90000003'],
    ]);
    await chair.confirm(nl.bids.form.submit);
    expect(await chair.text()).toContain(nl.tender.notice.bidRegistered);
  });

  it('registers a bid below the minimum percentages, and shows for which area it is invalid and why', async () => {
    await chair.follow(nl.tender.registerBid);
    await fillBid({
      name: 'Porseleinhoen Zorg',
      form: nl.bids.form.single,
      members: [['', '90000004']],
      lot: WEST,
      percentages: ['15', '29,5', '50', '70', '15'],
    });
    await chair.confirm(nl.bids.form.submit);
    await chair.follow(nl.tender.pages.bids);
    const bid = chair.page.getByRole('region', { name: /^Porseleinhoen Zorg/ });
    const row = await visibleText(bid.getByRole('row', { name: WEST }));
    expect(row).toContain(nl.bids.invalid);
    expect(row).toContain('De toezegging per 31 december 2028 is 29,5%; het minimum is 30%.');
  });

  it('names every field that cannot be read', async () => {
    await chair.visit(TENDER);
    await chair.follow(nl.tender.registerBid);
    await chair.press(nl.bids.form.submit, 422);
    const t = nl.bids.form;
    const links = chair.page.getByRole('alert').getByRole('link');
    expect(await links.allInnerTexts()).toEqual([t.nameRequired, t.formRequired, t.membersRequired, t.lotsRequired]);
    for (const link of await links.all()) {
      const target = await link.getAttribute('href');
      expect(await chair.page.locator(`[id="${target!.slice(1)}"]`).count(), target!).toBe(1);
    }
  });

  it('opens the assessment: the assessor has the valid bids to assess, and nothing more can be registered', async () => {
    await chair.visit(TENDER);
    expect(await chair.text()).toContain(nl.tender.declare);
    await declareNoInterest(chair, TENDER);
    await chair.confirm(nl.tender.openAssessment);
    expect(await chair.text()).toContain(nl.tender.notice.opened);
    expect(await chair.page.getByRole('link', { name: nl.tender.registerBid }).count()).toBe(0);

    const assessor = await openVisitor(browser, server.url, { account: 'beoordelaar-3' });
    await assessor.visit(`${TENDER}/assessments`, 409);
    await declareNoInterest(assessor, TENDER);
    await assessor.visit(`${TENDER}/assessments`);
    const list = assessor.page.getByRole('table', { name: nl.assessments.caption(WEST) });
    expect(await list.locator('tbody').getByRole('rowheader').allInnerTexts()).toEqual([
      'Stichting Wielewaal',
      'Combinatie Karekiet',
    ]);
    await assessor.leave();
  });
});
