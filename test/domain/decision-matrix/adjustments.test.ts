import { describe, expect, it } from 'vitest';
import { type Adjustment, adjustMatrix } from '../../../src/domain/decision-matrix/adjustments.ts';
import { symbolAt } from '../../../src/domain/decision-matrix/matrix.ts';
import { catalogue, failure } from './support.ts';

const exclude = (alternative: string, reason = 'not allowed here'): Adjustment => ({
  kind: 'exclude',
  alternative,
  reason,
});
const change = (alternative: string, criterion: string, symbol: string, reason = 'own experience'): Adjustment => ({
  kind: 'change-score',
  alternative,
  criterion,
  symbol,
  reason,
});

describe('adjusting a matrix', () => {
  it('leaves an unadjusted matrix as it is', () => {
    expect(adjustMatrix(catalogue, [])).toEqual({
      original: catalogue,
      matrix: catalogue,
      changes: [],
      exclusions: [],
    });
  });

  it('takes out an excluded alternative and keeps the reason', () => {
    const { matrix, exclusions } = adjustMatrix(catalogue, [exclude('veiling', 'price alone is refused')]);
    expect(matrix.alternatives).toHaveLength(12);
    expect(matrix.alternatives).not.toContain('veiling');
    expect(exclusions).toEqual([{ because: 'excluded', alternative: 'veiling', reason: 'price alone is refused' }]);
  });

  it('changes a score while the original stays visible', () => {
    const { matrix, original, changes } = adjustMatrix(catalogue, [change('bcf', 'joint-purchasing', '+/-')]);
    expect(symbolAt(matrix, 'bcf', 'joint-purchasing')).toBe('+/-');
    expect(symbolAt(original, 'bcf', 'joint-purchasing')).toBe('-');
    expect(changes).toEqual([
      { alternative: 'bcf', criterion: 'joint-purchasing', original: '-', changed: '+/-', reason: 'own experience' },
    ]);
    expect(symbolAt(catalogue, 'bcf', 'joint-purchasing')).toBe('-');
  });

  it('drops what is below a minimum, looking at the changed scores, the minimum itself included', () => {
    const minimum: Adjustment = { kind: 'minimum', criterion: 'bureaucratic-burden', symbol: '+/-' };
    const { matrix, exclusions } = adjustMatrix(catalogue, [minimum, change('zeeuws', 'bureaucratic-burden', '+/-')]);
    expect(matrix.alternatives).toEqual(['zeeuws', 'bestuurlijk', 'bcf', 'subsidietender', 'klassieke-subsidie']);
    expect(exclusions).toContainEqual({
      because: 'below-minimum',
      alternative: 'dialoog',
      criterion: 'bureaucratic-burden',
      symbol: '-',
      minimum: '+/-',
    });
  });

  it('gives the same outcome in any order', () => {
    const adjustments = [
      exclude('bcf'),
      change('zeeuws', 'joint-development', '+'),
      { kind: 'minimum', criterion: 'joint-development', symbol: '+/-' } as const,
    ];
    const reversed = adjustMatrix(catalogue, [...adjustments].reverse());
    expect(adjustMatrix(catalogue, adjustments).matrix).toEqual(reversed.matrix);
  });

  it.each([
    ['reason-missing', [exclude('bcf', ' ')]],
    ['reason-missing', [change('bcf', 'joint-purchasing', '+', '')]],
    ['unknown-alternative', [exclude('lottery')]],
    ['unknown-criterion', [change('bcf', 'price', '+')]],
    ['unknown-symbol', [change('bcf', 'joint-purchasing', '++')]],
    ['score-unchanged', [change('bcf', 'joint-purchasing', '-')]],
    ['adjusted-twice', [exclude('bcf'), exclude('bcf', 'again')]],
    ['unknown-criterion', [{ kind: 'minimum', criterion: 'price', symbol: '+' } as const]],
    ['no-alternatives-left', catalogue.alternatives.map((alternative) => exclude(alternative))],
  ])('refuses with %s', (code, adjustments) => {
    expect(failure(() => adjustMatrix(catalogue, adjustments))?.code).toBe(code);
  });
});
