import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bid } from '../../../src/domain/rules/bid.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import { readEvaluationInput } from '../../../src/exchange/evaluation-file.ts';
import { readSheet } from '../../../src/exchange/spreadsheet/read-sheet.ts';
import type { Sheet } from '../../../src/exchange/spreadsheet/sheet.ts';
import { writeXlsx } from '../../../src/exchange/spreadsheet/write-xlsx.ts';
import { en } from '../../../src/messages/en.ts';
import { forRules, type Messages } from '../../../src/messages/messages.ts';
import { nl } from '../../../src/messages/nl.ts';
import { bidAsTyped } from '../../../src/web/forms/bid-as-typed.ts';
import { bidColumns, emptyBidsSheet, FORM, LOT } from '../../../src/web/forms/bid-columns.ts';
import { BIDS_SHEET, readBidsSheet } from '../../../src/web/forms/bids-sheet.ts';
import { dossierIn } from '../../support/dossier.ts';
import { projectRoot } from '../../support/http.ts';
import { sample, singleBid, smallRules } from '../../support/tender.ts';

const CHAIR = 'chair';
const stateOf = (rules: TenderRules, bids: readonly Bid[] = []) =>
  dossierIn('registration', { ...sample(), rules, bids: [...bids] }).state()!;

/** The sheet as it would be filled in for these bids, saved and read; `change` fills in something else. */
async function filled(
  m: Messages,
  rules: TenderRules,
  bids: readonly Bid[],
  change: (cells: Record<string, string>, row: number) => Record<string, string> = (cells) => cells,
): Promise<Sheet> {
  const [empty] = emptyBidsSheet(m, rules);
  const shown = bidColumns(m, rules).filter(({ isShown }) => isShown);
  const words = forRules(m, rules).bids.form;
  const lots = [...rules.lots, ...(rules.combinations ?? [])];
  const rows = bids.flatMap((bid) =>
    bid.lots.map(({ lot }, index) => {
      const typed = bidAsTyped(m, bid);
      const cells = Object.fromEntries(
        shown.flatMap(({ key, field, isOfLot }) => {
          if (key === LOT) return [[key, lots.find(({ id }) => id === lot)!.name]];
          if (!isOfLot && index > 0) return key === 'name' ? [[key, bid.bidder.name]] : [];
          if (key === FORM) return [[key, words[bid.bidder.form]]];
          const value = typed[field!(lot)];
          const names = Array.isArray(value) ? value.map((one) => lots.find(({ id }) => id === one)!.name) : [];
          const text = names.length > 0 ? names.join('; ') : String(value ?? '');
          return text === '' || (key.endsWith('registerName') && text === 'kvk') ? [] : [[key, text]];
        }),
      );
      return cells;
    }),
  );
  const table = rows.map((cells, row) => {
    const changed = change(cells, row);
    return shown.map(({ key }) => changed[key] ?? null);
  });
  const read = await readSheet(writeXlsx([{ ...empty, rows: table }]), BIDS_SHEET);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.sheet;
}

/** Without ids, which are given anew. */
const withoutIds = (bids: readonly Bid[]) =>
  bids.map(({ id: _, ...bid }) => ({
    ...bid,
    bidder: { ...bid.bidder, members: bid.bidder.members.map(({ id: __, ...member }) => member) },
  }));
const problemsOf = (read: Awaited<ReturnType<typeof readBidsSheet>>): string[] =>
  'problems' in read ? read.problems.map(({ text }) => text) : [];

describe('the sheet of bids', () => {
  const cleaning = readEvaluationInput(readFileSync(join(projectRoot(), 'data/samples/schoonmaak.json'), 'utf8'));
  it.each([
    ['a growth path and combinations', nl, sample().rules, sample().bids],
    ['the same in English', en, sample().rules, sample().bids],
    ['figures that are measured', nl, cleaning.rules, cleaning.bids],
  ] as const)('reads what is registered by hand: with %s', async (_, m, rules, bids) => {
    const read = await readBidsSheet(nl, stateOf(rules), CHAIR, await filled(m, rules, bids));
    expect(problemsOf(read)).toEqual([]);
    expect(withoutIds('bids' in read ? read.bids.map(({ bid }) => bid) : [])).toEqual(withoutIds(bids));
  });

  it('asks of every rule set what its form asks', () => {
    const keys = bidColumns(nl, cleaning.rules)
      .filter(({ isNeeded }) => isNeeded)
      .map(({ head }) => head);
    expect(keys).toEqual(['Inschrijver', 'Vorm', 'Perceel', 'Uitstoot, in kg CO2']);
  });

  it('keeps the zero before a number, also where a program made a number of it', async () => {
    const [bid] = sample().bids;
    const sheet = await filled(nl, sample().rules, [bid!], (cells, row) =>
      row === 0 ? { ...cells, 'member.1.number': '01234567' } : cells,
    );
    const read = await readBidsSheet(nl, stateOf(sample().rules), CHAIR, sheet);
    expect('bids' in read && read.bids[0]!.bid.bidder.members[0]!.registration).toEqual({
      register: 'kvk',
      number: '01234567',
    });
  });

  it('says everything that is wrong at once, with sheet, row and column', async () => {
    const rules = sample().rules;
    const sheet = await filled(nl, rules, sample().bids.slice(0, 2), (cells, row) => {
      if (row === 0) return { ...cells, 'member.1.number': '1234567', [FORM]: 'stichting' };
      if (row === 1) return { ...cells, [LOT]: 'Atlantis' };
      return row === 2 ? { ...cells, 'growth.2027-12-31': 'veel', name: '' } : cells;
    });
    expect(problemsOf(await readBidsSheet(nl, stateOf(rules), CHAIR, sheet))).toEqual([
      'Werkblad “Inschrijvingen”, rij 2, kolom B (Vorm): Vul “Eén organisatie” of “Combinatie” in.',
      'Werkblad “Inschrijvingen”, rij 2, kolom J (KvK-nummer 1): “1234567” heeft 7 cijfers. Een KvK-nummer heeft acht cijfers; spaties en punten mogen. Misschien is de nul vooraan weggevallen.',
      'Werkblad “Inschrijvingen”, rij 3, kolom C (Gebied): “Atlantis” staat niet bij de gebieden van de regels. Kies uit: Centrum en Oude Wijken, West, Oost en Ten Boer en Zuid en Haren.',
      'Werkblad “Inschrijvingen”, rij 4, kolom A (Inschrijver): Vul op elke rij de naam van de inschrijver in.',
    ]);
  });

  it('says what the rules refuse of each bid, and of bids that are there already', async () => {
    const rules = smallRules({ lots: 2 });
    const bids = [singleBid('a', ['lot-1']), singleBid('b', ['lot-1', 'lot-2'])].map((bid) => ({
      ...bid,
      bidder: {
        ...bid.bidder,
        members: [{ id: '12345678', name: 'Eén', registration: { register: 'kvk', number: '12345678' } }],
      },
    }));
    const read = await readBidsSheet(nl, stateOf(rules, [bids[0]!]), CHAIR, await filled(nl, rules, bids));
    expect(problemsOf(read)).toEqual([
      'Werkblad “Inschrijvingen”, rij 2, kolom A (Inschrijver): Er is al een inschrijving van “Inschrijver a”. Controleer de naam.',
      'Werkblad “Inschrijvingen”, rij 3, kolom D (Organisatie 1): “Eén” doet al mee in een andere inschrijving voor hetzelfde gebied (“Inschrijver a”). Laat de organisatie hier weg.',
    ]);
  });
});
