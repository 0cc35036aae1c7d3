import { describe, expect, it } from 'vitest';
import { randomWords } from '../../../src/domain/decision-matrix/random.ts';
import { failure } from './support.ts';

const firstWords = (seed: number, count: number): number[] => {
  const next = randomWords(seed);
  return Array.from({ length: count }, next);
};

describe('the seeded generator', () => {
  it('repeats itself for the same seed and differs for another', () => {
    expect(firstWords(2013, 100)).toEqual(firstWords(2013, 100));
    expect(firstWords(2013, 100)).not.toEqual(firstWords(2014, 100));
  });

  it('follows sfc32 as published, computed here in BigInt', () => {
    const mask = 0xffffffffn;
    let [a, b, c, counter] = [7n, 0x9e3779b9n, 0x243f6a88n, 1n];
    const word = (): number => {
      const out = (a + b + counter) & mask;
      counter = (counter + 1n) & mask;
      a = b ^ (b >> 9n);
      b = (c + (c << 3n)) & mask;
      c = ((((c << 21n) | (c >> 11n)) & mask) + out) & mask;
      return Number(out);
    };
    for (let round = 0; round < 16; round++) word();
    expect(firstWords(7, 1000)).toEqual(Array.from({ length: 1000 }, word));
  });

  it('gives every bit about half of the time', () => {
    const words = firstWords(1, 100_000);
    for (let bit = 0; bit < 32; bit++) {
      const ones = words.filter((word) => ((word >>> bit) & 1) === 1).length;
      expect(Math.abs(ones - 50_000)).toBeLessThan(5 * Math.sqrt(25_000));
    }
  });

  it.each([-1, 0.5, 2 ** 32, Number.NaN])('refuses the seed %s', (seed) => {
    expect(failure(() => randomWords(seed))?.code).toBe('seed-out-of-range');
  });
});
