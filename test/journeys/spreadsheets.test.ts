import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTender } from '../../src/actions/open-tender.ts';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';
import type { RunningServer } from '../../src/server.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { FINISHED, RUNNING } from '../support/demo.ts';
import { chooseSheet, download, type FilledRow, filledSheet } from '../support/filled-sheet.ts';
import { startTestServer } from '../support/http.ts';
import { sample } from '../support/tender.ts';

/** What officers and assessors have in a spreadsheet comes in, and goes out, in a real browser. */

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const inBothWidths = async (visitor: Visitor): Promise<void> => {
  for (const width of [390, 1280]) {
    await visitor.page.setViewportSize({ width, height: 900 });
    await visitor.lookOver();
  }
};

const filledIn = (bytes: Uint8Array, rows: readonly FilledRow[]): Promise<Buffer> =>
  filledSheet(bytes, nl.sheets.bids.sheet, () => rows);

describe('spreadsheets', () => {
  it('bring in bids: what is wrong is said with its place, what is right is shown, and then registered', async () => {
    const { rules } = sample();
    const dossier = openTender(server.services.tenders, 'inkoper', 'GON 2029', { rules, sha256: '0'.repeat(64) });
    const t = nl.sheets.bids;
    const officer = await openVisitor(browser, server.url, { account: 'inkoper', javaScript: false });
    await officer.visit(`/tenders/${dossier}`);
    await officer.follow(t.link);
    await inBothWidths(officer);
    const { name, bytes } = await download(officer, `${nl.sheets.download}: ${nl.sheets.downloadXlsx}`);
    expect(name).toBe('gon-2029-inschrijvingen.xlsx');
    const growth = Object.fromEntries(
      ['Eind 2027 (%)', 'Eind 2028 (%)', 'Eind 2029 (%)', 'Eind 2030 (%)', 'Initiatief (%)'].map((head, place) => [
        head,
        ['15', '30', '50', '70,5', '15%'][place]!,
      ]),
    );
    const row = (bidder: string, lot: string, more: Record<string, string> = {}) => ({
      [t.heads.name]: bidder,
      [t.heads.form]: nl.bids.form.single,
      Gebied: lot,
      ...growth,
      ...more,
    });
    await chooseSheet(
      officer,
      nl.sheets.file,
      await filledIn(bytes, [row('De Linde', 'Atlantis', { [t.heads.number(1)]: '1234567' }), row('', 'West')]),
    );
    await officer.press(t.submit, 422);
    expect(await officer.page.title()).toMatch(/^Fout: /);
    const said = await officer.text();
    for (const place of ['rij 2, kolom C (Gebied)', 'rij 2, kolom J (KvK-nummer 1)', 'rij 3, kolom A (Inschrijver)']) {
      expect(said).toContain(place);
    }
    await inBothWidths(officer);
    await chooseSheet(
      officer,
      nl.sheets.file,
      await filledIn(bytes, [
        row('De Linde', 'West', { [t.heads.number(1)]: '01234567' }),
        row('De Linde', 'Zuid en Haren'),
      ]),
    );
    await officer.press(t.submit);
    expect(await officer.text()).toContain('Eén organisatie (KvK 01234567)');
    await inBothWidths(officer);
    await officer.press(t.confirmYes(1));
    expect(await officer.text()).toContain(nl.tender.notice.bidsRegistered);
    expect([...server.services.tenders.get(dossier).bids.values()].map(({ lots }) => lots.length)).toEqual([2]);
    await officer.leave();
  }, 90_000);

  it('hold the own scores of an assessor, in English as well', async () => {
    const assessor = await openVisitor(browser, server.url, { account: 'beoordelaar-1' });
    await assessor.visit(`/tenders/${RUNNING}/assessments`);
    await assessor.follow(nl.sheets.scores.own.link);
    await inBothWidths(assessor);
    await assessor.page.getByRole('button', { name: 'English' }).click();
    await assessor.page.waitForLoadState('load');
    await inBothWidths(assessor);
    const { name, bytes } = await download(assessor, `${en.sheets.download}: ${en.sheets.downloadXlsx}`);
    expect(name).toMatch(/-own-scores\.xlsx$/);
    await chooseSheet(assessor, en.sheets.file, bytes);
    await assessor.press(en.sheets.scores.submit, 422);
    expect(await assessor.text()).toContain(en.sheets.scores.nothingNew);
    await assessor.leave();
  }, 60_000);

  it('give an award with totals as formulas, and the bids', async () => {
    const officer = await openVisitor(browser, server.url, { account: 'inkoper' });
    await officer.visit(`/tenders/${FINISHED}/award`);
    const award = await download(officer, nl.sheets.workbook.link);
    expect(award.name).toMatch(/-gunning\.xlsx$/);
    expect(award.bytes.subarray(0, 2).toString()).toBe('PK');
    await officer.visit(`/tenders/${FINISHED}/bids`);
    await inBothWidths(officer);
    const bids = await download(officer, `${nl.sheets.asSheet}: ${nl.sheets.downloadCsv}`);
    expect(bids.bytes.toString('utf8')).toMatch(/^\uFEFFInschrijver;Vorm;Gebied;/);
    await officer.leave();
  }, 60_000);
});
