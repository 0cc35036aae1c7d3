import { Worker } from 'node:worker_threads';
import { DomainError } from '../domain/errors.ts';
import type { Answer } from './render-worker.ts';
import type { Report } from './report.ts';

export interface Renderer {
  /**
   * Draws a report in a thread of its own, after the reports that were asked for earlier.
   *
   * @throws DomainError for what the report itself does wrong; see `renderPdf`
   */
  render(report: Report): Promise<Uint8Array>;
  /** Stops the thread. Reports that are not drawn yet are refused, and so are new ones. */
  close(): Promise<void>;
}

/**
 * Draws reports without holding up the server: in one worker thread, started at the first report, so that a server
 * that draws none spends nothing on fonts. A thread that breaks down takes only the report it was drawing with it.
 * An idle thread does not keep the process alive.
 */
export function createRenderer(): Renderer {
  const queue: Job[] = [];
  let worker: Worker | undefined;
  let current: Job | undefined;
  let closed = false;

  function drawNext(): void {
    if (current) return;
    current = queue.shift();
    if (!current) {
      worker?.unref();
      return;
    }
    worker ??= startWorker();
    worker.ref();
    try {
      worker.postMessage(current.report);
    } catch (error) {
      finish((job) => job.reject(error as Error));
    }
  }

  function startWorker(): Worker {
    const started = new Worker(workerFile());
    let reason = new Error('the thread that draws reports stopped');
    started.on('message', (answer: Answer) => finish((job) => settle(job, answer)));
    started.on('error', (error) => {
      reason = error instanceof Error ? error : new Error(String(error));
    });
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      finish((job) => job.reject(reason));
    });
    return started;
  }

  function finish(end: (job: Job) => void): void {
    const job = current;
    current = undefined;
    if (job) end(job);
    drawNext();
  }

  return {
    render(report) {
      if (closed) return Promise.reject(new Error('the renderer is closed'));
      return new Promise((resolve, reject) => {
        queue.push({ report, resolve, reject });
        drawNext();
      });
    },
    async close() {
      closed = true;
      for (const job of queue.splice(0)) job.reject(new Error('the renderer is closed'));
      await worker?.terminate();
    },
  };
}

interface Job {
  readonly report: Report;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (reason: Error) => void;
}

function settle(job: Job, answer: Answer): void {
  if (answer.kind === 'drawn') job.resolve(answer.bytes);
  else if (answer.kind === 'refused') job.reject(new DomainError(answer.code, answer.details));
  else job.reject(new Error(answer.message));
}

/**
 * The compiled worker stands beside this file. When this file runs as TypeScript, as in the tests, it stands in
 * `dist`: a thread cannot load TypeScript on Node 20, so the project is built before it is tested.
 */
function workerFile(): URL {
  const compiled = import.meta.url.endsWith('.js');
  return new URL(compiled ? './render-worker.js' : '../../dist/src/reports/render-worker.js', import.meta.url);
}
