import { parentPort } from 'node:worker_threads';

/** The thread of the server, which takes its time before it begins: as if what it is asked were a lot of work. */
const SLOW_MS = 1800;

const nothing = new Int32Array(new SharedArrayBuffer(4));
const early = [];
let loaded = false;
parentPort.on('message', (order) => {
  Atomics.wait(nothing, 0, 0, SLOW_MS);
  if (!loaded) early.push(order);
});
await import('../../dist/src/thread.js');
loaded = true;
// What came before there was anybody to hear it.
for (const order of early) parentPort.emit('message', order);
