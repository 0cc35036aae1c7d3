import { type Exact, ratio } from '../number.ts';
import { greatestCommonDivisor } from './whole-numbers.ts';

/** Adds many fractions exactly and quickly: per denominator the numerators are added, and one division is made at the end. */
export interface VolumeSum {
  /** Adds (a * b) / (c * d), all non-negative whole numbers, c and d not zero. */
  readonly add: (a: number | bigint, b: number | bigint, c: number | bigint, d: number | bigint) => void;
  readonly total: () => Exact;
}

/** An empty sum. */
export function volumeSum(): VolumeSum {
  const small = new Map<number, number>();
  const large = new Map<bigint, bigint>();

  const addLarge = (above: bigint, below: bigint): void => {
    large.set(below, (large.get(below) ?? 0n) + above);
  };

  return {
    add: (a, b, c, d) => {
      const above = product(a, b);
      const below = product(c, d);
      if (typeof above === 'bigint' || typeof below === 'bigint') {
        addLarge(BigInt(above), BigInt(below));
        return;
      }
      const sum = (small.get(below) ?? 0) + above;
      if (sum <= Number.MAX_SAFE_INTEGER) small.set(below, sum);
      else addLarge(BigInt(above), BigInt(below));
    },
    total: () => {
      const terms = [...large, ...Array.from(small, ([below, above]) => [BigInt(below), BigInt(above)] as const)];
      let common = 1n;
      for (const [below] of terms) {
        if (common % below !== 0n) common = (common / greatestCommonDivisor(common, below)) * below;
      }
      let sum = 0n;
      for (const [below, above] of terms) sum += above * (common / below);
      return ratio(sum, common);
    },
  };
}

/** The product of two whole numbers: a double when it certainly fits, a BigInt when it may not. */
export function product(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a * b;
    if (result <= Number.MAX_SAFE_INTEGER) return result;
  }
  return BigInt(a) * BigInt(b);
}
