import { describe, expect, it } from 'vitest';
import { decisionMatrix, symbolAt, valueAt } from '../../../src/domain/decision-matrix/matrix.ts';
import { catalogue, failure, matrixFrom, ORDINAL } from './support.ts';

describe('a decision matrix', () => {
  it('holds a level of the scale for every alternative on every criterion', () => {
    const matrix = matrixFrom({ a: '+ +/-', b: '- +' });
    expect(symbolAt(matrix, 'a', 'c2')).toBe('+/-');
    expect(valueAt(matrix, 0, 1).toFraction()).toBe('1/2');
    expect(matrix.levels).toEqual([
      [0, 1],
      [2, 0],
    ]);
  });

  it('takes any ordered scale with exact values', () => {
    const scale = [
      { symbol: 'good', value: '10' },
      { symbol: 'fair', value: '20/3' },
      { symbol: 'poor', value: '-1' },
    ];
    expect(valueAt(matrixFrom({ a: 'fair' }, scale), 0, 0).toFraction()).toBe('20/3');
  });

  it('names the place of a missing cell, an unknown symbol and an unknown criterion', () => {
    const input = (scores: Record<string, string>) => () =>
      decisionMatrix({ scale: ORDINAL, criteria: ['x', 'y'], alternatives: [{ id: 'a', scores }] });
    expect(failure(input({ x: '+' }))).toEqual({
      code: 'score-missing',
      details: { alternative: 'a', criterion: 'y' },
    });
    expect(failure(input({ x: '+', y: '++' }))).toEqual({
      code: 'unknown-symbol',
      details: { alternative: 'a', criterion: 'y', symbol: '++' },
    });
    expect(failure(input({ x: '+', y: '+', z: '+' }))?.code).toBe('unknown-criterion');
    expect(failure(() => symbolAt(catalogue, 'constructor', 'joint-purchasing'))?.code).toBe('unknown-alternative');
  });

  it('refuses double ids, and a scale that does not go from best to worst', () => {
    const row = { x: '+' };
    const input = { scale: ORDINAL, criteria: ['x'], alternatives: [{ id: 'a', scores: row }] };
    expect(failure(() => decisionMatrix({ ...input, criteria: ['x', 'x'] }))?.code).toBe('duplicate-criterion');
    const twice = [...input.alternatives, ...input.alternatives];
    expect(failure(() => decisionMatrix({ ...input, alternatives: twice }))?.code).toBe('duplicate-alternative');
    expect(failure(() => decisionMatrix({ ...input, alternatives: [] }))?.code).toBe('no-alternatives');
    expect(failure(() => decisionMatrix({ ...input, scale: [...ORDINAL].reverse() }))).toEqual({
      code: 'scale-not-descending',
      details: { symbol: '+/-' },
    });
    expect(failure(() => decisionMatrix({ ...input, scale: [{ symbol: '+', value: 'high' }] }))?.code).toBe(
      'not-a-number',
    );
  });
});
