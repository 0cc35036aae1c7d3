import { proposeSuccessor } from '../../src/actions/succession.ts';
import type { TenderCommand } from '../../src/domain/tender/decide.ts';
import type { NewTenderEvent, TenderPayload } from '../../src/domain/tender/state/events.ts';
import type { Phase } from '../../src/domain/tender/state/state.ts';
import { withChair, withoutChairNow } from '../support/chairless.ts';
import { type Dossier, dossierIn, emptyDossier, publishing } from '../support/dossier.ts';
import { declaring, say } from '../support/formalities.ts';
import { draftInLog } from '../support/log-draft.ts';
import { pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { singleBid, smallInput, smallRules } from '../support/tender.ts';
import type { OtherWays, Provocations } from './provocation.ts';

/** What goes wrong where somebody goes back, does over, or needs a second person. */

const small = smallRules({ minimumWinners: 1 });
const teams = {
  ...small,
  course: {
    teams: [{ id: 'kern', name: { nl: 'Kernteam', en: 'Core team' }, criteria: ['quality'] }],
  },
};
/** Bids a and b are equal in the first lot. */
const tied = () => smallInput(small, { 'a lot-1': '8', 'b lot-1': '8', 'c lot-2': '6' });
const clear = () => smallInput(small, { 'a lot-1': '8', 'b lot-1': '6', 'c lot-2': '6' });
const priced = () =>
  pricedInput(
    pricedRules(weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' })),
    { a: ['30', '100'], b: ['20', '90'] },
  );

type Step = readonly [actor: string, ...events: NewTenderEvent[]];
const event = <T extends NewTenderEvent['type']>(type: T, payload: TenderPayload<T>) =>
  ({ type, payload }) as Extract<NewTenderEvent, { type: T }>;
/** Brings a tender to a phase and lets people say these things. */
const saying =
  (phase: Phase, steps: readonly Step[], of = clear) =>
  () => {
    const { run } = dossierIn(phase, of());
    for (const [actor, ...events] of steps) run(actor, say(...events));
  };
const chair = (phase: Phase, ...events: NewTenderEvent[]) => saying(phase, [['chair', ...events]]);

const why = { reason: 'Na een uitspraak.' };
const cell = { bid: 'a', lot: 'lot-1', criterion: 'quality' };
const quality = (score: string) => [{ criterion: 'quality', score, motivation: 'Goed onderbouwd.' }];
const submitted = (bid: string, lot: string): NewTenderEvent =>
  event('assessment-submitted', { bid, lot, scores: quality('8') });
const round = (...assessors: readonly string[]): NewTenderEvent[] => [
  event('round-opened', { round: 2, ...why }),
  ...assessors.map((assessor) => event('assessor-appointed', { assessor })),
];
const reassessed = event('bid-reassessed', { round: 2, bid: 'a', places: [{ lot: 'lot-1', criteria: ['quality'] }] });
const witness = event('witness-named', { witness: 'getuige' });
const declares = (...conflicts: readonly string[]): NewTenderEvent =>
  (declaring(['a', 'b', 'c'], ...conflicts) as Extract<TenderCommand, { type: 'say' }>).events[0]!;
const question = event('explanation-asked', { bid: 'a', lot: 'lot-1', question: 'Hoe kan dit?', until: '2027-03-10' });
const judged = event('explanation-judged', { bid: 'a', lot: 'lot-1', accepted: true, ...why });
const corrected = (amount: string) => event('price-corrected', { price: { bid: 'a', lot: 'lot-1', amount }, ...why });
const drawn = { order: ['a', 'b'], method: 'Met briefjes.', lots: ['lot-1'] };

/** A tender of which only the rules are published. */
const published = (rules = small): Dossier => {
  const dossier = emptyDossier();
  dossier.run('chair', publishing(rules));
  return dossier;
};

const other = { ...small, title: { nl: 'Anders', en: 'Different' } };
const amending = (rules: typeof small) => say(event('rules-amended', { rules, rulesSha256: '1'.repeat(64), ...why }));

/** A consensus score with what the assessors gave before it. */
const agreeing = (given: string, agreed: string, discussAbove?: string) => () => {
  const { run } = published(discussAbove === undefined ? small : { ...small, course: { discussAbove } });
  for (const assessor of ['one', 'two']) run('chair', { type: 'appoint-assessor', assessor });
  run('chair', { type: 'register-bid', bid: singleBid('a', ['lot-1']) });
  for (const person of ['chair', 'one', 'two']) run(person, declaring(['a']));
  run('chair', { type: 'open-assessment' });
  for (const [assessor, score] of [
    ['one', '8'],
    ['two', given],
  ] as const) {
    run(assessor, { type: 'submit-assessment', bid: 'a', lot: 'lot-1', version: 0, scores: quality(score) });
  }
  run('chair', { type: 'open-consensus' });
  run('chair', {
    type: 'record-consensus',
    bid: 'a',
    lot: 'lot-1',
    scores: [{ criterion: 'quality', score: agreed, motivation: 'Zo besproken.', version: 0 }],
  });
  run('chair', { type: 'close-quality' });
};

export const procedure = {
  'another-round': chair('awarded', ...round('two'), event('bid-reassessed', { ...reassessed.payload, round: 3 })),
  'wrong-round': chair('quality-closed', event('bid-reassessed', reassessed.payload)),
  'tender-is-stopped': chair('assessment', event('tender-stopped', why), event('consensus-opened', {})),
  'not-assigned': () => {
    const { run } = dossierIn('assessment', clear());
    run('chair', say(event('assessor-released', { assessor: 'one', bid: 'a', ...why })));
    run('one', draftInLog({ bid: 'a', lot: 'lot-1' }));
  },
  'criterion-not-assigned': () => {
    const criteria = ['quality', 'other'].map((id) => ({ ...small.criteria[0]!, id, weight: '50' }));
    const course = {
      teams: [
        { ...teams.course.teams[0]!, criteria: ['other'] },
        { ...teams.course.teams[0]!, id: 'rest' },
      ],
    };
    const { run } = published({ ...small, criteria, course });
    run('chair', { type: 'appoint-assessor', assessor: 'one', team: 'kern' });
    run('chair', { type: 'appoint-assessor', assessor: 'two', team: 'rest' });
    run('chair', { type: 'register-bid', bid: singleBid('a', ['lot-1']) });
    for (const person of ['chair', 'one']) run(person, declaring(['a']));
    run('chair', { type: 'open-assessment' });
    run('one', draftInLog({ bid: 'a', lot: 'lot-1' }, quality('8')));
  },
  'nobody-assesses': saying('assessment', [
    ['chair', event('assessor-released', { assessor: 'one', ...why }), event('consensus-opened', {})],
  ]),
  'not-in-round': saying('awarded', [
    ['chair', ...round('two'), reassessed],
    ['two', declares()],
    ['two', event('assessment-submitted', { bid: 'a', lot: 'lot-1', scores: quality('6'), round: 2 })],
    [
      'chair',
      event('round-consensus-opened', { round: 2 }),
      event('consensus-recorded', { ...cell, bid: 'b', score: '6', motivation: 'Anders.', round: 2 }),
    ],
  ]),
  'not-discussed': agreeing('4', '6', '2'),
  'not-confirmed': agreeing('8', '10'),
  'nothing-to-confirm': saying('consensus', [['one', event('consensus-confirmed', cell)]]),
  'second-person-needed': () => {
    const { run } = unopened();
    run('chair', say(event('opening-proposed', {}), event('prices-opened', {})));
  },
  'letters-differ': () => {
    const { run } = published({ ...small, course: { anonymousUntil: 'awarded' } });
    run('chair', { type: 'appoint-assessor', assessor: 'one' });
    run('chair', { type: 'register-bid', bid: singleBid('a', ['lot-1']) });
    run('chair', declaring(['a']));
    run('chair', { type: 'open-assessment' });
  },
  'reason-needed': chair('assessment', event('assessor-released', { assessor: 'one' })),
  'round-is-empty': chair('awarded', ...round('two'), event('round-consensus-opened', { round: 2 })),
  'no-such-round': chair('awarded', event('round-annulled', { round: 7, ...why })),
  'round-is-annulled': chair(
    'awarded',
    event('round-annulled', { round: 1, ...why }),
    event('round-annulled', { round: 1, ...why }),
  ),
  'round-was-not-over': chair(
    'awarded',
    ...round('two'),
    event('round-annulled', { round: 2, ...why }),
    event('round-restored', { round: 2, ...why }),
  ),
  'round-not-annulled': chair('awarded', event('round-restored', { round: 1, ...why })),
  'round-over': chair('awarded', event('assessor-appointed', { assessor: 'two' })),
  'not-set-aside': chair('assessment', event('bid-reinstated', { bid: 'a', ...why })),
  'price-not-there': () => {
    const { run } = dossierIn('quality-closed', priced());
    run('chair', say(corrected('80')));
  },
  'price-unchanged': saying('awarded', [['chair', corrected('100')]], priced),
  'prices-not-opened': () => {
    const { run } = unopened();
    run('chair', { type: 'record-prices', prices: [{ price: { bid: 'a', lot: 'lot-1', amount: '100' }, version: 0 }] });
  },
  'prices-open': saying('quality-closed', [['chair', event('quality-reopened', why)]], priced),
  'nothing-to-open': chair('quality-closed', event('opening-proposed', {})),
  'explanation-pending': saying('awarded', [['chair', question, question]], priced),
  'explanation-not-asked': saying('awarded', [['chair', judged]], priced),
  'already-judged': saying('awarded', [['chair', question, judged, judged]], priced),
  'conflict-open': saying('assessment', [
    ['one', declares('a')],
    ['chair', event('assessor-appointed', { assessor: 'two' })],
    ['two', declares()],
    ['two', ...['a', 'b'].map((bid) => submitted(bid, 'lot-1')), submitted('c', 'lot-2')],
    ['one', submitted('b', 'lot-1'), submitted('c', 'lot-2')],
    ['chair', event('consensus-opened', {})],
  ]),
  'quality-already-awarded': chair(
    'awarded',
    event('lot-withdrawn', { lot: 'lot-2', ...why }),
    event('quality-reopened', why),
  ),
  'draw-without-witness': saying('awarded', [['chair', event('draw-recorded', drawn)]], tied),
  'no-such-draw': saying(
    'awarded',
    [['chair', event('draw-recorded', { ...drawn, witnesses: 'Twee getuigen', ...why })]],
    tied,
  ),
  'scores-missing': () => {
    const { run } = dossierIn('quality-closed', clear());
    run('chair', say(event('round-annulled', { round: 1, ...why })));
    run('chair', { type: 'compute-award' });
  },
  'lot-not-awarded': saying(
    'awarded',
    [['chair', event('award-decision-sent', { lots: ['lot-1'], sentOn: '2027-03-10' })]],
    tied,
  ),
  'rules-unchanged': () => published().run('chair', amending(small)),
  'bids-are-in': () => dossierIn('registration', clear()).run('chair', amending(other)),
  'team-in-use': () => {
    const { run } = published(teams);
    run('chair', { type: 'appoint-assessor', assessor: 'one', team: 'kern' });
    run('chair', amending(other));
  },
  'lot-in-use': () => {
    const { run } = published();
    run('chair', say(event('lot-withdrawn', { lot: 'lot-2', ...why })));
    run('chair', amending({ ...other, lots: other.lots.filter(({ id }) => id !== 'lot-2') }));
  },
  'lot-already-said': chair(
    'awarded',
    event('lot-withdrawn', { lot: 'lot-1', ...why }),
    event('lot-withdrawn', { lot: 'lot-1', ...why }),
  ),
  'requirements-unchecked': chair('awarded', event('award-decision-sent', { lots: ['lot-1'], sentOn: '2027-03-10' })),
  'decision-not-sent': chair('awarded', event('lot-fixed', { lot: 'lot-1', ...why })),
  'lot-not-fixed': chair('awarded', event('lot-unfixed', { lot: 'lot-1', ...why })),
  'lot-not-withdrawn': chair('awarded', event('lot-reopened', { lot: 'lot-1', ...why })),
  'already-archived': chair('awarded', event('tender-archived', {}), event('tender-archived', {})),
  'not-archived': chair('awarded', event('tender-unarchived', {})),
  'takes-part-otherwise': chair('registration', witness, event('assessor-appointed', { assessor: 'getuige' })),
  'team-needed': () => published(teams).run('chair', { type: 'appoint-assessor', assessor: 'one' }),
  'unknown-team': () => published().run('chair', { type: 'appoint-assessor', assessor: 'one', team: 'ander' }),
  'does-not-assess': chair('assessment', event('assessor-released', { assessor: 'two', ...why })),
  'already-released': chair(
    'assessment',
    event('assessor-released', { assessor: 'one', bid: 'a', ...why }),
    event('assessor-released', { assessor: 'one', bid: 'a', ...why }),
  ),
  'onlooker-not-announced': chair('registration', event('onlooker-named', { onlooker: 'lid' })),
  'not-named-so': chair('registration', event('witness-released', { witness: 'getuige' })),
  'only-the-chair': saying('registration', [
    ['chair', event('deputy-named', { deputy: 'plaatsvervanger' })],
    ['plaatsvervanger', event('deputy-named', { deputy: 'ander' })],
  ]),
  'chair-already': chair('registration', event('chair-handed-over', { chair: 'chair', ...why })),
  'another-was-proposed': saying('registration', [
    ['beheerder-1', event('succession-proposed', { chair: 'opvolger', ...why })],
    ['beheerder-2', event('chair-succeeded', { chair: 'ander' })],
  ]),
  'declared-twice': saying('registration', [
    [
      'one',
      event('interests-declared', {
        interests: [
          { bid: 'a', conflict: false },
          { bid: 'a', conflict: false },
        ],
      }),
    ],
  ]),
  'explanation-needed': saying('registration', [
    ['one', event('interests-declared', { interests: [{ bid: 'a', conflict: true }] })],
  ]),
  'own-conflict': chair('assessment', event('conflict-found', { account: 'chair', bid: 'a', ...why })),
  'no-conflict-declared': chair(
    'assessment',
    event('conflict-judged', { account: 'one', bid: 'a', conflict: true, ...why }),
  ),
  'does-not-take-part': saying('assessment', [['vreemde', declares()]]),
  'already-shut-out': chair(
    'assessment',
    event('conflict-found', { account: 'one', bid: 'a', ...why }),
    event('conflict-found', { account: 'one', bid: 'a', ...why }),
  ),
  'interests-not-declared': () => {
    const { run } = published();
    run('chair', { type: 'appoint-assessor', assessor: 'one' });
    run('chair', { type: 'register-bid', bid: singleBid('a', ['lot-1']) });
    run('chair', { type: 'open-assessment' });
  },
  'conflict-of-interest': () => {
    const { run } = dossierIn('assessment', clear());
    run('one', say(declares('a')));
    run('one', draftInLog({ bid: 'a', lot: 'lot-1' }));
  },
  'chair-is-there': () => {
    const services = withChair();
    proposeSuccessor(services, services.dossier, 'beheerder-1', 'opvolger', 'Zomaar.');
  },
  'not-an-officer-account': () => {
    const services = withoutChairNow();
    proposeSuccessor(services, services.dossier, 'beheerder-1', 'beheerder-2', 'Zij is vertrokken.');
  },
  'not-the-keeper': saying(
    'assessment',
    [['one', event('price-sealed', { price: { bid: 'a', lot: 'lot-1', amount: '100' } })]],
    priced,
  ),
} satisfies Provocations;

/** Quality is closed, and nothing is opened. */
function unopened(): Dossier {
  const input = priced();
  const { run, state } = dossierIn('consensus', input);
  for (const { bid, lot, motivation = null, ...score } of input.consensus) {
    run('chair', { type: 'record-consensus', bid, lot, scores: [{ ...score, motivation, version: 0 }] });
  }
  run('chair', { type: 'close-quality' });
  return { run, state };
}

export const otherProcedures: OtherWays = [
  ['another-round', chair('awarded', ...round('two'), event('round-annulled', { round: 1, ...why }))],
  [
    'another-round',
    saying('consensus', [['chair', event('consensus-recorded', { ...cell, score: '8', motivation: 'x', round: 2 })]]),
  ],
  ['tender-is-stopped', chair('assessment', event('tender-resumed', why))],
  ['wrong-round', chair('awarded', event('round-closed', { round: 2 }))],
  ['chair-is-assessor', chair('awarded', ...round('chair'))],
  [
    'unknown-criterion',
    chair(
      'awarded',
      ...round('two'),
      event('bid-reassessed', { ...reassessed.payload, places: [{ lot: 'lot-1', criteria: ['nee'] }] }),
    ),
  ],
  [
    'lot-not-bid-for',
    chair(
      'awarded',
      ...round('two'),
      event('bid-reassessed', { ...reassessed.payload, places: [{ lot: 'lot-2', criteria: ['quality'] }] }),
    ),
  ],
  [
    'not-in-round',
    chair(
      'awarded',
      event('bid-set-aside', { fallen: { bid: 'a', stage: 'excluded', ...why } }),
      ...round('two'),
      reassessed,
    ),
  ],
  [
    'requirements-unchecked',
    chair(
      'awarded',
      event('requirements-checked', { bid: 'a', met: false, findings: 'Verklaring ontbreekt.' }),
      event('award-decision-sent', { lots: ['lot-1'], sentOn: '2027-03-10' }),
    ),
  ],
  ['unknown-lot', chair('awarded', event('lot-withdrawn', { lot: 'nergens', ...why }))],
  ['unknown-bid', chair('registration', event('bid-struck', { bid: 'nee', ...why }))],
  [
    'unknown-bid',
    saying('registration', [['one', event('interests-declared', { interests: [{ bid: 'nee', conflict: false }] })]]),
  ],
  [
    'takes-part-otherwise',
    saying('registration', [['one', event('succession-proposed', { chair: 'opvolger', ...why })]]),
  ],
  ['nothing-to-confirm', saying('registration', [['beheerder', event('chair-succeeded', { chair: 'opvolger' })]])],
  [
    'second-person-needed',
    saying('registration', [
      [
        'beheerder',
        event('succession-proposed', { chair: 'opvolger', ...why }),
        event('chair-succeeded', { chair: 'opvolger' }),
      ],
    ]),
  ],
];
