import { parentPort, workerData } from 'node:worker_threads';

/** A thread that does what a test asks of it, in the way of src/thread.ts. */
const say = (answer) => parentPort.postMessage(answer);

const WORK = {
  /** Answers with what it was given and with its settings. */
  echo: (task) => ({ given: task.echo, workerData }),
  /** Says how much work it is, and never ends. */
  forever: () => {
    say({ kind: 'note', note: { bids: 60, lots: 12, criteria: 20 } });
    for (;;);
  },
  /** Asks for more and more memory. */
  memory: () => {
    const kept = [];
    for (;;) kept.push(new Array(1_000_000).fill(kept.length));
  },
  /** Stores something for some time, and then goes on for ever. */
  store: ({ store }, gate) => {
    const state = new Int32Array(gate);
    Atomics.compareExchange(state, 0, 0, 1);
    say({ kind: 'note', note: 'storing' });
    Atomics.wait(state, 0, 1, store);
    Atomics.compareExchange(state, 0, 1, 0);
    return { stored: true };
  },
  breaks: () => {
    throw new Error('broken on purpose');
  },
  exit: () => process.exit(3),
};

parentPort.on('message', ({ task, gate }) => {
  const [kind] = Object.keys(task);
  try {
    say({ kind: 'done', result: WORK[kind](task, gate) });
  } catch (error) {
    say({ kind: 'failed', message: String(error) });
  }
});
