import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, ratio, roundHalfUp, sum, toDecimalText } from '../../../src/domain/number.ts';
import { figureCell, liveCell } from '../../../src/web/sheets/live-cell.ts';

const shown = (number: string, decimals: number): string =>
  toDecimalText(roundHalfUp(exact(number), decimals), decimals);

describe('a cell with a formula', () => {
  it('shows the decimals of the outcome, whatever it adds up', () => {
    const fraction = fc.tuple(fc.bigInt({ min: 0n, max: 10_000_000n }), fc.bigInt({ min: 1n, max: 900n }));
    const given = fc.array(fraction, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 6 }), (fractions, decimals) => {
        const values = fractions.map(([above, below]) => ratio(above, below));
        const cells = values.map((value, index) => figureCell(`A${index + 1}`, value, decimals).placed);
        const whole = sum(values);
        const { cell } = liveCell('A20', { kind: 'sum', of: cells }, whole, decimals);
        expect(shown(cell.number, decimals)).toBe(toDecimalText(whole, decimals));
      }),
    );
  });

  it('is the value itself where binary fractions show other decimals', () => {
    const cell = (ref: string, text: string) => figureCell(ref, exact(text), 3).placed;
    const formula = { kind: 'difference', left: cell('A1', '1000000.065'), right: cell('A2', '1000000') } as const;
    const { cell: written, held } = liveCell('A3', formula, exact('0.065'), 2);
    expect([written, held]).toEqual([{ number: '0.065', decimals: 2 }, 'rounding']);
    expect(liveCell('A3', formula, exact('0.065'), 3)).toMatchObject({
      cell: { formula: 'A1-A2', decimals: 3 },
      held: null,
    });
  });

  it('is the value itself where the outcome is not what the formula says', () => {
    const left = figureCell('A1', exact('1'), 0).placed;
    expect(liveCell('A2', { kind: 'sum', of: [left] }, exact('2'), 0)).toMatchObject({
      cell: { number: '2', decimals: 0 },
      held: 'method',
    });
    const zero = figureCell('A3', exact('0'), 0).placed;
    expect(liveCell('A4', { kind: 'quotient', left, right: zero }, exact('2'), 0).held).toBe('method');
  });

  it('rounds where the rules announce it', () => {
    const left = figureCell('A1', exact('1/3'), 4).placed;
    const formula = { kind: 'rounded', of: { kind: 'sum', of: [left] }, decimals: 2 } as const;
    expect(liveCell('A2', formula, exact('0.33'), 2).cell).toEqual({
      number: '0.33',
      decimals: 2,
      formula: 'ROUND(A1,2)',
    });
  });
});
