import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSheet } from '../../../src/exchange/spreadsheet/read-sheet.ts';
import { BOUNDS } from '../../../src/exchange/spreadsheet/sheet.ts';
import { writeXlsx } from '../../../src/exchange/spreadsheet/write-xlsx.ts';
import { en } from '../../../src/messages/en.ts';
import { forRules } from '../../../src/messages/messages.ts';
import { nl } from '../../../src/messages/nl.ts';
import { agreementIn } from '../../support/http.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, PEOPLE, RULES, TENDER } from '../../support/secret-tender.ts';

const PAGE = `/tenders/${TENDER}/bids/sheet`;
let house: Installation;
beforeEach(async () => {
  house = await openInstallation(PEOPLE);
  await bring(house, 'registration', BASE);
});
afterEach(() => house.close());

const bids = () => [...house.services.tenders.get(TENDER).bids.values()].map(({ bidder }) => bidder.name);
const offer = (content: Uint8Array, person = 'chair') =>
  house.upload(person, PAGE, {}, { name: 'inschrijvingen.xlsx', content });
const agree = async (html: string) => await house.post('chair', `${PAGE}/register`, agreementIn(html));
/** The heads and rows of the empty sheet, with these rows. */
async function filled(...rows: readonly Record<string, string>[]): Promise<Uint8Array> {
  const read = await readSheet((await house.get('chair', `${PAGE}.xlsx`)).bytes, [nl.sheets.bids.sheet]);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const heads = [...read.sheet.rows[0]!.cells.values()].map(({ text }) => text);
  return writeXlsx([
    {
      name: nl.sheets.bids.sheet,
      columns: heads.map((header) => ({ header, width: 10 })),
      rows: rows.map((row) => heads.map((head) => row[head] ?? null)),
    },
  ]);
}
const { heads } = nl.sheets.bids;
const one = (name: string, more: Record<string, string> = {}) => ({
  [heads.name]: name,
  [heads.form]: nl.bids.form.single,
  Gebied: 'Lot 1',
  [heads.number(1)]: '01234567',
  ...more,
});

describe('bids out of a spreadsheet', () => {
  it('are shown before they are registered, all together', async () => {
    const before = bids();
    const shown = await offer(
      await filled(one('Bosuil'), one('Kerkuil', { [heads.number(1)]: '00000002', [heads.late]: 'Storing.' })),
    );
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(nl.sheets.bids.confirmTitle(2));
    for (const said of ['Bosuil', '01234567', 'Kerkuil', 'Storing.']) expect(shown.text).toContain(said);
    expect(bids()).toEqual(before);
    const { status, location } = await agree(shown.text);
    expect([status, location]).toEqual([303, `/tenders/${TENDER}?notice=bidsRegistered`]);
    expect(bids()).toEqual([...before, 'Bosuil', 'Kerkuil']);
    expect((await house.get('chair', location!)).text).toContain(nl.tender.notice.bidsRegistered);
  });

  it('are not registered when something in the sheet is wrong, and all of it is said', async () => {
    const before = bids();
    const { status, text } = await offer(
      await filled(one('Bosuil'), one('Kerkuil', { Gebied: 'Lot 9' }), one('Steenuil', { [heads.number(1)]: '12' })),
    );
    expect(status).toBe(422);
    for (const said of ['rij 3, kolom C (Gebied)', 'rij 4, kolom E (KvK-nummer 1)', nl.sheets.nothingTaken]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('rij 2,');
    for (const [content, said] of [
      [Buffer.from('%PDF-1.7\u0000'), nl.sheets.faults['not-a-spreadsheet']],
      [new Uint8Array(BOUNDS.file + 1), nl.sheets.faults['too-large']],
    ] as const) {
      const refused = await offer(content);
      expect([refused.status, refused.text.includes(said)]).toEqual([422, true]);
    }
    const none = await house.upload('chair', PAGE, {}, null);
    expect([none.status, none.text.includes(nl.sheets.missing)]).toEqual([422, true]);
    expect(bids()).toEqual(before);
  });

  it('are looked at anew when somebody registered one of them meanwhile', async () => {
    const shown = await offer(await filled(one('Bosuil')));
    const [member] = [{ id: 'org-x', name: 'Organisatie x' }];
    const bid = {
      id: 'x',
      bidder: { name: 'Bosuil', form: 'single' as const, members: [member!] },
      lots: [{ lot: 'lot-1' }],
    };
    house.services.tenders.execute(TENDER, 'chair', { type: 'register-bid', bid });
    const { status, text } = await agree(shown.text);
    expect([status, text.includes('Er is al een inschrijving van “Bosuil”.')]).toEqual([422, true]);
    const back = await house.post('chair', `${PAGE}/register`, [...agreementIn(shown.text), ['intent', 'back']]);
    expect([back.status, back.location]).toEqual([303, PAGE]);
    expect((await house.post('chair', `${PAGE}/register`, { sheet: 'x' })).status).toBe(422);
  });

  it('come in a sheet in either language, as a workbook and as text', async () => {
    const csv = await house.get('chair', `${PAGE}.csv`);
    expect(csv.text.startsWith('\uFEFFInschrijver;Vorm;Gebied;')).toBe(true);
    const english = `${en.sheets.bids.heads.name};Form;${forRules(en, RULES).common.lot};KvK number 1\r\nBosuil;Single;Lot 1;01234567\r\n`;
    const text = english.replace('Single', en.bids.form.single);
    expect((await offer(Buffer.from(text))).text).toContain(nl.sheets.bids.confirmTitle(1));
  });

  it('are nothing for who registers no bids, and no more once the assessment is open', async () => {
    for (const path of [PAGE, `${PAGE}.xlsx`, `${PAGE}.csv`]) {
      expect((await house.get('assessor', path)).status).toBe(403);
    }
    expect((await offer(await filled(one('Bosuil')), 'assessor')).status).toBe(403);
    house.services.tenders.execute(TENDER, 'chair', { type: 'open-assessment' });
    expect((await house.get('chair', PAGE)).status).toBe(409);
  });
});
