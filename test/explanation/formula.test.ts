import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { PriceRules } from '../../src/domain/rules/price-rules.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { awardInWords } from '../../src/explanation/award.ts';
import { filledFormulas } from '../../src/explanation/formula.ts';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';
import { basis, clip, pricedInput, pricedRules, weighted } from '../support/priced.ts';

const own = (expression: string, constants?: Record<string, string>): PriceRules => ({
  method: 'formula',
  expression,
  best: 'highest',
  ...(constants ? { constants } : {}),
  ...basis,
});
const inputOf = (price: PriceRules, quality = '100'): EvaluationInput =>
  pricedInput(pricedRules(price, { quality, decimals: 0 }), { a: ['10', '100000'], b: ['30', '125000'] });

const filled = (expression: string, bid = 'b', constants?: Record<string, string>): string =>
  filledFormulas(nl, inputOf(own(expression, constants)))!('lot-1', bid)!.text;

describe('an own formula with its numbers', () => {
  it('is written in the notation of the reader', () => {
    expect(filled('40 * (lowest / price) + quality')).toBe('40 × (100.000 ÷ 125.000) + 30');
    expect(filled('-lowest^2 + max(1.5, bids) - min(quality,mean)')).toBe('−100.000² + max(1,5; 2) − min(30; 112.500)');
    expect(filled('a * quality - b * 2', 'a', { a: '0.5', b: '-3' })).toBe('0,5 × 10 − (−3) × 2');
    const english = filledFormulas(en, inputOf(own('40 * lowest / price')))!('lot-1', 'b')!;
    expect(english.text).toBe('40 × 100,000 ÷ 125,000');
  });

  it('says whether a number in it was cut off, and what it comes to', () => {
    const third = filledFormulas(nl, inputOf(own('quality * c / 3', { c: '1' })))!('lot-1', 'a')!;
    expect([third.inFull, third.value.toFraction()]).toEqual([true, '10/3']);
    const mean = pricedInput(pricedRules(own('mean / 1000'), { quality: '100' }), {
      a: ['1', '100'],
      b: ['1', '100'],
      c: ['1', '101'],
    });
    expect(filledFormulas(nl, mean)!('lot-1', 'a')!.inFull).toBe(false);
  });

  it('is none under another method, and for a bid that is not ranked', () => {
    expect(
      filledFormulas(nl, inputOf(weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }), '60')),
    ).toBe(undefined);
    const withdrawn = {
      ...inputOf(own('quality')),
      fallen: [{ bid: 'a', stage: 'excluded' as const, reason: 'Te laat.' }],
    };
    expect(filledFormulas(nl, withdrawn)!('lot-1', 'a')).toBeUndefined();
  });

  it('measures against a withdrawn bid where the rules say so, as the outcome does', () => {
    const input = inputOf(own('40 * lowest / price'));
    const kept: EvaluationInput = {
      ...input,
      rules: { ...input.rules, onWithdrawal: 'keep' },
      fallen: [{ bid: 'a', stage: 'withdrawn', reason: 'Ingetrokken.' }],
    };
    const formula = filledFormulas(nl, kept)!('lot-1', 'b')!;
    expect(formula.text).toBe('40 × 100.000 ÷ 125.000');
    expect(evaluate(kept).lots[0]!.ranking[0]!.exactTotal).toBe(formula.value.toFraction());
  });

  it('stands in the calculation of the total and of the price points', () => {
    const told = (input: EvaluationInput, bid: string): string =>
      awardInWords(nl, input, evaluate(input))
        .lots[0]!.ranking.find((one) => one.bid === bid)!
        .howTotal.join(' | ');
    expect(told(inputOf(own('40 * (lowest / price) + 10')), 'b')).toBe('40 × (100.000 ÷ 125.000) + 10 = 42');
    const points = (expression: string) => weighted('40', { kind: 'formula', expression, ...clip });
    expect(told(inputOf(points('40 * lowest / price'), '60'), 'b')).toBe(
      'Prijspunten volgens de formule: 40 × 100.000 ÷ 125.000 = 32 | Kwaliteitspunten 30 + prijspunten 32 = 62',
    );
    expect(told(inputOf(points('50 * lowest / price'), '60'), 'a')).toContain(
      '50 × 100.000 ÷ 100.000 = 50 | Begrensd of afgerond zoals bekendgemaakt: 40 |',
    );
  });
});
