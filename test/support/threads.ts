import { createThreads, type Threads } from '../../src/threads/threads.ts';

/** Threads that do what a test asks of them: see sample-thread.mjs. */
export const sampleThreads = (deadlineSeconds = 60, megabytes?: number): Threads<object, unknown, unknown> =>
  createThreads({
    file: new URL('./sample-thread.mjs', import.meta.url),
    workerData: 'settings',
    atOnce: 4,
    atOncePerOwner: 2,
    waitingPerOwner: 8,
    deadlineSeconds,
    ...(megabytes === undefined ? {} : { megabytes }),
  });
