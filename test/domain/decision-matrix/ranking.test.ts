import { describe, expect, it } from 'vitest';
import { adjustMatrix } from '../../../src/domain/decision-matrix/adjustments.ts';
import { rankByCounting, rankByWeightedSum } from '../../../src/domain/decision-matrix/ranking.ts';
import { equalWeights, weighting } from '../../../src/domain/decision-matrix/weighting.ts';
import { catalogue, contractModels, matrixFrom, texts } from './support.ts';

describe('ranking by counting', () => {
  it('reproduces the conclusion of the Bijlagenboek 2013 (Contractering, 3.2) from the unchanged matrix', () => {
    const ranked = rankByCounting(catalogue);
    const recommended = ranked.filter((model) => model.recommended);
    expect(recommended.map(({ alternative }) => alternative).sort()).toEqual(
      [...contractModels.conclusion!.recommended].sort(),
    );
    expect(recommended).toEqual([
      { alternative: 'bcf', rank: 1, counts: [4, 0, 1], recommended: true },
      { alternative: 'bestuurlijk', rank: 2, counts: [3, 2, 0], recommended: true },
    ]);
    expect(ranked[2]).toEqual({ alternative: 'zeeuws', rank: 3, counts: [2, 1, 2], recommended: false });
  });

  it('lets equal counts share a rank', () => {
    const ranked = rankByCounting(matrixFrom({ a: '+ -', b: '- +', c: '+/- +/-' }));
    expect(ranked.map(({ alternative, rank }) => [alternative, rank])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
  });

  it('recommends nothing when nothing has the best level on more than half of the criteria', () => {
    const changed = adjustMatrix(catalogue, [
      { kind: 'exclude', alternative: 'bcf', reason: 'x' },
      { kind: 'exclude', alternative: 'bestuurlijk', reason: 'x' },
    ]);
    expect(rankByCounting(changed.matrix).some((model) => model.recommended)).toBe(false);
  });
});

describe('ranking by weighted sum', () => {
  it('with equal weights puts bestuurlijk and bcf first together: 3 + 2 x 1/2 = 4 and 4 x 1 = 4, of 5', () => {
    const ranked = rankByWeightedSum(catalogue, equalWeights(catalogue));
    expect(ranked.slice(0, 3).map(({ alternative, rank, total }) => [alternative, rank, total.toFraction()])).toEqual([
      ['bestuurlijk', 1, '4/5'],
      ['bcf', 1, '4/5'],
      ['zeeuws', 3, '1/2'],
    ]);
  });

  it('shows the parts of each total', () => {
    const matrix = matrixFrom({ a: '+ +/- -' });
    const [first] = rankByWeightedSum(matrix, weighting(matrix, { c1: '3', c2: '2', c3: '1' }));
    expect(texts(first!.parts)).toEqual(['1/2', '1/6', '0']);
    expect(first!.total.toFraction()).toBe('2/3');
  });

  it('is exact: a third and two sixths are a tie', () => {
    const matrix = matrixFrom({ a: '+ - -', b: '- + +' });
    const ranked = rankByWeightedSum(matrix, weighting(matrix, { c1: '1/3', c2: '1/6', c3: '1/6' }));
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 1]);
  });
});
