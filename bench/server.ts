import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchLine, summary } from './harness.ts';
import { startServer } from './started-server.ts';

const RUNS = 7;
const START_TARGET_MS = 1500;
const MEMORY_TARGET_MB = 120;

interface Start {
  readonly milliseconds: number;
  /** Memory in use (RSS) after the first request. */
  readonly megabytes: number;
}

/** From the start of the process to the first answered request, and the memory in use then; beside a node that does nothing. */
export async function benchServer(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-bench-'));
  try {
    const first: Start[] = [];
    for (let run = 0; run < RUNS; run++) first.push(await start(join(folder, `${run}.sqlite`)));
    const existing: Start[] = [];
    for (let run = 0; run < RUNS; run++) existing.push(await start(join(folder, `${run}.sqlite`)));
    const bare: number[] = [];
    for (let run = 0; run < RUNS; run++) bare.push(await startBareNode());
    const limit = summary(bare).median;
    return [
      startLine('start to first answered request, existing database', existing, limit),
      startLine('start to first answered request, making the demo', first, limit),
      memoryLine('memory after start and one request, existing database', existing),
      memoryLine('memory after start and one request, having made the demo', first),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function startLine(what: string, starts: readonly Start[], limit: number): BenchLine {
  const { median } = summary(starts.map((one) => one.milliseconds));
  const target = `under ${START_TARGET_MS} ms`;
  return { what, median, unit: 'ms', target, ratio: median / limit, peer: 'bare node', met: median < START_TARGET_MS };
}

function memoryLine(what: string, starts: readonly Start[]): BenchLine {
  const { median } = summary(starts.map((one) => one.megabytes));
  return { what, median, unit: 'MB', target: `under ${MEMORY_TARGET_MB} MB`, met: median < MEMORY_TARGET_MB };
}

/** Starts the real server on a database, asks for one page, and stops it again. */
async function start(database: string): Promise<Start> {
  const began = performance.now();
  const server = await startServer(database);
  const response = await fetch(`${server.url}/sign-in`);
  const page = await response.text();
  const milliseconds = performance.now() - began;
  if (response.status !== 200 || !page.includes('</html>')) throw new Error('the server did not answer with a page');
  const megabytes = server.memory('now');
  await server.stop();
  return { milliseconds, megabytes };
}

async function startBareNode(): Promise<number> {
  const began = performance.now();
  await once(spawn(process.execPath, ['--eval', '0']), 'exit');
  return performance.now() - began;
}
