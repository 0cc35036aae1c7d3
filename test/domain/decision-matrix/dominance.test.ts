import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standings, undominated } from '../../../src/domain/decision-matrix/dominance.ts';
import { valueAt } from '../../../src/domain/decision-matrix/matrix.ts';
import { rankAcceptability } from '../../../src/domain/decision-matrix/rank-acceptability.ts';
import { rankByWeightedSum } from '../../../src/domain/decision-matrix/ranking.ts';
import { weightingOf } from '../../../src/domain/decision-matrix/weighting.ts';
import { add, compare, multiply, sum, ZERO } from '../../../src/domain/number.ts';
import { catalogue, matrixFrom, someMatrix } from './support.ts';

describe('dominance', () => {
  it('leaves exactly three contract models, each best under some weighting in which every criterion counts', () => {
    expect(undominated(catalogue)).toEqual(['zeeuws', 'bestuurlijk', 'bcf']);
    const kinds = standings(catalogue).filter(({ standing }) => standing.kind === 'best-under');
    expect(kinds.map(({ alternative }) => alternative)).toEqual(['zeeuws', 'bestuurlijk', 'bcf']);
  });

  it('names who dominates', () => {
    const of = (alternative: string) =>
      standings(catalogue).find((entry) => entry.alternative === alternative)?.standing;
    expect(of('een-op-een')).toEqual({ kind: 'dominated', by: ['zeeuws'] });
    expect(of('klassieke-subsidie')).toEqual({ kind: 'dominated', by: ['bcf'] });
    expect(of('dialoog')).toEqual({ kind: 'dominated', by: ['bestuurlijk', 'bcf'] });
  });

  it('does not let equal rows dominate each other', () => {
    expect(undominated(matrixFrom({ a: '+ -', b: '+ -' }))).toEqual(['a', 'b']);
  });

  it('finds what no single alternative dominates but a mixture does', () => {
    // Half of a and half of b is worth (1/2, 1/2): more than c on both criteria.
    const scale = ['4', '1', '0'].map((value) => ({ symbol: value, value }));
    const matrix = matrixFrom({ a: '4 0', b: '0 4', c: '1 1' }, scale);
    expect(undominated(matrix)).toEqual(['a', 'b', 'c']);
    expect(standings(matrix)[2]!.standing.kind).toBe('dominated-by-mixture');
  });

  it('keeps what a mixture only equals: best, shared, at one weighting', () => {
    const matrix = matrixFrom({ a: '+ -', b: '- +', c: '+/- +/-' });
    const { standing } = standings(matrix)[2]!;
    expect(standing.kind === 'best-under' && standing.weights.map(String)).toEqual(['0.5', '0.5']);
  });

  it('proves every standing: weights make it best, a mixture beats it, and a dominated one is never first alone', () => {
    fc.assert(
      fc.property(someMatrix(7, 5), (matrix) => {
        const firsts = rankAcceptability(matrix, { seed: 1 }).alternatives;
        standings(matrix).forEach(({ alternative, standing }, row) => {
          if (standing.kind === 'best-under') {
            expect(standing.weights.every((weight) => compare(weight, ZERO) > 0)).toBe(true);
            const ranked = rankByWeightedSum(matrix, weightingOf(matrix, standing.weights));
            expect(ranked.find((entry) => entry.alternative === alternative)!.rank).toBe(1);
            return;
          }
          expect(firsts[row]!.shares[0]!.toFraction()).toBe('0');
          if (standing.kind === 'dominated') return;
          expect(sum(standing.mixture.map(({ share }) => share)).toFraction()).toBe('1');
          const gains = matrix.criteria.map((_, column) => {
            const mixed = standing.mixture
              .map(({ alternative: id, share }) =>
                multiply(share, valueAt(matrix, matrix.alternatives.indexOf(id), column)),
              )
              .reduce(add, ZERO);
            return compare(mixed, valueAt(matrix, row, column));
          });
          expect(gains.every((gain) => gain >= 0)).toBe(true);
          expect(gains.some((gain) => gain > 0)).toBe(true);
        });
      }),
    );
  });
});
