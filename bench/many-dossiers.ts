import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { seedDemo } from '../src/actions/seed-demo.ts';
import { type CommittedBody, textOf } from '../src/chain/body.ts';
import { sha256 } from '../src/chain/canonical.ts';
import { GENESIS } from '../src/chain/chain.ts';
import { registerAfter } from '../src/chain/register.ts';
import { projectRoot, readConfig } from '../src/config.ts';
import { readSample } from '../src/exchange/samples.ts';
import { openServices } from '../src/services.ts';
import { type BenchLine, summary } from './harness.ts';
import { startServer } from './started-server.ts';

const DOSSIERS = 3_000;
const EVENTS = 200;
const RUNS = 5;
const TARGET_MS = 1_500;
const DEMO = 'tender-gon-2027-2';

/** From the start of the process to the first answered request, on a database of three thousand dossiers of two hundred events. */
export async function benchManyDossiers(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-bench-'));
  try {
    const database = join(folder, 'many.sqlite');
    await fill(database);
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

/** The finished tender of the demo, its first events over and over until there are enough of them, in three thousand dossiers. */
async function fill(file: string): Promise<void> {
  const services = openServices(readConfig({ GUNWIJZER_DATABASE: file }));
  await seedDemo(services, readSample(projectRoot(), 'gon-2027-demo'));
  const { events } = services.storage;
  const parts = events.since(DEMO, 0).map(({ body, parts: own }) => ({ body: JSON.parse(body) as CommittedBody, own }));
  const draft = parts.findIndex(({ body }) => body.type === 'assessment-submitted');
  // Submitting again is allowed: what is added stands where the last assessments do.
  const whole = [
    ...parts.slice(0, draft + 1),
    ...Array(EVENTS - parts.length).fill(parts[draft]),
    ...parts.slice(draft + 1),
  ];
  let { position, register } = events.registerHead();
  services.storage.close();
  const database = new Database(file);
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (let number = 1; number <= DOSSIERS; number++) {
    const dossier = `tender-many-${number}`;
    let previous = GENESIS;
    database
      .transaction(() => {
        whole.forEach(({ body, own }, place) => {
          const text = textOf({ ...body, dossier, seq: place + 1, previous });
          previous = sha256(text);
          register = registerAfter(register, previous);
          insert.run(dossier, place + 1, previous, text, own, ++position, register);
        });
      })
      .immediate();
  }
  database.close();
}
