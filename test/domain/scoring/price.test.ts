import { describe, expect, it } from 'vitest';
import { toDecimalText, toFractionText } from '../../../src/domain/number.ts';
import type { PricedRules } from '../../../src/domain/rules/price-rules.ts';
import { comparePrice, priceFlags } from '../../../src/domain/scoring/price.ts';
import { basis } from '../../support/priced.ts';
import { refusalOf } from '../../support/refusal.ts';

const onValue = (rest: object = {}): PricedRules => ({ method: 'award-on-value', ...basis, ...rest });
const lowFlags = (abnormallyLow: object, amounts: Readonly<Record<string, string>>): string[] => {
  const rules = onValue({ abnormallyLow });
  const prices = new Map(
    Object.entries(amounts).map(([bid, amount]) => [bid, comparePrice(rules, { bid, lot: 'x', amount })]),
  );
  return priceFlags(rules, { valid: prices, all: prices }).map(
    (one) => `${one.bid} ${one.flag === 'abnormally-low' ? one.threshold : one.flag}`,
  );
};

describe('a price that is abnormally low', () => {
  it('"25 % below the average": of all, or of the others (own figures; no published case was found)', () => {
    const amounts = { a: '70', b: '100', c: '100' };
    expect(lowFlags({ percentageBelow: '25', of: 'mean-of-all' }, amounts)).toEqual([]);
    expect(lowFlags({ percentageBelow: '25', of: 'mean-of-others' }, amounts)).toEqual(['a 75']);
    expect(lowFlags({ percentageBelow: '25', of: 'median-of-all' }, amounts)).toEqual(['a 75']);
    expect(lowFlags({ percentageBelow: '25', of: 'second-lowest' }, amounts)).toEqual(['a 75']);
    expect(lowFlags({ percentageBelow: '25', of: 'estimate', estimate: '93' }, amounts)).toEqual([]);
    expect(lowFlags({ percentageBelow: '25', of: 'estimate', estimate: '94' }, amounts)).toEqual(['a 141/2']);
  });

  it('the threshold itself is not below it', () => {
    expect(lowFlags({ percentageBelow: '25', of: 'second-lowest' }, { a: '75', b: '100' })).toEqual([]);
    expect(lowFlags({ percentageBelow: '25', of: 'second-lowest' }, { a: '74.99', b: '100' })).toEqual(['a 75']);
  });

  it('Brazilian rule, art. 48 of Law 8.666/93: 70 % of 80,000 is 56,000', () => {
    // https://soprovas.com/questoes/3066553 . There the mean leaves out bids at half the estimate or less, and the smaller of mean and
    // estimate counts; that mean of 80,000 is given here as the announced amount. D with 40,000 is below it.
    const amounts = { a: '90000', b: '80000', c: '70000', d: '40000' };
    expect(lowFlags({ percentageBelow: '30', of: 'estimate', estimate: '80000' }, amounts)).toEqual(['d 56000']);
    // https://soprovas.com/questoes/1246762 (2014): mean 40,000, threshold 28,000, which itself is not below.
    expect(lowFlags({ percentageBelow: '30', of: 'estimate', estimate: '40000' }, { a: '35000', b: '28000' })).toEqual(
      [],
    );
    expect(lowFlags({ percentageBelow: '30', of: 'estimate', estimate: '40000' }, { a: '27999.99' })).toEqual([
      'a 28000',
    ]);
  });

  it('alone there is nothing to compare with', () => {
    expect(lowFlags({ percentageBelow: '25', of: 'mean-of-others' }, { a: '1' })).toEqual([]);
    expect(lowFlags({ percentageBelow: '25', of: 'second-lowest' }, { a: '1' })).toEqual([]);
  });
});

describe('the amount that is compared', () => {
  it('multiVarAuction: 800,000 and 3 weeks at 200,000 a week is 1,400,000', () => {
    // README of https://github.com/petecarkeek/multiVarAuction
    const time = { unit: { nl: 'weken', en: 'weeks' }, costPerUnit: '200000' };
    const price = comparePrice(onValue({ time }), { bid: 'a', lot: 'x', amount: '800000', time: '3' });
    expect([price.timeCost, price.compared].map(toFractionText)).toEqual(['600000', '1400000']);
  });

  it('VAT is counted exactly, also of a third of a cent', () => {
    const price = comparePrice(onValue({ vatPercentage: '21' }), { bid: 'a', lot: 'x', amount: '0.01' });
    expect(toFractionText(price.vat)).toBe('21/10000');
    expect(toDecimalText(price.compared, 4)).toBe('0.0121');
  });

  it('a part that is not asked is refused, and so is one that is missing or below zero', () => {
    const refused = (offer: object, rest: object = {}) =>
      refusalOf(() => comparePrice(onValue(rest), { bid: 'a', lot: 'x', ...offer }));
    expect(refused({})).toBe('price-incomplete');
    expect(refused({ amount: '1', percentage: '1' })).toBe('price-not-asked');
    expect(refused({ amount: '1', time: '1' })).toBe('price-not-asked');
    expect(refused({ amount: '1' }, { time: { unit: { nl: 'd', en: 'd' }, costPerUnit: '1' } })).toBe(
      'price-incomplete',
    );
    expect(refused({ amount: '-0.01' })).toBe('price-negative');
    expect(refused({ amount: '0' })).toBeUndefined();
  });
});
