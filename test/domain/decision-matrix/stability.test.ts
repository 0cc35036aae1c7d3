import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionMatrix } from '../../../src/domain/decision-matrix/matrix.ts';
import { rankByWeightedSum } from '../../../src/domain/decision-matrix/ranking.ts';
import { type StabilityBound, stability } from '../../../src/domain/decision-matrix/stability.ts';
import { equalWeights, type Weighting, weighting, weightingOf } from '../../../src/domain/decision-matrix/weighting.ts';
import { add, compare, divide, type Exact, exact, multiply, ONE, subtract, ZERO } from '../../../src/domain/number.ts';
import { catalogue, matrixFrom, someMatrix } from './support.ts';

const winnersOf = (matrix: DecisionMatrix, weights: Weighting): string[] =>
  rankByWeightedSum(matrix, weights)
    .filter(({ rank }) => rank === 1)
    .map(({ alternative }) => alternative)
    .sort();

/** The winners when one criterion gets a share and the others keep their proportions. */
function winnersAt(matrix: DecisionMatrix, { shares }: Weighting, column: number, share: Exact): string[] {
  const rest = subtract(ONE, shares[column]!);
  const scaled = shares.map((old, index) =>
    index === column ? share : divide(multiply(old, subtract(ONE, share)), rest),
  );
  return winnersOf(matrix, weightingOf(matrix, scaled));
}

const text = ({ share, included, beyond }: StabilityBound) => [share.toFraction(), included, beyond];

describe('the interval of a weight in which the winners stay the same', () => {
  it('is exact: with weights 1, 2 for a = (+, -) and b = (-, +), b wins until the first weight reaches 1/2', () => {
    const matrix = matrixFrom({ a: '+ -', b: '- +' });
    const { winners, criteria } = stability(matrix, weighting(matrix, { c1: '1', c2: '2' }));
    expect(winners).toEqual(['b']);
    expect(text(criteria[0]!.interval!.from)).toEqual(['0', true, null]);
    expect(text(criteria[0]!.interval!.to)).toEqual(['1/2', false, ['a']]);
    expect(text(criteria[1]!.interval!.from)).toEqual(['1/2', false, ['a']]);
    expect(text(criteria[1]!.interval!.to)).toEqual(['1', true, null]);
  });

  it('is one point where winners share the first place only at the present weight', () => {
    const { winners, criteria } = stability(catalogue, equalWeights(catalogue));
    expect(winners).toEqual(['bestuurlijk', 'bcf']);
    const joint = criteria[1]!;
    expect(joint.criterion).toBe('joint-purchasing');
    expect(text(joint.interval!.from)).toEqual(['1/5', true, ['bcf']]);
    expect(text(joint.interval!.to)).toEqual(['1/5', true, ['bestuurlijk']]);
    // They score the same on cooperation, so that weight does not matter.
    expect(text(criteria[0]!.interval!.from)).toEqual(['0', true, null]);
    expect(text(criteria[0]!.interval!.to)).toEqual(['1', false, null]);
  });

  it('does not exist for a criterion that has all the weight', () => {
    const matrix = matrixFrom({ a: '+ -', b: '- +' });
    const { criteria } = stability(matrix, weighting(matrix, { c1: '1', c2: '0' }));
    expect(criteria[0]!.interval).toBeNull();
    expect(text(criteria[1]!.interval!.to)).toEqual(['1/2', false, ['b']]);
  });

  it('is right just inside, at, and just outside its bounds', () => {
    const hair = exact('1/1000000000');
    const check = (matrix: DecisionMatrix, weights: Weighting) => {
      const { winners, criteria } = stability(matrix, weights);
      const names = [...winners].sort();
      expect(names).toEqual(winnersOf(matrix, weights));
      criteria.forEach(({ current, interval }, column) => {
        if (interval === null) return;
        const at = (share: Exact) => winnersAt(matrix, weights, column, share);
        for (const [bound, outward] of [
          [interval.from, exact('-1')],
          [interval.to, ONE],
        ] as const) {
          const step = multiply(hair, outward);
          expect(at(divide(add(bound.share, current), exact('2')))).toEqual(names);
          if (compare(bound.share, current) !== 0) expect(at(subtract(bound.share, step))).toEqual(names);
          expect(at(bound.share).join() === names.join()).toBe(bound.included);
          if (bound.beyond === null) {
            expect([ZERO, ONE].some((end) => compare(end, bound.share) === 0)).toBe(true);
          } else {
            expect(at(add(bound.share, step))).toEqual([...bound.beyond].sort());
            expect([...bound.beyond].sort()).not.toEqual(names);
          }
        }
      });
    };
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(someMatrix(7, 5), weights, (matrix, drawn) => {
        const entries = matrix.criteria.map((criterion, index) => [criterion, `${drawn[index]}`] as const);
        check(matrix, weighting(matrix, Object.fromEntries(entries)));
      }),
    );
  });
});
