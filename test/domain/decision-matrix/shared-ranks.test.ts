import { describe, expect, it } from 'vitest';
import { sharedRanks } from '../../../src/domain/decision-matrix/shared-ranks.ts';

describe('shared ranks', () => {
  it('give equal items the best place and count them all for the next', () => {
    const placed = sharedRanks([3, 5, 5, 1, 3], (a, b) => b - a);
    expect(placed.map(({ item, rank }) => [item, rank])).toEqual([
      [5, 1],
      [5, 1],
      [3, 3],
      [3, 3],
      [1, 5],
    ]);
  });
});
