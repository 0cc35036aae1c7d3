import { describe, expect, it } from 'vitest';
import { methodAgreement } from '../../../src/domain/decision-matrix/method-agreement.ts';
import { rankAcceptability } from '../../../src/domain/decision-matrix/rank-acceptability.ts';
import { equalWeights, weighting } from '../../../src/domain/decision-matrix/weighting.ts';
import { catalogue, matrixFrom } from './support.ts';

const agreement = (matrix = catalogue, weights = equalWeights(matrix)) =>
  methodAgreement(matrix, weights, rankAcceptability(matrix, { seed: 1 }));

describe('agreement between methods', () => {
  it('shows that the choice between bcf and bestuurlijk depends on the method', () => {
    const { methods, unanimous, alwaysAmongWinners } = agreement();
    expect(Object.fromEntries(methods.map(({ method, winners }) => [method, winners]))).toEqual({
      counting: ['bcf'],
      'weighted-sum': ['bestuurlijk', 'bcf'],
      lexicographic: ['bestuurlijk', 'bcf'],
      'weakest-point': ['bestuurlijk'],
      acceptability: ['bcf'],
    });
    expect(unanimous).toBe(false);
    expect(alwaysAmongWinners).toEqual([]);
  });

  it('lets the heaviest criterion decide in the lexicographic method', () => {
    const matrix = matrixFrom({ a: '+ - -', b: '+/- + +' });
    const { methods } = agreement(matrix, weighting(matrix, { c1: '3', c2: '2', c3: '2' }));
    expect(methods.find(({ method }) => method === 'lexicographic')?.winners).toEqual(['a']);
    expect(methods.find(({ method }) => method === 'weighted-sum')?.winners).toEqual(['b']);
  });

  it('is unanimous when one alternative dominates all others', () => {
    const { unanimous, alwaysAmongWinners } = agreement(matrixFrom({ a: '+ +/-', b: '+/- -', c: '- +/-' }));
    expect([unanimous, alwaysAmongWinners]).toEqual([true, ['a']]);
  });
});
