import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { overviewOf } from '../../../src/domain/contract/overview.ts';
import { standing } from '../../../src/domain/contract/state.ts';
import { readSheet } from '../../../src/exchange/spreadsheet/read-sheet.ts';
import { nl } from '../../../src/messages/nl.ts';
import { type FilledRow, filledSheet } from '../../support/filled-sheet.ts';
import { type Followed, followed, quarterOf } from '../../support/followed.ts';
import { agreementIn } from '../../support/http.ts';

const t = nl.contractForms.sheet;
const h = t.heads;
let open: Followed;
beforeEach(async () => {
  open = await followed();
  open.house.at('2028-01-20T09:00:00.000Z');
  open.record(quarterOf('west', '2027-Q1', [10, 20, 300, 3], { on: '2027-04-10', complaints: 1, spent: '900000' }));
});
afterEach(() => open.house.close());
const path = () => open.path('/figures-sheet');
const recorded = () => standing(open.house.services.contracts.get(open.dossier), 'figures-recorded');

/** The sheet that is downloaded, with what is known in it, changed by its rows. */
const sheet = async (fill: (rows: readonly FilledRow[]) => readonly FilledRow[]) =>
  await filledSheet((await open.house.get('manager', `${path()}.xlsx`)).bytes, t.sheet, (_, rows) => fill(rows));
const offer = async (fill: (rows: readonly FilledRow[]) => readonly FilledRow[]) =>
  await open.house.upload('manager', path(), {}, { name: 'cijfers.xlsx', content: await sheet(fill) });
const figures = {
  [h.basicVolunteers]: '20',
  [h.basicProfessionals]: '30',
  [h.additional]: '300',
  [h.communityInitiatives]: '8',
  [h.complaints]: '0',
};
const isOf = (row: FilledRow, area: string, quarter: string) => row[h.area] === area && row[h.quarter] === quarter;
const withRow = (area: string, quarter: string, cells: FilledRow) => (rows: readonly FilledRow[]) =>
  rows.map((row) => (isOf(row, area, quarter) ? { ...row, ...cells } : row));

describe('figures out of a spreadsheet', () => {
  it('are offered on a sheet with every quarter that is over and what is known of it, in both formats', async () => {
    const read = await readSheet((await open.house.get('manager', `${path()}.xlsx`)).bytes, [t.sheet]);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    expect(read.sheet.rows).toHaveLength(1 + 2 * 4);
    const row = read.sheet.rows.find(({ cells }) => cells.get(1)?.text === 'West')!;
    expect([...row.cells.values()].map(({ text }) => text)).toEqual([
      'West',
      '2027-Q1',
      '10',
      '20',
      '300',
      '3',
      '1',
      '900000',
    ]);
    const csv = await open.house.get('manager', `${path()}.csv`);
    expect([csv.status, csv.text.includes('2027-Q1')]).toEqual([200, true]);
    expect((await open.house.get('manager', path())).text).toContain(t.meanings.reason);
  });

  it('are shown first, and then recorded all together with one command', async () => {
    const head = open.house.services.storage.events.head(open.dossier).seq;
    const shown = await offer((rows) =>
      withRow('West', '2027-Q1', { [h.complaints]: '2', [h.reason]: 'Een klacht later gemeld.' })(
        withRow('West', '2027-Q2', figures)(rows),
      ),
    );
    expect(shown.status).toBe(200);
    for (const part of [t.confirmTitle, t.count(1, 1), t.was('1'), 'Een klacht later gemeld.']) {
      expect(shown.text).toContain(part);
    }
    expect(open.house.services.storage.events.head(open.dossier).seq).toBe(head);
    const { status, location } = await open.house.post('manager', `${path()}/record`, agreementIn(shown.text));
    expect([status, location]).toEqual([303, open.path('?notice=sheetRecorded')]);
    expect((await open.house.get('manager', location!)).text).toContain(t.saved);
    expect(recorded()).toHaveLength(3);
    const { quarters } = overviewOf(open.house.services.contracts.get(open.dossier), '2028-02-01').areas[1]!;
    expect(quarters.map(({ now, before }) => [now.payload.complaints, before.length])).toEqual([
      [2, 1],
      [0, 0],
    ]);
  });

  it('say every fault at once, each with its row and column in words, and change nothing', async () => {
    const shown = await offer((rows) => [
      ...withRow('West', '2027-Q1', { [h.complaints]: '4' })(rows),
      { [h.area]: 'Noord', [h.quarter]: '2027-Q1', ...figures },
      { [h.area]: 'West', [h.quarter]: '2028-Q1', ...figures },
      { [h.area]: 'West', [h.quarter]: 'voorjaar', ...figures },
      { [h.area]: 'West', [h.quarter]: '2027-Q3', ...figures, [h.additional]: '-3', [h.communityInitiatives]: '' },
      { [h.area]: 'West', [h.quarter]: '2027-Q4', ...figures, [h.communityInitiatives]: '51' },
      { [h.area]: 'West', [h.quarter]: '2027-Q4', ...figures },
    ]);
    expect(shown.status).toBe(422);
    const text = shown.text.replace(/&#34;/g, '"');
    for (const part of [
      `rij 6, kolom I (${h.reason}): Hier is al iets vastgelegd`,
      `rij 10, kolom A (${h.area}): Het gebied “Noord”`,
      `rij 11, kolom B (${h.quarter}): Dit kwartaal loopt tot en met 31 maart 2028`,
      `rij 12, kolom B (${h.quarter}): ${t.quarterWrong}`,
      `rij 13, kolom E (${h.additional}): ${nl.contractForms.wrong.negative(h.additional)}`,
      `rij 13, kolom F (${h.communityInitiatives}): ${nl.contractForms.wrong.missing(h.communityInitiatives)}`,
      `rij 14, kolom F (${h.communityInitiatives}):`,
      `rij 15, kolom B (${h.quarter}): Dit kwartaal van dit gebied staat ook op rij 14`,
    ]) {
      expect(text).toContain(part);
    }
    expect(recorded()).toHaveLength(1);
  });

  it('that say nothing new are told so, and a form without a file asks for one', async () => {
    expect((await offer((rows) => rows)).text).toContain(t.nothingNew);
    expect((await open.house.upload('manager', path(), {}, null)).text).toContain(nl.sheets.missing);
  });

  it('are agreed to as they were shown: what came in meanwhile is seen first', async () => {
    const shown = await offer(withRow('West', '2027-Q2', figures));
    open.record(quarterOf('west', '2027-Q2', [1, 1, 1, 0], { on: '2027-08-01' }));
    const { status, text } = await open.house.post('manager', `${path()}/record`, agreementIn(shown.text));
    expect([status, text.includes(`(${h.reason})`)]).toEqual([422, true]);
    expect(recorded()).toHaveLength(2);
  });

  it('are of who takes part', async () => {
    for (const person of ['committee', 'auditor', 'assessor']) {
      for (const end of ['', '.xlsx', '.csv']) {
        expect((await open.house.get(person, `${path()}${end}`)).status).toBe(403);
      }
    }
    expect((await open.house.get('other-manager', path())).status).toBe(404);
  });
});
