import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillLists } from '../src/actions/fill-lists.ts';
import { readConfig } from '../src/config.ts';
import { openServices } from '../src/services.ts';
import { type BenchLine, summary } from './harness.ts';
import { fillWithTenders } from './many-tenders.ts';
import { startServer } from './started-server.ts';

const DOSSIERS = 3_000;
const EVENTS = 200;
const RUNS = 5;
const TARGET_MS = 1_500;

/** From the start of the process to the first answered request, on a database of three thousand dossiers of two hundred events. */
export async function benchManyDossiers(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-bench-'));
  try {
    const database = join(folder, 'many.sqlite');
    await fillWithTenders(database, DOSSIERS, EVENTS);
    const { storage } = openServices(readConfig({ GUNWIJZER_DATABASE: database }));
    fillLists(storage, () => {});
    storage.close();
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const began = performance.now();
      const server = await startServer(database);
      const response = await fetch(`${server.url}/sign-in`);
      if (!(await response.text()).includes('</html>')) throw new Error('the server did not answer with a page');
      times.push(performance.now() - began);
      await server.stop();
    }
    const { median } = summary(times);
    return [
      {
        what: `start to first answered request, ${DOSSIERS} dossiers of ${EVENTS} events`,
        median,
        unit: 'ms',
        target: `under ${TARGET_MS} ms`,
        met: median < TARGET_MS,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
