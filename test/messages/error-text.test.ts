import { describe, expect, it } from 'vitest';
import { characterIn, fractionOrText, placeInFile } from '../../src/messages/error-text.ts';
import { format } from '../../src/messages/nl/words.ts';

describe('a number in an error', () => {
  it.each([
    ['201/2', '100,5'],
    ['100/3', '33,3333…'],
    ['2.5', '2,5'],
    ['-1', '−1'],
    ['1/0', '“1/0”'],
    ['veel', '“veel”'],
  ])('%s is read as %s', (value, text) => expect(fractionOrText(format, value)).toBe(text));
});

describe('a place in a file', () => {
  const place = (path: string) => placeInFile(path, (n) => `${n}e onderdeel`);
  it('is counted as people count', () => {
    expect(place('lots.0.name')).toBe('lots, 1e onderdeel: name');
    expect(place('criteria.1.children.0.weight')).toBe('criteria, 2e onderdeel, children, 1e onderdeel: weight');
    expect(place('name')).toBe('name');
  });
});

describe('where a formula stops', () => {
  it('is taken from the words of the parser', () => {
    expect(characterIn('Unexpected end of expression (char 5)')).toBe('5');
    expect(characterIn('Unexpected')).toBeUndefined();
  });
});
