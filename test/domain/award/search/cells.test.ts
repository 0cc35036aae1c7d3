import { describe, expect, it } from 'vitest';
import { doubleCells, flags, integers } from '../../../../src/domain/award/search/cells.ts';

describe.each([
  ['flags', flags, Int8Array],
  ['integers', integers, Int32Array],
  ['doubles', doubleCells, Float64Array],
] as const)('a list of %s', (_, make, outside) => {
  it('is all zero, and answers the same whether it is short or long', () => {
    for (const length of [0, 5, 64, 65, 1000]) {
      const cells = make(length);
      expect([cells.length, cells.every((cell) => cell === 0)]).toEqual([length, true]);
      if (length === 0) continue;
      const last = length - 1;
      cells[last] = 1;
      expect([cells[last], cells.indexOf(1), cells.some((cell) => cell === 1)]).toEqual([1, last, true]);
      expect([...cells.slice(last - 1)]).toEqual([0, 1]);
      expect([...cells.keys()].length).toBe(length);
    }
  });

  it('is an array outside the heap where that pays', () => {
    expect([Array.isArray(make(64)), make(65) instanceof outside]).toEqual([true, true]);
  });
});
