import { describe, expect, it } from 'vitest';
import { heavierCriteria } from '../../../src/domain/decision-matrix/criteria-ordering.ts';
import { randomWords } from '../../../src/domain/decision-matrix/random.ts';
import { BLOCK, GRID, weightSampler } from '../../../src/domain/decision-matrix/weight-sampling.ts';
import { failure } from './support.ts';

/** Weightings as parts of one. */
function draw(heavier: number[][], blocks: number): number[][] {
  const sample = weightSampler(heavier, randomWords(99));
  const weights = new Int32Array(heavier.length * BLOCK);
  return Array.from({ length: blocks }).flatMap(() => {
    sample(weights);
    return Array.from({ length: BLOCK }, (_, index) => heavier.map((_, c) => weights[c * BLOCK + index]! / GRID));
  });
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;

describe('drawn weightings', () => {
  it('are not negative and sum to one', () => {
    for (const weights of draw([[], [], [], []], 50)) {
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      expect(weights.reduce((total, weight) => total + weight, 0)).toBe(1);
    }
  });

  it('are uniform on the simplex: a weight w of n has mean 1/n and P(w > t) = (1 - t)^(n - 1)', () => {
    const drawn = draw([[], [], [], [], []], 2000);
    for (let criterion = 0; criterion < 5; criterion++) {
      const own = drawn.map((weights) => weights[criterion]!);
      expect(mean(own)).toBeCloseTo(0.2, 2);
      expect(mean(own.map((weight) => Number(weight > 0.3)))).toBeCloseTo(0.7 ** 4, 1);
    }
  });

  it('agree with an ordering; in a total order of three the means are 11/18, 5/18 and 2/18', () => {
    const drawn = draw([[], [0], [1]], 2000);
    for (const [first, second, third] of drawn) {
      expect(first! >= second! && second! >= third!).toBe(true);
    }
    expect(mean(drawn.map((weights) => weights[0]!))).toBeCloseTo(11 / 18, 2);
    expect(mean(drawn.map((weights) => weights[1]!))).toBeCloseTo(5 / 18, 2);
    expect(mean(drawn.map((weights) => weights[2]!))).toBeCloseTo(2 / 18, 2);
  });

  it('give every total order that extends a partial one its share', () => {
    // a above b leaves three orders of a, b, c: c first, between, last.
    const drawn = draw([[], [0], []], 2000);
    const first = mean(drawn.map(([a, , c]) => Number(c! > a!)));
    const last = mean(drawn.map(([, b, c]) => Number(c! < b!)));
    expect(first).toBeCloseTo(1 / 3, 1);
    expect(last).toBeCloseTo(1 / 3, 1);
    expect(drawn.every(([a, b]) => a! >= b!)).toBe(true);
  });

  it('refuse an ordering that would need too large a table', () => {
    const criteria = Array.from({ length: 19 }, (_, index) => `c${index}`);
    const heavier = heavierCriteria({ criteria }, [{ heavier: 'c0', lighter: 'c1' }]);
    expect(failure(() => weightSampler(heavier, randomWords(1)))?.code).toBe('ordering-too-large');
  });
});
