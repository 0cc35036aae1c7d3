import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsApart, eurosColumn, givenColumn, pointsColumn } from '../../src/explanation/columns.ts';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';

const decimalsIn = (text: string): number => /,(\d+)$/.exec(text)?.[1]?.length ?? 0;

describe('a column of figures', () => {
  it('has the announced decimals', () => {
    expect(pointsColumn(nl, ['90', '201/2', '1000/3'], 2)).toEqual(['90,00', '100,50', '333,33']);
    expect(pointsColumn(en, ['1250', '7/2'], 1)).toEqual(['1,250.0', '3.5']);
  });

  it('has more only where two that differ would look equal', () => {
    expect(pointsColumn(nl, ['90', '8999984/100000'], 2)).toEqual(['90,0000', '89,9998']);
    expect(pointsColumn(nl, ['90', '90', '180/2'], 2)).toEqual(['90,00', '90,00', '90,00']);
    expect(decimalsApart(['1/3', '333333333/1000000000'], 2)).toBe(6);
  });

  it('in euro has cents in every row or in none', () => {
    expect(eurosColumn(nl, ['1000', '2500.5'])).toEqual(['€ 1.000,00', '€ 2.500,50']);
    expect(eurosColumn(nl, ['1000', '1000.004'])).toEqual(['€ 1.000,000', '€ 1.000,004']);
    expect(eurosColumn(nl, ['1000', '-5'])).toEqual(['€ 1.000', '−€ 5']);
  });

  it('that was given as it is has as many decimals as the one that has most', () => {
    expect(givenColumn(nl, ['16', '0.8', '17.3'])).toEqual(['16,0', '0,8', '17,3']);
    expect(givenColumn(nl, ['4', '10'])).toEqual(['4', '10']);
    expect(givenColumn(nl, [])).toEqual([]);
  });

  it('never shows two different figures as one, nor with different decimals', () => {
    const figures = fc.array(
      fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => `${n}/10000`),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 3 }), (texts, least) => {
        const shown = pointsColumn(nl, texts, least);
        expect(new Set(shown).size).toBe(new Set(texts).size);
        expect(new Set(shown.map(decimalsIn)).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
