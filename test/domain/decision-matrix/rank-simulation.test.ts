import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionMatrix } from '../../../src/domain/decision-matrix/matrix.ts';
import { randomWords } from '../../../src/domain/decision-matrix/random.ts';
import { simulateRanks } from '../../../src/domain/decision-matrix/rank-simulation.ts';
import { rowGroups } from '../../../src/domain/decision-matrix/row-groups.ts';
import { BLOCK, GRID, weightSampler } from '../../../src/domain/decision-matrix/weight-sampling.ts';
import { someMatrix } from './support.ts';

/** The same draws, ranked one by one in the plainest way. */
function plainCounts(matrix: DecisionMatrix, seed: number, draws: number): number[][] {
  const free = matrix.criteria.map(() => []);
  const sample = weightSampler(free, randomWords(seed));
  const weights = new Int32Array(free.length * BLOCK);
  const value = [1, 0.5, 0];
  const counts = matrix.levels.map(() => matrix.levels.map(() => 0));
  for (let draw = 0; draw < draws; draw++) {
    if (draw % BLOCK === 0) sample(weights);
    const scores = matrix.levels.map((row) =>
      row.reduce((sum, level, c) => sum + Math.floor(value[level]! * weights[c * BLOCK + (draw % BLOCK)]!), 0),
    );
    scores.forEach((score, row) => {
      counts[row]![scores.filter((other) => other > score).length]!++;
    });
  }
  return counts;
}

describe('the simulation', () => {
  it('counts as a plain ranking of the same draws does, for any number of draws', () => {
    fc.assert(
      fc.property(someMatrix(9, 7), fc.integer({ min: 1, max: 100 }), fc.nat(), (matrix, draws, seed) => {
        const groups = rowGroups(matrix);
        const options = { seed, draws, heavier: matrix.criteria.map(() => []), values: 'as-stated' } as const;
        const counts = simulateRanks(matrix, groups, options);
        const plain = plainCounts(matrix, seed, draws);
        groups.forEach(({ members }, group) => {
          for (const member of members) expect([...counts[group]!]).toEqual(plain[member]);
        });
      }),
    );
  });

  it('works on weights that stay within 32 bits', () => {
    expect(GRID * 2).toBeLessThanOrEqual(2 ** 31);
  });
});
