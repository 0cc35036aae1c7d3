import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoredCriteria } from '../../../src/domain/rules/criteria-tree.ts';
import { pricedPlaces } from '../../../src/domain/scoring/input.ts';
import { readEvaluationInput } from '../../../src/exchange/evaluation-file.ts';
import { readSheet } from '../../../src/exchange/spreadsheet/read-sheet.ts';
import {
  type Cell,
  type Sheet,
  type SheetFault,
  type SheetRow,
  UNREAD,
} from '../../../src/exchange/spreadsheet/sheet.ts';
import type { Table } from '../../../src/exchange/spreadsheet/table.ts';
import { writeXlsx } from '../../../src/exchange/spreadsheet/write-xlsx.ts';
import { nl } from '../../../src/messages/nl.ts';
import { BIDS_SHEET, readBidsSheet } from '../../../src/web/forms/bids-sheet.ts';
import { priceInputs } from '../../../src/web/forms/price-form.ts';
import { emptyPriceSheet, PRICE_SHEET, readPriceSheet } from '../../../src/web/forms/price-sheet.ts';
import { readScoreSheet, SCORE_SHEET, type SheetScore, scoreSheet } from '../../../src/web/forms/score-sheet.ts';
import { FIGURES_SHEET, figuresTable, readFiguresSheet } from '../../../src/web/recording/figures-sheet.ts';
import { bidsTable } from '../../../src/web/sheets/bids-table.ts';
import { dossierIn } from '../../support/dossier.ts';
import { type Followed, followed, quarterOf } from '../../support/followed.ts';
import { projectRoot } from '../../support/http.ts';
import { sample } from '../../support/tender.ts';

/** Every kind of sheet, filled in without a fault, as it is read; and with something wrong in what one cell says. */
interface Kind {
  readonly sheet: Sheet;
  readonly problemsOf: (sheet: Sheet) => Promise<string[]>;
  /** A cell that says something wrong, and a part of what is said of it. */
  readonly wrong: { readonly head: string; readonly row: number; readonly text: string; readonly said: string };
}

const cleaning = readEvaluationInput(readFileSync(join(projectRoot(), 'data/samples/schoonmaak.json'), 'utf8'));
let house: Followed;
const kinds = new Map<string, Kind>();
beforeAll(async () => {
  house = await followed();
  house.house.at('2028-01-20T09:00:00.000Z');
  kinds.set('bids', await ofBids());
  kinds.set('prices', await ofPrices());
  kinds.set('scores', await ofScores());
  kinds.set('figures', await ofFigures());
});
afterAll(() => house.house.close());

async function saved(table: Table, names: readonly string[]): Promise<Sheet> {
  const read = await readSheet(writeXlsx([table]), names);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.sheet;
}
const textsOf = (read: object): string[] =>
  'problems' in read ? (read.problems as { text: string }[]).map(({ text }) => text) : [];

async function ofBids(): Promise<Kind> {
  const { rules, bids } = sample();
  const state = dossierIn('registration', { ...sample(), bids: [] }).state()!;
  return {
    sheet: await saved(bidsTable(nl, rules, bids.slice(0, 2)), BIDS_SHEET),
    problemsOf: async (sheet) => textsOf(await readBidsSheet(nl, state, 'chair', sheet)),
    wrong: { head: 'Gebied', row: 3, text: 'Atlantis', said: '“Atlantis” staat niet bij de gebieden' },
  };
}

async function ofPrices(): Promise<Kind> {
  const state = dossierIn('registration', cleaning).state()!;
  const places = pricedPlaces(cleaning.rules, cleaning.bids).slice(0, 3);
  const values = new Map(
    (cleaning.prices ?? []).flatMap((price) =>
      priceInputs(nl, cleaning.rules, price, price, undefined).map(({ name, value }) => [name, value] as const),
    ),
  );
  const empty = emptyPriceSheet(nl, state, places);
  const filled = { ...empty, rows: empty.rows.map((row) => [...row.slice(0, -1), values.get(String(row[0])) || null]) };
  return {
    sheet: await saved(filled, PRICE_SHEET),
    problemsOf: async (sheet) => textsOf(await readPriceSheet(nl, state, places, sheet, '')),
    wrong: { head: nl.prices.keep.sheet.value, row: 3, text: 'veel', said: 'vul een getal in, met cijfers' },
  };
}

async function ofScores(): Promise<Kind> {
  const input = sample();
  const state = dossierIn('assessment', input).state()!;
  const bid = input.bids[0]!;
  const scores = scoredCriteria(input.rules).map(
    ({ criterion }, index): SheetScore => ({
      place: { bid: bid.id, lot: bid.lots[0]!.lot },
      criterion: criterion.id,
      typed: { score: ['6', '8', '10'][index % 3]!, motivation: 'Goed onderbouwd.', foundAt: `bladzijde ${index}` },
    }),
  );
  return {
    sheet: await saved(scoreSheet(nl, state, 'own', scores), SCORE_SHEET),
    problemsOf: async (sheet) => textsOf(await readScoreSheet(nl, state, 'own', scores, sheet)),
    wrong: { head: nl.sheets.scores.heads.score, row: 2, text: '4000', said: 'De score 4.000' },
  };
}

async function ofFigures(): Promise<Kind> {
  house.record(quarterOf('west', '2027-Q1', [10, 20, 300, 3], { on: '2027-04-10', complaints: 1, spent: '900000' }));
  const state = house.house.services.contracts.get(house.dossier);
  return {
    sheet: await saved(figuresTable(nl, state, '2028-01-20'), FIGURES_SHEET),
    problemsOf: async (sheet) => textsOf(readFiguresSheet(nl, state, sheet, '2028-01-20')),
    wrong: {
      head: nl.contractForms.sheet.heads.quarter,
      row: 6,
      text: 'voorjaar',
      said: nl.contractForms.sheet.quarterWrong,
    },
  };
}

/** The same sheet with something else in a cell; undefined for nothing. */
const withCell = (sheet: Sheet, row: number, column: number, cell: Cell | undefined): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((one): SheetRow => {
    if (one.row !== row) return one;
    const cells = new Map(one.cells);
    if (cell) cells.set(column, cell);
    else cells.delete(column);
    return { row, cells };
  }),
});
const withFault = (sheet: Sheet, fault: Omit<SheetFault, 'sheet'>): Sheet => ({
  ...sheet,
  faults: [...sheet.faults, { sheet: sheet.name, ...fault }],
});
const withFormula = (sheet: Sheet, row: number, column: number): Sheet =>
  withFault(withCell(sheet, row, column, UNREAD), { kind: 'formula', row, column });
const FORMULA = expect.stringContaining(nl.sheets.faults.formula);
const MERGED = expect.stringContaining(nl.sheets.faults.merged);

describe.each(['bids', 'prices', 'scores', 'figures'])('a sheet of %s', (name) => {
  const kind = (): Kind => kinds.get(name)!;

  it('without a fault has none', async () => {
    expect(await kind().problemsOf(kind().sheet)).toEqual([]);
  });

  it('with a formula in any one of its cells is told just that', async () => {
    const { sheet, problemsOf } = kind();
    for (const { row, cells } of sheet.rows) {
      for (const column of cells.keys()) {
        expect(await problemsOf(withFormula(sheet, row, column)), `${row} ${column}`).toEqual([FORMULA]);
      }
    }
  });

  it('with more formulas than are told says nothing else of them', async () => {
    const { sheet, problemsOf } = kind();
    const [heads, ...rows] = sheet.rows;
    const column = Math.max(...heads!.cells.keys());
    const all = rows.reduce((now, { row }) => withCell(now, row, column, UNREAD), sheet);
    const [first] = rows;
    expect(await problemsOf(withFault(all, { kind: 'formula', row: first!.row, column }))).toEqual([FORMULA]);
  });

  it('with any two cells under one another merged is told just that', async () => {
    const { sheet, problemsOf } = kind();
    const [, ...rows] = sheet.rows;
    for (const [index, { row, cells }] of rows.slice(1).entries()) {
      const above = rows[index]!;
      for (const column of cells.keys()) {
        if (!above.cells.has(column)) continue;
        const merged = { kind: 'merged', row: above.row, column, to: { row, column } } as const;
        const changed = withFault(withCell(sheet, row, column, undefined), merged);
        expect(await problemsOf(changed), `${row} ${column}`).toEqual([MERGED]);
      }
    }
  });

  it('with cells that cannot be read, a column too many and something wrong in what it says is told all of it at once', async () => {
    const { sheet, problemsOf, wrong } = kind();
    const [heads, ...rows] = sheet.rows;
    const column = [...heads!.cells].find(([, { text }]) => text === wrong.head)![0];
    const first = rows.find(({ row }) => row !== wrong.row)!;
    const extra = 50;
    const changed = withFormula(
      withCell(withCell(sheet, wrong.row, column, { kind: 'text', text: wrong.text }), heads!.row, extra, {
        kind: 'text',
        text: 'Opmerking',
      }),
      first.row,
      [...first.cells.keys()].at(-1)!,
    );
    const told = await problemsOf(withFault(changed, { kind: 'hidden-row', row: wrong.row, column: null }));
    for (const said of [
      nl.sheets.faults['unknown-column']('Opmerking'),
      nl.sheets.faults.formula,
      nl.sheets.faults['hidden-row'],
      wrong.said,
    ]) {
      expect(told).toContainEqual(expect.stringContaining(said));
    }
    expect(told).toHaveLength(4);
  });
});
