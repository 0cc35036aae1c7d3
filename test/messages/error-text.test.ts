import { describe, expect, it } from 'vitest';
import { fractionOrText, mended, wordsFor } from '../../src/messages/error-text.ts';
import { placeOfText } from '../../src/messages/field-text.ts';
import { fields } from '../../src/messages/nl/fields.ts';
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
  const place = (path: string) => placeOfText(fields, path);
  it('is counted as people count, and the field is named by what it means', () => {
    expect(place('lots.0.name')).toBe('lots, 1e onderdeel: naam (name)');
    expect(place('criteria.1.children.0.weight')).toBe(
      'criteria, 2e onderdeel, children, 1e onderdeel: wegingsfactor (weight)',
    );
    expect(place('name')).toBe('naam (name)');
    expect(place('.')).toBe('het geheel');
  });
});

describe('what mends it', () => {
  it('is said of this very fault where that is known', () => {
    expect(mended({ mends: 'Maak dit lager.' }, 'Dit is 33,3333…', 'Verander dit')).toBe(
      'Dit is 33,3333… Maak dit lager.',
    );
    expect(mended({}, 'Dit is 5', 'Verander dit')).toBe('Dit is 5. Verander dit.');
  });
});

describe('the words of a table', () => {
  it('are its own, not what JavaScript adds to every object', () => {
    expect(wordsFor({ EISDIR: 'het is een map' }, 'EISDIR')).toBe('het is een map');
    for (const name of ['constructor', 'toString', '__proto__']) expect(wordsFor({}, name)).toBeUndefined();
  });
});
