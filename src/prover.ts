import type { DossierProof, InstallationProof } from './actions/prove-installation.ts';
import type { Config } from './config.ts';
import type { Proven, ToProve } from './proving-thread.ts';
import { createThreads } from './threads/threads.ts';
import type { Prover } from './web/context.ts';

/** The whole database is read: it may take a while, and is not done again and again. In milliseconds. */
const SHORTEST_PAUSE = 5_000;
const PAUSE_TIMES = 10;
const DEADLINE_SECONDS = 3_600;
/** What a trigger does that somebody planted is our own writing, which says nothing of itself. In milliseconds. */
const LONGEST_PAUSE = 15 * 60_000;
/** How often it is asked whether somebody else has written in the database. */
const LOOK_MS = 1_000;

/**
 * Proves everything in the database in a thread of its own: at start, whenever somebody else has written in it, and when it is asked for. One
 * dossier that is asked for is proven beside that, in a second thread.
 * @param dataVersion another number when another connection has written
 * @param logError what nobody expected, for the log of the server
 */
export function createProver(
  config: Config,
  dataVersion: () => number,
  logError: (error: unknown, place: string) => void,
  file = new URL(
    import.meta.url.endsWith('.js') ? './proving-thread.js' : '../dist/run/proving-thread.js',
    import.meta.url,
  ),
): Prover & { close(): Promise<void> } {
  const threads = createThreads<ToProve, Proven, never>({
    file,
    workerData: config,
    // Everything, and one dossier that somebody asked for.
    atOnce: 2,
    atOncePerOwner: 1,
    waitingPerOwner: 1,
    // It reads everything once, and seldom again.
    idleAfter: 0,
    deadlineSeconds: DEADLINE_SECONDS,
  });
  let last: { readonly proof: InstallationProof; readonly at: Date } | null = null;
  let running = false;
  let failed = false;
  let closed = false;
  let notBefore = 0;
  /** What was last proven of one dossier after everything was. */
  const ones = new Map<string, { readonly proof: DossierProof; readonly at: Date }>();
  /** Dossiers that were asked for, the one that is being proven first. */
  const asked = new Set<string>();
  let provingOne = false;
  let allAsked = false;
  let proven: number | null = null;
  let provenAt = 0;

  const prove = async (): Promise<void> => {
    running = true;
    allAsked = false;
    const version = dataVersion();
    const began = performance.now();
    try {
      const result = await threads.start('register', { dossier: null }).result;
      if (!('all' in result)) throw new Error('something else was proven');
      last = { proof: result.all, at: new Date() };
      ones.clear();
      failed = false;
    } catch (error) {
      failed = true;
      if (!closed) logError(error, 'proving the database');
    }
    proven = version;
    provenAt = performance.now();
    notBefore = performance.now() + Math.max(SHORTEST_PAUSE, PAUSE_TIMES * (performance.now() - began));
    running = false;
  };
  const proveAsked = async (): Promise<void> => {
    const [dossier] = asked;
    if (dossier === undefined || provingOne || closed) return;
    provingOne = true;
    try {
      const result = await threads.start('one', { dossier }).result;
      if ('one' in result) ones.set(dossier, { proof: result.one, at: new Date() });
    } catch (error) {
      if (!closed) logError(error, `proving ${dossier}`);
    }
    asked.delete(dossier);
    provingOne = false;
    void proveAsked();
  };
  const look = (): void => {
    const now = performance.now();
    const isDue = allAsked || dataVersion() !== proven || now >= provenAt + LONGEST_PAUSE;
    if (!running && now >= notBefore && isDue) void prove();
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  look();

  return {
    state: () => ({ running: running || allAsked, failed, last, ones, asked }),
    ask: (dossier) => {
      if (dossier === null) {
        allAsked = true;
        look();
      } else {
        asked.add(dossier);
        void proveAsked();
      }
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      await threads.close();
    },
  };
}
