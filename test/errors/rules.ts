import type { Measured } from '../../src/domain/rules/criterion.ts';
import type { Lot } from '../../src/domain/rules/lot.ts';
import type { PriceLine, PricePoints, PriceRules } from '../../src/domain/rules/price-rules.ts';
import type { Answer } from '../../src/domain/rules/programme.ts';
import type { Criterion, TenderRules } from '../../src/domain/rules/rules.ts';
import { checkNewRules, checkRules } from '../../src/domain/scoring/check-rules.ts';
import { basis, clip, weighted } from '../support/priced.ts';
import { criterion, sample, smallRules } from '../support/tender.ts';
import type { OtherWays, Provocations } from './provocation.ts';

const both = (text: string) => ({ nl: text, en: text });
const step = (value: string) => ({ value, label: both(value), anchor: both(value) });
const proportional: PricePoints = { kind: 'proportional', reference: 'lowest', ...clip };

/** Two lots, a group of two criteria beside one more, and a proportional price: nothing in it is wrong. */
const good = (): TenderRules => ({
  ...smallRules({
    criteria: [criterion('plan', '40', [criterion('start', '60'), criterion('staff', '40')]), criterion('offer', '20')],
  }),
  onWithdrawal: 're-rank',
  price: weighted('40', proportional),
});

const check = (change: Partial<TenderRules>) => () => checkRules({ ...good(), ...change });
const award = (change: Partial<TenderRules['award']>) => check({ award: { ...good().award, ...change } });
const price = (rules: PriceRules) => check({ price: rules });
const points = (given: PricePoints, rest: object = {}) => price(weighted('40', given, rest));
const own = (expression: string, rest: object = {}) => points({ kind: 'formula', expression, ...clip }, rest);
const announced = (expression: string) => () =>
  checkNewRules({ ...good(), price: weighted('40', { kind: 'formula', expression, ...clip }) });
/** The group, and the criterion that has none below it, with something else about them. */
const group = (change: Partial<Criterion>) =>
  check({ criteria: [{ ...good().criteria[0]!, ...change }, good().criteria[1]!] });
const offer = (change: Partial<Criterion>) =>
  check({ criteria: [good().criteria[0]!, { ...good().criteria[1]!, ...change }] });
const table = (percentages: Readonly<Record<string, string>>) =>
  offer({
    scoring: {
      kind: 'table',
      percentages: Object.entries(percentages).map(([score, percentage]) => ({ score, percentage })),
    },
  });
/** Groups of 50 each. */
const manyCriteria = (groups: number): Criterion[] =>
  Array.from({ length: groups }, (_, group) =>
    criterion(
      `group-${group}`,
      '1',
      Array.from({ length: 50 }, (_, place) => criterion(`one-${group}-${place}`, '2')),
    ),
  );
/** A criterion under so many groups that each hold nothing else. */
const deepCriteria = (groups: number): Criterion[] =>
  Array.from({ length: groups }).reduce<Criterion[]>(
    (below, _, depth) => [criterion(`level-${depth}`, '100', below)],
    [criterion('deepest', '100')],
  );
/** The criterion that has none below it is measured by a figure instead of scored. */
const measured = (points: PricePoints, change: Partial<Measured> = {}, rest: Partial<Criterion> = {}) =>
  offer({ measured: measuredBy(points, change), ...rest });
const measuredBy = (points: PricePoints, change: Partial<Measured> = {}): Measured => ({
  unit: both('dagen'),
  better: 'lower',
  sealed: false,
  points,
  ...change,
});
const withMeasured = (points: PricePoints, change: Partial<Measured> = {}): Pick<TenderRules, 'criteria'> => ({
  criteria: [good().criteria[0]!, { ...good().criteria[1]!, measured: measuredBy(points, change) }],
});
const numbers = { kind: 'numbers', minimum: '1', maximum: '10', decimals: 1 } as const;
const fromBest: PricePoints = { kind: 'linear', reference: '10', zeroAt: '100', ...clip };
const brackets = (rows: Extract<PricePoints, { kind: 'brackets' }>['brackets'], beyond = '0'): PricePoints => ({
  kind: 'brackets',
  brackets: rows,
  beyond,
});
const sheet = (...lines: readonly Partial<PriceLine>[]) =>
  points(proportional, {
    form: { kind: 'sheet', lines: lines.map((line, at) => ({ id: `line-${at}`, name: both('Zorg'), ...line })) },
  });
const inLots = (change: Partial<Lot>, rest: Partial<TenderRules> = {}) =>
  check({ lots: good().lots.map((lot, place) => (place === 0 ? { ...lot, ...change } : lot)), ...rest });
const priceParts = (change: object = {}): PriceRules => ({
  method: 'price-parts',
  parts: ['build', 'upkeep'].map((id) => ({
    id,
    name: both(id),
    weight: '20',
    points: proportional,
    form: { kind: 'amount' },
    ...change,
  })),
});
const capacity = { name: both('Omzet'), unit: both('euro') };
const combined = [{ id: 'both', name: 'Samen', lots: ['lot-1', 'lot-2'] }];

/** A wish that is taken over in these. */
const wished = (answer: Omit<Extract<Answer, { kind: 'taken-over' }>, 'kind'>) =>
  check({
    programme: {
      requirements: [],
      goals: [],
      wishes: [
        {
          id: 'choice',
          from: both('Raad'),
          wish: both('Keuze.'),
          answer: { kind: 'taken-over', ...answer },
          sources: [],
        },
      ],
      sources: [],
    },
  });

export const rules = {
  'weights-do-not-sum': offer({ weight: '19.5' }),
  'duplicate-id': offer({ id: 'staff' }),
  'no-criteria': check({ criteria: [], price: { method: 'fixed-lump-sum', description: both('Vast') } }),
  'too-many-criteria': () => checkNewRules({ ...good(), criteria: [...good().criteria, ...manyCriteria(10)] }),
  'scale-not-ascending': check({ scale: [step('10'), step('0')] }),
  'scale-without-positive': check({ scale: [step('0'), step('0.0')] }),
  'score-table-incomplete': table({ 0: '0', 10: '100' }),
  'score-table-above-weight': table({ 0: '0', 2: '20', 4: '40', 6: '60', 8: '80', 10: '100.5' }),
  'scoring-on-group': group({ scoring: { kind: 'linear', zero: '4' } }),
  'zero-score-too-high': offer({ scoring: { kind: 'linear', zero: '10' } }),
  'minimum-not-on-scale': offer({ minimumScore: '5' }),
  'minimum-on-group': group({ minimumScore: '4' }),
  'minimum-above-weight': group({ minimumPoints: '40.5' }),
  'closest-to-mean-refused': points({ kind: 'closest-to-mean' }),
  'lowest-price-wmo': check({ criteria: [], price: { method: 'lowest-price', motivation: both('Omdat.'), ...basis } }),
  'withdrawal-not-announced': check({ onWithdrawal: undefined }),
  'must-be-positive': points({ ...proportional, reference: '0' }),
  'power-below-zero': points({ ...proportional, power: { exponent: '2', decimals: 2 }, belowZero: 'allow' }),
  'must-be-above-one': points({ kind: 'logarithmic', reference: 'lowest', zeroAt: '0.5', decimals: 2, ...clip }),
  'bounds-wrong-way-round': points({ kind: 'bounds', floor: '200', ceiling: '100.5', ...clip }),
  'estimate-missing': points(proportional, { abnormallyLow: { percentageBelow: '30', of: 'estimate' } }),
  'percentage-above-100': points(proportional, { abnormallyLow: { percentageBelow: '100.5', of: 'mean-of-all' } }),
  'formula-invalid': own('10 *'),
  'formula-unknown-symbol': own('lowest / prijs'),
  'formula-not-allowed': own('price % 2'),
  'formula-too-large': announced('((price ^ 9) ^ 9) ^ 9'),
  'formula-has-no-value': announced('weight * lowest / price'),
  'formula-constant-taken': own('lowest / price', { constants: { price: '2' } }),
  'winners-limits': award({ winners: { minimum: 3, maximum: 2 } }),
  'unknown-tie-break-criterion': award({ tieBreak: [{ rule: 'higher-score', criterion: 'continuity' }] }),
  'tie-break-without-price': () =>
    checkRules({ ...smallRules({}), award: { ...smallRules({}).award, tieBreak: [{ rule: 'lower-price' }] } }),
  'draw-not-last': award({ tieBreak: [{ rule: 'draw' }, { rule: 'lower-price' }] }),
  'lot-order': award({ mechanism: 'fixed-order', lotOrder: ['lot-1'] }),
  'combinations-need-highest-total': check({
    combinations: combined,
    award: { ...good().award, mechanism: 'preferences' },
  }),
  'lot-weights-need-highest-total': award({ mechanism: 'preferences', weighLotsByValue: true }),
  'lot-value-missing': award({ weighLotsByValue: true }),
  'affiliated-below-bidder': award({ affiliated: { maximumLots: 1, oneBid: false } }),
  'one-bid-not-by-preferences': award({ mechanism: 'preferences', affiliated: { maximumLots: 2, oneBid: true } }),
  'growth-path-not-rising': () => {
    const { rules: announced } = sample();
    const growthPath = announced.growthPath!;
    checkRules({ ...announced, growthPath: { ...growthPath, steps: [...growthPath.steps].reverse() } });
  },
  'wish-unanswered': wished({ goals: [] }),
  'wish-names-unknown': wished({ requirements: ['nergens'] }),
  'scale-missing': check({ scale: undefined }),
  'measured-and-scored': measured(fromBest, {}, { minimumScore: '4' }),
  'knock-out-without-effect': offer({ knockOut: true, minimumScore: '4' }),
  'minimum-before-known': measured(proportional, {}, { minimumPoints: '4' }),
  'middle-of-table': offer({
    scoreFrom: { kind: 'mean' },
    scoring: {
      kind: 'table',
      percentages: ['0', '2', '4', '6', '8', '10'].map((score) => ({ score, percentage: `${Number(score) * 10}` })),
    },
  }),
  'reference-is-worst': points({ ...proportional, reference: 'highest' }),
  'bracket-wrong-side': points(brackets([{ from: '100', points: '40' }])),
  'brackets-not-in-order': points(
    brackets([
      { upTo: '200.5', points: '40' },
      { upTo: '100.5', points: '30' },
    ]),
  ),
  'points-above-weight': measured(brackets([{ upTo: '10', points: '20.5' }])),
  'formula-looks-at-quality': measured({ kind: 'formula', expression: 'weight * quality / 100', ...clip }),
  'line-field': sheet({}),
  'line-above-missing': sheet({ kind: 'percentage', of: 'lines-above' }),
  'bidder-pays-refused': check({
    weightsTotal: '60',
    price: { method: 'quality-per-euro', per: '1000', ...basis, bidderPays: true },
  }),
  'price-part-unknown': inLots({ prices: [{ part: 'build', minimum: '10' }] }),
  'lot-size-missing': award({ capacity }),
  'capacity-by-preferences': check({
    lots: good().lots.map((lot) => ({ ...lot, size: '10' })),
    award: { ...good().award, mechanism: 'preferences', capacity },
  }),
  'combination-never-wins': check({ combinations: combined, award: { ...good().award, maximumLotsPerBidder: 1 } }),
  'discounts-need-own-measure': award({ discounts: true }),
} satisfies Provocations;

export const otherRules: OtherWays = [
  ['weights-do-not-sum', check({ weightsTotal: '1000' })],
  ['weights-do-not-sum', group({ children: [criterion('start', '60'), criterion('staff', '39.5')] })],
  ['too-many-criteria', () => checkNewRules({ ...good(), criteria: deepCriteria(501) })],
  ['duplicate-id', check({ lots: [good().lots[0]!, good().lots[0]!] })],
  ['duplicate-id', check({ combinations: [{ ...combined[0]!, lots: ['lot-1', 'lot-1'] }] })],
  ['duplicate-id', award({ mechanism: 'fixed-order', lotOrder: ['lot-1', 'lot-1'] })],
  [
    'duplicate-id',
    points(proportional, {
      form: {
        kind: 'sheet',
        lines: ['care', 'care'].map((id) => ({ id, name: both(id), unit: both('uur'), quantity: '1' })),
      },
    }),
  ],
  ['wish-names-unknown', wished({ criteria: ['nergens'] })],
  ['wish-names-unknown', wished({ goals: ['nergens'] })],
  ['unknown-lot', check({ combinations: [{ ...combined[0]!, lots: ['lot-1', 'lot-9'] }] })],
  ['score-table-incomplete', table({ 0: '0', 2: '20', 4: '40', 6: '60', 7.5: '70', 8: '80', 10: '100' })],
  ['minimum-above-weight', check({ minimumQuality: '60.5' })],
  ['must-be-positive', points({ kind: 'linear', reference: 'lowest', zeroAt: '0', ...clip })],
  ['must-be-positive', points(proportional, { form: { kind: 'percentage', reference: '0' } })],
  ['bounds-wrong-way-round', points(proportional, { bounds: { minimum: '200', maximum: '100', outside: 'flag' } })],
  [
    'estimate-missing',
    points(proportional, { abnormallyLow: { percentageBelow: '30', of: 'mean-of-all', estimate: '100' } }),
  ],
  ['formula-invalid', own('(price')],
  ['formula-not-allowed', own('sqrt(price)')],
  ['formula-not-allowed', own('constructor(quality, price)')],
  ['formula-too-large', announced(Array(101).fill('price').join(' + '))],
  ['formula-too-large', announced(`${'max(price, '.repeat(101)}price${')'.repeat(101)}`)],
  ['formula-too-large', announced(`max(${Array(300).fill('-1').join(',')})`)],
  ['formula-has-no-value', announced('weight / (price - price)')],
  ['formula-has-no-value', announced('weight * bids / (bids - 1)')],
  ['formula-has-no-value', announced('weight * (highest - price) / (highest - lowest)')],
  ['formula-has-no-value', announced('weight * (price + 1) / quality')],
  ['formula-has-no-value', announced('weight / (price - 0.000001)')],
  ['formula-not-allowed', own('1.23456789 * price')],
  ['winners-limits', award({ winners: { minimum: 2, maximum: 1 } })],
  ['lot-order', award({ mechanism: 'fixed-order' })],
  ['lot-order', award({ lotOrder: ['lot-1', 'lot-2'] })],
  ['scoring-on-group', group({ knockOut: true })],
  ['knock-out-without-effect', offer({ knockOut: true, weight: '0' })],
  ['minimum-before-known', check({ ...withMeasured(proportional), minimumQuality: '10' })],
  ['minimum-before-known', check({ ...withMeasured(fromBest, { sealed: true }), minimumQuality: '10' })],
  ['reference-is-worst', measured({ ...proportional, reference: 'lowest' }, { better: 'higher' })],
  ['reference-is-worst', points({ ...proportional, reference: 'lowest' }, { bidderPays: true })],
  ['bracket-wrong-side', measured(brackets([{ upTo: '10', points: '20' }]), { better: 'higher' })],
  ['brackets-not-in-order', points(brackets([{ upTo: '100', points: '20' }], '30.5'))],
  [
    'brackets-not-in-order',
    measured(
      brackets([
        { from: '10', points: '20' },
        { from: '12.5', points: '10' },
      ]),
      { better: 'higher' },
    ),
  ],
  ['line-field', sheet({ quantity: '1', of: '100' })],
  ['line-field', sheet({ kind: 'amount', quantity: '2' })],
  ['line-field', sheet({ kind: 'percentage' })],
  ['measured-and-scored', measured(fromBest, {}, { knockOut: true })],
  ['measured-and-scored', measured(fromBest, {}, { scoreFrom: { kind: 'median' } })],
  ['measured-and-scored', measured(fromBest, {}, { scale: { kind: 'yes-no' } })],
  ['measured-and-scored', measured(fromBest, {}, { scoring: { kind: 'points', decimals: 0 } })],
  ['measured-and-scored', measured(fromBest, {}, { children: [criterion('below', '100')] })],
  ['bounds-wrong-way-round', measured(fromBest, { minimum: '20', maximum: '10.5' })],
  ['bounds-wrong-way-round', offer({ scale: { kind: 'numbers', minimum: '10', maximum: '5.5', decimals: 0 } })],
  ['minimum-not-on-scale', offer({ minimumScore: '10.5', scale: numbers })],
  ['minimum-not-on-scale', offer({ minimumScore: '0.5', scale: numbers })],
  ['price-part-unknown', inLots({ prices: [{ minimum: '10' }] }, { price: priceParts() })],
  ['price-part-unknown', inLots({ prices: [{ part: 'sale', minimum: '10' }] }, { price: priceParts() })],
  [
    'price-part-unknown',
    check({ price: priceParts(), award: { ...good().award, tieBreak: [{ rule: 'lower-price' }] } }),
  ],
  [
    'price-part-unknown',
    check({ price: priceParts(), award: { ...good().award, tieBreak: [{ rule: 'lower-price', part: 'sale' }] } }),
  ],
  ['duplicate-id', check({ price: priceParts({ id: 'build' }) })],
  ['unknown-price-line', inLots({ prices: [{ quantities: [{ line: 'lunch', quantity: '2' }] }] })],
  ['unknown-criterion', inLots({ weights: [{ criterion: 'continuity', weight: '10' }] })],
  [
    'duplicate-id',
    inLots({
      weights: [
        { criterion: 'offer', weight: '20' },
        { criterion: 'offer', weight: '30' },
      ],
    }),
  ],
  ['weights-do-not-sum', inLots({ weights: [{ criterion: 'offer', weight: '10.5' }] })],
  ['unknown-lot', offer({ lots: ['lot-9'] })],
  ['unknown-lot', award({ lotGroups: [{ id: 'north', name: 'Noord', lots: ['lot-9'], maximumLots: 1 }] })],
  [
    'capacity-by-preferences',
    award({
      mechanism: 'preferences',
      lotGroups: [
        { id: 'north', name: 'Noord', lots: ['lot-1', 'lot-2'], maximumLots: 1 },
        { id: 'south', name: 'Zuid', lots: ['lot-2'], maximumLots: 1 },
      ],
    }),
  ],
  [
    'combination-never-wins',
    check({
      combinations: combined,
      award: {
        ...good().award,
        lotGroups: [{ id: 'north', name: 'Noord', lots: ['lot-1', 'lot-2'], maximumLots: 1 }],
      },
    }),
  ],
  ['discounts-need-own-measure', check({ price: priceParts(), award: { ...good().award, discounts: true } })],
  [
    'combinations-need-highest-total',
    award({ mechanism: 'fixed-order', lotOrder: ['lot-1', 'lot-2'], discounts: true }),
  ],
  ['lot-size-missing', inLots({ size: '0' }, { award: { ...good().award, capacity } })],
  [
    'bidder-pays-refused',
    check({ price: { method: 'price-per-quality', divisor: '100', ...basis, bidderPays: true } }),
  ],
  ['formula-unknown-symbol', measured({ kind: 'formula', expression: 'price / dagen', ...clip })],
];
