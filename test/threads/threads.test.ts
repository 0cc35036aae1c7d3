import { afterEach, describe, expect, it } from 'vitest';
import type { Threads } from '../../src/threads/threads.ts';
import { sampleThreads } from '../support/threads.ts';

let threads: Threads<object, unknown, unknown>;
afterEach(() => threads.close());

/** Waits until something is so; the work itself says when. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('threads', () => {
  it('answer each with its own work, with the settings that they were given', async () => {
    threads = sampleThreads();
    const jobs = Array.from({ length: 12 }, (_, index) => threads.start(`owner ${index % 3}`, { echo: index }));
    const answers = await Promise.all(jobs.map(({ result }) => result));
    expect(answers).toEqual(jobs.map((_, index) => ({ given: index, workerData: 'settings' })));
  });

  it('leave the one who asks free: two that never end do not keep a third person waiting', async () => {
    threads = sampleThreads();
    const busy = Array.from({ length: 6 }, () => threads.start('anna', { forever: true }));
    for (const { result } of busy) result.catch(() => {});
    expect(await threads.start('ben', { echo: 1 }).result).toMatchObject({ given: 1 });
    expect(busy.filter((job) => job.begun() !== null)).toHaveLength(2);
  });

  it('say how much work it is while it is done', async () => {
    threads = sampleThreads();
    const job = threads.start('anna', { forever: true });
    job.result.catch(() => {});
    await until(() => job.note() !== null);
    expect(job.note()).toEqual({ bids: 60, lots: 12, criteria: 20 });
    expect(job.begun()).not.toBeNull();
  });

  it('end work at the deadline, say what was too large, and go on', async () => {
    threads = sampleThreads(1);
    await expect(threads.start('anna', { forever: true }).result).rejects.toMatchObject({
      code: 'computation-too-long',
      details: { seconds: 1, bids: 60, lots: 12, criteria: 20 },
    });
    expect(await threads.start('anna', { echo: 2 }).result).toMatchObject({ given: 2 });
  });

  it('end work that needs too much memory, and go on', async () => {
    threads = sampleThreads(60, 64);
    await expect(threads.start('anna', { memory: true }).result).rejects.toMatchObject({
      code: 'computation-too-large',
      details: { megabytes: 64 },
    });
    expect(await threads.start('anna', { echo: 3 }).result).toMatchObject({ given: 3 });
  });

  it('stop what is no longer wanted: while it runs, and while it waits', async () => {
    threads = sampleThreads();
    const [first, second, waiting] = [1, 2, 3].map(() => threads.start('anna', { forever: true }));
    await until(() => first!.note() !== null && second!.note() !== null);
    for (const job of [waiting!, first!]) {
      job.stop();
      await expect(job.result).rejects.toMatchObject({ code: 'computation-stopped' });
    }
    second!.result.catch(() => {});
    expect(await threads.start('anna', { echo: 4 }).result).toMatchObject({ given: 4 });
  });

  it('never stop work while it stores something', async () => {
    threads = sampleThreads();
    const job = threads.start('anna', { store: 300 });
    await until(() => job.note() === 'storing');
    job.stop();
    expect(await job.result).toEqual({ stored: true });
  });

  it('pass on what breaks, and go on', async () => {
    threads = sampleThreads();
    await expect(threads.start('anna', { breaks: true }).result).rejects.toThrow('broken on purpose');
    await expect(threads.start('anna', { exit: true }).result).rejects.toThrow('the thread stopped');
    await expect(threads.start('anna', { echo: () => 'a function cannot cross' }).result).rejects.toThrow(/cloned/);
    expect(await threads.start('anna', { echo: 5 }).result).toMatchObject({ given: 5 });
  });

  it('can be closed without ever having worked, and then refuse', async () => {
    threads = sampleThreads();
    await threads.close();
    await expect(threads.start('anna', { echo: 1 }).result).rejects.toThrow('closed');
  });
});
