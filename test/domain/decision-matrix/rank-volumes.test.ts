import { describe, expect, it } from 'vitest';
import { orderedRegion } from '../../../src/domain/decision-matrix/criteria-ordering.ts';
import { rankVolumes } from '../../../src/domain/decision-matrix/rank-volumes.ts';
import { rowGroups } from '../../../src/domain/decision-matrix/row-groups.ts';
import { catalogue, matrixFrom, texts } from './support.ts';

const region = orderedRegion(catalogue, [], 1)!;
const groups = rowGroups(catalogue);
const { pieces } = rankVolumes(groups, region, 1_000_000)!;

describe('rank volumes', () => {
  it('need no more pieces than they report', () => {
    expect(pieces).toBeLessThan(1000);
    expect(rankVolumes(groups, region, pieces)?.pieces).toBe(pieces);
  });

  it('are not given when the budget is one piece short, nor when it is short by far', () => {
    expect(rankVolumes(groups, region, pieces - 1)).toBeUndefined();
    expect(rankVolumes(groups, region, 1)).toBeUndefined();
  });

  it('of one alternative, and of one criterion, are certain', () => {
    const shares = (rows: Record<string, string>) => {
      const matrix = matrixFrom(rows);
      return rankVolumes(rowGroups(matrix), orderedRegion(matrix, [], 1)!, 100)!.shares.map(texts);
    };
    expect(shares({ a: '+ - +' })).toEqual([['1']]);
    expect(shares({ a: '-', b: '+' })).toEqual([
      ['0', '1'],
      ['1', '0'],
    ]);
  });
});
