import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../src/config.ts';
import { type BenchLine, summary } from './harness.ts';

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

/** Starts the real server as `npm start` does on a database, asks for one page, and stops it again. */
async function start(database: string): Promise<Start> {
  const began = performance.now();
  const { scripts } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'));
  const [, ...words] = (scripts.start as string).split(' ');
  const child = spawn(process.execPath, words, {
    cwd: projectRoot(),
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', GUNWIJZER_DATABASE: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const response = await fetch(`${await address(child)}/sign-in`);
  const page = await response.text();
  const milliseconds = performance.now() - began;
  if (response.status !== 200 || !page.includes('</html>')) throw new Error('the server did not answer with a page');
  const megabytes = memoryOf(child.pid!);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return { milliseconds, megabytes };
}

async function address(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('the server stopped before it printed its address');
}

async function startBareNode(): Promise<number> {
  const began = performance.now();
  await once(spawn(process.execPath, ['--eval', '0']), 'exit');
  return performance.now() - began;
}

/** Resident memory of a process in MB (10^6 bytes), as Linux reports it; NaN on other systems. */
function memoryOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]!;
  return (Number(kibibytes) * 1024) / 1e6;
}
