import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfMarks, markedPassages } from '../../src/domain/confidential.ts';

const said = (text: string) =>
  markedPassages(text).map(({ text: passage, confidential }) => (confidential ? `<${passage}>` : passage));

describe('confidential passages of a text', () => {
  it('stand between double brackets', () => {
    expect(said('Sterk plan [[met Zorg B.V.]] en [[ twee ]] anderen.')).toEqual([
      'Sterk plan ',
      '<met Zorg B.V.>',
      ' en ',
      '<twee>',
      ' anderen.',
    ]);
    expect(said('Niets geheims, ook [dit] niet.')).toEqual(['Niets geheims, ook [dit] niet.']);
    expect(said('[[Alles.]]')).toEqual(['<Alles.>']);
  });

  it.each([
    ['Een [[passage zonder einde.', 'not-closed'],
    ['Een [[passage [[in een passage]].', 'not-closed'],
    ['Een einde]] zonder begin.', 'not-opened'],
    ['Er staat [[  ]] niets.', 'nothing-marked'],
    ['Dit is [[goed]].', undefined],
  ])('%s: %s', (text, fault) => {
    expect(faultOfMarks(text)).toBe(fault);
    if (fault) expect(markedPassages(text)).toEqual([{ text, confidential: false }]);
  });

  it('keep every other character of the text, in order', () => {
    const part = fc.stringMatching(/^[a-z [\]]{0,12}$/);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('[[a]]');
        if (faultOfMarks(text) !== undefined) return;
        const open = markedPassages(text).flatMap(({ text: passage, confidential }) => (confidential ? [] : [passage]));
        expect(open.join('')).toBe(text.replace(/\[\[.*?\]\]/g, ''));
      }),
    );
  });
});
