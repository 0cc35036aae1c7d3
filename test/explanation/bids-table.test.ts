import { describe, expect, it } from 'vitest';
import { readSample } from '../../src/exchange/samples.ts';
import { bidsInWords } from '../../src/explanation/bids.ts';
import { bidsTable } from '../../src/explanation/bids-table.ts';
import { plain, type TableBlock } from '../../src/explanation/blocks.ts';
import { forRules } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { projectRoot } from '../support/http.ts';

const tableOf = (name: 'gon-2027-demo' | 'price-and-quality', lots?: readonly string[]): TableBlock => {
  const { rules, bids } = readSample(projectRoot(), name);
  const m = forRules(nl, rules);
  const [table] = bidsTable(m, bidsInWords(m, rules, bids), lots ?? rules.lots.map((lot) => lot.name));
  return table as TableBlock;
};
const texts = (table: TableBlock): string[][] => table.rows.map((row) => row.map(({ text }) => plain(text)));

describe('all bids in one table', () => {
  it('have a row each and a column for each lot', () => {
    const table = tableOf('price-and-quality');
    expect(table.columns.map(({ header }) => header)).toEqual(['Inschrijver', 'Noord', 'Zuid']);
    expect(texts(table)).toContainEqual(['Vervoer Tapuit (fictief)', 'ingeschreven', '–']);
  });

  it('name the lots where there are too many for columns', () => {
    const table = tableOf('price-and-quality', ['1', '2', '3', '4', '5']);
    expect(texts(table)).toContainEqual(['Vervoer Kievit (fictief)', 'Noord en Zuid', '–']);
  });

  it('have what they commit to under each bidder, and why one is not valid', () => {
    const table = tableOf('gon-2027-demo');
    const { rules, bids } = readSample(projectRoot(), 'gon-2027-demo');
    expect(table.rows.filter(([header]) => !header!.depth).length).toBe(bids.length);
    expect(table.columns.length).toBe(rules.growthPath!.steps.length + 3);
    expect(table.rows.flatMap((row) => row.at(-1)!.notes ?? []).join()).toContain('het minimum is 15%');
  });

  it('are none without bids', () => {
    const { rules } = readSample(projectRoot(), 'price-and-quality');
    expect(bidsTable(nl, bidsInWords(nl, rules, []), ['Noord'])).toEqual([]);
  });
});
