import { DomainError } from '../domain/errors.ts';

export interface FairQueue {
  /**
   * Runs a task when it is this owner's turn: owners that wait take turns, and tasks of one owner run in the order in which they came.
   * @param owner whoever the task is for
   * @param signal takes the task out of the line while it waits
   * @throws DomainError `too-busy` when this owner has as many tasks waiting as may wait; whatever the task throws
   */
  run<Result>(owner: string, task: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

export interface FairQueueOptions {
  /** How many tasks run at the same time. */
  readonly atOnce: number;
  /** How many of them may be of one owner; the same number when left out. */
  readonly atOncePerOwner?: number;
  /** How many tasks of one owner may wait. */
  readonly waitingPerOwner: number;
}

/** A line in which nobody waits for more than the turns of others: who asks for a lot waits behind who asks for a little. */
export function createFairQueue({ atOnce, atOncePerOwner = atOnce, waitingPerOwner }: FairQueueOptions): FairQueue {
  /** Owners in the order of their turns, each with its waiting tasks; who has none is not in it. */
  const waiting = new Map<string, (() => void)[]>();
  const running = new Map<string, number>();
  let total = 0;

  const startNext = (): void => {
    for (const [owner, starts] of waiting) {
      if (total >= atOnce) return;
      if ((running.get(owner) ?? 0) >= atOncePerOwner) continue;
      const start = starts.shift()!;
      // Behind everybody else who waits.
      waiting.delete(owner);
      if (starts.length > 0) waiting.set(owner, starts);
      start();
    }
  };

  const begin = (owner: string): void => {
    total += 1;
    running.set(owner, (running.get(owner) ?? 0) + 1);
  };
  const end = (owner: string): void => {
    total -= 1;
    const left = running.get(owner)! - 1;
    if (left === 0) running.delete(owner);
    else running.set(owner, left);
    startNext();
  };

  const leave = (owner: string, start: () => void): void => {
    const rest = (waiting.get(owner) ?? []).filter((one) => one !== start);
    if (rest.length === 0) waiting.delete(owner);
    else waiting.set(owner, rest);
  };

  return {
    run: async (owner, task, signal) => {
      const line = waiting.get(owner) ?? [];
      if (line.length >= waitingPerOwner) throw new DomainError('too-busy', { waiting: waitingPerOwner });
      await new Promise<void>((resolve, reject) => {
        const start = (): void => {
          begin(owner);
          resolve();
        };
        const away = (): void => {
          leave(owner, start);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', away, { once: true });
        waiting.set(owner, [...line, start]);
        startNext();
      });
      try {
        return await task();
      } finally {
        end(owner);
      }
    },
  };
}
