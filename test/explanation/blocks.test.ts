import { describe, expect, it } from 'vitest';
import {
  type Block,
  heading,
  lowered,
  paragraph,
  passagesOf,
  plain,
  typedPassage,
  unfolded,
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
