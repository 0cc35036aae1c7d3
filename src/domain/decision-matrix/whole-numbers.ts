import { denominator, type Exact, multiply, numerator, ratio } from '../number.ts';

/** A vector of whole numbers of one kind: doubles as long as every value is provably exact, BigInt otherwise. */
export type Vector<T extends number | bigint> = readonly T[];

/**
 * The few operations that the geometry of weight space needs, on one kind of whole number.
 * The double version never rounds silently: what does not fit in 53 bits becomes `undefined` (vectors) or NaN (products, sums).
 */
export interface WholeNumbers<T extends number | bigint> {
  readonly zero: T;
  readonly one: T;
  readonly from: (value: bigint) => T | undefined;
  readonly multiply: (a: T, b: T) => T;
  readonly add: (a: T, b: T) => T;
  /** a * b / c, where the division is known to leave no remainder. */
  readonly scale: (a: T, b: T, c: T) => T;
  /** p * x + q * y, divided by the greatest common divisor of its first `leading` entries. */
  readonly combine: (
    p: T,
    x: Vector<T>,
    q: T,
    y: Vector<T>,
    leading: number,
  ) => { readonly vector: T[]; readonly divisor: T } | undefined;
}

const LIMIT = Number.MAX_SAFE_INTEGER;

/** In doubles. A product or sum of whole numbers is exact when the computed size stays within 2^53 - 1, for rounding keeps order. */
export const doubles: WholeNumbers<number> = {
  zero: 0,
  one: 1,
  from: (value) => (value <= BigInt(LIMIT) && value >= -BigInt(LIMIT) ? Number(value) : undefined),
  multiply: (a, b) => exactOrNaN(a * b),
  add: (a, b) => exactOrNaN(a + b),
  scale: (a, b, c) => exactOrNaN(a * b) / c,
  combine: (p, x, q, y, leading) => {
    const vector: number[] = [];
    let divisor = 0;
    for (let index = 0; index < x.length; index++) {
      const left = p * x[index]!;
      const right = q * y[index]!;
      if (!(Math.abs(left) + Math.abs(right) <= LIMIT)) return undefined;
      const value = left + right;
      vector.push(value);
      if (index < leading && divisor !== 1) divisor = commonDivisor(divisor, value);
    }
    if (divisor !== 1) for (let index = 0; index < vector.length; index++) vector[index]! /= divisor;
    return { vector, divisor };
  },
};

export const bigints: WholeNumbers<bigint> = {
  zero: 0n,
  one: 1n,
  from: (value) => value,
  multiply: (a, b) => a * b,
  add: (a, b) => a + b,
  scale: (a, b, c) => (a * b) / c,
  combine: (p, x, q, y, leading) => {
    const vector = x.map((value, index) => p * value + q * y[index]!);
    const divisor = vector.slice(0, leading).reduce(greatestCommonDivisor, 0n);
    return { vector: vector.map((value) => value / divisor), divisor };
  },
};

/** The greatest common divisor, never negative; of 0 and a it is |a|. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** The smallest positive whole number that turns every value into a whole number, and the values multiplied by it. */
export function wholeValues(values: readonly Exact[]): bigint[] {
  const factor = values.reduce(
    (multiple, value) => (multiple / greatestCommonDivisor(multiple, denominator(value))) * denominator(value),
    1n,
  );
  return values.map((value) => numerator(multiply(value, ratio(factor, 1n))));
}

const exactOrNaN = (value: number): number => (Math.abs(value) <= LIMIT ? value : Number.NaN);

function commonDivisor(a: number, b: number): number {
  let larger = Math.abs(a);
  let smaller = Math.abs(b);
  while (smaller !== 0) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}
