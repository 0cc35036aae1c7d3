import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { type Bid, checkBid } from '../../src/domain/rules/bid.ts';
import type { Criterion, Measured } from '../../src/domain/rules/criterion.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { basis, clip, pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { criterion, singleBid, smallInput, smallRules } from '../support/tender.ts';
import type { OtherWays, Provocations } from './provocation.ts';

/** What a bid says in figures besides its price, and scores that are not agreed on from a list. */

const both = (text: string) => ({ nl: text, en: text });
const days: Measured = {
  unit: both('dagen'),
  better: 'lower',
  sealed: false,
  points: { kind: 'linear', reference: '10', zeroAt: '100', ...clip },
  decimals: 1,
};
const measuring = (change: Partial<Measured> = {}, rest: Partial<Criterion> = {}): TenderRules =>
  smallRules({
    criteria: [
      criterion('quality', '60'),
      { ...criterion('delivery', '40'), measured: { ...days, ...change }, ...rest },
    ],
  });
const register =
  (rules: TenderRules, change: Partial<Bid> = {}, lots: readonly string[] = ['lot-1']) =>
  () =>
    checkBid(rules, [], { ...singleBid('a', lots), ...change });
/** A bid with figures for its lot. */
const offering = (rules: TenderRules, ...values: readonly [criterion: string, value: string][]) =>
  register(rules, { lots: [{ lot: 'lot-1', values: values.map(([one, value]) => ({ criterion: one, value })) }] });

const small = smallRules({});
const awarding = (change: Partial<TenderRules['award']>): TenderRules => ({
  ...small,
  lots: small.lots.map((lot) => ({ ...lot, size: '250000.5' })),
  award: { ...small.award, ...change },
});
const asking = awarding({ capacity: { name: both('Omzet'), unit: both('euro') } });
const discounting = (change: Partial<TenderRules['award']> = {}) => awarding({ discounts: true, ...change });
const discount = (rules: TenderRules, ...sets: readonly (readonly string[])[]) =>
  register(rules, { discounts: sets.map((lots) => ({ lots: [...lots], percentage: '2.5' })) }, ['lot-1', 'lot-2']);

/** The small tender, in which the mean of the assessors counts. */
const byMean = smallRules({ criteria: [{ ...criterion('quality', '100'), scoreFrom: { kind: 'mean' } }] });
const scored = (rules: TenderRules): EvaluationInput => smallInput(rules, { 'a lot-1': '8' });
const given = { assessor: 'one', bid: 'a', lot: 'lot-1', criterion: 'quality', score: '8' };
const onNumbers = (score: string) => () =>
  evaluate(
    smallInput(
      smallRules({
        criteria: [
          { ...criterion('quality', '100'), scale: { kind: 'numbers', minimum: '1', maximum: '10', decimals: 1 } },
        ],
      }),
      { 'a lot-1': score },
    ),
  );
const common = smallRules({ criteria: [criterion('quality', '60'), { ...criterion('plan', '40'), common: true }] });
const allCommon = smallRules({ criteria: [{ ...criterion('quality', '100'), common: true }] });

/** A price sheet with a discount in euro, filled in like this. */
const sheet = (care: string, taken: string) => () => {
  const lines = [
    { id: 'care', name: both('Zorg'), kind: 'amount' as const },
    { id: 'discount', name: both('Korting'), kind: 'amount' as const, subtracts: true as const },
  ];
  const rules = pricedRules(
    weighted(
      '40',
      { kind: 'proportional', reference: 'lowest', ...clip },
      { ...basis, form: { kind: 'sheet', lines } },
    ),
  );
  evaluate({
    ...pricedInput(rules, { a: ['30', '100'] }),
    prices: [
      {
        bid: 'a',
        lot: 'lot-1',
        lines: [
          { line: 'care', price: care },
          { line: 'discount', price: taken },
        ],
      },
    ],
  });
};

export const figures = {
  'value-missing': offering(measuring()),
  'value-not-asked': offering(measuring({ sealed: true }), ['delivery', '10']),
  'value-twice': offering(measuring(), ['delivery', '10'], ['delivery', '12.5']),
  'value-decimals': offering(measuring(), ['delivery', '12.55']),
  'value-zero': offering(measuring({ points: { kind: 'proportional', reference: 'lowest', ...clip } }), [
    'delivery',
    '0',
  ]),
  'capacity-missing': register(asking),
  'capacity-not-asked': register(small, { capacity: '100' }),
  'capacity-fits-no-lot': register(asking, { capacity: '100000.5' }),
  'discount-not-asked': discount(small, ['lot-1', 'lot-2']),
  'discount-on-other-lots': discount(discounting(), ['lot-1', 'lot-3']),
  'discount-never-holds': discount(discounting({ maximumLotsPerBidder: 1 }), ['lot-1', 'lot-2']),
  'discount-above-sum': sheet('100', '100.5'),
  'score-from-assessors': () => evaluate(scored(byMean)),
  'score-from-committee': () => evaluate({ ...scored(small), assessments: [given] }),
  'score-below-minimum': onNumbers('0.5'),
  'nothing-scored-there': () =>
    evaluate({
      ...scored(allCommon),
      consensus: [{ ...given, motivation: 'Omdat.' }].map(({ assessor: _, ...one }) => one),
    }),
  'lot-said-twice': () =>
    evaluate({
      ...scored(small),
      fixedLots: [{ lot: 'lot-1', bid: 'a', reason: 'Getekend.' }],
      withdrawnLots: [{ lot: 'lot-1', reason: 'Ingetrokken.' }],
    }),
} satisfies Provocations;

export const otherFigures: OtherWays = [
  ['value-missing', register(measuring({}, { common: true }))],
  ['value-not-asked', offering(small, ['quality', '8'])],
  ['value-not-asked', register(small, { values: [{ criterion: 'quality', value: '8' }] })],
  [
    'value-zero',
    offering(
      measuring({
        better: 'higher',
        points: { kind: 'logarithmic', reference: '100', zeroAt: '2', decimals: 2, ...clip },
      }),
      ['delivery', '0'],
    ),
  ],
  ['discount-on-other-lots', discount(discounting(), ['lot-1', 'lot-1'])],
  ['discount-on-other-lots', discount(discounting(), ['lot-1', 'lot-2'], ['lot-2', 'lot-1'])],
  [
    'discount-never-holds',
    discount(discounting({ lotGroups: [{ id: 'north', name: 'Noord', lots: ['lot-1', 'lot-2'], maximumLots: 1 }] }), [
      'lot-1',
      'lot-2',
    ]),
  ],
  ['score-above-maximum', onNumbers('10.5')],
  ['score-decimals', onNumbers('7.55')],
  ['duplicate-score', () => evaluate({ ...scored(byMean), consensus: [], assessments: [given, given] })],
  ['missing-score', () => evaluate({ ...scored(byMean), consensus: [] })],
  ['missing-score', () => evaluate({ ...scored(common), consensus: scored(common).consensus.slice(1) })],
  [
    'lot-said-twice',
    () =>
      evaluate({
        ...scored(small),
        withdrawnLots: [
          { lot: 'lot-1', reason: 'Ingetrokken.' },
          { lot: 'lot-1', reason: 'Ingetrokken.' },
        ],
      }),
  ],
  ['unknown-lot', () => evaluate({ ...scored(small), withdrawnLots: [{ lot: 'lot-9', reason: 'Ingetrokken.' }] })],
  ['unknown-bid', () => evaluate({ ...scored(small), fixedLots: [{ lot: 'lot-1', bid: 'z', reason: 'Getekend.' }] })],
  [
    'lot-not-bid-for',
    () => evaluate({ ...scored(small), fixedLots: [{ lot: 'lot-2', bid: 'a', reason: 'Getekend.' }] }),
  ],
];
