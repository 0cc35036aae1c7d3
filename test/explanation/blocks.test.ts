import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Block,
  beginningOf,
  heading,
  lowered,
  paragraph,
  passagesOf,
  plain,
  typedFact,
  typedPassage,
  unfolded,
  withTyped,
} from '../../src/explanation/blocks.ts';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';

const details: Block = {
  kind: 'details',
  level: 2,
  summary: 'Berekening',
  blocks: [paragraph('1 + 1 = 2')],
};

describe('blocks a level deeper', () => {
  it('keep their order, their anchors and all that is no heading', () => {
    expect(lowered([heading(1, 'Regels', 'rules'), paragraph('Tekst.'), heading(2, 'Prijs'), details])).toEqual([
      heading(2, 'Regels', 'rules'),
      paragraph('Tekst.'),
      heading(3, 'Prijs'),
      { ...details, level: 3 },
    ]);
  });

  it.each([
    [heading(3, 'Te diep')],
    [{ ...details, level: 3 } satisfies Block],
    [{ ...details, blocks: [heading(3, 'Te diep')] } satisfies Block],
  ])('are refused where a report has no level left', (block) => {
    expect(() => lowered([block])).toThrow('heading-too-deep');
  });
});

describe('what folds', () => {
  it('stands under a heading where nothing folds', () => {
    expect(unfolded([details])).toEqual([heading(2, 'Berekening'), paragraph('1 + 1 = 2')]);
  });
});

describe('a text of passages', () => {
  it('tags what was typed only in a document of another language', () => {
    expect(typedPassage(nl, 'Te laat.')).toEqual({ text: 'Te laat.' });
    expect(typedPassage(en, 'Te laat.')).toEqual({ text: 'Te laat.', language: 'nl' });
  });

  it('is one passage where neighbours are in one language, and reads the same', () => {
    const reason = [{ text: 'Uitgesloten:' }, typedPassage(nl, 'Te laat.')];
    expect(passagesOf(reason)).toEqual([{ text: 'Uitgesloten: Te laat.' }]);
    const foreign = [{ text: 'Excluded:' }, typedPassage(en, 'Te laat.'), { text: '' }];
    expect(passagesOf(foreign)).toEqual([{ text: 'Excluded:' }, { text: 'Te laat.', language: 'nl' }]);
    expect(plain(foreign)).toBe('Excluded: Te laat.');
    expect(plain('Tekst.')).toBe('Tekst.');
    const leading = [{ text: 'Zie' }, { text: 'Noord', href: '#lot-1' }];
    expect(passagesOf(leading)).toEqual(leading);
  });
});

describe('words that people typed, in a sentence', () => {
  const tagged = (text: string) => ({ text, language: 'nl' });

  it('are tagged with their marks, up to the spaces around them', () => {
    expect(withTyped(en, 'Corrected on 4 May, because: verkeerd overgenomen.', 'verkeerd overgenomen')).toEqual([
      { text: 'Corrected on 4 May, because:' },
      tagged('verkeerd overgenomen.'),
    ]);
    expect(withTyped(en, 'Answer: from “te laag” to “goed zo” (so far).', 'te laag', 'goed zo')).toEqual([
      { text: 'Answer: from' },
      tagged('“te laag”'),
      { text: 'to' },
      tagged('“goed zo”'),
      { text: '(so far).' },
    ]);
  });

  it('are found at the end where the sentence has the same word before', () => {
    expect(withTyped(en, 'Lot: lot.', 'lot')).toEqual([{ text: 'Lot:' }, tagged('lot.')]);
  });

  it('are no more than a sentence where the document is in their language, or nothing was typed', () => {
    expect(withTyped(nl, 'Reden: te laat.', 'te laat')).toBe('Reden: te laat.');
    expect(typedFact(nl, 'Reden', 'te laat')).toEqual({ term: 'Reden', value: 'te laat' });
    expect(typedFact(en, 'Reason', 'te laat')).toEqual({ term: 'Reason', value: 'te laat', language: 'nl' });
    expect(withTyped(en, 'Archived: yes.')).toBe('Archived: yes.');
    expect(withTyped(en, 'Reason: .', '')).toBe('Reason: .');
  });

  it('leave the sentence as it is, whatever they are', () => {
    const words = fc.stringMatching(/^[a-z“”.:\n]+( [a-z“”.:\n]+){0,4}$/);
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(plain(withTyped(en, `Was: from ${one} to ${other}.`, one, other))).toBe(`Was: from ${one} to ${other}.`);
      }),
    );
  });

  it('keep their language in the beginning of a long text', () => {
    const long = withTyped(en, `Reason: ${'woord '.repeat(40)}einde.`, `${'woord '.repeat(40)}einde`);
    const [label, typed] = beginningOf(passagesOf(long));
    expect(label).toEqual({ text: 'Reason:' });
    expect(typed).toMatchObject({ language: 'nl', text: expect.stringMatching(/^woord .* …$/) });
  });
});
