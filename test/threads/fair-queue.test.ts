import { describe, expect, it } from 'vitest';
import { createFairQueue } from '../../src/threads/fair-queue.ts';

/** Tasks that end when they are told to, and the order in which they began. */
function tasks() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    task: (name: string) => () =>
      new Promise<string>((resolve) => {
        begun.push(name);
        ends.set(name, () => resolve(name));
      }),
    end: async (name: string): Promise<void> => {
      await turn();
      ends.get(name)!();
      await turn();
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a fair queue', () => {
  it('lets owners take turns: who asked for much waits behind who asks for little', async () => {
    const { begun, task, end } = tasks();
    const queue = createFairQueue({ atOnce: 1, waitingPerOwner: 9 });
    for (const name of ['a1', 'a2', 'a3']) void queue.run('a', task(name));
    for (const name of ['b1', 'c1']) void queue.run(name[0]!, task(name));
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
  });

  it('keeps room for others, however much one owner asks', async () => {
    const { begun, task, end } = tasks();
    const queue = createFairQueue({ atOnce: 3, atOncePerOwner: 2, waitingPerOwner: 9 });
    for (const name of ['a1', 'a2', 'a3', 'a4']) void queue.run('a', task(name));
    void queue.run('b', task('b1'));
    await turn();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    await end('b1');
    expect(begun).toHaveLength(3);
    await end('a1');
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  it('passes on what a task gives or throws, and goes on', async () => {
    const queue = createFairQueue({ atOnce: 1, waitingPerOwner: 9 });
    const failed = queue.run('a', () => Promise.reject(new Error('broken')));
    const given = queue.run('a', async () => 7);
    await expect(failed).rejects.toThrow('broken');
    expect(await given).toBe(7);
  });

  it('refuses more than may wait of one owner, and nobody else', async () => {
    const { task, end } = tasks();
    const queue = createFairQueue({ atOnce: 1, waitingPerOwner: 2 });
    const first = queue.run('a', task('a1'));
    for (const name of ['a2', 'a3']) void queue.run('a', task(name));
    await expect(queue.run('a', task('a4'))).rejects.toMatchObject({ code: 'too-busy', details: { waiting: 2 } });
    const other = queue.run('b', task('b1'));
    for (const name of ['a1', 'a2', 'b1']) await end(name);
    expect(await Promise.all([first, other])).toEqual(['a1', 'b1']);
  });

  it('takes a task that is no longer wanted out of the line', async () => {
    const { begun, task, end } = tasks();
    const queue = createFairQueue({ atOnce: 1, waitingPerOwner: 9 });
    void queue.run('a', task('a1'));
    const stop = new AbortController();
    const stopped = queue.run('a', task('a2'), stop.signal);
    void queue.run('a', task('a3'));
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    await end('a1');
    expect(begun).toEqual(['a1', 'a3']);
  });
});
