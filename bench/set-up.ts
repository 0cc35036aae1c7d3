import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../src/actions/passwords.ts';
import { type BenchLine, summary } from './harness.ts';
import { startServer } from './started-server.ts';
import { visitor } from './visitor.ts';

const RUNS = 40;
const TARGET_MS = 100;
const SIZE_TARGET_KB = 300;
const [LOTS, CRITERIA, LINES] = [12, 20, 200];
const PAGES = ['what', 'criteria', 'scale', 'price', 'award', 'minimums', 'course', 'words', 'what/lots.perceel-3'];

/** A tender of 12 lots, 20 criteria and a sheet of 200 prices, as a file. */
function rulesFile(): string {
  const numbers = (length: number): number[] => Array.from({ length }, (_, place) => place + 1);
  return JSON.stringify({
    title: 'Groot',
    procedure: 'open',
    lots: numbers(LOTS).map((lot) => ({
      id: `perceel-${lot}`,
      name: `Perceel ${lot}`,
      value: '100000',
      price: { quantities: Object.fromEntries(numbers(LINES).map((line) => [`Tarief ${line}`, String(lot + line)])) },
    })),
    criteria: numbers(CRITERIA).map((one) => ({ name: `Criterium ${one}`, weight: 3 })),
    scale: [0, 4, 7, 10],
    price: {
      method: 'weighted-factor',
      weight: 40,
      points: { kind: 'linear', zeroAt: 50 },
      lines: numbers(LINES).map((line) => ({ name: `Tarief ${line}`, unit: 'uur', quantity: '10' })),
    },
    onWithdrawal: 're-rank',
    award: { maximumLotsPerBidder: 2 },
  });
}

/** Every page of a tender at the largest size that is set up in the browser, with all checks beside it, asked of a server in a process of its own. */
export async function benchSetUp(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-bench-'));
  const server = await startServer(join(folder, 'set-up.sqlite'));
  try {
    const officer = visitor(server.url);
    await officer.signIn('inkoper', DEMO_PASSWORD);
    const begun = await officer.post('/set-ups', { title: 'Groot', from: 'file', rulesFile: rulesFile() });
    const base = /href="(\/set-ups\/[^"]+\/)what"/.exec((await officer.get('/set-ups')).text)?.[1];
    if (base === undefined) throw new Error(`nothing was begun: ${begun.status}`);
    const lines: BenchLine[] = [];
    for (const page of PAGES) {
      const times: number[] = [];
      let size = 0;
      for (let run = 0; run < RUNS; run++) {
        const start = performance.now();
        const { status, text } = await officer.get(base + page);
        if (status !== 200) throw new Error(`${page}: ${status}`);
        times.push(performance.now() - start);
        size = Buffer.byteLength(text) / 1000;
      }
      const { median } = summary(times);
      lines.push(
        { what: `set-up, page ${page}`, median, unit: 'ms', target: `under ${TARGET_MS} ms`, met: median < TARGET_MS },
        {
          what: '  its size',
          median: size,
          unit: 'kB',
          target: `under ${SIZE_TARGET_KB} kB`,
          met: size < SIZE_TARGET_KB,
        },
      );
    }
    return lines;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
