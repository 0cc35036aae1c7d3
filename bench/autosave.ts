import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTender } from '../src/actions/open-tender.ts';
import { DEMO_PASSWORD, hashPassword } from '../src/actions/passwords.ts';
import { readConfig } from '../src/config.ts';
import { INSTALLATION } from '../src/domain/roles.ts';
import { openServices } from '../src/services.ts';
import type { BenchLine } from './harness.ts';
import { largeEvaluation, type Size } from './large-evaluation.ts';
import { type StartedServer, startServer } from './started-server.ts';
import { visitor } from './visitor.ts';

const ASSESSORS = Array.from({ length: 40 }, (_, place) => `beoordelaar-${place + 1}`);
const TENDER: Size = { bids: 8, lots: 4, criteria: 8 };
/** How often an assessor who types is saved. */
const EVERY_MS = 2_000;
const LOAD_MS = 60_000;
const TARGET_MS = 100;
/** Then more and more, as many saves a second in all, each rate for so long. */
const RATES = [100, 200, 400, 800, 1_200, 1_600, 2_400];
const RATE_MS = 10_000;

/**
 * Forty assessors whose typing is saved every two seconds for a minute, while an officer and an auditor open pages: from another process, on
 * loopback, every save on disk before it is answered. Then more and more saves a second, until they take too long or no longer keep up.
 */
export async function benchAutosave(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-bench-'));
  try {
    const database = join(folder, 'autosave.sqlite');
    const dossier = await fill(database);
    const server = await startServer(database);
    try {
      return await measured(server, dossier);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(server: StartedServer, dossier: string): Promise<BenchLine[]> {
  // One after the other: so many passwords at once from one address are refused.
  const writers: Awaited<ReturnType<typeof writer>>[] = [];
  for (const assessor of ASSESSORS) writers.push(await writer(server.url, dossier, assessor));
  const readers = await Promise.all(
    [
      ['inkoper', ['/', `/tenders/${dossier}`, `/tenders/${dossier}/bids`]],
      ['auditor', ['/', `/tenders/${dossier}/log`, '/register']],
    ].map(([account, pages]) => reader(server.url, account as string, pages as string[])),
  );
  const [saves, pages]: [number[], number[]] = [[], []];
  const cpu = server.cpuSeconds();
  const until = performance.now() + LOAD_MS;
  await Promise.all([
    ...writers.map(async (save, place) => {
      await pause((place / writers.length) * EVERY_MS);
      while (performance.now() < until) {
        const took = await timed(save);
        saves.push(took);
        await pause(EVERY_MS - took);
      }
    }),
    ...readers.map(async (open) => {
      while (performance.now() < until) {
        pages.push(await timed(open));
        await pause(200);
      }
    }),
  ]);
  const busy = (server.cpuSeconds() - cpu) / (LOAD_MS / 1000);
  const line = (what: string, times: readonly number[]): BenchLine => {
    const median = percentile(times, 0.99);
    return { what, median, unit: 'ms', target: `under ${TARGET_MS} ms`, met: median < TARGET_MS };
  };
  return [
    line(`${saves.length} saves of 40 assessors in a minute: p99`, saves),
    { what: 'the same: median', median: percentile(saves, 0.5), unit: 'ms' },
    line(`${pages.length} pages of an officer and an auditor meanwhile: p99`, pages),
    { what: 'processors that the server kept busy', median: busy, unit: 'times' },
    ...(await rising(server, writers)),
  ];
}

/** More saves a second, until they take too long or no longer keep up. */
async function rising(server: StartedServer, writers: readonly (() => Promise<void>)[]): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const rate of RATES) {
    const times: number[] = [];
    const cpu = server.cpuSeconds();
    const began = performance.now();
    const every = (writers.length / rate) * 1000;
    await Promise.all(
      writers.map(async (save, place) => {
        let next = began + (place / writers.length) * every;
        while (next < began + RATE_MS) {
          await pause(next - performance.now());
          times.push(await timed(save));
          next += every;
        }
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const busy = (server.cpuSeconds() - cpu) / seconds;
    const p99 = percentile(times, 0.99);
    lines.push({
      what: `${rate} saves a second asked, ${(times.length / seconds).toFixed(0)} done, ${busy.toFixed(2)} processors busy: p99`,
      median: p99,
      unit: 'ms',
    });
    if (p99 > TARGET_MS || times.length / seconds < rate * 0.9) break;
  }
  return lines;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? Number.NaN;

/** Somebody who types a motivation: every save is a word longer. */
async function writer(url: string, dossier: string, assessor: string): Promise<() => Promise<void>> {
  const person = visitor(url);
  await person.signIn(assessor, DEMO_PASSWORD);
  const list = (await person.get(`/tenders/${dossier}/assessments`)).text;
  const forms = [...list.matchAll(/href="(\/tenders\/[^"/]+\/assessments\/[^"/]+\/[^"/]+)"/g)].map(
    (match) => match[1]!,
  );
  const page = (await person.get(forms[0]!)).text;
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page)![1]!;
  const paths = [...page.matchAll(/data-autosave="([^"]+)"/g)].map((match) => match[1]!);
  const versions = paths.map(() => '0');
  let turn = 0;
  return async () => {
    // A minute on one score is a motivation of some hundred words.
    const place = Math.floor(turn / 30) % paths.length;
    const motivation = `Sterk punt: het plan noemt namen en data. `.repeat((turn % 30) + 1).trim();
    turn += 1;
    const fields = {
      'draft.kept': versions[place]!,
      'score.kept': '8',
      'motivation.kept': motivation,
      'found.kept': '',
    };
    const { status, text } = await person.send(paths[place]!, fields, csrf);
    if (status !== 200) throw new Error(`${paths[place]}: ${status}`);
    versions[place] = String(JSON.parse(text).version);
  };
}

/** Somebody who opens one page after the other. */
async function reader(url: string, account: string, pages: readonly string[]): Promise<() => Promise<void>> {
  const person = visitor(url);
  await person.signIn(account, DEMO_PASSWORD);
  let turn = 0;
  return async () => {
    const page = pages[turn++ % pages.length]!;
    const { status } = await person.get(page);
    if (status !== 200) throw new Error(`${page}: ${status}`);
  };
}

/** A tender that forty people assess. */
async function fill(database: string): Promise<string> {
  const services = openServices(readConfig({ GUNWIJZER_DATABASE: database }));
  const passwordHash = await hashPassword(DEMO_PASSWORD, INSTALLATION);
  const people = [
    { id: 'inkoper', roles: ['procurement-officer'] as const },
    { id: 'auditor', roles: ['auditor'] as const },
    ...ASSESSORS.map((id) => ({ id, roles: ['assessor'] as const })),
  ];
  const input = largeEvaluation(TENDER);
  const dossier = services.storage.transaction(() => {
    for (const { id, roles } of people) services.accounts.addDemo(INSTALLATION, { id, name: id, roles, passwordHash });
    const published = { rules: input.rules, sha256: '0'.repeat(64) };
    const made = openTender(services.tenders, 'inkoper', 'Veel beoordelaars (fictief)', published, { fictional: true });
    const run = (who: string, command: Parameters<typeof services.tenders.execute>[2]): void =>
      services.tenders.execute(made, who, command);
    for (const assessor of ASSESSORS) run('inkoper', { type: 'appoint-assessor', assessor });
    for (const bid of input.bids) run('inkoper', { type: 'register-bid', bid });
    const interests = input.bids.map(({ id }) => ({ bid: id, conflict: false }));
    for (const person of ['inkoper', ...ASSESSORS]) {
      run(person, { type: 'say', events: [{ type: 'interests-declared', payload: { interests } }] });
    }
    run('inkoper', { type: 'open-assessment' });
    return made;
  });
  services.storage.close();
  return dossier;
}
