/** One line of the table: what was measured, and how it stands to its target and to a peer or a physical limit of the same run. */
export interface BenchLine {
  readonly what: string;
  readonly median: number;
  readonly unit: 'ms' | 'kB' | 'MB' | 'times';
  readonly target?: string;
  /** How `median` stands to the peer. */
  readonly ratio?: number;
  readonly peer?: string;
  /** Left out where there is no target. */
  readonly met?: boolean;
}

const WARM_UP_RUNS = 5;
/** Short tasks are warmed up for longer: the first thousand runs are those of a compiler at work. */
const WARM_UP_MS = 1_000;
/** The largest problems, of which there are few, are not solved before they are timed. */
const WARM_UP_FROM = 3;

/** Solves the problems again and again, so that what is timed is warm. */
export function warmUp<T>(problems: readonly T[], solve: (problem: T) => unknown): void {
  const start = performance.now();
  if (problems.length < WARM_UP_FROM) return;
  for (let place = 0; performance.now() - start < WARM_UP_MS; place++) solve(problems[place % problems.length]!);
}

/**
 * Times a task after a warm-up, with the garbage of earlier work gone when node was started with --expose-gc.
 * @returns the median of the runs and the slowest one, in milliseconds
 */
export function measure(runs: number, task: () => void): { median: number; worst: number } {
  return measureFresh(runs, () => undefined, task);
}

/** The same, where every run gets something new that takes no time of the task. */
export function measureFresh<T>(
  runs: number,
  make: () => T,
  task: (made: T) => void,
): { median: number; worst: number } {
  const began = performance.now();
  for (let run = 0; run < WARM_UP_RUNS || performance.now() - began < WARM_UP_MS; run++) task(make());
  globalThis.gc?.();
  return summary(
    Array.from({ length: runs }, () => {
      const made = make();
      const start = performance.now();
      task(made);
      return performance.now() - start;
    }),
  );
}

/** The same for work that is waited for. */
export async function measureAsync(
  runs: number,
  task: () => Promise<unknown>,
  warmUp = WARM_UP_RUNS,
): Promise<{ median: number; worst: number }> {
  for (let run = 0; run < warmUp; run++) await task();
  globalThis.gc?.();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await task();
    times.push(performance.now() - start);
  }
  return summary(times);
}

export function summary(values: readonly number[]): { median: number; worst: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, worst: sorted[sorted.length - 1]! };
}

/** Prints the lines as an aligned table. */
export function printTable(lines: readonly BenchLine[]): void {
  const rows = [
    ['what', 'median', 'target', 'ratio', 'met'],
    ...lines.map(({ what, median, unit, target, ratio, peer, met }) => [
      what,
      `${median >= 100 ? median.toFixed(0) : median.toFixed(2)} ${unit}`,
      target ?? '',
      ratio === undefined ? '' : `${ratio.toFixed(2)} x ${peer}`,
      met === undefined ? '' : met ? 'yes' : 'no',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === 1 ? cell.padStart(widths[1]!) : cell.padEnd(widths[column]!)));
    console.log(cells.join('  ').trimEnd());
  }
}
