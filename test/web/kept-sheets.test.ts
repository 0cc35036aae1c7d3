import { describe, expect, it } from 'vitest';
import { createKeptSheets } from '../../src/web/kept-sheets.ts';

const file = (size: number, value = 0): Uint8Array => new Uint8Array(size).fill(value);

describe('a sheet that waits at the server', () => {
  it('is found by who offered it, by what is in it, and for a while', () => {
    let now = 0;
    const kept = createKeptSheets({ files: 2, bytes: 1_000, milliseconds: 100 }, () => now);
    const print = kept.keep('een', file(10));
    expect(kept.find('een', print)).toEqual(file(10));
    expect([kept.find('twee', print), kept.find('een', 'x'), kept.find('een', '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    now = 100;
    expect(kept.find('een', print)).toBeUndefined();
  });

  it('takes the place of the oldest of the same account, and of all where there is no room', () => {
    const kept = createKeptSheets({ files: 2, bytes: 100, milliseconds: 100 }, () => 0);
    const other = kept.keep('twee', file(40, 9));
    const prints = [1, 2, 3].map((value) => kept.keep('een', file(20, value)));
    expect(prints.map((print) => kept.find('een', print) !== undefined)).toEqual([false, true, true]);
    expect(kept.find('twee', other)).toBeDefined();
    kept.keep('drie', file(60, 5));
    expect([kept.find('een', prints[1]!), kept.find('twee', other)]).toEqual([file(20, 2), undefined]);
  });
});
