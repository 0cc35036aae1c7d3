import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import FormulaParser from 'fast-formula-parser';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { exact, roundHalfUp, toDecimalText } from '../../../src/domain/number.ts';
import { rulesIn } from '../../../src/domain/rules/in-lot.ts';
import type { PricePoints } from '../../../src/domain/rules/price/points.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { readEvaluationInput } from '../../../src/exchange/evaluation-file.ts';
import { decimalOf } from '../../../src/exchange/spreadsheet/cell-format.ts';
import { columnNumber } from '../../../src/exchange/spreadsheet/sheet.ts';
import type { Table, TableNumber } from '../../../src/exchange/spreadsheet/table.ts';
import { writeXlsx } from '../../../src/exchange/spreadsheet/write-xlsx.ts';
import { figuresOfLot } from '../../../src/explanation/totals.ts';
import { forRules } from '../../../src/messages/messages.ts';
import { nl } from '../../../src/messages/nl.ts';
import { awardWorkbook } from '../../../src/web/sheets/award-workbook.ts';
import { projectRoot } from '../../support/http.ts';
import { PROGRAMS, savedBy } from '../../support/office.ts';
import { sample } from '../../support/tender.ts';

const inFile = (name: string): EvaluationInput =>
  readEvaluationInput(readFileSync(join(projectRoot(), 'data/samples', name), 'utf8'));

const REFERENCE = /(?:'([^']+)'!)?([A-Z]+)(\d+)/g;
type ValueAt = (sheet: string, row: number, column: number) => number | undefined;

/** The numbers of a workbook as a spreadsheet program has them: every formula worked out by another library, from the other cells. */
function recalculated(tables: readonly Table[]): ValueAt {
  const values = new Map<string, number>();
  const keyOf = (sheet: string, row: number, column: number): string => `${sheet}!${row}!${column}`;
  const parser = new FormulaParser({
    onCell: ({ sheet, row, col }) => values.get(keyOf(sheet, row, col)) ?? null,
    // The library leaves these to who uses it.
    functions: {
      MIN: (...given) => Math.min(...given.map(({ value }) => Number(value))),
      MAX: (...given) => Math.max(...given.map(({ value }) => Number(value))),
    },
  });
  let waiting = tables.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        if (cell === null || typeof cell === 'string') return [];
        const at = { sheet: name, row: row + 2, col: column + 1 };
        if (cell.formula !== undefined) return [{ at, formula: cell.formula }];
        values.set(keyOf(name, at.row, at.col), Number(cell.number));
        return [];
      }),
    ),
  );
  while (waiting.length > 0) {
    const later = waiting.filter(({ at, formula }) => {
      const needed = [...formula.matchAll(REFERENCE)].map(([, sheet, letters, row]) =>
        keyOf(sheet ?? at.sheet, Number(row), columnNumber(letters!)),
      );
      if (!needed.every((key) => values.has(key))) return true;
      values.set(keyOf(at.sheet, at.row, at.col), Number(parser.parse(formula, at)));
      return false;
    });
    expect(later.length).toBeLessThan(waiting.length);
    waiting = later;
  }
  return (sheet, row, column) => values.get(keyOf(sheet, row, column));
}

/** What a program shows of a number: the fifteen digits that it has, rounded. */
const shown = (value: number, decimals: number): string =>
  toDecimalText(roundHalfUp(exact(decimalOf(value)), decimals), decimals);

/** The sample in which the price weighs, with other points for it. */
function pricedBy(points: PricePoints): EvaluationInput {
  const input = inFile('price-and-quality.json');
  const { price } = input.rules;
  if (price.method !== 'weighted-factor') throw new Error(price.method);
  return { ...input, rules: { ...input.rules, price: { ...price, points, constants: { factor: '1.5' } } } };
}

const POINTS: readonly PricePoints[] = [
  { kind: 'linear', reference: 'lowest', zeroAt: '150', belowZero: 'clip', aboveMaximum: 'clip' },
  { kind: 'bounds', floor: 'lowest', ceiling: 'highest', belowZero: 'allow', aboveMaximum: 'allow' },
  { kind: 'saving', reference: '2000000', belowZero: 'clip', aboveMaximum: 'allow' },
  {
    kind: 'steps',
    reference: 'lowest',
    step: '1000',
    points: '0.1',
    perFullStep: false,
    belowZero: 'clip',
    aboveMaximum: 'clip',
  },
  {
    kind: 'formula',
    expression: 'weight - (price - lowest) / (2 * (mean - -price)) * 3^2 * factor - min(bids, quality) / 100',
    belowZero: 'clip',
    aboveMaximum: 'clip',
  },
];

const INPUTS: readonly (readonly [string, EvaluationInput])[] = [
  ['quality alone', sample()],
  ['a price that weighs', inFile('price-and-quality.json')],
  ['award on value', inFile('award-on-value.json')],
  ['prices in parts', inFile('schoonmaak.json')],
  ...POINTS.map((points): [string, EvaluationInput] => [`price points of ${points.kind}`, pricedBy(points)]),
];
const workbookOf = (input: EvaluationInput): readonly Table[] =>
  awardWorkbook(nl, input.rules, input.bids, evaluate(input));

describe.each(INPUTS)('the workbook of an award: %s', (_, input) => {
  const m = forRules(nl, input.rules);
  const outcome = evaluate(input);
  const tables = awardWorkbook(nl, input.rules, input.bids, outcome);
  const valueAt = recalculated(tables);
  const numbers = tables.flatMap((table) =>
    table.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        typeof cell === 'object' && cell !== null
          ? [{ sheet: table.name, row: row + 2, column: column + 1, cell }]
          : [],
      ),
    ),
  );

  it('holds in every formula what a program makes of it', () => {
    const formulas = numbers.filter(({ cell }) => cell.formula !== undefined);
    expect(formulas.length).toBeGreaterThan(0);
    for (const { sheet, row, column, cell } of formulas) {
      const value = valueAt(sheet, row, column);
      expect(value, `${sheet} ${row} ${column} =${cell.formula}`).toBeCloseTo(Number(cell.number), 9);
      expect(shown(Number(value), cell.decimals!)).toBe(shown(Number(cell.number), cell.decimals!));
    }
  });

  it('shows the totals of the outcome, to the decimals', () => {
    for (const [place, lot] of outcome.lots.filter(({ ranking }) => ranking.length > 0).entries()) {
      const table = tables[place + 1]!;
      const row = table.rows.findIndex(([name]) => name === m.common.total);
      const figures = figuresOfLot(m, rulesIn(input.rules, lot.lot), lot.ranking);
      for (const [index, { total }] of lot.ranking.entries()) {
        const cell = table.rows[row]![3 + index * 2] as TableNumber;
        const value = Number(valueAt(table.name, row + 2, 4 + index * 2));
        expect(figures.total(shown(value, cell.decimals!))).toBe(figures.total(total));
      }
    }
  });

  it('says of every total and of all points of the price and of figures without a formula why they have none', () => {
    const explanation = tables.at(-1)!;
    const told = explanation.rows.slice(1).map(([where]) => String(where));
    const totals = tables
      .slice(1, -1)
      .flatMap((table) =>
        table.rows.flatMap((cells, row) =>
          cells[0] === m.common.total || cells[0] === m.award.pricePoints
            ? cells.flatMap((cell, column) =>
                column > 1 && typeof cell === 'object' && cell !== null && cell.formula === undefined
                  ? [nl.sheets.workbook.cell(table.name, `${String.fromCharCode(65 + column)}${row + 2}`)]
                  : [],
              )
            : [],
        ),
      );
    expect(told).toEqual(expect.arrayContaining(totals));
  });
});

describe.each(PROGRAMS)('the workbooks of awards in %s', (program) => {
  it('show the same decimals when it works everything out itself', () => {
    const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
    try {
      const books = INPUTS.map(([, input], place) => ({
        tables: workbookOf(input),
        file: join(folder, `${place}.xlsx`),
      }));
      for (const { tables, file } of books) writeFileSync(file, writeXlsx(tables.map(emptied)));
      // Commas, quotes, UTF-8, the cells as they are shown, and a file for each sheet.
      const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1';
      savedBy(
        program,
        folder,
        csv,
        books.map(({ file }) => file),
      );
      let compared = 0;
      for (const [place, { tables }] of books.entries()) {
        for (const { name, rows } of tables) {
          const lines = Papa.parse<string[]>(readFileSync(join(folder, `${place}-${name}.csv`), 'utf8')).data;
          rows.forEach((cells, row) => {
            cells.forEach((cell, column) => {
              if (typeof cell !== 'object' || cell?.formula === undefined) return;
              const seen = lines[row + 1]?.[column];
              expect([name, row, column, cell.formula, seen]).toEqual([name, row, column, cell.formula, cell.number]);
              compared++;
            });
          });
        }
      }
      expect(compared).toBeGreaterThan(500);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** The same table without what its formulas come to. */
const emptied = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((cells) =>
    cells.map((cell) => (typeof cell === 'object' && cell?.formula !== undefined ? { ...cell, number: '0' } : cell)),
  ),
});

describe('points of the price', () => {
  const pointsIn = (input: EvaluationInput): readonly (string | undefined)[] =>
    awardWorkbook(nl, input.rules, input.bids, evaluate(input))
      .flatMap(({ rows }) => rows.filter(([name]) => name === forRules(nl, input.rules).award.pricePoints))
      .flatMap((cells) =>
        cells.slice(2).flatMap((cell) => (typeof cell === 'object' && cell !== null ? [cell.formula] : [])),
      );

  it('are formulas that name the weight and the prices of all bids', () => {
    const found = pointsIn(inFile('price-and-quality.json'));
    expect(found.length).toBeGreaterThan(0);
    for (const formula of found) expect(formula).toMatch(/^(ROUND\()?MIN\(MAX\(B\d+\*MIN\(D\d+,F\d+/);
  });

  it.each(POINTS)('are formulas of each announced kind: $kind', (points) => {
    expect(pointsIn(pricedBy(points)).some((formula) => formula !== undefined)).toBe(true);
  });

  it('of a measured criterion name its weight and the figure', () => {
    const input = inFile('schoonmaak.json');
    const tables = awardWorkbook(nl, input.rules, input.bids, evaluate(input));
    const formulas = tables.flatMap(({ rows }) =>
      rows.flatMap((cells) =>
        cells.flatMap((cell) => (typeof cell === 'object' && cell?.formula ? [cell.formula] : [])),
      ),
    );
    expect(formulas.some((formula) => /B\d+\*\(5000-C\d+\)\/\(5000-1000\)/.test(formula))).toBe(true);
  });

  it('are values where points stand in a table, or a power is rounded', () => {
    const table: PricePoints = { kind: 'brackets', brackets: [{ upTo: '1000000', points: '10' }], beyond: '0' };
    expect(pointsIn(pricedBy(table)).every((formula) => formula === undefined)).toBe(true);
  });
});
