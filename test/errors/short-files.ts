import { checkNewRules } from '../../src/domain/scoring/check-rules.ts';
import { readEvaluationInput, readRulesFile } from '../../src/exchange/evaluation-file.ts';
import type { OtherWays, Provocations } from './provocation.ts';

/** What can be wrong in a file that is written by hand, with names instead of ids. */

const criteria = [
  { name: 'Plan van aanpak', weight: 60, scale: [0, 2, 4, 6, 8, 10] },
  {
    name: 'Levertijd',
    weight: 40,
    measured: { unit: 'dagen', better: 'lower', points: { kind: 'linear', reference: 10, zeroAt: 100 } },
  },
];
const bid = (bidder: string, rest: object = {}) => ({
  bidder,
  scores: { 'Plan van aanpak': 8 },
  values: { Levertijd: '12 dagen' },
  ...rest,
});
const good = { rules: { criteria }, bids: [bid('Zorg B.V.'), bid('Jansen, Smit en Zonen')] };
const read = (change: object) => () => readEvaluationInput(JSON.stringify({ ...good, ...change }));
const rules = (change: object) => () => checkNewRules(readRulesFile(JSON.stringify({ criteria, ...change })));
/** A mean that is given as such. */
const middles =
  (...changes: object[]) =>
  () =>
    readEvaluationInput(
      JSON.stringify({
        rules: {
          scale: { maximum: 10 },
          criteria: [
            { name: 'Plan', weight: 60, scoreFrom: 'mean' },
            { name: 'Team', weight: 40 },
          ],
        },
        bids: [{ bidder: 'Zorg B.V.', scores: { Team: 8 } }],
        middles: changes.map((change) => ({ bid: 'Zorg B.V.', criterion: 'Plan', score: '23/3', ...change })),
      }),
    );
const [plan, delivery] = criteria;
const priced = (price: object) => rules({ criteria: [plan], onWithdrawal: 'keep', price });
const proportional = { kind: 'proportional' };

export const shortFiles = {
  'equal-parts-beside-weights': rules({ criteria: [plan, { ...delivery, weight: undefined }] }),
  'unknown-name': read({ bids: [bid('Zorg B.V.', { scores: { Continuïteit: 8 } })] }),
  'name-twice': read({
    bids: [bid('Zorg B.V.', { id: 'a' }), bid('zorg  B.V.', { id: 'b' })],
    fallen: [{ bid: 'Zorg B.V.', stage: 'withdrawn' }],
  }),
  'lot-not-named': read({
    rules: { criteria, lots: ['Noord', 'Zuid'] },
    consensus: [{ bid: 'Zorg B.V.', criterion: 'Plan van aanpak', score: 8 }],
  }),
  'weights-total-missing': rules({
    criteria: [{ ...plan, weight: undefined }],
    price: { method: 'award-on-value' },
  }),
  'unit-differs': read({ bids: [bid('Zorg B.V.', { values: { Levertijd: '2 weken' } })] }),
} satisfies Provocations;

export const otherShortFiles: OtherWays = [
  [
    'equal-parts-beside-weights',
    rules({ criteria: [{ ...plan, children: [{ name: 'Start', weight: 60 }, { name: 'Personeel' }] }, delivery] }),
  ],
  ['weights-do-not-sum', rules({ criteria: [{ ...plan, weight: 59.5 }, delivery] })],
  [
    'weights-do-not-sum',
    rules({
      criteria: [
        {
          ...plan,
          weightsIn: 'points',
          children: [
            { name: 'Start', weight: 40 },
            { name: 'Personeel', weight: 10.5 },
          ],
        },
        delivery,
      ],
    }),
  ],
  ['unknown-name', rules({ award: { tieBreak: [{ rule: 'lower-price', part: 'Bouw' }] } })],
  ['unknown-name', rules({ lots: ['Noord', 'Zuid'], award: { lotOrder: ['Oost'] } })],
  ['unknown-name', rules({ lots: [{ name: 'Noord', price: { quantities: { Uren: 2 } } }] })],
  ['name-twice', rules({ criteria: [plan, { ...delivery, name: 'Plan van aanpak' }], ...namingPlan() })],
  ['name-twice', rules({ lots: ['Noord', 'noord'], award: { lotOrder: ['Noord'], mechanism: 'fixed-order' } })],
  ['value-not-asked', read({ bids: [bid('Zorg B.V.', { values: { Levertijd: 12, 'Plan van aanpak': 8 } })] })],
  ['lot-not-named', read({ rules: { criteria, lots: ['Noord', 'Zuid'] }, prices: [{ bid: 'Zorg B.V.', amount: 5 }] })],
  ['file-invalid', rules({ criteria: [{ ...plan, share: '3/5' }, delivery] })],
  ['file-invalid', rules({ criteria: [{ ...plan, weight: undefined, share: '60 %' }, delivery] })],
  ['file-invalid', read({ bids: [bid('Zorg B.V.', { values: { Levertijd: -1 } })] })],
  ['file-invalid', read({ bids: [bid('Zorg B.V.', { values: { Levertijd: 'snel' } })] })],
  ['no-criteria', rules({ lots: ['Noord', 'Zuid'], criteria: criteria.map((one) => ({ ...one, lots: ['Noord'] })) })],
  ['score-above-maximum', middles({ score: '31/3' })],
  ['score-from-committee', middles({ criterion: 'Team' })],
  ['duplicate-score', middles({}, {})],
  ['value-missing', read({ bids: [bid('Zorg B.V.', { values: {} })] })],
  ['unknown-criterion', read({ bids: [bid('Zorg B.V.', { scores: { 'Plan van aanpak': 8, Levertijd: 8 } })] })],
  [
    'line-field',
    priced({
      weight: 40,
      points: proportional,
      form: { kind: 'sheet', lines: [{ name: 'Uren', quantity: 10 }] },
      lines: [{ name: 'Uren', quantity: 10 }],
    }),
  ],
  [
    'line-field',
    priced({ weight: 40, points: proportional, lines: [{ name: 'Uren', quantity: 10, of: 'lines-above' }] }),
  ],
];

function namingPlan() {
  return { award: { tieBreak: [{ rule: 'higher-score', criterion: 'Plan van aanpak' }] } };
}
