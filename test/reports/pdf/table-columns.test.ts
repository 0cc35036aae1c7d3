import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths, fittedShares } from '../../../src/reports/pdf/table-columns.ts';

describe('column widths', () => {
  it('follow the shares when every word fits', () => {
    const wishes = [
      { share: 1, minimum: 10 },
      { share: 3, minimum: 10 },
    ];
    expect(columnWidths(wishes, 400)).toEqual([100, 300]);
  });

  it('give a column room for its longest word, taken from the others in proportion to their spare room', () => {
    const wishes = [
      { share: 1, minimum: 130 },
      { share: 1, minimum: 40 },
      { share: 1, minimum: 70 },
    ];
    expect(columnWidths(wishes, 300)).toEqual([130, 80, 90]);
  });

  it('break only the longest words when they do not all fit', () => {
    const wishes = [
      { share: 1, minimum: 300 },
      { share: 1, minimum: 60 },
      { share: 1, minimum: 500 },
    ];
    expect(columnWidths(wishes, 400)).toEqual([170, 60, 170]);
  });

  it('always fill the table exactly and never harm a word that fits', () => {
    const wish = fc.record({
      share: fc.double({ min: 0.1, max: 10, noNaN: true }),
      minimum: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 9 }), (wishes) => {
        const widths = columnWidths(wishes, 471);
        expect(widths.reduce((total, width) => total + width, 0)).toBeCloseTo(471, 6);
        const together = wishes.reduce((total, { minimum }) => total + minimum, 0);
        for (const [index, { minimum }] of wishes.entries()) {
          const promised = together <= 471 ? minimum : Math.min(minimum, 471 / wishes.length);
          expect(widths[index]).toBeGreaterThanOrEqual(promised - 1e-6);
        }
      }),
    );
  });
});

describe('fitted shares', () => {
  it('let a column with short texts keep what they need, and the others divide the rest', () => {
    const columns = [
      { share: 1, natural: 190 },
      { share: 1, natural: 60 },
      { share: 2, natural: 500 },
    ];
    expect(fittedShares(columns, 400)).toEqual([340 / 3, 60, 680 / 3]);
  });

  it('give what is left over to each by its share, and always add up to the width', () => {
    expect(
      fittedShares(
        [
          { share: 1, natural: 40 },
          { share: 3, natural: 60 },
        ],
        200,
      ),
    ).toEqual([65, 135]);
    const column = fc.record({ share: fc.integer({ min: 1, max: 9 }), natural: fc.integer({ min: 0, max: 600 }) });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), (columns) => {
        expect(fittedShares(columns, 471).reduce((sum, one) => sum + one, 0)).toBeCloseTo(471, 6);
      }),
    );
  });
});
