import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionMatrix } from '../../../src/domain/decision-matrix/matrix.ts';
import {
  type AcceptabilityOptions,
  rankAcceptability,
  standardError,
} from '../../../src/domain/decision-matrix/rank-acceptability.ts';
import { approximate, sum } from '../../../src/domain/number.ts';
import { catalogue, failure, matrixFrom, numbers, ORDINAL, someMatrix, texts } from './support.ts';

const shares = (matrix: DecisionMatrix, options: Partial<AcceptabilityOptions> = {}): Record<string, string[]> =>
  Object.fromEntries(
    rankAcceptability(matrix, { seed: 1, ...options }).alternatives.map((entry) => [
      entry.alternative,
      texts(entry.shares),
    ]),
  );

/** Every simulated share lies within five standard errors of the exact one (and a few draws, where the share is nearly nothing). */
function expectSimulationToAgree(matrix: DecisionMatrix, options: AcceptabilityOptions, draws: number): void {
  const exact = rankAcceptability(matrix, options);
  const simulated = rankAcceptability(matrix, { ...options, draws, method: 'simulation' });
  expect(exact.method.kind).toBe('exact');
  expect(simulated.method.kind).toBe('simulation');
  exact.alternatives.forEach(({ shares: own }, row) => {
    own.forEach((share, rank) => {
      const difference = approximate(simulated.alternatives[row]!.shares[rank]!) - approximate(share);
      expect(Math.abs(difference)).toBeLessThanOrEqual(5 * standardError(share, draws) + 3 / draws);
    });
  });
}

describe('exact rank acceptability, by hand', () => {
  it('of two criteria and two alternatives: each is first for the half of the weightings on its side', () => {
    expect(shares(matrixFrom({ a: '+ -', b: '- +' }))).toEqual({ a: ['1/2', '1/2'], b: ['1/2', '1/2'] });
  });

  it('of three alternatives on two criteria: the one in the middle is always second', () => {
    // Scores w, 1/2 and 1 - w for a weight w of c1: all equal only at w = 1/2.
    expect(shares(matrixFrom({ a: '+ -', b: '+/- +/-', c: '- +' }))).toEqual({
      a: ['1/2', '0', '1/2'],
      b: ['0', '1', '0'],
      c: ['1/2', '0', '1/2'],
    });
  });

  it('of two alternatives on three criteria: w1 > 1/2 is a quarter of the triangle', () => {
    expect(shares(matrixFrom({ a: '+ - -', b: '- + +' }))).toEqual({ a: ['1/4', '3/4'], b: ['3/4', '1/4'] });
  });

  it('of three alternatives on three criteria: each corner of the triangle is a third, and a sixth per order', () => {
    const each = ['1/3', '1/3', '1/3'];
    expect(shares(matrixFrom({ a: '+ - -', b: '- + -', c: '- - +' }))).toEqual({ a: each, b: each, c: each });
  });

  it('of equal alternatives: they share the best rank, and the next rank counts them all', () => {
    expect(shares(matrixFrom({ a: '+ -', b: '+ -', c: '- +' }))).toEqual({
      a: ['1/2', '1/2', '0'],
      b: ['1/2', '1/2', '0'],
      c: ['1/2', '0', '1/2'],
    });
  });
});

describe('exact rank acceptability of the contract models', () => {
  const result = rankAcceptability(catalogue, { seed: 1 });
  const of = (id: string) => result.alternatives.find(({ alternative }) => alternative === id)!;

  it('puts bcf first for 23/42 of all weightings, bestuurlijk for 37/84, zeeuws for 1/84, and no other ever', () => {
    expect(result.method.kind).toBe('exact');
    const first = result.alternatives.flatMap(({ alternative, shares: [share] }) =>
      share!.toFraction() === '0' ? [] : [[alternative, share!.toFraction()]],
    );
    expect(first).toEqual([
      ['zeeuws', '1/84'],
      ['bestuurlijk', '37/84'],
      ['bcf', '23/42'],
    ]);
  });

  it('sums to one per alternative', () => {
    for (const { shares: own } of result.alternatives) expect(sum(own).toFraction()).toBe('1');
  });

  it('gives equal models equal shares', () => {
    for (const id of ['mini-competitie', 'klassiek', 'veiling'])
      expect(of(id).shares).toEqual(of('dynamisch-selectie').shares);
  });

  it('agrees with a million drawn weightings', () => {
    expectSimulationToAgree(catalogue, { seed: 2013 }, 1_000_000);
  });
});

describe('exact rank acceptability of any ordinal matrix', () => {
  it('agrees with simulation', () => {
    fc.assert(
      fc.property(someMatrix(8, 5), fc.nat({ max: 1e9 }), (matrix, seed) => {
        expectSimulationToAgree(matrix, { seed }, 4000);
      }),
      { seed: 42, numRuns: 150 },
    );
  });

  it('agrees with simulation under an ordering of the criteria', () => {
    const ordering = fc.shuffledSubarray(['c1', 'c2', 'c3', 'c4'], { minLength: 2 }).chain((order) => {
      const pairs = order.flatMap((heavier, index) => order.slice(index + 1).map((lighter) => ({ heavier, lighter })));
      return fc.subarray(pairs);
    });
    const matrix = someMatrix(6, 5).filter(({ criteria }) => criteria.length >= 4);
    fc.assert(
      fc.property(matrix, ordering, fc.nat({ max: 1e9 }), (drawn, pairs, seed) => {
        expectSimulationToAgree(drawn, { seed, ordering: pairs }, 4000);
      }),
      { seed: 43, numRuns: 80 },
    );
  });

  it('sums to one per alternative, and per rank when no two alternatives are equal', () => {
    fc.assert(
      fc.property(someMatrix(7, 6), (matrix) => {
        const { alternatives } = rankAcceptability(matrix, { seed: 1, budget: 1_000_000 });
        for (const { shares: own } of alternatives) expect(sum(own).toFraction()).toBe('1');
        if (new Set(matrix.levels.map(String)).size < matrix.levels.length) return;
        matrix.alternatives.forEach((_, rank) => {
          expect(sum(alternatives.map(({ shares: own }) => own[rank]!)).toFraction()).toBe('1');
        });
      }),
    );
  });

  it('follows the alternatives and does not see the order of the criteria', () => {
    const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    fc.assert(
      fc.property(someMatrix(6, 5), shuffled, shuffled, (matrix, one, other) => {
        const rows = one.filter((row) => row < matrix.alternatives.length);
        const columns = other.filter((column) => column < matrix.criteria.length);
        const moved: DecisionMatrix = {
          scale: matrix.scale,
          criteria: columns.map((column) => matrix.criteria[column]!),
          alternatives: rows.map((row) => matrix.alternatives[row]!),
          levels: rows.map((row) => columns.map((column) => matrix.levels[row]![column]!)),
        };
        expect(shares(moved)).toEqual(shares(matrix));
      }),
    );
  });

  it.each([
    ['0.500000000000000001', 12], // does not fit from the start
    ['0.50000001', 6], // outgrows doubles on the way
  ])('stays exact where doubles are too small: the middle level %s comes near 0.5', (value, decimals) => {
    const scale = ORDINAL.map((level) => (level.symbol === '+/-' ? { ...level, value } : level));
    const rows = { a: '+ +/- - +', b: '- + +/- +/-', c: '+/- +/- + -', d: '+/- - + +/-' };
    const near = rankAcceptability(matrixFrom(rows, scale), { seed: 1 });
    const plain = rankAcceptability(matrixFrom(rows), { seed: 1 });
    expect(near.method.kind).toBe('exact');
    near.alternatives.forEach(({ shares: own }, row) => {
      expect(sum(own).toFraction()).toBe('1');
      expect(own).not.toEqual(plain.alternatives[row]!.shares);
      numbers(own).forEach((share, rank) => {
        expect(share).toBeCloseTo(approximate(plain.alternatives[row]!.shares[rank]!), decimals);
      });
    });
  });
});

describe('an ordering of the criteria', () => {
  it('as a total order is exact: w1 > 1/2 is three quarters of w1 >= w2 >= w3', () => {
    const ordering = [
      { heavier: 'c1', lighter: 'c2' },
      { heavier: 'c2', lighter: 'c3' },
    ];
    expect(shares(matrixFrom({ a: '+ - -', b: '- + +' }), { ordering })).toEqual({
      a: ['3/4', '1/4'],
      b: ['1/4', '3/4'],
    });
  });

  it('as one pair is exact too', () => {
    const ordering = [{ heavier: 'c1', lighter: 'c2' }];
    expect(shares(matrixFrom({ a: '+ -', b: '- +' }), { ordering })).toEqual({ a: ['1', '0'], b: ['0', '1'] });
  });
});

describe('simulation', () => {
  it('takes over when the budget is spent, and says so with its seed and standard errors', () => {
    const { method, alternatives } = rankAcceptability(catalogue, { seed: 7, budget: 5, draws: 10_000 });
    expect(method).toEqual({ kind: 'simulation', because: 'budget', seed: 7, draws: 10_000 });
    const bcf = alternatives.find(({ alternative }) => alternative === 'bcf')!;
    expect(Math.abs(approximate(bcf.shares[0]!) - 23 / 42)).toBeLessThan(5 * bcf.standardErrors[0]!);
    expect(bcf.standardErrors[0]).toBeCloseTo(0.005, 3);
  });

  it('treats symbols as ordinal values when asked: the undominated models remain the only ones that are first', () => {
    const { method, alternatives } = rankAcceptability(catalogue, { seed: 7, values: 'ordinal' });
    expect(method).toMatchObject({ kind: 'simulation', because: 'ordinal-values' });
    const first = alternatives.filter(({ shares: own }) => own[0]!.toFraction() !== '0');
    expect(first.map(({ alternative }) => alternative)).toEqual(['zeeuws', 'bestuurlijk', 'bcf']);
  });

  it('with ordinal values on one hand-made case: + - against +/- +/- is first for a half', () => {
    // w > w u + (1 - w) v with u, v uniform: by symmetry of (w, 1 - u) and (1 - w, v) the share is a half.
    const options = { seed: 5, values: 'ordinal', draws: 100_000 } as const;
    const { alternatives } = rankAcceptability(matrixFrom({ a: '+ -', b: '+/- +/-' }), options);
    expect(approximate(alternatives[0]!.shares[0]!)).toBeCloseTo(0.5, 2);
  });

  it('gives the same output for the same seed and another for another', () => {
    const run = (seed: number) => shares(catalogue, { seed, draws: 1000, method: 'simulation' });
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it('has known counts for a known seed, on any machine', () => {
    const { alternatives } = rankAcceptability(catalogue, { seed: 2013, draws: 1001, method: 'simulation' });
    const counts = alternatives.flatMap(({ alternative, shares: [first] }) =>
      first!.toFraction() === '0' ? [] : [[alternative, first!.mul(1001).toFraction()]],
    );
    expect(counts).toEqual([
      ['zeeuws', '18'],
      ['bestuurlijk', '406'],
      ['bcf', '577'],
    ]);
  });

  it('answers for forty models and twelve criteria', () => {
    const symbols = ['+', '+/-', '-'];
    const rows = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 12 }, (_, column) => symbols[(row * row + 7 * row * column + column * column) % 3]).join(
        ' ',
      ),
    );
    const matrix = matrixFrom(Object.fromEntries(rows.map((row, index) => [`m${index}`, row])));
    const { alternatives } = rankAcceptability(matrix, { seed: 1, draws: 5000, method: 'simulation' });
    for (const { shares: own } of alternatives) expect(sum(own).toFraction()).toBe('1');
  });

  it.each([
    ['seed-out-of-range', { seed: -1 }],
    ['draws-out-of-range', { seed: 1, draws: 0 }],
    ['ordering-contradicts', { seed: 1, ordering: [{ heavier: 'joint-purchasing', lighter: 'joint-purchasing' }] }],
    ['unknown-criterion', { seed: 1, ordering: [{ heavier: 'price', lighter: 'joint-purchasing' }] }],
  ])('refuses with %s', (code, options) => {
    expect(failure(() => rankAcceptability(catalogue, options))?.code).toBe(code);
  });
});
