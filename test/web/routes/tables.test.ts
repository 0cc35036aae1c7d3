import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSheet } from '../../../src/exchange/spreadsheet/read-sheet.ts';
import { nl } from '../../../src/messages/nl.ts';
import { readBidsSheet } from '../../../src/web/forms/bids-sheet.ts';
import { dossierIn } from '../../support/dossier.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, PEOPLE, RULES, TENDER } from '../../support/secret-tender.ts';
import { sample } from '../../support/tender.ts';

let house: Installation;
beforeEach(async () => {
  house = await openInstallation(PEOPLE);
});
afterEach(() => house.close());

async function sheetOf(person: string, path: string) {
  const { status, bytes, headers } = await house.get(person, path);
  expect(status).toBe(200);
  const read = await readSheet(bytes, []);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const texts = read.sheet.rows.map(({ cells }) => [...cells.values()].map(({ text }) => text));
  return { sheet: read.sheet, texts, file: headers.get('content-disposition') };
}

describe('tables as spreadsheets', () => {
  it('list the tenders that somebody sees, and no others', async () => {
    await bring(house, 'registration', BASE);
    const { texts, file } = await sheetOf('chair', '/tenders.xlsx');
    expect(texts[0]![0]).toBe(nl.home.list.tender);
    expect(texts).toHaveLength(2);
    expect(file).toBe('attachment; filename="aanbestedingen.xlsx"');
    const nothing = await house.get('chair', '/tenders.csv?q=bestaat-niet');
    expect(nothing.text.split('\r\n')).toHaveLength(2);
    expect((await house.get('chair', '/tenders.xlsx?page=x')).status).toBe(400);
    expect((await house.get('administrator', '/tenders.csv')).text.split('\r\n')).toHaveLength(2);
  });

  it('hold bids as they can be read back', async () => {
    await bring(house, 'registration', BASE);
    const { sheet } = await sheetOf('chair', `/tenders/${TENDER}/bids.xlsx`);
    const empty = dossierIn('registration', { ...sample(), rules: RULES, bids: [] }).state()!;
    const read = await readBidsSheet(nl, empty, 'chair', sheet);
    const known = [...house.services.tenders.get(TENDER).bids.values()];
    expect('bids' in read && read.bids.map(({ bid }) => [bid.bidder.name, bid.lots])).toEqual(
      known.map(({ bidder, lots }) => [bidder.name, lots]),
    );
    expect((await house.get('other-officer', `/tenders/${TENDER}/bids.xlsx`)).status).toBe(404);
  });

  it('hold scores and prices for who sees them, and only then', async () => {
    await bring(house, 'assessment', BASE);
    expect((await house.get('chair', `/tenders/${TENDER}/scores.xlsx`)).status).toBe(403);
    house.close();
    house = await openInstallation(PEOPLE);
    await bring(house, 'awarded', BASE);
    const prices = await sheetOf('chair', `/tenders/${TENDER}/prices.xlsx`);
    expect(prices.texts.filter(([code]) => code!.endsWith('.amount')).map((row) => [row[0], row.at(-1)])).toEqual([
      ['price.a.lot-1.amount', '100'],
      ['price.b.lot-1.amount', '110'],
    ]);
    expect((await house.get('assessor', `/tenders/${TENDER}/prices.csv`)).status).toBe(403);
    const { texts } = await sheetOf('chair', `/tenders/${TENDER}/scores.csv`);
    expect(texts[0]).toContain(nl.consensus.motivation);
    expect(texts.length).toBeGreaterThan(1);
    const workbook = await house.get('chair', `/tenders/${TENDER}/award.xlsx`);
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
    expect((await sheetOf('chair', `/tenders/${TENDER}/award.xlsx`).catch(String)).toString()).toContain(
      'no-such-sheet',
    );
    expect((await house.get('other-officer', `/tenders/${TENDER}/award.xlsx`)).status).toBe(404);
  });

  it('say how far each assessor is, to who sees that', async () => {
    await bring(house, 'assessment', BASE);
    const { texts, file } = await sheetOf('chair', `/tenders/${TENDER}/progress.xlsx`);
    const t = nl.tender;
    expect(texts[0]).toEqual([nl.common.assessor, t.submitted, t.draft, t.stillOpen, t.inAll]);
    expect(texts.length).toBeGreaterThan(1);
    for (const [, done, , open, all] of texts.slice(1)) expect(Number(done) + Number(open)).toBe(Number(all));
    expect(file).toContain('voortgang');
    const page = await house.get('chair', `/tenders/${TENDER}`);
    expect(page.text).toContain(`/tenders/${TENDER}/progress.csv`);
    expect((await house.get('assessor', `/tenders/${TENDER}/progress.csv`)).status).toBe(403);
    expect((await house.get('other-officer', `/tenders/${TENDER}/progress.csv`)).status).toBe(404);
  });

  it('list the accounts, for who administers them, and run nothing', async () => {
    const { accounts } = house.services;
    accounts.add('administrator', { id: 'formule', name: '=1+2', roles: ['assessor'] });
    const { texts } = await sheetOf('administrator', '/accounts.xlsx');
    expect(texts[0]).toEqual([nl.accounts.name, nl.accounts.id, nl.common.status, nl.accounts.roles]);
    expect(texts).toHaveLength(accounts.list().length + 1);
    expect((await house.get('administrator', '/accounts.csv')).text).toContain("'=1+2;formule;");
    for (const person of ['chair', 'auditor'] as const) {
      expect((await house.get(person, '/accounts.csv')).status).toBe(403);
    }
  });

  it('hold the log for who audits it', async () => {
    await bring(house, 'awarded', BASE);
    const { texts } = await sheetOf('auditor', `/tenders/${TENDER}/log.xlsx`);
    expect(texts[0]).toEqual(expect.arrayContaining([nl.log.seq, nl.log.what, nl.log.hash]));
    const csv = await house.get('auditor', `/tenders/${TENDER}/log.csv`);
    expect(csv.text.split('\r\n').length).toBeGreaterThanOrEqual(texts.length);
    expect((await house.get('chair', `/tenders/${TENDER}/log.xlsx`)).status).toBe(403);
    expect((await sheetOf('administrator', '/accounts/log.xlsx')).texts.length).toBeGreaterThan(1);
  });
});
