import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DEMO_PASSWORD } from '../src/actions/passwords.ts';
import { proveInstallation } from '../src/actions/prove-installation.ts';
import { openStored } from '../src/actions/read-stored.ts';
import { tenderKind } from '../src/actions/tenders.ts';
import { projectRoot } from '../src/config.ts';
import { loadRuleSets } from '../src/criteria/rule-sets.ts';
import { openToRead } from '../src/storage/database.ts';
import { criteriaFolder } from './demo.ts';
import { type BenchLine, summary } from './harness.ts';
import { visitor } from './visitor.ts';

const KILLS = 300;
/** After its address is known, a server is killed within so many milliseconds. */
const LONGEST_LIFE_MS = 300;
/** Between two assessments that an assessor hands in. */
const BREATH_MS = 20;
/** How often it is told how far it is. */
const TOLD_EVERY = 50;
const TENDER = 'tender-gon-2027-1';
const ASSESSORS = ['beoordelaar-1', 'beoordelaar-2'];

/**
 * Kills the server at random moments, from before it listens to in the middle of what assessors send it. After each time the whole database
 * must be proven without a finding, and hold everything that was acknowledged.
 */
export async function benchKill(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-bench-'));
  const database = join(folder, 'killed.sqlite');
  const ruleSets = loadRuleSets(criteriaFolder);
  const acknowledged = new Set<string>();
  const proofs: number[] = [];
  let [findings, lost, events] = [0, 0, 0];
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      await liveAndDie(database, Math.random() * LONGEST_LIFE_MS, kill % 10 === 0, kill, acknowledged);
      const start = performance.now();
      const storage = openAfterKill(database);
      if (!storage) continue;
      const proof = proveInstallation({ storage, ruleSets });
      proofs.push(performance.now() - start);
      findings += proof.findings.length;
      events = proof.register.length;
      const stored = markersIn(storage);
      storage.close();
      lost += [...acknowledged].filter((marker) => !stored.has(marker)).length;
      if ((kill + 1) % TOLD_EVERY === 0)
        console.log(`${kill + 1} kills, ${events} events, ${lost} lost, ${findings} findings`);
      for (const { dossier, code } of proof.findings) console.log(`kill ${kill}: ${dossier} ${code}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return [
    {
      what: `kill -9 at ${KILLS} random moments, ${acknowledged.size} acknowledged: lost`,
      median: lost,
      unit: 'times',
      target: '0',
      met: lost === 0,
    },
    {
      what: `the same, ${events} events in the register at the end: findings`,
      median: findings,
      unit: 'times',
      target: '0',
      met: findings === 0,
    },
    { what: 'proving the whole database after each', median: summary(proofs).median, unit: 'ms' },
  ];
}

/** What the assessors have written in the log. */
function markersIn(storage: ReturnType<typeof openToRead>): ReadonlySet<string> {
  if (storage.events.head(TENDER).seq === 0) return new Set();
  const texts = openStored(tenderKind, storage, TENDER).map(({ event }) => JSON.stringify(event.payload));
  return new Set(texts.flatMap((text) => text.match(/Merk-[a-z0-9-]+\./g) ?? []));
}

/** A server that was killed while it made its database may have left none, or one that was not begun. */
function openAfterKill(database: string): ReturnType<typeof openToRead> | undefined {
  try {
    return openToRead(database);
  } catch {
    return undefined;
  }
}

/** @param early kills it before it says where it is */
async function liveAndDie(
  database: string,
  milliseconds: number,
  early: boolean,
  round: number,
  acknowledged: Set<string>,
): Promise<void> {
  const child = spawn(process.execPath, [join(projectRoot(), 'dist/run/gunwijzer.js'), 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', GUNWIJZER_DATABASE: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  if (early) {
    setTimeout(() => child.kill('SIGKILL'), milliseconds);
    await ended;
    return;
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    const alive = { yes: true };
    const work = ASSESSORS.map((assessor) => handIn(url, assessor, round, alive, acknowledged));
    // From the first that was acknowledged on, so that something is under way.
    await Promise.race([Promise.any(work.map(({ begun }) => begun)), ended]);
    setTimeout(() => child.kill('SIGKILL'), milliseconds);
    await ended;
    alive.yes = false;
    await Promise.allSettled(work.map(({ done }) => done));
    return;
  }
}

/** One assessment after the other is handed in, each with a word that stands nowhere else. */
function handIn(
  url: string,
  assessor: string,
  round: number,
  alive: { yes: boolean },
  acknowledged: Set<string>,
): { readonly begun: Promise<void>; readonly done: Promise<void> } {
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const done = (async () => {
    const person = visitor(url);
    await person.signIn(assessor, DEMO_PASSWORD);
    const list = (await person.get(`/tenders/${TENDER}/assessments`)).text;
    const forms = [...list.matchAll(/href="(\/tenders\/[^"/]+\/assessments\/[^"/]+\/[^"/]+)"/g)].map(
      (match) => match[1]!,
    );
    for (const form of forms) {
      const page = (await person.get(form)).text;
      const criteria = [...page.matchAll(/name="motivation\.([a-z0-9-]+)"/g)].map((match) => match[1]!);
      if (criteria.length === 0) continue;
      for (let turn = 0; alive.yes; turn++) {
        const marker = `Merk-${round}-${assessor}-${turn}.`;
        const scores = criteria.map((criterion) => [`score.${criterion}`, '8'] as const);
        const motivations = criteria.map((criterion) => [`motivation.${criterion}`, marker] as const);
        const fields = { intent: 'submit', ...Object.fromEntries([...scores, ...motivations]) };
        const { status } = await person.post(form, fields, form);
        if (status === 303) acknowledged.add(marker);
        begin();
        await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
      }
    }
  })();
  done.catch(() => undefined);
  return { begun, done };
}
