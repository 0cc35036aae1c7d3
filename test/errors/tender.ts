import type { Role } from '../../src/domain/roles.ts';
import { placeKey } from '../../src/domain/rules/place.ts';
import { admit } from '../../src/domain/tender/admit.ts';
import type { TenderCommand } from '../../src/domain/tender/decide.ts';
import { decide } from '../../src/domain/tender/decide.ts';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import type { Phase, TenderState } from '../../src/domain/tender/state/state.ts';
import { requireSight } from '../../src/web/routes/context.ts';
import { dossierIn, emptyDossier, publishing } from '../support/dossier.ts';
import { draftInLog } from '../support/log-draft.ts';
import { pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { smallInput, smallRules } from '../support/tender.ts';
import type { OtherWays, Provocations } from './provocation.ts';

const small = smallRules({});
/** Bids a and b are equal in the first lot; nothing announced parts them. */
const input = () => smallInput(small, { 'a lot-1': '8', 'b lot-1': '8', 'c lot-2': '6' });
const priced = () =>
  pricedInput(
    pricedRules(weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' })),
    {
      a: ['30', '100'],
      b: ['20', '90'],
    },
  );

/** A command, or the one that follows from how the tender then stands. */
type Doing = TenderCommand | ((state: TenderState) => TenderCommand);

/** Brings a tender to a phase, and does these things there one after the other. */
const when =
  (phase: Phase, actor: string, commands: readonly Doing[], of = input) =>
  () => {
    const { run, state } = dossierIn(phase, of());
    for (const command of commands) run(actor, typeof command === 'function' ? command(state()!) : command);
  };
const byChair = (phase: Phase, ...commands: readonly Doing[]) => when(phase, 'chair', commands);
const place = { bid: 'a', lot: 'lot-1' };
const complete = [{ criterion: 'quality', score: '8', motivation: 'Goed onderbouwd.' }];
const submit = { type: 'submit-assessment' as const, ...place, version: 0 };
const named = { type: 'name-auditor' as const, auditor: 'auditor' };
const setAside = (stage: 'excluded' | 'withdrawn') =>
  ({ type: 'set-aside-bid', fallen: { bid: 'a', stage, reason: 'Ingetrokken.' } }) as const;
const anotherPrice: Doing = ({ prices }) => {
  const { price, version } = prices.get(placeKey('a', 'lot-1'))!;
  return { type: 'record-prices', prices: [{ price: { ...price, amount: '95' }, version }] };
};
const draw = (...order: readonly string[]) => ({
  type: 'record-draw' as const,
  order,
  method: 'Door de notaris.',
  witnesses: 'Twee getuigen',
});

/** An award as an engine stores it, admitted under a version of the procedure; that of now when left out. */
const awardBy = (engine: number, version?: number) => () => {
  const event = { type: 'award-computed', payload: { engine, outcome: {} } } as const;
  admit(dossierIn('quality-closed', input()).state(), 'chair', event, version);
};

/** A draw between the bids that are equal, said to be for a lot that was decided. */
const drawFor =
  (...lots: readonly string[]) =>
  () => {
    const payload = { order: ['a', 'b'], lots: [...lots], method: 'Door de notaris.', witnesses: 'Twee getuigen' };
    admit(dossierIn('awarded', input()).state(), 'chair', { type: 'draw-recorded', payload });
  };

const looking = (role: Role, id: string, thing: Parameters<typeof requireSight>[2], phase: Phase) => () =>
  requireSight(
    dossierIn(phase, input()).state()!,
    { id, name: 'Anna', roles: [role], closed: false, demo: true },
    thing,
  );

export const tender = {
  'already-published': byChair('registration', publishing(small)),
  'rules-not-published': () => decide(undefined, 'chair', { type: 'open-assessment' }),
  'not-the-chair': when('registration', 'one', [{ type: 'open-assessment' }]),
  'not-an-assessor': when('assessment', 'two', [draftInLog(place)]),
  'already-appointed': byChair('registration', { type: 'appoint-assessor', assessor: 'one' }),
  'auditor-takes-part': byChair('registration', { type: 'name-auditor', auditor: 'one' }),
  'already-looks-on': byChair('registration', named, named),
  'does-not-look-on': byChair('registration', { ...named, type: 'release-auditor' }),
  'chair-is-assessor': byChair('registration', { type: 'appoint-assessor', assessor: 'chair' }),
  'no-assessors': () => {
    const { run } = emptyDossier();
    run('chair', publishing(small));
    run('chair', { type: 'open-assessment' });
  },
  'no-valid-bids': () => dossierIn('assessment', { ...input(), bids: [], consensus: [] }),
  'wrong-phase': byChair('registration', { type: 'close-quality' }),
  stale: when('assessment', 'one', [
    { ...submit, scores: complete },
    { ...submit, scores: complete },
  ]),
  'already-submitted': when('assessment', 'one', [{ ...submit, scores: complete }, draftInLog(place, complete)]),
  'missing-motivation': when('assessment', 'one', [{ ...submit, scores: [{ ...complete[0]!, motivation: ' ' }] }]),
  'assessments-not-submitted': byChair('assessment', { type: 'open-consensus' }),
  'consensus-incomplete': byChair('consensus', { type: 'close-quality' }),
  'prices-final': when('awarded', 'chair', [setAside('withdrawn'), anotherPrice], priced),
  'not-yet-ranked': byChair('quality-closed', setAside('withdrawn')),
  'already-set-aside': byChair('quality-closed', setAside('excluded'), setAside('excluded')),
  'no-draw-needed': when('awarded', 'chair', [draw('a', 'b')], priced),
  'draw-for-other-lots': drawFor('lot-2'),
  'draw-incomplete': byChair('awarded', draw('a', 'c')),
  'unknown-engine': awardBy(99),
  'engine-superseded': awardBy(1),
  'unknown-admission': awardBy(2, 99),
  'not-yet-awarded': looking('committee-member', 'commissielid', 'award', 'quality-closed'),
  'quality-still-open': looking('procurement-officer', 'chair', 'price-forms', 'consensus'),
} satisfies Provocations;

export const otherTenders: OtherWays = [
  ['not-the-chair', () => decide(undefined, 'one', publishing(small))],
  ['wrong-phase', byChair('registration', draw('a', 'b'))],
  [
    'wrong-phase',
    byChair('awarded', {
      type: 'record-prices',
      prices: [{ price: { bid: 'a', lot: 'lot-1', amount: '95' }, version: 0 }],
    }),
  ],
  [
    'price-not-asked',
    byChair('quality-closed', {
      type: 'record-prices',
      prices: [{ price: { bid: 'a', lot: 'lot-1', amount: '95' }, version: 0 }],
    }),
  ],
  [
    'stale',
    byChair('consensus', {
      type: 'record-consensus',
      bid: 'a',
      lot: 'lot-1',
      scores: [{ ...complete[0]!, version: 3 }],
    }),
  ],
  [
    'stale',
    when(
      'awarded',
      'chair',
      [
        setAside('withdrawn'),
        { type: 'record-prices', prices: [{ price: { bid: 'a', lot: 'lot-1', amount: '95' }, version: 0 }] },
      ],
      priced,
    ),
  ],
  ['missing-score', when('assessment', 'one', [{ ...submit, scores: [] }])],
  ['missing-score', when('assessment', 'one', [{ ...submit, scores: [{ ...complete[0]!, score: null }] }])],
  ['missing-price', when('quality-closed', 'chair', [{ type: 'compute-award' }], priced)],
  [
    'lot-not-bid-for',
    byChair('quality-closed', {
      type: 'set-aside-bid',
      fallen: { bid: 'a', lot: 'lot-2', stage: 'excluded', reason: 'Te laat.' },
    }),
  ],
  ['auditor-takes-part', byChair('registration', named, { type: 'appoint-assessor', assessor: 'auditor' })],
  ['not-yet-awarded', () => standingOutcome(dossierIn('consensus', input()).state()!)],
];
