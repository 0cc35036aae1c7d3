import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFigures, type Figure, firstDifference } from '../../src/explanation/compared.ts';

const figures = fc.uniqueArray(
  fc.record({
    part: fc.constantFrom('Noord', 'Zuid'),
    what: fc.constantFrom('a', 'b', 'c'),
    value: fc.constantFrom('1', '2'),
  }),
  { selector: ({ part, what }) => `${part} ${what}` },
);

describe('two outcomes figure by figure', () => {
  it('every figure is either equal or different, and stands in one of them once', () => {
    fc.assert(
      fc.property(figures, figures, (one, other) => {
        const { equal, different } = compareFigures(one, other);
        const keys = new Set([...one, ...other].map(({ part, what }) => `${part} ${what}`));
        expect(equal.length + different.length).toBe(keys.size);
        expect(equal.every((figure) => figure.one === figure.other)).toBe(true);
        expect(different.some((figure) => figure.one === figure.other)).toBe(false);
      }),
    );
  });

  it('nothing differs from itself', () => {
    fc.assert(fc.property(figures, (one) => compareFigures(one, one).different.length === 0));
  });

  it('one that is missing is a difference', () => {
    const one: Figure[] = [{ part: 'Noord', what: 'Rang', value: '1' }];
    expect(compareFigures(one, []).different).toEqual([{ part: 'Noord', what: 'Rang', one: '1', other: null }]);
  });
});

describe('where two values of JSON first differ', () => {
  it('is said by the keys that lead there', () => {
    expect(firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toBe('a.1.b');
    expect(firstDifference({ a: 1 }, {})).toBe('a');
    expect(firstDifference({ a: [1] }, { a: [1] })).toBeNull();
  });
});
