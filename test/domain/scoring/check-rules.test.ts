import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Remedy } from '../../../src/domain/remedy.ts';
import { MOST_SCORED_CRITERIA } from '../../../src/domain/rules/criteria-tree.ts';
import { FORMULA_SYMBOLS } from '../../../src/domain/rules/price/own-formula.ts';
import type { PricePoints, PriceRules } from '../../../src/domain/rules/price-rules.ts';
import type { Answer, Programme } from '../../../src/domain/rules/programme.ts';
import { type Criterion, type TenderRules, tenderRules } from '../../../src/domain/rules/rules.ts';
import { checkNewRules, checkRules } from '../../../src/domain/scoring/check-rules.ts';
import { ruleFaults } from '../../../src/domain/scoring/rule-faults.ts';
import { tenderEvents } from '../../../src/domain/tender/state/events.ts';
import { basis, clip, weighted } from '../../support/priced.ts';
import { errorOf, refusalOf } from '../../support/refusal.ts';
import { criterion, sample, smallRules } from '../../support/tender.ts';

/** Two lots of known value, a group of two criteria beside one more, and a proportional price: nothing in it is wrong. */
const good = (): TenderRules => {
  const rules = smallRules({
    criteria: [criterion('plan', '40', [criterion('start', '60'), criterion('staff', '40')]), criterion('offer', '20')],
  });
  return {
    ...rules,
    lots: rules.lots.map((lot) => ({ ...lot, value: '1000000' })),
    onWithdrawal: 're-rank',
    price: weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }),
    award: { ...rules.award, tieBreak: [{ rule: 'higher-score', criterion: 'plan' }, { rule: 'lower-price' }] },
  };
};

const both = (text: string) => ({ nl: text, en: text });
const step = (value: string) => ({ value, label: both(value), anchor: both(value) });
const fixed: PriceRules = { method: 'fixed-lump-sum', description: both('Vast') };

type Change = (rules: TenderRules) => TenderRules;
const withRules =
  (change: Partial<TenderRules>): Change =>
  (rules) => ({ ...rules, ...change });
const withAward =
  (change: Partial<TenderRules['award']>): Change =>
  (rules) => ({ ...rules, award: { ...rules.award, ...change } });
const withPoints = (points: PricePoints, rest: object = {}): Change =>
  withRules({ price: weighted('40', points, rest) });
const withPrice = (rest: object): Change => withPoints({ kind: 'proportional', reference: 'lowest', ...clip }, rest);
const withCriterion =
  (id: string, change: Partial<Criterion>): Change =>
  (rules) => {
    const changed = (criteria: readonly Criterion[]): Criterion[] =>
      criteria.map((one) => ({
        ...one,
        ...(one.children ? { children: changed(one.children) } : {}),
        ...(one.id === id ? change : {}),
      }));
    return { ...rules, criteria: changed(rules.criteria) };
  };
const own = (expression: string): PricePoints => ({ kind: 'formula', expression, ...clip });
const table = (percentages: Readonly<Record<string, string>>): Partial<Criterion> => ({
  scoring: {
    kind: 'table',
    percentages: Object.entries(percentages).map(([score, percentage]) => ({ score, percentage })),
  },
});

/** A programme of requirements with these ids, and one wish with this answer. */
const programme = ({
  requirements = [],
  goals = [],
  answer = { kind: 'not-taken-over', reason: both('Te duur.') },
}: {
  readonly requirements?: readonly string[];
  readonly goals?: readonly string[];
  readonly answer?: Answer;
}): Programme => ({
  requirements: requirements.map((id) => ({ id, kind: 'scope', name: both(id), sources: [] })),
  goals: goals.map((id) => ({ id, name: both(id), sources: [] })),
  wishes: [{ id: 'choice', from: both('Raad'), wish: both('Keuze.'), answer, sources: [] }],
  sources: [],
});

describe('the rules that are changed below', () => {
  it('are good, and can be read from a file', () => {
    expect(refusalOf(() => checkRules(good()))).toBeUndefined();
    expect(tenderRules.safeParse(good()).success).toBe(true);
  });
});

/** Where the fault is, and what mends it. */
const refusals: readonly (readonly [code: string, when: string, change: Change, path: string, mends: Remedy])[] = [
  [
    'weights-do-not-sum',
    'the top does not sum to 100 with the price',
    withCriterion('offer', { weight: '19.999999' }),
    'criteria',
    { kind: 'sum-to', whole: '100', now: '99.999999', difference: '0.000001' },
  ],
  [
    'weights-do-not-sum',
    'a group does not sum to 100',
    withCriterion('staff', { weight: '40.000001' }),
    'criteria.0.children',
    { kind: 'sum-to', whole: '100', now: '100.000001', difference: '-0.000001' },
  ],
  [
    'weights-do-not-sum',
    'the announced total is another one',
    withRules({ weightsTotal: '1000' }),
    'criteria',
    { kind: 'sum-to', whole: '1000', now: '100', difference: '900' },
  ],
  [
    'no-criteria',
    'quality cannot decide without criteria',
    withRules({ criteria: [], price: fixed }),
    'criteria',
    { kind: 'add' },
  ],
  [
    'duplicate-id',
    'two criteria have one id',
    withCriterion('staff', { id: 'offer' }),
    'criteria.1.id',
    { kind: 'rename' },
  ],
  [
    'duplicate-id',
    'two lots have one id',
    (rules) => ({ ...rules, lots: [rules.lots[0]!, rules.lots[0]!] }),
    'lots.1.id',
    { kind: 'rename' },
  ],
  [
    'duplicate-id',
    'a combination has the id of a lot',
    withRules({ combinations: [{ id: 'lot-1', name: 'Samen', lots: ['lot-1', 'lot-2'] }] }),
    'combinations.0.id',
    { kind: 'rename' },
  ],
  [
    'duplicate-id',
    'two lines of the price sheet have one id',
    withPrice({
      form: {
        kind: 'sheet',
        lines: [1, 2].map(() => ({ id: 'care', name: both('Zorg'), unit: both('uur'), quantity: '1' })),
      },
    }),
    'price.form.lines.1.id',
    { kind: 'rename' },
  ],
  [
    'unknown-lot',
    'a combination names a lot that is not there',
    withRules({ combinations: [{ id: 'both', name: 'Samen', lots: ['lot-1', 'lot-9'] }] }),
    'combinations.0.lots.1',
    { kind: 'one-of', values: ['lot-1', 'lot-2'] },
  ],
  [
    'scale-not-ascending',
    'the scale goes down',
    withRules({ scale: [step('10'), step('0')] }),
    'scale.1.value',
    { kind: 'above', limit: '10' },
  ],
  [
    'scale-not-ascending',
    'a score is on the scale twice',
    withRules({ scale: [step('1'), step('1.0')] }),
    'scale.1.value',
    { kind: 'above', limit: '1' },
  ],
  // Written as decimals, two zeros are not one text; a scale of zeros alone is also not ascending.
  [
    'scale-not-ascending',
    'the scale has zeros only',
    withRules({ scale: [step('0'), step('0.0')] }),
    'scale.1.value',
    { kind: 'above', limit: '0' },
  ],
  [
    'scoring-on-group',
    'a group has scores of its own',
    withCriterion('plan', { scoring: { kind: 'linear', zero: '4' } }),
    'criteria.0.scoring',
    { kind: 'remove' },
  ],
  [
    'zero-score-too-high',
    'the highest score is worth nothing',
    withCriterion('offer', { scoring: { kind: 'linear', zero: '10' } }),
    'criteria.1.scoring.zero',
    { kind: 'below', limit: '10' },
  ],
  [
    'score-table-incomplete',
    'a score of the scale is not in the table',
    withCriterion('offer', table({ 0: '0', 10: '100' })),
    'criteria.1.scoring.percentages',
    { kind: 'each-once', values: ['0', '2', '4', '6', '8', '10'] },
  ],
  [
    'score-table-incomplete',
    'the table has a score that is not on the scale',
    withCriterion('offer', table({ 0: '0', 2: '20', 4: '40', 6: '60', 7: '70', 8: '80', 10: '100' })),
    'criteria.1.scoring.percentages.4',
    { kind: 'each-once', values: ['0', '2', '4', '6', '8', '10'] },
  ],
  [
    'score-table-above-weight',
    'a score is worth more than the weight',
    withCriterion('offer', table({ 0: '-50', 2: '20', 4: '40', 6: '60', 8: '80', 10: '100.5' })),
    'criteria.1.scoring.percentages.5.percentage',
    { kind: 'at-most', limit: '100' },
  ],
  [
    'minimum-on-group',
    'a group has a minimum score',
    withCriterion('plan', { minimumScore: '4' }),
    'criteria.0.minimumScore',
    { kind: 'remove' },
  ],
  [
    'minimum-not-on-scale',
    'a minimum score cannot be given',
    withCriterion('offer', { minimumScore: '5' }),
    'criteria.1.minimumScore',
    { kind: 'one-of', values: ['0', '2', '4', '6', '8', '10'] },
  ],
  [
    'minimum-above-weight',
    'no bid can earn the minimum of a group',
    withCriterion('plan', { minimumPoints: '40.01' }),
    'criteria.0.minimumPoints',
    { kind: 'at-most', limit: '40' },
  ],
  [
    'minimum-above-weight',
    'no bid can earn the minimum of quality',
    withRules({ minimumQuality: '60.01' }),
    'minimumQuality',
    { kind: 'at-most', limit: '60' },
  ],
  [
    'withdrawal-not-announced',
    'a relative formula does not say what happens on withdrawal',
    (rules) => {
      const { onWithdrawal: _, ...rest } = rules;
      return rest;
    },
    'onWithdrawal',
    { kind: 'announce', values: ['re-rank', 'keep'] },
  ],
  [
    'lowest-price-wmo',
    'price alone decides about Wmo support',
    withRules({ criteria: [], price: { method: 'lowest-price', motivation: both('Omdat.'), ...basis } }),
    'price.method',
    { kind: 'choose-other' },
  ],
  [
    'closest-to-mean-refused',
    'the price closest to the average is best',
    withPoints({ kind: 'closest-to-mean' }),
    'price.points.kind',
    { kind: 'choose-other' },
  ],
  [
    'must-be-positive',
    'the reference is zero',
    withPoints({ kind: 'proportional', reference: '0', ...clip }),
    'price.points.reference',
    { kind: 'above', limit: '0' },
  ],
  [
    'must-be-positive',
    'no points are left at zero percent',
    withPoints({ kind: 'linear', reference: 'lowest', zeroAt: '0', ...clip }),
    'price.points.zeroAt',
    { kind: 'above', limit: '0' },
  ],
  [
    'must-be-positive',
    'a step is zero euro',
    withPoints({ kind: 'steps', reference: 'lowest', step: '0', points: '1', perFullStep: true, ...clip }),
    'price.points.step',
    { kind: 'above', limit: '0' },
  ],
  [
    'must-be-positive',
    'a percentage of nothing is asked',
    withPrice({ form: { kind: 'percentage', reference: '0' } }),
    'price.form.reference',
    { kind: 'above', limit: '0' },
  ],
  [
    'must-be-positive',
    'a ratio is raised to nothing',
    withPoints({ kind: 'proportional', reference: '10', power: { exponent: '0', decimals: 2 }, ...clip }),
    'price.points.power.exponent',
    { kind: 'above', limit: '0' },
  ],
  [
    'power-below-zero',
    'a negative ratio is raised to a power',
    withPoints({
      kind: 'saving',
      reference: '10',
      power: { exponent: '0.5', decimals: 2 },
      belowZero: 'allow',
      aboveMaximum: 'clip',
    }),
    'price.points.belowZero',
    { kind: 'one-of', values: ['clip'] },
  ],
  [
    'must-be-above-one',
    'the logarithm ends where it starts',
    withPoints({ kind: 'logarithmic', reference: 'lowest', zeroAt: '1', decimals: 2, ...clip }),
    'price.points.zeroAt',
    { kind: 'above', limit: '1' },
  ],
  [
    'bounds-wrong-way-round',
    'the floor is the ceiling',
    withPoints({ kind: 'bounds', floor: '100', ceiling: '100', ...clip }),
    'price.points.floor',
    { kind: 'below', limit: '100' },
  ],
  [
    'bounds-wrong-way-round',
    'the minimum is above the maximum',
    withPrice({ bounds: { minimum: '2', maximum: '1', outside: 'flag' } }),
    'price.bounds.minimum',
    { kind: 'swap' },
  ],
  [
    'percentage-above-100',
    'a price is too low from below zero',
    withPrice({ abnormallyLow: { percentageBelow: '100.1', of: 'mean-of-all' } }),
    'price.abnormallyLow.percentageBelow',
    { kind: 'at-most', limit: '100' },
  ],
  [
    'estimate-missing',
    'the estimate is not announced',
    withPrice({ abnormallyLow: { percentageBelow: '25', of: 'estimate' } }),
    'price.abnormallyLow.estimate',
    { kind: 'add' },
  ],
  [
    'estimate-missing',
    'an estimate is announced that nothing is compared with',
    withPrice({ abnormallyLow: { percentageBelow: '25', of: 'mean-of-all', estimate: '100' } }),
    'price.abnormallyLow.estimate',
    { kind: 'remove' },
  ],
  [
    'formula-invalid',
    'an own formula cannot be read',
    withPoints(own('weight * (lowest')),
    'price.points.expression',
    { kind: 'rewrite', from: 17 },
  ],
  [
    'formula-unknown-symbol',
    'an own formula names what does not exist',
    withPoints(own('weight * cheapest / price')),
    'price.points.expression',
    { kind: 'one-of', values: [...FORMULA_SYMBOLS].sort() },
  ],
  [
    'formula-not-allowed',
    'an own formula takes a root',
    withPoints(own('sqrt(price)')),
    'price.points.expression',
    { kind: 'rewrite', from: null },
  ],
  [
    'formula-constant-taken',
    'a constant has the name of a figure',
    withPoints(own('weight'), { constants: { mean: '1' } }),
    'price.constants.mean',
    { kind: 'rename' },
  ],
  [
    'winners-limits',
    'the most winners are fewer than the fewest',
    withAward({ winners: { minimum: 2, maximum: 1 } }),
    'award.winners.minimum',
    { kind: 'at-most', limit: '1' },
  ],
  [
    'winners-limits',
    'there are fewer lots than winners',
    withAward({ winners: { minimum: 3, maximum: 3 } }),
    'award.winners.minimum',
    { kind: 'at-most', limit: '2' },
  ],
  [
    'unknown-tie-break-criterion',
    'the tie-break names no criterion',
    withAward({ tieBreak: [{ rule: 'higher-score', criterion: 'price' }] }),
    'award.tieBreak.0.criterion',
    { kind: 'one-of', values: ['plan', 'start', 'staff', 'offer'] },
  ],
  [
    'duplicate-id',
    'two requirements have one id',
    withRules({ programme: programme({ requirements: ['plan', 'plan'] }) }),
    'programme.requirements.1.id',
    { kind: 'rename' },
  ],
  [
    'duplicate-id',
    'two goals have one id',
    withRules({ programme: programme({ goals: ['trust', 'trust'] }) }),
    'programme.goals.1.id',
    { kind: 'rename' },
  ],
  [
    'wish-unanswered',
    'a wish is taken over in nothing',
    withRules({ programme: programme({ answer: { kind: 'taken-over', goals: [] } }) }),
    'programme.wishes.0.answer',
    { kind: 'add' },
  ],
  [
    'wish-names-unknown',
    'a wish names a criterion that is not there',
    withRules({ programme: programme({ answer: { kind: 'taken-over', criteria: ['plan', 'price'] } }) }),
    'programme.wishes.0.answer.criteria.1',
    { kind: 'one-of', values: ['plan', 'start', 'staff', 'offer'] },
  ],
  [
    'wish-names-unknown',
    'a wish names a requirement where there is none',
    withRules({ programme: programme({ answer: { kind: 'taken-over', requirements: ['plan'] } }) }),
    'programme.wishes.0.answer.requirements.0',
    { kind: 'remove' },
  ],
  [
    'wish-names-unknown',
    'a wish names a goal that is not there',
    withRules({ programme: programme({ goals: ['trust'], answer: { kind: 'taken-over', goals: ['peace'] } }) }),
    'programme.wishes.0.answer.goals.0',
    { kind: 'one-of', values: ['trust'] },
  ],
  [
    'tie-break-without-price',
    'the tie-break asks a price that is fixed',
    (rules) => ({ ...rules, criteria: [criterion('plan', '100')], price: fixed }),
    'award.tieBreak.1',
    { kind: 'remove' },
  ],
  [
    'draw-not-last',
    'something comes after the draw',
    withAward({ tieBreak: [{ rule: 'draw' }, { rule: 'lower-price' }] }),
    'award.tieBreak.0',
    { kind: 'move-to-end' },
  ],
  [
    'lot-order',
    'a fixed order is not given',
    withAward({ mechanism: 'fixed-order' }),
    'award.lotOrder',
    { kind: 'each-once', values: ['lot-1', 'lot-2'] },
  ],
  [
    'lot-order',
    'an order is given that nothing goes by',
    withAward({ lotOrder: ['lot-1', 'lot-2'] }),
    'award.lotOrder',
    { kind: 'remove' },
  ],
  [
    'lot-order',
    'the order leaves a lot out',
    withAward({ mechanism: 'fixed-order', lotOrder: ['lot-1'] }),
    'award.lotOrder',
    { kind: 'each-once', values: ['lot-1', 'lot-2'] },
  ],
  [
    'combinations-need-highest-total',
    'combinations are weighed without sums',
    (rules) =>
      withRules({ combinations: [{ id: 'both', name: 'Samen', lots: ['lot-1', 'lot-2'] }] })(
        withAward({ mechanism: 'preferences' })(rules),
      ),
    'combinations',
    { kind: 'remove' },
  ],
  [
    'lot-weights-need-highest-total',
    'values of lots are weighed without sums',
    withAward({ mechanism: 'preferences', weighLotsByValue: true }),
    'award.weighLotsByValue',
    { kind: 'remove' },
  ],
  [
    'lot-value-missing',
    'lots are weighed by values and one has none',
    (rules) =>
      withAward({ weighLotsByValue: true })({ ...rules, lots: [rules.lots[0]!, { id: 'lot-2', name: 'Lot 2' }] }),
    'lots.1.value',
    { kind: 'above', limit: '0' },
  ],
  [
    'affiliated-below-bidder',
    'a group may have fewer lots than one of its bids',
    withAward({ affiliated: { maximumLots: 1, oneBid: false } }),
    'award.affiliated.maximumLots',
    { kind: 'at-least', limit: '2' },
  ],
  [
    'one-bid-not-by-preferences',
    'only one of affiliated bids may win by preferences',
    withAward({ mechanism: 'preferences', affiliated: { maximumLots: 2, oneBid: true } }),
    'award.affiliated.oneBid',
    { kind: 'one-of', values: ['false'] },
  ],
  [
    'scale-without-positive',
    'the scale has zeros only',
    withRules({ scale: [step('0'), step('0.0')] }),
    'scale',
    { kind: 'add' },
  ],
  [
    'minimum-not-on-scale',
    'the committee gives fewer points than the minimum score',
    withCriterion('offer', { scoring: { kind: 'points', decimals: 0 }, minimumScore: '21' }),
    'criteria.1.minimumScore',
    { kind: 'at-most', limit: '20' },
  ],
];

const keysOf = (path: string): (string | number)[] =>
  path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

describe('a rule set is refused', () => {
  it.each(refusals)('with %s when %s', (code, _, change, path, mends) => {
    const faults = ruleFaults(change(good()));
    expect(faults.find((one) => one.code === code)).toMatchObject({ path: keysOf(path), mends });
    expect(errorOf(() => checkRules(change(good())))?.faults).toEqual(faults);
  });

  it('with everything that is wrong at once, the first of which is the error itself', () => {
    const rules = [
      withCriterion('staff', { weight: '41', minimumScore: '5' }),
      withCriterion('offer', { scoring: { kind: 'linear', zero: '10' } }),
      withAward({ mechanism: 'preferences', winners: { minimum: 3, maximum: 3 }, weighLotsByValue: true }),
    ].reduce((changed, change) => change(changed), good());
    const faults = ruleFaults(rules);
    expect(faults.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['weights-do-not-sum', 'criteria.0.children'],
      ['zero-score-too-high', 'criteria.1.scoring.zero'],
      ['minimum-not-on-scale', 'criteria.0.children.1.minimumScore'],
      ['winners-limits', 'award.winners.minimum'],
      ['lot-weights-need-highest-total', 'award.weighLotsByValue'],
    ]);
    const error = errorOf(() => checkRules(rules));
    expect(error?.faults).toEqual(faults);
    expect([error?.code, error?.details]).toEqual([faults[0]!.code, faults[0]!.details]);
  });

  it('with weights in decimals, never as a fraction, and with that of the price', () => {
    const [fault] = ruleFaults(withCriterion('offer', { weight: '20.5' })(good()));
    expect(fault?.details).toEqual({ parent: null, total: '100.5', whole: '100', price: '40' });
  });

  it('whatever is changed in it together: each fault is found on its own, and the first is the error', () => {
    const several = fc.uniqueArray(fc.nat(refusals.length - 1), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(several, (places) => {
        const rules = places.reduce((changed, place) => refusals[place]![2](changed), good());
        const faults = ruleFaults(rules);
        const error = errorOf(() => checkRules(rules));
        expect([error?.code, error?.faults]).toEqual(
          faults.length === 0 ? [undefined, undefined] : [faults[0]!.code, faults],
        );
        const [code, , , path] = refusals[places[0]!]!;
        if (places.length === 1)
          expect(faults.map((one) => [one.code, one.path.join('.')])).toContainEqual([code, path]);
        for (const { path: keys, mends } of faults) {
          expect(keys.length).toBeGreaterThan(0);
          expect(mends).not.toBeNull();
        }
      }),
    );
  });

  it('with must-be-positive when a method divides by nothing', () => {
    const hundred = [criterion('plan', '100')];
    for (const price of [
      { method: 'quality-per-euro', per: '0', ...basis },
      { method: 'price-per-quality', divisor: '0', ...basis },
    ] as const) {
      expect(
        refusalOf(() => checkRules({ ...good(), criteria: hundred, award: { ...good().award, tieBreak: [] }, price })),
      ).toBe('must-be-positive');
    }
  });

  it('with growth-path-not-rising when a later step is not later', () => {
    const { rules } = sample();
    const [first, ...rest] = rules.growthPath!.steps;
    const growthPath = { ...rules.growthPath!, steps: [first!, first!, ...rest] };
    expect(refusalOf(() => checkRules({ ...rules, growthPath }))).toBe('growth-path-not-rising');
  });
});

describe('a rule set is not refused', () => {
  const allowed: readonly (readonly [string, Change])[] = [
    [
      'when its wishes lead to what is there, or are not taken over for a reason',
      withRules({
        programme: {
          ...programme({ requirements: ['plan'], goals: ['trust'] }),
          wishes: [
            ...programme({ answer: { kind: 'taken-over', requirements: ['plan'], criteria: ['plan', 'staff'] } })
              .wishes,
            { ...programme({}).wishes[0]!, id: 'peace' },
          ],
        },
      }),
    ],
    [
      'when the lowest price decides about another service',
      withRules({
        service: 'other',
        criteria: [],
        price: { method: 'lowest-price', motivation: both('Omdat.'), ...basis },
        award: { ...good().award, tieBreak: [] },
      }),
    ],
    [
      'when an absolute formula says nothing about withdrawal',
      (rules) => {
        const { onWithdrawal: _, ...rest } = withPoints({ kind: 'bounds', floor: '80', ceiling: '120', ...clip })(
          rules,
        );
        return rest;
      },
    ],
    ['when a minimum is all the points there are', withRules({ minimumQuality: '60' })],
    [
      'when a table takes points off',
      withCriterion('offer', table({ 0: '-100', 2: '-50', 4: '0', 6: '50', 8: '75', 10: '100' })),
    ],
    [
      'when a group of which one bid may win may have fewer lots',
      withAward({ affiliated: { maximumLots: 1, oneBid: true } }),
    ],
  ];
  it.each(allowed)('%s', (_, change) => {
    expect(refusalOf(() => checkRules(change(good())))).toBeUndefined();
  });
});

describe('new rules', () => {
  const weighing = (count: number) => String(60 / count);
  const groups = (count: number, each: number): Criterion[] =>
    Array.from({ length: count }, (_, group) =>
      criterion(
        `group-${group}`,
        weighing(count),
        Array.from({ length: each }, (_, place) => criterion(`one-${group}-${place}`, String(100 / each))),
      ),
    );
  const withCriteria = (criteria: Criterion[]): TenderRules => ({
    ...good(),
    criteria,
    award: { ...good().award, tieBreak: [] },
  });
  const full = groups(MOST_SCORED_CRITERIA / 50, 50);
  const tooMany = [...full, criterion('more', '1')];

  it('have as many scored criteria as an assessment can hold', () => {
    expect(refusalOf(() => checkNewRules(withCriteria(full)))).toBeUndefined();
    const scores = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ criterion: `c-${place}`, score: '8', motivation: 'Goed.' }));
    const fits = (count: number) =>
      tenderEvents['assessment-submitted'].safeParse({ bid: 'a', lot: 'lot-1', scores: scores(count) }).success;
    expect([MOST_SCORED_CRITERIA, MOST_SCORED_CRITERIA + 1].map(fits)).toEqual([true, false]);
  });

  it('are refused with more, at the place where they stand, before anything else is looked at', () => {
    const { faults } = errorOf(() => checkNewRules(withCriteria(tooMany)))!;
    expect(faults).toEqual([
      {
        path: ['criteria'],
        code: 'too-many-criteria',
        details: { what: 'scored', found: MOST_SCORED_CRITERIA + 1, limit: MOST_SCORED_CRITERIA },
        mends: null,
      },
    ]);
  });

  it('are refused with more groups, also where each holds only the next', () => {
    const deep = Array.from({ length: MOST_SCORED_CRITERIA + 1 }).reduce<Criterion[]>(
      (below, _, depth) => [criterion(`level-${depth}`, depth === MOST_SCORED_CRITERIA ? '60' : '100', below)],
      [criterion('deepest', '100')],
    );
    expect(errorOf(() => checkNewRules(withCriteria(deep)))!.details).toEqual({
      what: 'groups',
      found: MOST_SCORED_CRITERIA + 1,
      limit: MOST_SCORED_CRITERIA,
    });
  });

  it('are asked more than rules that were announced before', () => {
    const larger = withCriteria(groups(12, 50));
    expect(refusalOf(() => checkRules({ ...larger }))).toBeUndefined();
    expect(refusalOf(() => checkNewRules(larger))).toBe('too-many-criteria');
  });
});
