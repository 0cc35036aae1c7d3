import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairs, quote, sentence, sentences } from '../../src/messages/sentence.ts';

describe('the end of a sentence', () => {
  it.each([
    ['Dit gebied gaat naar Zorg', 'Dit gebied gaat naar Zorg.'],
    ['Dit gebied gaat naar Zorg B.V.', 'Dit gebied gaat naar Zorg B.V.'],
    ['Uitgesloten: niet ondertekend. ', 'Uitgesloten: niet ondertekend.'],
    ['Waarom dit bureau?', 'Waarom dit bureau?'],
    ['Het totaal is 33,3333…', 'Het totaal is 33,3333…'],
    ['Gegund als deel van “Zorg B.V.”', 'Gegund als deel van “Zorg B.V.”.'],
    ['', ''],
  ])('of %j is %j', (text, ended) => {
    expect(sentence(text)).toBe(ended);
  });

  it('is set once, however often it is asked for', () => {
    fc.assert(fc.property(fc.string(), (text) => sentence(sentence(text)) === sentence(text)));
  });
});

describe('a paragraph', () => {
  it('is of sentences, without what is empty', () => {
    expect(sentences('Van Zorg B.V.', '', 'Nog niet beoordeeld')).toBe('Van Zorg B.V. Nog niet beoordeeld.');
  });
});

describe('a name in a sentence', () => {
  it('stands between quotation marks', () => expect(quote('Noord, Oost en Zuid')).toBe('“Noord, Oost en Zuid”'));
});

describe('what belongs to what', () => {
  it('is named in one line', () => {
    const items = [['Noord', 'Jansen, Smit en Zonen'] as const, ['Zuid', 'Zorg B.V.'] as const];
    expect(pairs(items)).toBe('Noord: Jansen, Smit en Zonen; Zuid: Zorg B.V.');
    expect(pairs([])).toBe('–');
  });
});
