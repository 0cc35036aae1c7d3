import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigints, doubles, wholeValues } from '../../../src/domain/decision-matrix/whole-numbers.ts';
import { exact } from '../../../src/domain/number.ts';

describe('whole numbers in doubles', () => {
  it('never round: what does not fit is NaN or undefined', () => {
    expect(doubles.multiply(2 ** 30, 2 ** 30)).toBeNaN();
    expect(doubles.add(Number.MAX_SAFE_INTEGER, 1)).toBeNaN();
    expect(doubles.from(2n ** 53n)).toBeUndefined();
    expect(doubles.combine(2 ** 27, [2 ** 27], 1, [0], 1)).toBeUndefined();
  });

  it('combine as BigInt does, whenever they do', () => {
    const vector = fc.array(fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), { minLength: 3, maxLength: 3 });
    const positive = fc.integer({ min: 1, max: 2 ** 30 });
    fc.assert(
      fc.property(vector, vector, positive, positive, (x, y, p, q) => {
        const small = doubles.combine(p, x, q, y, 2);
        fc.pre(small !== undefined && small.divisor !== 0);
        const large = bigints.combine(BigInt(p), x.map(BigInt), BigInt(q), y.map(BigInt), 2)!;
        fc.pre(large.vector[2]! * large.divisor === BigInt(p) * BigInt(x[2]!) + BigInt(q) * BigInt(y[2]!));
        expect(small!.vector.map(BigInt)).toEqual(large.vector);
        expect(BigInt(small!.divisor)).toBe(large.divisor);
      }),
    );
  });
});

describe('whole values', () => {
  it('multiply by the smallest number that removes the fractions', () => {
    expect(wholeValues(['1', '0.5', '-2/3'].map(exact))).toEqual([6n, 3n, -4n]);
  });
});
