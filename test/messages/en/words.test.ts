import { describe, expect, it } from 'vitest';
import { an, count, countOf, format, quoted } from '../../../src/messages/en/words.ts';

describe('counting', () => {
  it('knows none, one and many', () => {
    expect([0, 1, 2, 100_000].map((n) => count(n, 'price', 'prices'))).toEqual([
      'no prices',
      '1 price',
      '2 prices',
      '100,000 prices',
    ]);
    expect(countOf(0, 1, 'assessment', 'assessments')).toBe('0 of 1 assessment');
  });
});

describe('words', () => {
  it('have the article of their sound', () => expect([an('area'), an('lot')]).toEqual(['an area', 'a lot']));
  it('that are names are quoted one by one', () =>
    expect(quoted(['Smith and Sons', 'Care Ltd.'])).toBe('“Smith and Sons” and “Care Ltd.”'));
});

describe('numbers and moments', () => {
  it('are in British notation', () => {
    expect(format.readable('201/2')).toBe('100.5');
    expect(format.readable('1250000.5', 2)).toBe('1,250,000.50');
    expect(format.moment('2026-11-25T22:42:45.000Z')).toBe('25 November 2026 at 23:42');
  });
});
