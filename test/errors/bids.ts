import { contestedOf } from '../../src/cli/contested.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { contestScores } from '../../src/domain/guards/contested-scores.ts';
import { divide, exact, ONE, ZERO } from '../../src/domain/number.ts';
import type { Bid } from '../../src/domain/rules/bid.ts';
import { checkBid } from '../../src/domain/rules/bid.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { basis, clip, pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { sample, singleBid, smallInput, smallRules } from '../support/tender.ts';
import type { OtherWays, Provocations } from './provocation.ts';

const both = (text: string) => ({ nl: text, en: text });
const zorg = { id: 'org-a', name: 'Zorg B.V.' };
const jansen = { id: 'org-b', name: 'Jansen, Smit en Zonen' };
const bid = (change: Partial<Omit<Bid, 'bidder'>> = {}, bidder: Partial<Bid['bidder']> = {}): Bid => ({
  ...singleBid('a', ['lot-1']),
  ...change,
  bidder: { name: 'Zorg B.V.', form: 'single', members: [zorg], ...bidder },
});
const another = (change: Partial<Omit<Bid, 'bidder'>> = {}, bidder: Partial<Bid['bidder']> = {}): Bid =>
  bid({ id: 'b', ...change }, { name: 'Jansen, Smit en Zonen', members: [jansen], ...bidder });

/** Registers bids, one after the other. */
const register =
  (rules: TenderRules, ...bids: readonly Bid[]) =>
  () =>
    bids.forEach((one, at) => {
      checkBid(rules, bids.slice(0, at), one);
    });
const small = smallRules({});
const awarding = (change: Partial<TenderRules['award']>): TenderRules => ({
  ...small,
  award: { ...small.award, ...change },
});
const byPreferences = awarding({ mechanism: 'preferences' });
const firstOfSample = (): Bid => sample().bids[0]!;
const withPath = (change: (path: NonNullable<Bid['lots'][number]['growthPath']>) => object) => () => {
  const { lots, ...rest } = firstOfSample();
  const bids = [
    {
      ...rest,
      lots: lots.map((offer) => ({ ...offer, growthPath: { ...offer.growthPath!, ...change(offer.growthPath!) } })),
    },
  ];
  evaluate({ ...sample(), bids: bids as Bid[] });
};

const scored = (): EvaluationInput => smallInput(small, { 'a lot-1': '8', 'b lot-2': '6' });
/** Evaluates the small tender with its first score changed, and others beside it. */
const score =
  (change: object, ...more: readonly object[]) =>
  () => {
    const { consensus, ...rest } = scored();
    const all = [
      { ...consensus[0], ...change },
      ...more.map((one) => ({ ...consensus[0], ...one })),
      ...consensus.slice(1),
    ];
    evaluate({ ...rest, consensus: all as EvaluationInput['consensus'] });
  };
const points = (given: string) => () =>
  evaluate(
    pricedInput(pricedRules(weighted('40', { kind: 'proportional', reference: 'lowest', ...clip })), {
      a: [given, '100'],
    }),
  );

const sheet = {
  ...basis,
  form: {
    kind: 'sheet' as const,
    lines: ['hours', 'travel'].map((id) => ({ id, name: both('Zorg'), unit: both('uur'), quantity: '10' })),
  },
};
const priceLines = (...lines: readonly string[]) =>
  prices(sheet, { lines: lines.map((line) => ({ line, price: '12.5' })) });
/** Evaluates bid a at an amount, or at what it asks instead. */
const prices =
  (form: object, ...offers: readonly object[]) =>
  () => {
    const rules = pricedRules({
      ...weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }),
      ...form,
    } as TenderRules['price']);
    evaluate({
      ...pricedInput(rules, { a: ['30', '100'] }),
      prices: offers.map((one) => ({ bid: 'a', lot: 'lot-1', ...one })),
    });
  };
const method = (price: TenderRules['price'], quality: string, amount: string) => () =>
  evaluate(pricedInput(pricedRules(price, { quality: '100' }), { a: [quality, amount] }));

export const bids = {
  'bidder-form': register(small, bid({}, { form: 'consortium' })),
  'organisation-twice-in-bid': register(
    small,
    bid({}, { form: 'consortium', members: [zorg, { ...zorg, id: 'org-c' }] }),
  ),
  'organisation-in-two-bids': register(small, bid(), another({}, { members: [{ ...zorg, id: 'org-c' }] })),
  'organisation-in-several-bids': register(
    awarding({ organisationInSeveralBids: 'refused' }),
    bid(),
    another({ lots: [{ lot: 'lot-2' }] }, { members: [zorg] }),
  ),
  'duplicate-bid': register(small, bid(), another({ id: 'a' })),
  'duplicate-bidder': register(small, bid(), another({}, { name: 'Zorg B.V.' })),
  'unknown-lot': register(small, bid({ lots: [{ lot: 'lot-9' }] })),
  'duplicate-lot': register(small, bid({ lots: [{ lot: 'lot-1' }, { lot: 'lot-1' }] })),
  'too-many-lots': register(awarding({ maximumLotsToBidFor: 1 }), bid({ lots: [{ lot: 'lot-1' }, { lot: 'lot-2' }] })),
  'lot-reserved': register(
    { ...small, lots: small.lots.map((lot) => ({ ...lot, reserved: both('Alleen sociale ondernemingen.') })) },
    bid(),
  ),
  'growth-path-missing': register(sample().rules, { ...firstOfSample(), lots: [{ lot: 'west' }] }),
  'growth-path-not-asked': register(
    small,
    bid({ lots: [{ lot: 'lot-1', growthPath: firstOfSample().lots[0]!.growthPath! }] }),
  ),
  'growth-path-dates': withPath(({ steps }) => ({ steps: steps.slice(1) })),
  'preferences-not-asked': register(small, bid({ preferences: ['lot-1'] })),
  'preferences-incomplete': register(
    byPreferences,
    bid({ lots: [{ lot: 'lot-1' }, { lot: 'lot-2' }], preferences: ['lot-2'] }),
  ),
  'preference-not-bid-for': register(byPreferences, bid({ preferences: ['lot-1', 'lot-2'] })),

  'unknown-bid': score({ bid: 'c' }),
  'lot-not-bid-for': score({ lot: 'lot-2' }),
  'unknown-criterion': score({ criterion: 'continuity' }),
  'score-outside-scale': score({ score: '7.5' }),
  'score-above-maximum': points('60.5'),
  'score-decimals': points('30.1234567'),
  'duplicate-score': score({}, { score: '6' }),
  'missing-score': () => evaluate({ ...scored(), consensus: [] }),
  'score-for-invalid-bid': () => {
    const { consensus, ...rest } = sample();
    evaluate({ ...rest, consensus: [{ ...consensus[0]!, bid: 'roerdomp', lot: 'west' }, ...consensus] });
  },
  'no-criteria-contested': () => contestScores(scored(), [{ bid: 'a', criteria: [] }]),
  'contested-elsewhere': () => {
    const { rules, ...rest } = scored();
    const [first, ...others] = rules.criteria;
    const ofAssessors = { ...first!, scoreFrom: { kind: 'mean' as const } };
    contestScores({ ...rest, rules: { ...rules, criteria: [ofAssessors, ...others] } }, [
      { bid: 'a', criteria: [first!.id] },
    ]);
  },
  'contested-invalid': () => contestedOf({ contested: 'a' }),
  'draw-twice': () => evaluate({ ...scored(), draws: [{ order: ['a', 'a'] }] }),

  'missing-price': prices({}),
  'duplicate-price': prices({}, { amount: '100' }, { amount: '90.5' }),
  'price-not-asked': prices({}, { amount: '100', time: '4' }),
  'price-incomplete': priceLines('hours'),
  'unknown-price-line': priceLines('hours', 'lunch'),
  'duplicate-price-line': priceLines('hours', 'hours'),
  'price-negative': prices({}, { amount: '-100.5' }),
  'price-zero': prices({}, { amount: '0' }),
  'quality-zero': method(
    { method: 'price-per-quality', divisor: '100', ...basis, description: both('Prijs') },
    '0',
    '100',
  ),
  'formula-divides-by-zero': method(
    { method: 'formula', expression: 'price / (quality - 50)', best: 'lowest', ...basis, description: both('Prijs') },
    '50',
    '100',
  ),
  'not-a-number': () => exact('twaalf'),
  'division-by-zero': () => divide(ONE, ZERO),
  'award-too-large': () => {
    const lots = Array.from({ length: 8 }, (_, at) => `lot-${at + 1}`);
    const rules = smallRules({ lots: 8, maximumLots: 1, tieBreak: ['quality'] });
    const places = lots.flatMap((_, at) => lots.map((lot) => [`bid-${at} ${lot}`, '8']));
    evaluate(smallInput(rules, Object.fromEntries(places)));
  },
} satisfies Provocations;

export const otherBids: OtherWays = [
  [
    'organisation-in-several-bids',
    register(awarding({ organisationInSeveralBids: 'refused' }), bid(), another({}, { members: [zorg] })),
  ],
  ['percentage-above-100', withPath(() => ({ communityInitiatives: '100.5' }))],
  ['percentage-above-100', withPath(({ steps }) => ({ steps: steps.map((one) => ({ ...one, percentage: '250' })) }))],
  ['preferences-incomplete', register(byPreferences, bid({ preferences: ['lot-1', 'lot-1'] }))],
  ['preferences-incomplete', register(byPreferences, bid())],
  ['unknown-lot', score({ lot: 'lot-9' })],
  ['price-not-asked', () => evaluate({ ...scored(), prices: [{ bid: 'a', lot: 'lot-1', amount: '100' }] })],
  ['price-not-asked', prices({}, { percentage: '97.5' })],
  ['price-not-asked', prices({}, { lines: [] })],
  ['price-incomplete', prices({}, {})],
  ['price-incomplete', prices({ form: { kind: 'percentage', reference: '1000' } }, {})],
  ['price-incomplete', prices({ time: { unit: both('week'), costPerUnit: '10' } }, { amount: '100' })],
  ['price-zero', method({ method: 'quality-per-euro', per: '1000', ...basis }, '50', '0')],
  ['unknown-bid', () => evaluate({ ...scored(), draws: [{ order: ['a', 'z'] }] })],
  ['unknown-bid', () => contestScores(scored(), [{ bid: 'z', criteria: ['quality'] }])],
];
