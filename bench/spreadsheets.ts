import { evaluate } from '../src/domain/evaluation/evaluate.ts';
import { startState } from '../src/domain/tender/evolve.ts';
import { readSheet } from '../src/exchange/spreadsheet/read-sheet.ts';
import { writeXlsx } from '../src/exchange/spreadsheet/write-xlsx.ts';
import { forRules, messagesIn } from '../src/messages/messages.ts';
import { BIDS_SHEET, readBidsSheet } from '../src/web/forms/bids-sheet.ts';
import { awardWorkbook } from '../src/web/sheets/award-workbook.ts';
import { bidsTable } from '../src/web/sheets/bids-table.ts';
import { demoInput } from './demo.ts';
import { type BenchLine, summary } from './harness.ts';
import { largeInput } from './large-input.ts';

const RUNS = 5;
const SIZE = { bids: 100, lots: 12, criteria: 40 };

/** A workbook of 100 bids for 12 lots on 40 criteria out, with every total a formula; and the same bids in, read and held against the rules. */
export async function benchSpreadsheets(): Promise<BenchLine[]> {
  const input = largeInput(demoInput(), true, { minimum: 2, maximum: 12 }, SIZE);
  const m = forRules(messagesIn('nl'), input.rules);
  const outcome = evaluate(input);
  const out: number[] = [];
  let workbook: Uint8Array = new Uint8Array();
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    workbook = writeXlsx(awardWorkbook(m, input.rules, input.bids, outcome));
    out.push(performance.now() - start);
  }
  const payload = { title: 'Groot', rules: input.rules, rulesSha256: '0'.repeat(64), chair: 'chair', fictional: true };
  const opened = { type: 'rules-published', seq: 1, at: '2027-01-01T09:00:00.000Z', actor: 'chair', payload } as const;
  const state = startState('tender-large-1', opened);
  const bids = writeXlsx([bidsTable(m, input.rules, input.bids)]);
  const back: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const read = await readSheet(bids, BIDS_SHEET);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    const found = await readBidsSheet(m, state, 'chair', read.sheet);
    if ('problems' in found) throw new Error(JSON.stringify(found.problems.slice(0, 3)));
    if (found.bids.length !== SIZE.bids) throw new Error(`${found.bids.length} bids`);
    back.push(performance.now() - start);
  }
  return [
    {
      what: `award of ${SIZE.bids} bids x ${SIZE.lots} lots x ${SIZE.criteria} criteria as a workbook of formulas`,
      median: summary(out).median,
      unit: 'ms',
    },
    { what: 'its size', median: workbook.length / 1000, unit: 'kB' },
    {
      what: `the ${SIZE.bids * SIZE.lots} rows of its bids read, and held against the rules`,
      median: summary(back).median,
      unit: 'ms',
    },
  ];
}
