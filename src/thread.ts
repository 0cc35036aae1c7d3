import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from './config.ts';
import type { WorkSize } from './messages/long-task.ts';
import { openServices } from './services.ts';
import { throughGate } from './threads/gate.ts';
import type { Answer, Order } from './threads/threads.ts';
import type { AskedElsewhere, Recorded } from './web/asked.ts';
import { createLongWork } from './web/long-work.ts';

/** A thread that does long work: one order in, one answer out. Started by `createThreads`, with the settings of the server. */
const ORDINARY = 10;
/** For the states of dossiers, in characters of their logs: there are some threads, each with its own, and most orders are about one dossier. */
const ROOM = 1_000_000;
// On Linux this holds for this thread alone: whoever asks for a page goes before it.
if (process.platform === 'linux') setPriority(ORDINARY);

let gate: SharedArrayBuffer | null = null;
let requireStanding = (): void => {};
const services = openServices(workerData as Config, {
  room: ROOM,
  transact: (work, asOne) => {
    const whole = (): ReturnType<typeof work> => {
      requireStanding();
      return work();
    };
    return gate === null ? asOne(work) : throughGate(gate, () => asOne(whole));
  },
});
const work = createLongWork({ ...services, threads: null, prover: null });
requireStanding = work.requireStanding;
const say = (one: Answer<Recorded, WorkSize>, moved: ArrayBuffer[] = []): void => parentPort?.postMessage(one, moved);

parentPort?.on('message', async ({ task, gate: given }: Order<AskedElsewhere>) => {
  gate = given;
  try {
    const result = await work.answer(task, (note) => say({ kind: 'note', note }));
    say({ kind: 'done', result }, [result.body.buffer as ArrayBuffer]);
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
