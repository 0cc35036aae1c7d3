import { describe, expect, it } from 'vitest';
import {
  type CriteriaOrdering,
  heavierCriteria,
  orderedRegion,
} from '../../../src/domain/decision-matrix/criteria-ordering.ts';
import { failure } from './support.ts';

const four = { criteria: ['a', 'b', 'c', 'd'] };
const pairs = (text: string): CriteriaOrdering =>
  text.split(' ').map((pair) => ({ heavier: pair[0]!, lighter: pair[1]! }));
const region = (text: string) => orderedRegion(four, pairs(text), 1000)!;

describe('the region of an ordering of the criteria', () => {
  it('is everything without an ordering', () => {
    const { cells, volume } = orderedRegion(four, [], 1)!;
    expect([cells.length, volume.toFraction()]).toEqual([1, '1']);
  });

  it('stays one simplex for chains, with 1/n! of the volume for a total order', () => {
    expect([region('ab').cells.length, region('ab').volume.toFraction()]).toEqual([1, '1/2']);
    expect([region('ab cd').cells.length, region('ab cd').volume.toFraction()]).toEqual([1, '1/4']);
    expect([region('cd bc ab').cells.length, region('cd bc ab').volume.toFraction()]).toEqual([1, '1/24']);
  });

  it('has as many 24ths of the volume as there are total orders of the four that agree', () => {
    expect(region('ab ac ad').volume.toFraction()).toBe('1/4'); // a first: 3! = 6 of 24
    expect(region('ac bc').volume.toFraction()).toBe('1/3'); // c last of three
    expect(region('ab ac bd cd').volume.toFraction()).toBe('1/12'); // a, {b, c}, d: 2 of 24
    expect(region('ac ad bc bd').volume.toFraction()).toBe('1/6'); // {a, b}, {c, d}: 4 of 24
  });

  it('refuses what contradicts itself, also by a detour, and unknown criteria', () => {
    expect(failure(() => heavierCriteria(four, pairs('ab bc ca')))).toEqual({
      code: 'ordering-contradicts',
      details: { criterion: 'a' },
    });
    expect(failure(() => heavierCriteria(four, pairs('dd')))?.code).toBe('ordering-contradicts');
    expect(failure(() => orderedRegion(four, pairs('ax'), 10))?.code).toBe('unknown-criterion');
  });

  it('gives up beyond its budget', () => {
    expect(orderedRegion(four, pairs('ab ac ad'), 1)).toBeUndefined();
  });
});
