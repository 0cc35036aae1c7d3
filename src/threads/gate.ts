const WORKING = 0;
const STORING = 1;
const STOPPED = 2;

/**
 * A gate between a thread that works and the one that may stop it: work is stopped before it stores something or after that, never
 * while it does.
 */
export const openGate = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);

/** Asked by who stops the work. @returns false while it is storing */
export const closeGate = (gate: SharedArrayBuffer): boolean => move(gate, WORKING, STOPPED);

/** Stores something, unless the work was stopped. @throws Error when it was */
export function throughGate<Result>(gate: SharedArrayBuffer, store: () => Result): Result {
  if (!move(gate, WORKING, STORING)) throw new Error('the work was stopped');
  try {
    return store();
  } finally {
    move(gate, STORING, WORKING);
  }
}

const move = (gate: SharedArrayBuffer, from: number, to: number): boolean =>
  Atomics.compareExchange(new Int32Array(gate), 0, from, to) === from;
