import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../src/config.ts';

export interface StartedServer {
  readonly url: string;
  /** Resident memory in MB (10^6 bytes), now or at its highest, as Linux reports it; NaN on other systems. */
  memory(when: 'now' | 'highest'): number;
  /** Processor time that it has taken so far, all its threads together, in seconds. */
  cpuSeconds(): number;
  /** Processor time that its main thread has used, in milliseconds, as Linux reports it; NaN on other systems. */
  processor(): number;
  stop(): Promise<void>;
}

/** The real server on a database, in a process of its own, as `npm start` starts it; there once it says where it is. */
export async function startServer(database: string): Promise<StartedServer> {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'));
  const [, ...words] = (scripts.start as string).split(' ');
  const child = spawn(process.execPath, words, {
    cwd: projectRoot(),
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', GUNWIJZER_DATABASE: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    url: await address(child),
    memory: (when) => memoryOf(child.pid!, when === 'now' ? 'VmRSS' : 'VmHWM'),
    cpuSeconds: () => cpuSecondsOf(child.pid!),
    processor: () => processorOf(child.pid!),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function address(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('the server stopped before it printed its address');
}

function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  if (process.platform !== 'linux') return Number.NaN;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(status)![1]!) * 1024) / 1e6;
}

/** Processor time that a process of Linux has taken so far. @returns seconds; NaN on other systems */
function cpuSecondsOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!;
  return (Number(user) + Number(system)) / 100;
}

/** In /proc/<pid>/task/<tid>/stat behind the name in brackets: the 12th and 13th field, in hundredths of a second. */
function processorOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
