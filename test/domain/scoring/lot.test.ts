import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { exact, toDecimalText } from '../../../src/domain/number.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { allow, basis, clip, pricedInput, pricedRules, weighted } from '../../support/priced.ts';
import { singleBid } from '../../support/tender.ts';

const pointsOf = (input: EvaluationInput): Record<string, string> =>
  Object.fromEntries(
    evaluate(input).lots[0]!.ranking.map(({ bid, price }) => [bid, toDecimalText(exact(price!.points!), 4)]),
  );
const totals = (input: EvaluationInput, decimals = 4): Record<string, string> =>
  Object.fromEntries(
    evaluate(input).lots[0]!.ranking.map(({ bid, total }) => [bid, toDecimalText(exact(total), decimals)]),
  );
const order = (input: EvaluationInput): string[] => evaluate(input).lots[0]!.ranking.map(({ bid }) => bid);
const refused = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

describe('weighted factor', () => {
  const prices = { a: ['30', '100'], b: ['50', '125'], c: ['40', '200'] } as const;

  it('proportional: the lowest price over the own price', () => {
    const rules = pricedRules(weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }));
    expect(pointsOf(pricedInput(rules, prices))).toEqual({ a: '40.0000', b: '32.0000', c: '20.0000' });
    expect(order(pricedInput(rules, prices))).toEqual(['b', 'a', 'c']);
  });

  it('capped rule of three: measured from an announced amount, never more than the maximum', () => {
    const rules = pricedRules(weighted('40', { kind: 'proportional', reference: '125', ...clip }));
    expect(pointsOf(pricedInput(rules, prices))).toEqual({ a: '40.0000', b: '40.0000', c: '25.0000' });
  });

  it('absolute: between announced bounds, clipped as announced', () => {
    const bounds = { kind: 'bounds', floor: '110', ceiling: '190' } as const;
    const clipped = pricedRules(weighted('40', { ...bounds, ...clip }));
    expect(pointsOf(pricedInput(clipped, prices))).toEqual({ a: '40.0000', b: '32.5000', c: '0.0000' });
    const allowed = pricedRules(weighted('40', { ...bounds, ...allow }));
    expect(pointsOf(pricedInput(allowed, prices))).toEqual({ a: '45.0000', b: '32.5000', c: '-5.0000' });
  });

  it('relative: between the lowest and the highest valid price; everything when nothing lies between them', () => {
    const between = { kind: 'bounds', floor: 'lowest', ceiling: 'highest', ...clip } as const;
    const rules = pricedRules(weighted('40', between));
    expect(pointsOf(pricedInput(rules, prices))).toEqual({ a: '40.0000', b: '30.0000', c: '0.0000' });
    expect(pointsOf(pricedInput(rules, { a: ['30', '100'] }))).toEqual({ a: '40.0000' });
    expect(pointsOf(pricedInput(rules, { a: ['30', '0'], b: ['50', '0'] }))).toEqual({ a: '40.0000', b: '40.0000' });
    const toCeiling = pricedRules(weighted('40', { ...between, ceiling: '150' }));
    expect(pointsOf(pricedInput(toCeiling, prices))).toEqual({ a: '40.0000', b: '20.0000', c: '0.0000' });
    const above = { a: ['30', '150'], b: ['50', '160'] } as const;
    expect(pointsOf(pricedInput(toCeiling, above))).toEqual({ a: '0.0000', b: '0.0000' });
    const fromFloor = pricedRules(weighted('40', { ...between, floor: '300' }));
    expect(pointsOf(pricedInput(fromFloor, prices))).toEqual({ a: '40.0000', b: '40.0000', c: '40.0000' });
    const { onWithdrawal: _, ...silent } = rules;
    expect(refused(() => evaluate(pricedInput(silent, prices)))).toBe('withdrawal-not-announced');
  });

  it('the ratio to an announced power, rounded as announced', () => {
    const power = { exponent: '0.5', decimals: 4 };
    // 40 x sqrt(1, 5 / 6, 1 / 3)
    const saving = pricedRules(weighted('40', { kind: 'saving', reference: '250', power, ...clip }));
    expect(pointsOf(pricedInput(saving, prices))).toEqual({ a: '40.0000', b: '36.5148', c: '23.0940' });
    const dear = { a: ['30', '100'], b: ['50', '260'] } as const;
    expect(pointsOf(pricedInput(saving, dear))).toEqual({ a: '40.0000', b: '0.0000' });
    // 40 x (1, 0.8, 0.5)^2
    const squared = {
      kind: 'proportional',
      reference: 'lowest',
      power: { exponent: '2', decimals: 4 },
      ...clip,
    } as const;
    expect(pointsOf(pricedInput(pricedRules(weighted('40', squared)), prices))).toEqual({
      a: '40.0000',
      b: '25.6000',
      c: '10.0000',
    });
  });

  it('linear: no points left at an announced percentage above the lowest', () => {
    const rules = pricedRules(weighted('40', { kind: 'linear', reference: 'lowest', zeroAt: '100', ...clip }));
    expect(pointsOf(pricedInput(rules, prices))).toEqual({ a: '40.0000', b: '30.0000', c: '0.0000' });
  });

  it('saving: the own saving on an announced amount over the largest', () => {
    const rules = pricedRules(weighted('40', { kind: 'saving', reference: '250', ...clip }));
    expect(pointsOf(pricedInput(rules, prices))).toEqual({ a: '40.0000', b: '33.3333', c: '13.3333' });
  });

  it('steps: one point per full 5,000 above the lowest, so 13,128.50 above it costs two', () => {
    const steps = { kind: 'steps', reference: 'lowest', step: '5000', points: '1' } as const;
    const bids = { a: ['0', '100000'], b: ['0', '113128.50'] } as const;
    const full = pricedRules(weighted('40', { ...steps, perFullStep: true, ...clip }));
    expect(pointsOf(pricedInput(full, bids))).toEqual({ a: '40.0000', b: '38.0000' });
    const part = pricedRules(weighted('40', { ...steps, perFullStep: false, ...clip }));
    expect(pointsOf(pricedInput(part, bids))).toEqual({ a: '40.0000', b: '37.3743' });
  });

  it('logarithmic: zero points at an announced multiple, rounded as announced', () => {
    const rules = pricedRules(
      weighted('40', { kind: 'logarithmic', reference: 'lowest', zeroAt: '2', decimals: 4, ...clip }),
    );
    // 40 x (1 - log 1.25 / log 2) = 27.1229; at twice the lowest exactly zero.
    expect(pointsOf(pricedInput(rules, prices))).toEqual({ a: '40.0000', b: '27.1229', c: '0.0000' });
  });

  it('an own formula with declared constants', () => {
    const expression = 'weight * max(0, 1 - fall * (price - lowest) / mean)';
    const rules = pricedRules(weighted('40', { kind: 'formula', expression, ...clip }, { constants: { fall: '0.5' } }));
    // mean 425 / 3; b: 40 x (1 - 0.5 x 25 x 3 / 425); c: 40 x (1 - 0.5 x 100 x 3 / 425)
    expect(pointsOf(pricedInput(rules, prices))).toEqual({ a: '40.0000', b: '36.4706', c: '25.8824' });
  });

  it('an own formula that looks at the middle of the field', () => {
    const expression = '6 * quality / median_quality - 4 * price / median';
    const rules = pricedRules({ method: 'formula', expression, best: 'highest', ...basis }, { quality: '100' });
    const three = { a: ['60', '100'], b: ['50', '90'], c: ['40', '80'] } as const;
    expect(totals(pricedInput(rules, three))).toEqual({ a: '2.7556', b: '2.0000', c: '1.2444' });
    // Of an even number: halfway between the middle two, here 55 and 95.
    const two = { a: ['60', '100'], b: ['50', '90'] } as const;
    expect(totals(pricedInput(rules, two))).toEqual({ a: '2.3349', b: '1.6651' });
    const mean = pricedRules(
      { method: 'formula', expression: 'quality - mean_quality', best: 'highest', ...basis },
      { quality: '100' },
    );
    expect(totals(pricedInput(mean, three))).toEqual({ a: '10.0000', b: '0.0000', c: '-10.0000' });
    const { onWithdrawal: _, ...silent } = rules;
    expect(refused(() => evaluate(pricedInput(silent, three)))).toBe('withdrawal-not-announced');
  });

  it('refuses closest to the average, with the reason', () => {
    const rules = pricedRules(weighted('40', { kind: 'closest-to-mean' }));
    expect(refused(() => evaluate(pricedInput(rules, prices)))).toBe('closest-to-mean-refused');
  });
});

describe('methods in which price and quality give one figure', () => {
  it('award on value: price minus the value of quality, the lowest wins', () => {
    const rules = pricedRules({ method: 'award-on-value', ...basis }, { quality: '500000', weightsTotal: '500000' });
    const input = pricedInput(rules, { a: ['300000', '1500000'], b: ['500000', '1650000'], c: ['0', '1250000'] });
    expect(totals(input, 0)).toEqual({ b: '1150000', a: '1200000', c: '1250000' });
    expect(evaluate(input)).toMatchObject({ best: 'lowest', award: { lots: [{ winner: 'b' }], total: '1150000' } });
  });

  it('scores to money by a table, with a malus below sufficient', () => {
    const table = ['0', '2', '4', '6', '8', '10'].map((score, place) => ({
      score,
      percentage: ['-100', '-100', '-50', '0', '50', '100'][place]!,
    }));
    const base = pricedRules({ method: 'award-on-value', ...basis }, { weightsTotal: '200000' });
    const rules = {
      ...base,
      criteria: [{ ...base.criteria[0]!, weight: '200000', scoring: { kind: 'table' as const, percentages: table } }],
    };
    const input = pricedInput(rules, { a: ['8', '1000000'], b: ['4', '950000'], c: ['6', '980000'] });
    expect(totals(input, 0)).toEqual({ a: '900000', c: '980000', b: '1050000' });
  });

  it('quality per euro, and price per coefficient of quality', () => {
    const bids = { a: ['80', '1000'], b: ['60', '700'] } as const;
    const hundred = { quality: '100' };
    expect(
      totals(pricedInput(pricedRules({ method: 'quality-per-euro', per: '1000', ...basis }, hundred), bids)),
    ).toEqual({
      b: '85.7143',
      a: '80.0000',
    });
    const per = pricedRules({ method: 'price-per-quality', divisor: '100', ...basis }, hundred);
    expect(totals(pricedInput(per, bids))).toEqual({ b: '1166.6667', a: '1250.0000' });
  });

  it('price and time cost per quality', () => {
    const time = { unit: { nl: 'dagen', en: 'days' }, costPerUnit: '100' };
    const rules = pricedRules({ method: 'price-per-quality', divisor: '100', ...basis, time }, { quality: '100' });
    const input = pricedInput(rules, { a: ['80', '1000'], b: ['80', '900'] });
    const timed = { ...input, prices: input.prices!.map((one) => ({ ...one, time: one.bid === 'a' ? '2' : '4' })) };
    expect(totals(timed)).toEqual({ a: '1500.0000', b: '1625.0000' });
  });

  it('lowest price: only with a motivation, and refused for Wmo', () => {
    const price = { method: 'lowest-price', motivation: { nl: 'Omdat.', en: 'Because.' }, ...basis } as const;
    const bids = { a: ['0', '120'], b: ['0', '100'] } as const;
    const rules = pricedRules(price, { criteria: [] });
    expect(refused(() => evaluate(pricedInput(rules, bids)))).toBe('lowest-price-wmo');
    expect(order(pricedInput({ ...rules, service: 'other' }, bids))).toEqual(['b', 'a']);
  });

  it('an own formula for the total', () => {
    const rules = pricedRules(
      {
        method: 'formula',
        expression: '(price / lowest) * (best_quality / quality)',
        best: 'lowest',
        ...basis,
      },
      { quality: '100' },
    );
    expect(totals(pricedInput(rules, { a: ['30', '100'], b: ['60', '150'] }))).toEqual({ b: '1.5000', a: '2.0000' });
  });
});

describe('what a bidder fills in', () => {
  const lines = [
    {
      id: 'care',
      name: { nl: 'Zorg', en: 'Care' },
      unit: { nl: 'uur', en: 'hour' },
      quantity: '100',
      vatPercentage: '9',
    },
    { id: 'travel', name: { nl: 'Reis', en: 'Travel' }, unit: { nl: 'km', en: 'km' }, quantity: '10.5' },
  ];

  it('a price sheet: price x quantity, with the VAT of each line; a stated total that does not add up is flagged, not copied', () => {
    const rules = pricedRules(
      {
        method: 'lowest-price',
        motivation: { nl: 'x', en: 'x' },
        description: basis.description,
        form: { kind: 'sheet', lines },
      },
      { criteria: [], service: 'other' },
    );
    const input: EvaluationInput = {
      rules,
      bids: [singleBid('a', ['lot-1'])],
      consensus: [],
      prices: [
        {
          bid: 'a',
          lot: 'lot-1',
          lines: [
            { line: 'care', price: '50' },
            { line: 'travel', price: '2' },
          ],
          statedTotal: '5000',
        },
      ],
    };
    const outcome = evaluate(input);
    expect(outcome.lots[0]!.ranking[0]!.price).toEqual({
      offered: '5021',
      vat: '450',
      timeCost: '0',
      compared: '5471',
      points: null,
    });
    expect(outcome.lots[0]!.flags).toEqual([
      { bid: 'a', flag: 'stated-total-differs', stated: '5000', computed: '5021' },
    ]);
  });

  it('a percentage of an announced amount, and VAT on it', () => {
    const form = { kind: 'percentage', reference: '200000' } as const;
    const rules = pricedRules(
      {
        method: 'lowest-price',
        motivation: { nl: 'x', en: 'x' },
        description: basis.description,
        form,
        vatPercentage: '21',
      },
      { criteria: [], service: 'other' },
    );
    const input = {
      rules,
      bids: [singleBid('a', ['lot-1'])],
      consensus: [],
      prices: [{ bid: 'a', lot: 'lot-1', percentage: '97.5' }],
    };
    expect(evaluate(input).lots[0]!.ranking[0]!.price).toMatchObject({ offered: '195000', compared: '235950' });
  });
});

describe("practice's traps", () => {
  const proportional = { kind: 'proportional', reference: 'lowest', ...clip } as const;

  it('a bid that is set aside never sets the lowest price', () => {
    const rules = { ...pricedRules(weighted('40', proportional)), minimumQuality: '30' };
    const input = pricedInput(rules, { a: ['30', '100'], b: ['50', '125'], cheap: ['29.99', '50'] });
    expect(pointsOf(input)).toEqual({ a: '40.0000', b: '32.0000' });
    expect(evaluate(input).lots[0]!.setAside).toMatchObject([
      { bid: 'cheap', belowPoints: [{ criterion: null, points: '2999/100', minimum: '30' }] },
    ]);
    expect(evaluate(input).lots[0]!.prices).toMatchObject({ bids: 2, lowest: '100' });
  });

  it('the price of a bid that fell away counts as announced: ranked again, or kept', () => {
    const rules = pricedRules(weighted('40', proportional));
    const fallen = [{ bid: 'cheap', stage: 'withdrawn' as const, reason: 'Ingetrokken.' }];
    const input = { ...pricedInput(rules, { a: ['30', '100'], b: ['50', '125'], cheap: ['10', '50'] }), fallen };
    expect(pointsOf(input)).toEqual({ a: '40.0000', b: '32.0000' });
    expect(pointsOf({ ...input, rules: { ...rules, onWithdrawal: 'keep' } })).toEqual({ a: '20.0000', b: '16.0000' });
    const excluded = [{ ...fallen[0]!, stage: 'excluded' as const }];
    expect(pointsOf({ ...input, fallen: excluded, rules: { ...rules, onWithdrawal: 'keep' } })).toEqual({
      a: '40.0000',
      b: '32.0000',
    });
  });

  it('a relative formula cannot be published without saying what happens on withdrawal', () => {
    const { onWithdrawal: _, ...rules } = pricedRules(weighted('40', proportional));
    expect(refused(() => evaluate(pricedInput(rules, { a: ['30', '100'] })))).toBe('withdrawal-not-announced');
  });

  it('minimums are inclusive', () => {
    const rules = { ...pricedRules(weighted('40', proportional)), minimumQuality: '30' };
    expect(order(pricedInput(rules, { a: ['30', '100'], b: ['29.999999', '100'] }))).toEqual(['a']);
  });

  it('a score above the maximum of its criterion is refused, and so are too many decimals', () => {
    const rules = pricedRules(weighted('40', proportional));
    expect(refused(() => evaluate(pricedInput(rules, { a: ['60.000001', '100'] })))).toBe('score-above-maximum');
    expect(order(pricedInput(rules, { a: ['60', '100'] }))).toEqual(['a']);
  });

  it('weights that do not sum, the price included, are refused and never normalised', () => {
    const rules = pricedRules(weighted('30', proportional));
    expect(refused(() => evaluate(pricedInput(rules, { a: ['30', '100'] })))).toBe('weights-do-not-sum');
  });

  it('rounding changes the order only where it was announced', () => {
    const bids = { a: ['30', '3'], b: ['30.001', '3.0003'] } as const;
    // a: 30 + 40; b: 30.001 + 39.996.
    const exactRules = pricedRules(weighted('40', proportional));
    expect(order(pricedInput(exactRules, bids))).toEqual(['a', 'b']);
    const rounded = pricedRules(weighted('40', proportional), { decimals: 1, rankOn: 'rounded' });
    expect(evaluate(pricedInput(rounded, bids)).lots[0]!.ranking.map(({ rank, total }) => [rank, total])).toEqual([
      [1, '70'],
      [1, '70'],
    ]);
    const priceFirst = { ...exactRules, rounding: { ...exactRules.rounding, price: 0 } };
    expect(order(pricedInput(priceFirst, bids))).toEqual(['b', 'a']);
  });

  it('"25 % below the average" says which average', () => {
    const bids = { a: ['30', '70'], b: ['30', '100'], c: ['30', '100'] } as const;
    const flagged = (of: 'mean-of-all' | 'mean-of-others' | 'median-of-all' | 'second-lowest'): string[] => {
      const rules = pricedRules(weighted('40', proportional, { abnormallyLow: { percentageBelow: '25', of } }));
      return evaluate(pricedInput(rules, bids)).lots[0]!.flags.map(({ bid, flag }) => `${bid} ${flag}`);
    };
    // Of all three the mean is 90 and the threshold 67.50; of the other two 100 and 75.
    expect(flagged('mean-of-all')).toEqual([]);
    expect(flagged('mean-of-others')).toEqual(['a abnormally-low']);
    expect(flagged('median-of-all')).toEqual(['a abnormally-low']);
    expect(flagged('second-lowest')).toEqual(['a abnormally-low']);
  });

  it('a flagged price stays in, and can win', () => {
    const rules = pricedRules(
      weighted('40', proportional, { abnormallyLow: { percentageBelow: '25', of: 'mean-of-others' } }),
    );
    expect(evaluate(pricedInput(rules, { a: ['30', '70'], b: ['30', '100'] })).award.lots[0]!.winner).toBe('a');
  });

  it('bounds set aside or only flag, as announced, and are inclusive', () => {
    const bounds = (outside: 'set-aside' | 'flag') => ({ bounds: { minimum: '90', maximum: '110', outside } });
    const bids = { a: ['30', '90'], b: ['30', '89.99'], c: ['30', '110.01'] } as const;
    const aside = evaluate(pricedInput(pricedRules(weighted('40', proportional, bounds('set-aside'))), bids)).lots[0]!;
    expect([aside.ranking.map(({ bid }) => bid), aside.setAside.map((one) => one.outsideBounds!.flag)]).toEqual([
      ['a'],
      ['below-minimum', 'above-maximum'],
    ]);
    const flag = evaluate(pricedInput(pricedRules(weighted('40', proportional, bounds('flag'))), bids)).lots[0]!;
    expect([flag.ranking.length, flag.flags.map(({ bid }) => bid)]).toEqual([3, ['b', 'c']]);
  });

  it('quality relative to the best, of a criterion or of all of it', () => {
    const rules = pricedRules(weighted('40', proportional));
    const relative = { ...rules, criteria: [{ ...rules.criteria[0]!, relativeToBest: true }] };
    expect(totals(pricedInput(relative, { a: ['30', '100'], b: ['45', '125'] }))).toEqual({
      b: '92.0000',
      a: '80.0000',
    });
  });
});

describe('bad input', () => {
  const proportional = { kind: 'proportional', reference: 'lowest', ...clip } as const;
  const one = { a: ['30', '100'] } as const;
  const withPrice = (price: string) => () =>
    evaluate(pricedInput(pricedRules(weighted('40', proportional)), { a: ['30', price] }));
  const withPoints =
    (points: object, rest: object = {}) =>
    () =>
      evaluate(pricedInput(pricedRules(weighted('40', { ...points, ...clip } as never, rest)), one));

  it('is refused with an error that names the rule', () => {
    expect(refused(withPrice('-1'))).toBe('price-negative');
    expect(refused(withPrice('0'))).toBe('price-zero');
    expect(refused(withPoints({ kind: 'formula', expression: 'prijs / lowest' }))).toBe('formula-unknown-symbol');
    expect(refused(withPoints({ kind: 'formula', expression: '2 price' }))).toBe('formula-not-allowed');
    expect(refused(withPoints({ kind: 'formula', expression: 'price ^ 0.5' }))).toBe('formula-not-allowed');
    expect(refused(withPoints({ kind: 'formula', expression: 'sqrt(price)' }))).toBe('formula-not-allowed');
    expect(refused(withPoints({ kind: 'formula', expression: 'price == 1 ? 2 : 3' }))).toBe('formula-not-allowed');
    expect(refused(withPoints({ kind: 'formula', expression: 'price.constructor' }))).toBe('formula-not-allowed');
    expect(refused(withPoints({ kind: 'formula', expression: 'f(x) = x' }))).toBe('formula-not-allowed');
    expect(refused(withPoints({ kind: 'formula', expression: '(price' }))).toBe('formula-invalid');
    expect(refused(withPoints({ kind: 'formula', expression: `${'('.repeat(900)}price${')'.repeat(900)}` }))).toMatch(
      /^formula-invalid$|^undefined$/,
    );
    expect(refused(withPoints({ kind: 'formula', expression: '1 / (price - lowest)' }))).toBe(
      'formula-divides-by-zero',
    );
    expect(refused(withPoints({ kind: 'formula', expression: 'price' }, { constants: { price: '1' } }))).toBe(
      'formula-constant-taken',
    );
    expect(refused(withPoints({ kind: 'bounds', floor: '200', ceiling: '100' }))).toBe('bounds-wrong-way-round');
    expect(refused(withPoints({ kind: 'linear', reference: 'lowest', zeroAt: '0' }))).toBe('must-be-positive');
    expect(refused(withPoints({ kind: 'logarithmic', reference: 'lowest', zeroAt: '1', decimals: 2 }))).toBe(
      'must-be-above-one',
    );
    expect(refused(withPoints(proportional, { bounds: { minimum: '9', maximum: '8', outside: 'flag' } }))).toBe(
      'bounds-wrong-way-round',
    );
    const missing = { ...pricedInput(pricedRules(weighted('40', proportional)), one), prices: [] };
    expect(refused(() => evaluate(missing))).toBe('missing-price');
    const zeroQuality = pricedRules({ method: 'price-per-quality', divisor: '100', ...basis }, { quality: '100' });
    expect(refused(() => evaluate(pricedInput(zeroQuality, { a: ['0', '100'] })))).toBe('quality-zero');
  });
});
