import { evaluate } from '../src/domain/evaluation/evaluate.ts';
import { startState } from '../src/domain/tender/evolve.ts';
import { NOTHING_TYPED } from '../src/domain/tender/own-work.ts';
import type { TenderState } from '../src/domain/tender/state/state.ts';
import { readSheet } from '../src/exchange/spreadsheet/read-sheet.ts';
import { writeCsv } from '../src/exchange/spreadsheet/write-csv.ts';
import { writeXlsx } from '../src/exchange/spreadsheet/write-xlsx.ts';
import { forRules, type Messages, messagesIn } from '../src/messages/messages.ts';
import { BIDS_SHEET, readBidsSheet } from '../src/web/forms/bids-sheet.ts';
import { readScoreSheet, SCORE_SHEET, type SheetScore, scoreSheet } from '../src/web/forms/score-sheet.ts';
import { awardWorkbook } from '../src/web/sheets/award-workbook.ts';
import { bidsTable } from '../src/web/sheets/bids-table.ts';
import { demoInput } from './demo.ts';
import { type BenchLine, summary } from './harness.ts';
import { largeInput } from './large-input.ts';

const RUNS = 5;
const SIZE = { bids: 100, lots: 12, criteria: 40 };

/** Between two beats of a clock nobody else is answered. @returns the longest of them, in milliseconds */
async function longestPause(work: () => Promise<void>): Promise<number> {
  let [last, longest] = [performance.now(), 0];
  const beat = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const clock = setInterval(beat, 1);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 2));
  beat();
  clearInterval(clock);
  return longest;
}

/** All scores of these bids in, as a workbook and as CSV: read, and held against the rules. */
async function benchScores(m: Messages, state: Readonly<TenderState>): Promise<BenchLine[]> {
  const scores: SheetScore[] = [...state.bids.values()].flatMap((bid) =>
    bid.lots.flatMap(({ lot }) =>
      state.rules.criteria.map(({ id }) => ({ place: { bid: bid.id, lot }, criterion: id, typed: NOTHING_TYPED })),
    ),
  );
  const motivation = 'Het plan noemt wie wat doet en wanneer; hoe het wordt gemeten, blijft in dit deel onduidelijk.';
  const filled = scoreSheet(
    m,
    state,
    'consensus',
    scores.map((one) => ({ ...one, typed: { ...NOTHING_TYPED, score: '8', motivation } })),
  );
  const lines: BenchLine[] = [];
  for (const [format, bytes] of [
    ['.xlsx', writeXlsx([filled])],
    ['.csv', Buffer.from(writeCsv(filled, ','))],
  ] as const) {
    const [whole, pauses]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      pauses.push(
        await longestPause(async () => {
          const read = await readSheet(bytes, SCORE_SHEET);
          if ('faults' in read) throw new Error(JSON.stringify(read.faults));
          const found = await readScoreSheet(m, state, 'consensus', scores, read.sheet);
          if (!('changed' in found) || found.changed.length !== scores.length) throw new Error('other scores');
        }),
      );
      whole.push(performance.now() - start);
    }
    const what = `${scores.length} scores as ${format} (${Math.round(bytes.length / 1000)} kB)`;
    lines.push({ what: `${what} read, and held against the rules`, median: summary(whole).median, unit: 'ms' });
    lines.push({ what: 'the longest that others wait meanwhile', median: summary(pauses).median, unit: 'ms' });
  }
  return lines;
}

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
    ...(await benchScores(m, { ...state, bids: new Map(input.bids.map((bid) => [bid.id, bid])) })),
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
