import type { Config } from './config.ts';
import { createThreads } from './threads/threads.ts';
import type { LongThreads } from './web/context.ts';

/** Of one account; more is refused until some of it is done. */
const MOST_PAGES = 20;
const MOST_CALCULATIONS = 8;

/**
 * The threads of the long routes, each the compiled `thread.ts`: it stands beside this file; where this file runs as TypeScript, in `dist/run`,
 * for a thread of Node 20 does not load TypeScript.
 */
export function createLongThreads(
  config: Config,
  file = new URL(import.meta.url.endsWith('.js') ? './thread.js' : '../dist/run/thread.js', import.meta.url),
): LongThreads {
  const common = { file, workerData: config, deadlineSeconds: config.deadlineSeconds };
  return {
    pages: createThreads({ ...common, atOnce: 2, atOncePerOwner: 1, waitingPerOwner: MOST_PAGES, staysReady: true }),
    heavy: createThreads({ ...common, atOnce: 3, atOncePerOwner: 2, waitingPerOwner: MOST_CALCULATIONS }),
  };
}
