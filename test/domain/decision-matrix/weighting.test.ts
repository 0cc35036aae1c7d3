import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalWeights, weighting } from '../../../src/domain/decision-matrix/weighting.ts';
import { sum } from '../../../src/domain/number.ts';
import { catalogue, failure, texts } from './support.ts';

const criteria = { criteria: ['x', 'y', 'z'] };

describe('weights', () => {
  it('become shares that sum exactly to one', () => {
    expect(texts(weighting(criteria, { x: '1', y: '0.5', z: '0' }).shares)).toEqual(['2/3', '1/3', '0']);
    expect(texts(equalWeights(catalogue).shares)).toEqual(['1/5', '1/5', '1/5', '1/5', '1/5']);
    fc.assert(
      fc.property(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1 })), ([x, y, z]) => {
        const { shares } = weighting(criteria, { x: `${x}`, y: `${y}.75`, z: `${z}` });
        expect(sum(shares).toFraction()).toBe('1');
      }),
    );
  });

  it.each([
    ['weight-negative', { x: '1', y: '-0.5', z: '1' }, { criterion: 'y' }],
    ['weight-not-a-number', { x: '1', y: '1e3', z: '1' }, { criterion: 'y', text: '1e3' }],
    ['weight-not-a-number', { x: 'NaN', y: '1', z: '1' }, { criterion: 'x', text: 'NaN' }],
    ['weight-not-a-number', { x: '', y: '1', z: '1' }, { criterion: 'x', text: '' }],
    ['weight-missing', { x: '1', y: '1' }, { criterion: 'z' }],
    ['unknown-criterion', { x: '1', y: '1', z: '1', price: '1' }, { criterion: 'price' }],
    ['weights-all-zero', { x: '0', y: '0.0', z: '0/7' }, {}],
  ])('refuses with %s and the place', (code, entries, details) => {
    expect(failure(() => weighting(criteria, entries))).toEqual({ code, details });
  });
});
