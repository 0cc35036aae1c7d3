import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../../src/domain/errors.ts';
import { evaluate } from '../../../../src/domain/evaluation/evaluate.ts';
import { METHODS, methodOf, type PriceRules } from '../../../../src/domain/rules/price/methods.ts';
import { KINDS, kindOf, type PricePoints } from '../../../../src/domain/rules/price/points.ts';
import { allow, basis, clip, pricedInput, pricedRules, weighted } from '../../../support/priced.ts';

const both = (text: string) => ({ nl: text, en: text });

const proportional: PricePoints = { kind: 'proportional', reference: 'lowest', ...clip };

/** Rules of every method, as they are announced. */
const examples: { [M in PriceRules['method']]: Extract<PriceRules, { method: M }> } = {
  'fixed-lump-sum': { method: 'fixed-lump-sum', description: both('Vast') },
  'fixed-unit-prices': {
    method: 'fixed-unit-prices',
    description: both('Vast'),
    lines: [{ id: 'care', name: both('Zorg'), unit: both('uur'), price: '50', quantity: '100' }],
  },
  'weighted-factor': {
    method: 'weighted-factor',
    weight: '40',
    points: { kind: 'linear', reference: '100', zeroAt: '50', ...clip },
    ...basis,
  },
  'price-parts': {
    method: 'price-parts',
    parts: [
      { id: 'jobs', name: both('Opdrachten'), weight: '25', points: proportional, form: { kind: 'amount' } },
      { id: 'hour', name: both('Uurtarief'), weight: '15', points: proportional, form: { kind: 'amount' } },
    ],
  },
  'award-on-value': { method: 'award-on-value', ...basis },
  'quality-per-euro': { method: 'quality-per-euro', per: '1000', ...basis },
  'price-per-quality': { method: 'price-per-quality', divisor: '100', ...basis },
  'lowest-price': { method: 'lowest-price', motivation: both('Omdat.'), ...basis },
  formula: { method: 'formula', expression: 'quality - price', best: 'highest', ...basis },
};

/** Rules of every kind of price points, measured from the lowest price where they can be. */
const kinds: { [K in PricePoints['kind']]: Extract<PricePoints, { kind: K }> } = {
  proportional: { kind: 'proportional', reference: 'lowest', ...clip },
  linear: { kind: 'linear', reference: 'lowest', zeroAt: '50', ...clip },
  bounds: { kind: 'bounds', floor: 'lowest', ceiling: 'highest', ...clip },
  saving: { kind: 'saving', reference: '200', ...clip },
  steps: { kind: 'steps', reference: 'lowest', step: '10', points: '1', perFullStep: true, ...clip },
  brackets: {
    kind: 'brackets',
    brackets: [
      { upTo: '100', points: '40' },
      { upTo: '200', points: '20' },
    ],
    beyond: '0',
  },
  logarithmic: { kind: 'logarithmic', reference: 'lowest', zeroAt: '2', decimals: 2, ...clip },
  formula: { kind: 'formula', expression: 'weight * (highest - price) / highest', ...clip },
  'closest-to-mean': { kind: 'closest-to-mean' },
};

describe('the record of a method', () => {
  it.each(Object.values(examples))('says whether a price is asked as its rules do: $method', (rules) => {
    expect(METHODS[rules.method].asksPrice).toBe('form' in rules || 'parts' in rules);
  });

  it('gives the table of docs/methods.md', () => {
    const table = Object.values(examples).map((rules) => {
      const method = methodOf(rules);
      return [rules.method, method.best(rules), method.totalIn, method.qualityIn];
    });
    expect(table).toEqual([
      ['fixed-lump-sum', 'highest', 'points', 'points'],
      ['fixed-unit-prices', 'highest', 'points', 'points'],
      ['weighted-factor', 'highest', 'points', 'points'],
      ['price-parts', 'highest', 'points', 'points'],
      ['award-on-value', 'lowest', 'euro', 'euro'],
      ['quality-per-euro', 'highest', 'figure', 'points'],
      ['price-per-quality', 'lowest', 'euro', 'points'],
      ['lowest-price', 'lowest', 'euro', 'points'],
      ['formula', 'highest', 'figure', 'points'],
    ]);
  });

  it('finds no fault in good rules', () => {
    for (const rules of Object.values(examples)) expect(methodOf(rules).faults(rules, 'other')).toEqual([]);
    for (const { kind, ...rest } of Object.values(kinds)) {
      const rules = { kind, ...rest } as PricePoints;
      const found = kindOf(rules).faults(rules, { path: ['price', 'points'], better: 'lower', constants: undefined });
      expect(found.map(({ code }) => code)).toEqual(kind === 'closest-to-mean' ? ['closest-to-mean-refused'] : []);
    }
  });
});

/** Totals with a bid that asks nothing beside one that asks 100, or the details of the refusal. */
function withZero(price: PriceRules): readonly string[] | Readonly<Record<string, unknown>> {
  const quality = price.method === 'weighted-factor' ? '60' : '100';
  const service = price.method === 'lowest-price' ? { service: 'other' as const, criteria: [] } : { quality };
  const input = pricedInput(pricedRules(price, service), { free: ['30', '0'], paid: ['50', '100'] });
  try {
    const { ranking } = evaluate(input).lots[0]!;
    return ['free', 'paid'].map((bid) => ranking.find((one) => one.bid === bid)!.exactTotal);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, ...error.details };
  }
}
const refused = (why: string) => ({ code: 'price-zero', bid: 'free', lot: 'lot-1', why });

/** A price below zero does not exist, but one of zero does: court of justice EU, C-367/19, Tax-Fin-Lex. */
describe('a price of zero', () => {
  it('is scored by every method that does not divide by it', () => {
    expect(withZero(examples['award-on-value'])).toEqual(['-30', '50']);
    expect(withZero(examples['price-per-quality'])).toEqual(['0', '200']);
    expect(withZero(examples['lowest-price'])).toEqual(['0', '100']);
    expect(withZero(examples.formula)).toEqual(['30', '-50']);
  });

  it('is scored by every kind of points that has an outcome for it', () => {
    const linear = (ends: typeof clip | typeof allow): PricePoints => ({
      kind: 'linear',
      reference: '100',
      zeroAt: '50',
      ...ends,
    });
    expect(withZero(weighted('40', linear(clip)))).toEqual(['70', '90']);
    expect(withZero(weighted('40', linear(allow)))).toEqual(['150', '90']);
    expect(withZero(weighted('40', kinds.bounds))).toEqual(['70', '50']);
    expect(withZero(weighted('40', kinds.saving))).toEqual(['70', '70']);
    expect(withZero(weighted('40', kinds.steps))).toEqual(['70', '80']);
    expect(withZero(weighted('40', kinds.formula))).toEqual(['70', '50']);
  });

  it('is refused, by the bid that asks it, where it has no outcome', () => {
    expect(withZero(examples['quality-per-euro'])).toEqual(refused('divides-by-price'));
    expect(withZero(weighted('40', kinds.proportional))).toEqual(refused('divides-by-price'));
    expect(withZero(weighted('40', { ...kinds.proportional, reference: '100' }))).toEqual(refused('divides-by-price'));
    expect(withZero(weighted('40', kinds.linear))).toEqual(refused('divides-by-lowest'));
    expect(withZero(weighted('40', kinds.logarithmic))).toEqual(refused('takes-logarithm'));
  });

  it('is set aside where announced bounds say so, and then nothing is divided by it', () => {
    const bounds = { bounds: { minimum: '10', outside: 'set-aside' } };
    const rules = pricedRules(weighted('40', kinds.proportional, bounds));
    const { ranking, setAside } = evaluate(pricedInput(rules, { free: ['30', '0'], paid: ['50', '100'] })).lots[0]!;
    expect(ranking.map(({ bid, exactTotal }) => [bid, exactTotal])).toEqual([['paid', '90']]);
    expect(setAside.map(({ bid }) => bid)).toEqual(['free']);
  });

  it('asked by all leaves everybody with the same', () => {
    for (const points of [kinds.bounds, kinds.saving, kinds.steps]) {
      const rules = pricedRules(weighted('40', points));
      const { ranking } = evaluate(pricedInput(rules, { a: ['30', '0'], b: ['30', '0'] })).lots[0]!;
      expect(ranking.map(({ price }) => price!.points)).toEqual(['40', '40']);
    }
  });

  it('has an outcome or a refusal under every kind there is', () => {
    for (const kind of Object.keys(KINDS) as PricePoints['kind'][]) {
      const answer = withZero(weighted('40', kinds[kind]));
      if (!Array.isArray(answer))
        expect(['price-zero', 'closest-to-mean-refused']).toContain(Reflect.get(answer, 'code'));
    }
  });
});

describe('a weight', () => {
  it('is that of the price only where the price has one', () => {
    const weights = Object.values(examples).map((rules) => methodOf(rules).weight(rules).valueOf());
    expect(weights).toEqual([0, 0, 40, 40, 0, 0, 0, 0, 0]);
  });
});
