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
});
