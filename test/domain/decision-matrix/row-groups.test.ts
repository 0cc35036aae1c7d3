import { describe, expect, it } from 'vitest';
import { rowGroups } from '../../../src/domain/decision-matrix/row-groups.ts';
import { catalogue, matrixFrom } from './support.ts';

describe('row groups', () => {
  it('join alternatives with equal scores: the catalogue of thirteen has nine distinct rows', () => {
    const groups = rowGroups(catalogue);
    expect(groups).toHaveLength(9);
    expect(groups.map(({ members }) => members.length)).toEqual([1, 4, 1, 1, 2, 1, 1, 1, 1]);
  });

  it('give the values in whole numbers', () => {
    expect(rowGroups(matrixFrom({ a: '+ +/- -' }))[0]!.values).toEqual([2n, 1n, 0n]);
  });
});
