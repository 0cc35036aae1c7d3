import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { subsetsOf } from '../../../src/reports/pdf/font-file.ts';

const fonts = ['Regular', 'Semibold', 'Bold'].map((weight) =>
  create(readFileSync(createRequire(import.meta.url).resolve(`source-sans/TTF/SourceSans3-${weight}.ttf`))),
);

describe('the font file of a document', () => {
  it('is to the byte what fontkit writes, also with letters that are made of others', () => {
    const texts = ['', 'Inschrijver één: € 1.250,00', 'ǻ Ǽ ﬁ Ấ ệ Ǖ ½ Șerban Kőrösi', 'Αθήνα София'];
    const shown = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme' }));
    for (const font of fonts) {
      const select = subsetsOf(font, []);
      fc.assert(
        fc.property(shown, (text) => {
          const [own, theirs] = [select(), font.createSubset()];
          for (const { id } of font.layout(text).glyphs) {
            expect(own.includeGlyph(id)).toBe(theirs.includeGlyph(id));
          }
          expect(Buffer.from(own.encode()).equals(Buffer.from(theirs.encode()))).toBe(true);
          expect(own.glyphs).toEqual(theirs.glyphs);
        }),
        { numRuns: 40 },
      );
    }
  });

  it('is the same for every letter of the font, and any of them can be asked for again', () => {
    const font = fonts[0]!;
    const [own, theirs] = [subsetsOf(font, [])(), font.createSubset()];
    for (let id = 0; id < font.loca.offsets.length - 1; id++) {
      own.includeGlyph(id);
      theirs.includeGlyph(id);
    }
    const whole = Buffer.from(theirs.encode());
    expect(Buffer.from(own.encode()).equals(whole)).toBe(true);
    expect(Buffer.from(own.encode()).equals(whole)).toBe(true);
  });

  it('is the very same bytes for the letters that most documents have', () => {
    const font = fonts[0]!;
    const alphabet = font.layout('één ½').glyphs.map(({ id }) => id);
    const distinct = [...new Set(alphabet)];
    const select = subsetsOf(font, distinct);
    const of = (ids: readonly number[]) => {
      const subset = select();
      for (const id of ids) subset.includeGlyph(id);
      return subset.encode();
    };
    const theirs = font.createSubset();
    for (const id of distinct) theirs.includeGlyph(id);
    const file = of(distinct);
    expect(Buffer.from(file).equals(Buffer.from(theirs.encode()))).toBe(true);
    expect(of(alphabet)).toBe(file);
    const more = font.layout('x').glyphs[0]!.id;
    for (const other of [[...distinct, more], distinct.slice(1), [...distinct].reverse()]) {
      expect(Buffer.from(of(other)).equals(Buffer.from(file))).toBe(false);
    }
    expect(of(distinct)).toBe(file);
  });
});
