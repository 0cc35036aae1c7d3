import { Worker } from 'node:worker_threads';
import { DomainError } from '../domain/errors.ts';
import { createFairQueue } from './fair-queue.ts';
import { closeGate, openGate } from './gate.ts';

/** What a thread is sent, and what it answers; everything in it must be able to cross to another thread. */
export interface Order<Task> {
  readonly task: Task;
  /** Closed before the thread is stopped: see {@link openGate}. */
  readonly gate: SharedArrayBuffer;
}
export type Answer<Result, Note> =
  /** What is known of the work so far, for who waits. */
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'done'; readonly result: Result }
  /** What nobody expected: the stack, for the log of the server. */
  | { readonly kind: 'failed'; readonly message: string };

/** Work that was given to a thread. */
export interface Job<Result, Note> {
  readonly result: Promise<Result>;
  /** Null while it waits for its turn. */
  readonly begun: () => Date | null;
  readonly note: () => Note | null;
  /** Ends it: `result` is then rejected with DomainError `computation-stopped`. What it has stored stays. */
  stop(): void;
}

export interface Threads<Task, Result, Note> {
  /**
   * @param owner the account that asks: owners take turns, and none has all threads
   * @returns at once; `result` is rejected with DomainError `too-busy` when too much of this owner waits, `computation-too-long` at the
   *   deadline, `computation-too-large` when the memory of a thread is not enough
   */
  start(owner: string, task: Task): Job<Result, Note>;
  close(): Promise<void>;
}

export interface ThreadsOptions {
  /** The compiled module that the threads run. */
  readonly file: URL;
  readonly workerData: unknown;
  /** How many threads there may be, how many of them for one owner, and how much of one owner may wait. */
  readonly atOnce: number;
  readonly atOncePerOwner: number;
  readonly waitingPerOwner: number;
  /** Keeps its threads, and has one ready beside those that work: who asks next does not wait for a thread to start. */
  readonly staysReady?: boolean;
  /** A thread that has had nothing to do for so long gives its memory back: a minute when absent. In milliseconds. */
  readonly idleAfter?: number;
  readonly deadlineSeconds: number;
  /** The memory of a thread. */
  readonly megabytes?: number;
}

const MEGABYTES = 1024;
/** Of what was made just now: more saves little time, and each thread has its own. */
const YOUNG_MEGABYTES = 16;
const IDLE_MS = 60_000;
/** After which it is asked again whether work has stored what it was storing. */
const MOMENT_MS = 20;

/**
 * Threads for heavy work, started when they are needed. One that breaks down, reaches its deadline or needs too much memory takes only the
 * work with it that it had in hand.
 */
export function createThreads<Task, Result, Note>({
  file,
  workerData,
  atOnce,
  atOncePerOwner,
  waitingPerOwner,
  staysReady = false,
  idleAfter = IDLE_MS,
  deadlineSeconds,
  megabytes = MEGABYTES,
}: ThreadsOptions): Threads<Task, Result, Note> {
  const queue = createFairQueue({ atOnce, atOncePerOwner, waitingPerOwner });
  const all = new Set<Worker>();
  const idle = new Map<Worker, NodeJS.Timeout>();
  let closed = false;

  const startWorker = (): Worker => {
    const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
    const started = new Worker(file, { workerData, resourceLimits });
    all.add(started);
    // Also keeps an error between two tasks from ending the server; during one, the one who waits hears it.
    started.on('error', () => {});
    started.once('exit', () => {
      clearTimeout(idle.get(started));
      idle.delete(started);
      all.delete(started);
    });
    return started;
  };
  const takeWorker = (): Worker => {
    const [found] = idle.keys();
    if (!found) return startWorker();
    clearTimeout(idle.get(found));
    idle.delete(found);
    found.ref();
    return found;
  };
  const putBack = (worker: Worker): void => {
    worker.unref();
    const rest = (): void => {
      if (staysReady) return;
      // It ends a moment later: nobody is given it meanwhile.
      idle.delete(worker);
      void worker.terminate();
    };
    idle.set(worker, setTimeout(rest, idleAfter).unref());
  };

  return {
    start: (owner, task) => {
      const gate = openGate();
      // Let go of when it is done: whoever keeps the job does not keep what was asked.
      let order: Order<Task> | null = { task, gate };
      const inLine = new AbortController();
      let note: Note | null = null;
      let begun: Date | null = null;
      let end: ((reason: Error) => void) | null = null;

      const work = (): Promise<Result> =>
        new Promise<Result>((resolve, reject) => {
          if (closed) throw new Error('the threads are closed');
          inLine.signal.throwIfAborted();
          const worker = takeWorker();
          if (staysReady && idle.size === 0 && all.size < atOnce) putBack(startWorker());
          const finish = (settle: () => void, reusable: boolean): void => {
            order = null;
            clearTimeout(deadline);
            worker.off('message', hear).off('error', fail).off('exit', gone);
            end = null;
            if (reusable) putBack(worker);
            settle();
          };
          end = (reason) => {
            if (!closeGate(gate)) {
              setTimeout(() => end?.(reason), MOMENT_MS);
              return;
            }
            void worker.terminate();
            finish(() => reject(reason), false);
          };
          const hear = (answer: Answer<Result, Note>): void => {
            if (answer.kind === 'note') note = answer.note;
            else if (answer.kind === 'done') finish(() => resolve(answer.result), true);
            else finish(() => reject(new Error(answer.message)), true);
          };
          const fail = (error: Error & { code?: string }): void => {
            const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
            const reason = memory ? new DomainError('computation-too-large', { megabytes, ...note }) : error;
            finish(() => reject(reason), false);
          };
          const gone = (): void => finish(() => reject(new Error('the thread stopped')), false);
          const deadline = setTimeout(
            () => end?.(new DomainError('computation-too-long', { seconds: deadlineSeconds, ...note })),
            deadlineSeconds * 1000,
          );
          worker.on('message', hear).on('error', fail).on('exit', gone);
          begun = new Date();
          try {
            worker.postMessage(order);
          } catch (error) {
            finish(() => reject(error), true);
          }
        });

      const result = queue.run(owner, work, inLine.signal);
      return {
        result,
        begun: () => begun,
        note: () => note,
        stop: () => {
          const reason = new DomainError('computation-stopped');
          if (begun === null) inLine.abort(reason);
          else end?.(reason);
        },
      };
    },
    close: async () => {
      closed = true;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
