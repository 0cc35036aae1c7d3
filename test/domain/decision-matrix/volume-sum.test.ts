import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { volumeSum } from '../../../src/domain/decision-matrix/volume-sum.ts';
import { ratio, sum } from '../../../src/domain/number.ts';

describe('a sum of volumes', () => {
  it('is zero when empty', () => {
    expect(volumeSum().total().toFraction()).toBe('0');
  });

  it('is exact for small and large numbers together', () => {
    const number = fc.integer({ min: 1, max: 2 ** 50 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number), { maxLength: 20 }), (terms) => {
        const total = volumeSum();
        for (const [a, b, c] of terms) total.add(a, b, c, 1);
        const expected = sum(terms.map(([a, b, c]) => ratio(BigInt(a) * BigInt(b), BigInt(c))));
        expect(total.total().toFraction()).toBe(expected.toFraction());
      }),
    );
  });
});
