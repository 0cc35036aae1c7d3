import { describe, expect, it } from 'vitest';
import type { Bid } from '../../../src/domain/rules/bid.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import { readEvaluationInput } from '../../../src/exchange/evaluation-file.ts';
import { readSheet } from '../../../src/exchange/spreadsheet/read-sheet.ts';
import { writeCsv } from '../../../src/exchange/spreadsheet/write-csv.ts';
import { writeXlsx } from '../../../src/exchange/spreadsheet/write-xlsx.ts';
import { en } from '../../../src/messages/en.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import { nl } from '../../../src/messages/nl.ts';
import { BIDS_SHEET, readBidsSheet } from '../../../src/web/forms/bids-sheet.ts';
import { bidsTable } from '../../../src/web/sheets/bids-table.ts';
import { dossierIn } from '../../support/dossier.ts';
import { CLEANING, TIED, TRANSPORT } from '../../support/rich-tenders.ts';
import { sample, singleBid, smallRules } from '../../support/tender.ts';

const inFile = (file: object) => readEvaluationInput(JSON.stringify(file));
const byPreference: TenderRules = {
  ...smallRules({ lots: 3 }),
  award: { ...smallRules({ lots: 3 }).award, mechanism: 'preferences', affiliated: { maximumLots: 3, oneBid: false } },
};
const wanted: Bid = {
  ...singleBid('a', ['lot-1', 'lot-3']),
  preferences: ['lot-3', 'lot-1'],
  bidder: {
    name: '=Zorg; "Noord"',
    form: 'consortium',
    members: [
      { id: '01234567', name: 'Eén', registration: { register: 'kvk', number: '01234567' } },
      { id: 'a-2', name: 'Zwei GmbH', registration: { register: 'Handelsregister Leer', number: 'HRB 007' } },
      { id: 'a-3', name: 'Zonder nummer' },
    ],
    subcontractors: ['Taxi', 'Bus & Co.'],
    group: 'groep-a',
  },
};

/** Without ids, which are given anew. */
const withoutIds = (bids: readonly Bid[]) =>
  bids.map(({ id: _, ...bid }) => ({
    ...bid,
    bidder: { ...bid.bidder, members: bid.bidder.members.map(({ id: __, ...member }) => member) },
  }));

async function readBack(m: Messages, rules: TenderRules, bids: readonly Bid[], asText: boolean) {
  const table = bidsTable(m, rules, bids);
  const bytes = asText ? Buffer.from(writeCsv(table, m.format.decimalMark)) : writeXlsx([table]);
  const read = await readSheet(bytes, BIDS_SHEET);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const empty = dossierIn('registration', { ...sample(), rules, bids: [] }).state()!;
  return await readBidsSheet(nl, empty, 'chair', read.sheet);
}

describe('bids as a spreadsheet', () => {
  it.each([
    ['lots with rules of their own', inFile(CLEANING)],
    ['capacities and discounts', inFile(TRANSPORT)],
    ['a tie', inFile(TIED)],
    ['a growth path', sample()],
    ['preferences, and everything that an organisation can have', { rules: byPreference, bids: [wanted] }],
  ])('are read back as the same bids: %s', async (_, { rules, bids }) => {
    for (const m of [nl, en]) {
      for (const asText of [false, true]) {
        const read = await readBack(m, rules, bids, asText);
        expect('problems' in read ? read.problems : []).toEqual([]);
        expect(withoutIds('bids' in read ? read.bids.map(({ bid }) => bid) : [])).toEqual(withoutIds(bids));
      }
    }
  });
});
