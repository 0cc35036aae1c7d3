import { describe, expect, it } from 'vitest';
import type { PricePoints, PriceRules } from '../../../src/domain/rules/price-rules.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import { formulaFaults } from '../../../src/domain/scoring/formula-trial.ts';
import { basis, clip, pricedRules, weighted } from '../../support/priced.ts';

const withPoints = (expression: string, rest: object = {}, change: { minimumQuality?: string } = {}): TenderRules => {
  const points: PricePoints = { kind: 'formula', expression, ...clip };
  return pricedRules(weighted('40', points, rest), change);
};
const withTotal = (expression: string): TenderRules => {
  const price: PriceRules = { method: 'formula', expression, best: 'lowest', ...basis };
  return pricedRules(price, { quality: '100' });
};
const casesOf = (rules: TenderRules): unknown[] =>
  formulaFaults(rules).map(({ code, details }) => (code === 'formula-has-no-value' ? details.case : code));

const noZero = { bounds: { minimum: '1000', outside: 'set-aside' } };

describe('the trial of an own formula', () => {
  it('finds nothing wrong with a formula that has a value for all bids that may come', () => {
    expect(casesOf(withPoints('weight * max(0, 1 - (price - lowest) / max(mean, 0.01))'))).toEqual([]);
    expect(casesOf(withPoints('weight * lowest / max(price, 0.01)'))).toEqual([]);
    expect(casesOf(withTotal('price - quality'))).toEqual([]);
  });

  it('names every case that has no value', () => {
    expect(casesOf(withPoints('weight * lowest / price'))).toEqual(['zero-price']);
    expect(casesOf(withPoints('weight * (highest - price) / (highest - lowest)'))).toEqual([
      'one-bid',
      'equal-prices',
      'zero-price',
      'extreme-prices',
    ]);
    expect(casesOf(withTotal('price / quality'))).toEqual(['no-quality']);
    expect(casesOf(withTotal('price / (quality - quality)'))).toEqual(['ordinary']);
    expect(casesOf(withTotal('1 / (bids - 1)'))).toContain('one-bid');
    expect(casesOf(withTotal('1 / (price - 999999999999.999999)'.replace('999999999999', '999999999')))).toEqual([]);
    expect(casesOf(withTotal('1 / (price - 0.000001)'))).toEqual(['extreme-prices']);
  });

  it('tries what the rules allow, and nothing else', () => {
    expect(casesOf(withPoints('weight * lowest / price', noZero))).toEqual([]);
    expect(casesOf(withPoints('weight * lowest / price', { bounds: { ...noZero.bounds, outside: 'flag' } }))).toEqual([
      'zero-price',
    ]);
    expect(casesOf(withPoints('weight / (price - 1000)', noZero))).toEqual(['extreme-prices']);
    const perQuality = withPoints('weight / (quality * max(price, 1))', {}, { minimumQuality: '20' });
    expect(casesOf(perQuality)).toEqual([]);
  });

  it('stands at the field of the formula', () => {
    expect(formulaFaults(withPoints('weight / price'))[0]?.path).toEqual(['price', 'points', 'expression']);
    expect(formulaFaults(withTotal('1 / price'))[0]?.path).toEqual(['price', 'expression']);
  });

  it('refuses what is too large before it works anything out', () => {
    for (const text of ['(((((price)^9)^9)^9)^9)^9', `price${' + price'.repeat(100)}`]) {
      expect(casesOf(withTotal(text))).toEqual(['formula-too-large']);
    }
    expect(casesOf(withTotal(`price${' + price'.repeat(99)}`))).toEqual([]);
  });

  it('counts on quality with as many digits as the rules can give it', () => {
    const eleventh = '((quality + 1) * price) ^ 9 * ((quality + 1) * price) ^ 9 * ((quality + 2) * price) ^ 9';
    expect(casesOf(withTotal(eleventh))).toEqual([]);
    const rules = withTotal(eleventh);
    const relative = Array.from({ length: 12 }, (_, place) => ({
      ...rules.criteria[0]!,
      id: `quality-${place}`,
      weight: '10',
      relativeToBest: true,
    }));
    expect(casesOf({ ...rules, criteria: relative })).toEqual(['formula-too-large']);
    expect(casesOf({ ...rules, criteria: relative, rounding: { ...rules.rounding, quality: 2 } })).toEqual([]);
  });

  it('says nothing of rules without an own formula', () => {
    const proportional: PricePoints = { kind: 'proportional', reference: 'lowest', ...clip };
    expect(casesOf(pricedRules(weighted('40', proportional)))).toEqual([]);
  });
});
