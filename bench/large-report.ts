import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchLine } from './harness.ts';
import { LARGEST_REPORT } from './large-evaluation.ts';

/** As `npm start` and the command `serve` set it. */
const AS_STARTED = ['--max-semi-space-size=4', '--heap-growing-percent=60'];
const TARGET_MB = 250;
const TARGET_MS = 10_000;

/** What the process measured: times in milliseconds, memory in megabytes. */
export interface LargeReport {
  readonly evaluate: number;
  readonly words: number;
  readonly draw: number;
  /** Processor time of words and drawing together, of all threads: on a shared machine it says more than the clock. */
  readonly processor: number;
  /** The most memory that the whole process took. */
  readonly peak: number;
  readonly pages: number;
  readonly bytes: number;
}

export type AwardPage = Omit<LargeReport, 'evaluate' | 'pages'>;

/**
 * The largest report, and the page of its award, each in a process of its own: as node is by itself and as `npm start` starts it. The time
 * is that of the first one, without a warm-up.
 */
export function benchLargeReport(): BenchLine[] {
  const { bids, lots, criteria } = LARGEST_REPORT;
  const size = `${bids} x ${lots} x ${criteria}`;
  return [
    ...[[], AS_STARTED].flatMap((flags): BenchLine[] => {
      const found = inProcessOfItsOwn<LargeReport>(flags, 'report');
      const as = flags.length === 0 ? '' : ', as a server is started';
      const whole = found.words + found.draw;
      return [
        { what: `evaluate ${size}${as}`, median: found.evaluate, unit: 'ms' },
        { what: `its report in words${as}`, median: found.words, unit: 'ms' },
        {
          what: `the same drawn, ${found.pages} pages, ${inMegabytes(found.bytes)}, with its words${as}`,
          median: whole,
          unit: 'ms',
          target: `under ${TARGET_MS} ms`,
          met: whole < TARGET_MS,
        },
        {
          what: `processor time of the same${as}`,
          median: found.processor,
          unit: 'ms',
        },
        {
          what: `peak memory (RSS) of the process that evaluated and drew it${as}`,
          median: found.peak,
          unit: 'MB',
          target: `under ${TARGET_MB} MB`,
          met: found.peak < TARGET_MB,
        },
      ];
    }),
    ...awardPage(size),
  ];
}

function awardPage(size: string): BenchLine[] {
  const found = inProcessOfItsOwn<AwardPage>(AS_STARTED, 'page');
  return [
    { what: `page of the award, ${size}: its words`, median: found.words, unit: 'ms' },
    { what: `the same: its HTML, ${inMegabytes(found.bytes)}`, median: found.draw, unit: 'ms' },
    { what: 'the same: processor time of words and HTML', median: found.processor, unit: 'ms' },
    { what: 'the same: peak memory (RSS)', median: found.peak, unit: 'MB' },
  ];
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function inProcessOfItsOwn<Found>(flags: readonly string[], what: 'report' | 'page'): Found {
  const script = fileURLToPath(new URL('./large-report-process.js', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [...flags, script, what], { encoding: 'utf8' })) as Found;
}
