import { describe, expect, it } from 'vitest';
import { maximise } from '../../../src/domain/decision-matrix/linear-program.ts';

describe('the exact linear program', () => {
  it('solves a textbook case: 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18 gives x = 2, y = 6, value 36, prices 0, 3/2, 1', () => {
    const { denominator, value, solution, prices } = maximise(
      [3n, 5n],
      [
        { row: [1n, 0n], bound: 4n },
        { row: [0n, 2n], bound: 12n },
        { row: [3n, 2n], bound: 18n },
      ],
    )!;
    expect(value).toBe(36n * denominator);
    expect(solution).toEqual([2n * denominator, 6n * denominator]);
    expect(prices.map((price) => 2n * price)).toEqual([0n, 3n * denominator, 2n * denominator]);
  });

  it('does not cycle on the degenerate case of Beale', () => {
    // maximise 3/4 a - 150 b + 1/50 c - 6 d, every row times 100: the optimum is 1/20.
    const optimum = maximise(
      [75n, -15000n, 2n, -600n],
      [
        { row: [25n, -6000n, -4n, 900n], bound: 0n },
        { row: [50n, -9000n, -2n, 300n], bound: 0n },
        { row: [0n, 0n, 1n, 0n], bound: 1n },
      ],
    )!;
    expect(Number(optimum.value) / Number(optimum.denominator)).toBe(5);
  });

  it('tells when there is no upper bound', () => {
    expect(maximise([1n, 0n], [{ row: [-1n, 1n], bound: 3n }])).toBeUndefined();
  });
});
