import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../src/actions/passwords.ts';
import { type BenchLine, summary } from './harness.ts';
import { fillWithTenders } from './many-tenders.ts';
import { type StartedServer, startServer } from './started-server.ts';
import { visitor } from './visitor.ts';

const TENDERS = 3_000;
const EVENTS = 200;
const RUNS = 200;
const PAGE_TARGET_MS = 50;
const SIZE_TARGET_KB = 60;
const MEMORY_TARGET_MB = 250;
const WORKERS = ['inkoper', 'beoordelaar-1', 'commissielid', 'auditor'];
const OPENED = 20;

/**
 * The first page on a database of three thousand tenders of two hundred events, of which the officer chairs all, in a server of its own process; and
 * its memory after every role has looked around.
 */
export async function benchFirstPage(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-bench-'));
  try {
    const database = join(folder, 'many.sqlite');
    await fillWithTenders(database, TENDERS, EVENTS);
    const began = performance.now();
    await (await startServer(database)).stop();
    const filling = performance.now() - began;
    const server = await startServer(database);
    try {
      return [
        {
          what: `first start after an update: the lists of ${TENDERS} tenders made from their logs`,
          median: filling,
          unit: 'ms',
        },
        ...(await pages(server)),
        ...(await memory(server)),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function pages(server: StartedServer): Promise<BenchLine[]> {
  const officer = visitor(server.url);
  const first = await timed(() => officer.signIn('inkoper', DEMO_PASSWORD).then(() => officer.get('/')));
  const asked = [];
  const before = server.processor();
  for (let run = 0; run < RUNS; run++) asked.push(await timed(() => officer.get('/')));
  const processor = (server.processor() - before) / RUNS;
  const found = [];
  for (let run = 0; run < RUNS; run++)
    found.push(await timed(() => officer.get('/?q=beschermd%20wonen&phase=consensus')));
  const times = asked.map(({ milliseconds }) => milliseconds);
  return [
    line('signing in and the first page, the first after a start', first.milliseconds, null),
    line('first page of an officer who chairs 3,000 tenders: median', summary(times).median, PAGE_TARGET_MS),
    line('the same, processor time: what other work on the machine does not change', processor, PAGE_TARGET_MS),
    line('the same, 99th percentile', percentile(times, 0.99), PAGE_TARGET_MS),
    line(
      'the same, a search: 99th percentile',
      percentile(
        found.map(({ milliseconds }) => milliseconds),
        0.99,
      ),
      PAGE_TARGET_MS,
    ),
    {
      what: 'its size',
      median: asked[0]!.size / 1000,
      unit: 'kB',
      target: `under ${SIZE_TARGET_KB} kB`,
      met: asked[0]!.size / 1000 < SIZE_TARGET_KB,
    },
  ];
}

/** Everybody reads every page of the list, some filters and groups, and opens tenders from all over the list. */
async function memory(server: StartedServer): Promise<BenchLine[]> {
  for (const account of WORKERS) {
    const person = visitor(server.url);
    await person.signIn(account, DEMO_PASSWORD);
    const tenders = new Set<string>();
    for (let page = 1; page <= TENDERS / 25; page++) {
      const { text } = await person.get(`/?page=${page}`);
      for (const [, path] of text.matchAll(/href="(\/tenders\/tender-many-\d+)"/g)) tenders.add(path!);
    }
    for (const path of ['/?q=wijkteams', '/?phase=awarded', '/tasks/todo', '/tasks/waits', '/tasks/heeds?page=2'])
      await person.get(path);
    const every = Math.max(1, Math.floor(tenders.size / OPENED));
    for (const path of [...tenders].filter((_, place) => place % every === 0).slice(0, OPENED)) {
      const { status } = await person.get(path);
      if (status !== 200) throw new Error(`${account} got ${status} for ${path}`);
    }
  }
  const now = server.memory('now');
  return [
    {
      what: 'memory (RSS) when every role has looked around',
      median: now,
      unit: 'MB',
      target: `under ${MEMORY_TARGET_MB} MB`,
      met: now < MEMORY_TARGET_MB,
    },
    {
      what: 'the highest it was, the proof of the whole database under way',
      median: server.memory('highest'),
      unit: 'MB',
    },
  ];
}

async function timed(ask: () => Promise<{ readonly status: number; readonly text: string }>) {
  const start = performance.now();
  const { status, text } = await ask();
  if (status !== 200) throw new Error(`the server answered ${status}`);
  return { milliseconds: performance.now() - start, size: Buffer.byteLength(text) };
}

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!;

const line = (what: string, milliseconds: number, target: number | null): BenchLine => ({
  what,
  median: milliseconds,
  unit: 'ms',
  ...(target === null ? {} : { target: `under ${target} ms`, met: milliseconds < target }),
});
