import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { solveAward } from '../src/domain/award/search/solve.ts';
import { awardInstance, type Shape } from './award-instances.ts';
import { warmUp } from './harness.ts';

/** Branches for the search. */
const NODES = 20_000;

interface Task {
  readonly shape: Shape;
  readonly seeds: readonly number[];
}

export interface OwnRun {
  /** Median time from the problem to the answer. */
  readonly milliseconds: number;
  readonly proven: number;
  /** Of the last run. */
  readonly value: number;
}

/** The own solver, like every peer in a thread of its own, so that no earlier work has taught the compiler anything else. */
export const runOwn = (task: Task): Promise<OwnRun> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

if (!isMainThread) {
  const { shape, seeds } = workerData as Task;
  const problems = seeds.map((seed) => awardInstance(shape, seed));
  warmUp(problems, (problem) => solveAward(problem, { nodes: NODES }));
  let proven = 0;
  let value = Number.NaN;
  const times = problems
    .map((problem) => {
      const start = performance.now();
      const solution = solveAward(problem, { nodes: NODES });
      const time = performance.now() - start;
      if (solution?.proven) proven++;
      value = Number(solution?.value);
      return time;
    })
    .sort((a, b) => a - b);
  parentPort!.postMessage({ milliseconds: times[times.length >> 1]!, proven, value } satisfies OwnRun);
}
