import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';
import { everyRules } from './every-rules.ts';
import { CLEANING, TRANSPORT } from './rich-tenders.ts';

const gon = everyRules().find(([name]) => name === 'gon-2027.v2')![1];
const priced = everyRules().find(([name]) => name === 'price-and-quality')![1];
const ids = gon.lots.map(({ id }) => id);
const yes = {
  ...gon.criteria[1]!,
  id: 'code',
  name: { nl: 'Keurmerk', en: 'Quality mark' },
  knockOut: true as const,
  minimumScore: '1',
  weight: '0',
  scale: { kind: 'yes-no' as const },
};
const figure = (better: 'lower' | 'higher', sealed: boolean) => ({
  unit: { nl: 'dagen', en: 'days' },
  better,
  sealed,
  points: {
    kind: 'proportional' as const,
    reference: better === 'lower' ? 'lowest' : 'highest',
    belowZero: 'clip' as const,
    aboveMaximum: 'clip' as const,
  },
});
const withAward = (award: Partial<TenderRules['award']>): TenderRules => ({
  ...gon,
  award: { ...gon.award, ...award },
});
const withFirst = (change: Partial<TenderRules['criteria'][number]>): TenderRules => {
  const [first, { minimumScore, ...second }, ...rest] = gon.criteria as [
    TenderRules['criteria'][number],
    TenderRules['criteria'][number],
  ];
  return {
    ...gon,
    onWithdrawal: 're-rank',
    criteria: [first, { ...second, ...change }, ...rest],
    award: { ...gon.award, tieBreak: [] },
  };
};
const form = (one: Extract<TenderRules['price'], { form: unknown }>['form']): TenderRules => ({
  ...priced,
  price: { ...(priced.price as Extract<TenderRules['price'], { method: 'weighted-factor' }>), form: one },
});
const line = (id: string) => ({ id, name: { nl: id, en: id } });

/** Rules with what the delivered ones do not have, by what that is. */
export const variedRules = (): [name: string, rules: TenderRules][] => [
  ...[CLEANING, TRANSPORT].map((one): [string, TenderRules] => [
    one.rules.id,
    readEvaluationInput(JSON.stringify(one)).rules,
  ]),
  ['preferences', withAward({ mechanism: 'preferences' })],
  ['a fixed order', withAward({ mechanism: 'fixed-order', lotOrder: ids })],
  ['one lot to bid for', withAward({ maximumLotsToBidFor: 1 })],
  [
    'capacity',
    {
      ...withAward({
        capacity: { name: { nl: 'omvang', en: 'size' }, unit: { nl: 'uur', en: 'hours' }, factor: '0.5' },
      }),
      lots: gon.lots.map((lot, place) => ({ ...lot, size: String(100 * (place + 1)) })),
    },
  ],
  ['groups of lots', withAward({ lotGroups: [{ id: 'east', name: 'Oost', lots: ids.slice(0, 2), maximumLots: 1 }] })],
  ['combinations', { ...gon, combinations: [{ id: 'both', name: 'Samen', lots: ids.slice(0, 2) }] }],
  ['a reserved lot', { ...gon, lots: gon.lots.map((lot) => ({ ...lot, reserved: { nl: 'sociaal', en: 'social' } })) }],
  ['a knock-out', { ...gon, criteria: [...gon.criteria, yes] }],
  ['a measured criterion', withFirst({ measured: figure('lower', false) })],
  ['a sealed figure', withFirst({ measured: figure('higher', true) })],
  ['a common criterion', withFirst({ common: true })],
  ['a common measured criterion', withFirst({ common: true, measured: figure('lower', true) })],
  ['points as given', withFirst({ scoring: { kind: 'points', decimals: 1 } })],
  ['marks', withFirst({ scale: { kind: 'numbers', minimum: '1', maximum: '10', decimals: 1 } })],
  ['the mean of assessors', withFirst({ scoreFrom: { kind: 'mean', decimals: 1 } })],
  ['a high minimum of points', withFirst({ minimumPoints: '12' })],
  ['a high minimum of quality', { ...gon, minimumQuality: '85' }],
  ['a percentage', form({ kind: 'percentage', reference: '250000' })],
  [
    'a price sheet',
    form({
      kind: 'sheet',
      lines: [
        { ...line('hours'), quantity: '1200' },
        { ...line('start'), kind: 'amount' },
        { ...line('fee'), kind: 'percentage', of: 'lines-above' },
        { ...line('off'), kind: 'percentage', of: '1000', subtracts: true },
      ],
    }),
  ],
];
