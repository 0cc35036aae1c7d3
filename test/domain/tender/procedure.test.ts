import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tenderKind } from '../../../src/actions/tenders.ts';
import { projectRoot } from '../../../src/config.ts';
import { phasesAfter } from '../../../src/domain/admission/procedure.ts';
import type { ErrorCode } from '../../../src/domain/errors.ts';
import { INSTALLATION } from '../../../src/domain/roles.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import { refusalOf } from '../../../src/domain/tender/admit.ts';
import { tenderProcedure } from '../../../src/domain/tender/procedure.ts';
import {
  type NewTenderEvent,
  type TenderEventType,
  type TenderPayloads,
  tenderEventTypes,
} from '../../../src/domain/tender/state/events.ts';
import type { TenderState } from '../../../src/domain/tender/state/state.ts';
import { type Dossier, dossierIn, emptyDossier, publishing } from '../../support/dossier.ts';
import { goldenFiles, readGolden } from '../../support/dossiers.ts';
import { declaring, proposingToOpen, say, sendingDecision } from '../../support/formalities.ts';
import { pricedInput, pricedRules, weighted } from '../../support/priced.ts';
import { singleBid } from '../../support/tender.ts';

/** Every event in every state by everybody: refused to who may not, refused when it is not its time, each with the error of its own. */

const rules: TenderRules = {
  ...pricedRules(
    weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' }),
  ),
  course: { onlookers: ['committee-member'] },
};
const input = () => pricedInput(rules, { a: ['30', '100'], b: ['30', '100'], c: ['20', '120'] });
const why = { reason: 'Zoals besproken.' };

const PEOPLE = ['chair', 'plaatsvervanger', 'one', 'later', 'bewaarder', 'getuige', 'beheerder', INSTALLATION] as const;
type Person = (typeof PEOPLE)[number];

const file = (id: string, digit: string) => ({
  id,
  name: 'Plan van aanpak.pdf',
  sha256: digit.repeat(64),
  size: 1000,
  type: 'pdf' as const,
});

/** People have their tasks before the tender comes into a state. */
function withPeople(dossier: Dossier): Dossier {
  const { run } = dossier;
  run('chair', say({ type: 'deputy-named', payload: { deputy: 'plaatsvervanger' } }));
  run('chair', say({ type: 'keeper-named', payload: { keeper: 'bewaarder' } }));
  run('chair', say({ type: 'witness-named', payload: { witness: 'getuige' } }));
  for (const person of ['plaatsvervanger', 'bewaarder', 'getuige']) run(person, declaring('abc'));
  return dossier;
}
const inState =
  (phase: Parameters<typeof dossierIn>[0], ...then: readonly ((dossier: Dossier) => void)[]) =>
  () => {
    const dossier = withPeople(dossierIn(phase, input()));
    for (const one of then) one(dossier);
    return dossier.state()!;
  };
const published = (): TenderState => {
  const dossier = emptyDossier();
  dossier.run('chair', publishing(rules));
  return dossier.state()!;
};
const draws = ({ run }: Dossier): void => {
  run('chair', { type: 'record-draw', order: ['a', 'b'], method: 'Met briefjes.', witnesses: 'Twee getuigen' });
  run('chair', { type: 'compute-award' });
};
const proceeding = {
  lots: ['lot-1'],
  startedOn: '2027-03-20',
  court: 'Rechtbank Noord-Nederland',
  claim: 'Een inschrijver vraagt om een herbeoordeling.',
};
/** Where nobody bid yet. */
const unlettered: TenderPayloads['letter-issued'] = {
  bid: 'a',
  lots: ['lot-1'],
  award: 1,
  sentOn: '2027-03-10',
  until: '2027-03-30',
  language: 'nl',
  law: 1,
  sender: 'Gemeente Voorbeeldstad',
  signatory: 'Hoofd inkoop',
  objection: 'Bij de rechtbank.',
  document: { sha256: '5'.repeat(64), size: 1000 },
};
const opensRound = ({ run }: Dossier): void => {
  run('chair', say(...roundOpens()));
  run('later', declaring('abc'));
};
const roundOpens = (): NewTenderEvent[] => [
  { type: 'round-opened', payload: { round: 2, ...why } },
  { type: 'assessor-appointed', payload: { assessor: 'later' } },
  { type: 'bid-reassessed', payload: { round: 2, bid: 'a', places: [{ lot: 'lot-1', criteria: ['quality'] }] } },
];
const scores = [{ criterion: 'quality', score: '30', motivation: 'Goed onderbouwd.' }];
const submits = ({ run }: Dossier): void =>
  run('later', { type: 'submit-assessment', bid: 'a', lot: 'lot-1', version: 0, scores });
const opensConsensus = ({ run }: Dossier): void =>
  run('chair', say({ type: 'round-consensus-opened', payload: { round: 2 } }));
const agrees = ({ run }: Dossier): void =>
  run('chair', { type: 'record-consensus', bid: 'a', lot: 'lot-1', scores: [{ ...scores[0]!, version: 0 }] });
const says =
  (...events: readonly NewTenderEvent[]) =>
  ({ run }: Dossier): void => {
    for (const event of events) run('chair', say(event));
  };
const addsDocument = says({ type: 'document-added', payload: { bid: 'a', document: file('document-1', 'a') } });
const sealsDocument = ({ run }: Dossier): void =>
  run('bewaarder', say({ type: 'document-sealed', payload: { bid: 'a', document: file('price-1', 'b') } }));
const setsAside = says({ type: 'bid-set-aside', payload: { fallen: { bid: 'c', stage: 'excluded', ...why } } });

const STATES: Readonly<Record<string, () => TenderState>> = {
  'the rules, and no bids': published,
  registration: inState('registration'),
  'registration, with an auditor and a committee member who look on, a proposed chair, and put away': inState(
    'registration',
    says(
      { type: 'auditor-named', payload: { auditor: 'auditor' } },
      { type: 'onlooker-named', payload: { onlooker: 'lid' } },
      { type: 'tender-archived', payload: {} },
    ),
    ({ run }) => run('beheerder-1', say({ type: 'succession-proposed', payload: { chair: 'opvolger', ...why } })),
  ),
  assessment: inState('assessment'),
  'assessment, with documents, one of them sealed': inState('assessment', addsDocument, sealsDocument),
  'assessment, handed in, with a bid set aside and a declared interest': inState('assessment', setsAside, ({ run }) =>
    run('one', declaring('abc', 'b')),
  ),
  'assessment, all handed in': inState('assessment', ({ run }) => {
    for (const bid of 'abc') run('one', { type: 'submit-assessment', bid, lot: 'lot-1', version: 0, scores });
  }),
  consensus: inState('consensus'),
  'consensus, beyond what was given': inState('consensus', ({ run }) => {
    run('chair', {
      type: 'record-consensus',
      bid: 'a',
      lot: 'lot-1',
      scores: [{ ...scores[0]!, score: '55', version: 0 }],
    });
  }),
  'consensus, all agreed': inState('consensus', ({ run }) => {
    for (const { bid, lot, motivation = null, ...score } of input().consensus) {
      run('chair', { type: 'record-consensus', bid, lot, scores: [{ ...score, motivation, version: 0 }] });
    }
  }),
  'quality closed, to be opened': inState('consensus', ({ run }) => {
    for (const { bid, lot, motivation = null, ...score } of input().consensus) {
      run('chair', { type: 'record-consensus', bid, lot, scores: [{ ...score, motivation, version: 0 }] });
    }
    run('chair', { type: 'close-quality' });
  }),
  'quality closed, half opened': inState('consensus', ({ run }) => {
    for (const { bid, lot, motivation = null, ...score } of input().consensus) {
      run('chair', { type: 'record-consensus', bid, lot, scores: [{ ...score, motivation, version: 0 }] });
    }
    run('chair', { type: 'close-quality' });
    run('chair', proposingToOpen);
  }),
  'quality closed, prices open': inState('quality-closed'),
  'quality closed, all recorded': inState('quality-closed', ({ run }) =>
    run('chair', { type: 'record-prices', prices: input().prices!.map((price) => ({ price, version: 0 })) }),
  ),
  'awarded, a draw needed': inState('awarded'),
  awarded: inState(
    'awarded',
    draws,
    says(
      ...['a', 'b'].map(
        (bid): NewTenderEvent => ({
          type: 'requirements-checked',
          payload: { bid, met: true, findings: 'Gezien.' },
        }),
      ),
      { type: 'explanation-asked', payload: { bid: 'a', lot: 'lot-1', question: 'Hoe?', until: '2027-04-01' } },
    ),
    ({ run }) => {
      for (const bid of 'ab') {
        run('getuige', say({ type: 'requirements-checked', payload: { bid, met: true, findings: 'Gezien.' } }));
      }
    },
  ),
  'awarded, sent': inState('awarded', draws, ({ run, state }) => {
    for (const bid of 'ab') {
      for (const person of ['chair', 'getuige']) {
        run(person, say({ type: 'requirements-checked', payload: { bid, met: true, findings: 'Gezien.' } }));
      }
    }
    run('chair', say(...sendingDecision(state()!, ['lot-1'], '2027-03-10')));
  }),
  'awarded, letters ready': inState('awarded', draws, ({ run, state }) => {
    for (const bid of 'ab') {
      for (const person of ['chair', 'getuige']) {
        run(person, say({ type: 'requirements-checked', payload: { bid, met: true, findings: 'Gezien.' } }));
      }
    }
    run('chair', say(...sendingDecision(state()!, ['lot-1'], '2027-03-10').slice(0, -1)));
  }),
  'awarded, before a judge': inState('awarded', draws, ({ run, state }) => {
    for (const bid of 'ab') {
      for (const person of ['chair', 'getuige']) {
        run(person, say({ type: 'requirements-checked', payload: { bid, met: true, findings: 'Gezien.' } }));
      }
    }
    run('chair', say(...sendingDecision(state()!, ['lot-1'], '2027-03-10')));
    run('chair', say({ type: 'proceeding-started', payload: proceeding }));
  }),
  'awarded, signed': inState('awarded', draws, ({ run, state }) => {
    for (const bid of 'ab') {
      for (const person of ['chair', 'getuige']) {
        run(person, say({ type: 'requirements-checked', payload: { bid, met: true, findings: 'Gezien.' } }));
      }
    }
    run('chair', say(...sendingDecision(state()!, ['lot-1'], '2027-03-10')));
    run('chair', say({ type: 'lot-fixed', payload: { lot: 'lot-1', signedOn: '2027-04-01', ...why } }));
  }),
  'awarded, the lot withdrawn': inState(
    'awarded',
    draws,
    says({ type: 'lot-withdrawn', payload: { lot: 'lot-1', ...why } }),
  ),
  'a further round, assessed': inState('awarded', draws, opensRound),
  'a further round, handed in': inState('awarded', draws, opensRound, submits),
  'a further round, in consensus': inState('awarded', draws, opensRound, submits, opensConsensus),
  'a further round, agreed': inState('awarded', draws, opensRound, submits, opensConsensus, agrees),
  'a further round, annulled': inState(
    'awarded',
    draws,
    opensRound,
    submits,
    opensConsensus,
    agrees,
    says({ type: 'round-closed', payload: { round: 2 } }, { type: 'round-annulled', payload: { round: 2, ...why } }),
  ),
  stopped: inState('assessment', says({ type: 'tender-stopped', payload: why })),
};

const price = (amount: string) => ({ price: { bid: 'a', lot: 'lot-1', amount } });
const inRound = (state: TenderState) => (state.rounds.length > 1 ? { round: state.rounds.length } : {});
const cell = { bid: 'a', lot: 'lot-1', criterion: 'quality' };

/** What each event says, as the tender stands. */
const PAYLOADS: { readonly [T in TenderEventType]: (state: TenderState) => TenderPayloads[T] } = {
  'log-format-changed': () => ({ format: 2 }),
  'rules-published': () => ({ title: 'Nog eens', rules, rulesSha256: '0'.repeat(64), chair: 'chair', fictional: true }),
  'rules-amended': () => ({
    rules: { ...rules, title: { nl: 'Anders', en: 'Different' } },
    rulesSha256: '1'.repeat(64),
    ...why,
  }),
  'assessment-opened': () => ({}),
  'consensus-opened': () => ({}),
  'quality-closed': () => ({}),
  'quality-reopened': () => why,
  'draw-recorded': () => ({ order: ['a', 'b'], method: 'Met briefjes.', lots: ['lot-1'], witnesses: 'Twee getuigen' }),
  'award-computed': () => ({ engine: 3, outcome: {} }),
  'award-decision-sent': () => ({ lots: ['lot-1'], sentOn: '2027-03-10' }),
  'letter-issued': (state) => {
    const [letter] = sendingDecision(state, ['lot-1'], '2027-03-10');
    return letter?.type === 'letter-issued' ? letter.payload : unlettered;
  },
  'proceeding-started': () => proceeding,
  'proceeding-ended': () => ({ proceeding: 1, endedOn: '2027-04-20', outcome: 'De vordering is afgewezen.' }),
  'lot-fixed': () => ({ lot: 'lot-1', signedOn: '2027-04-01', ...why }),
  'lot-unfixed': () => ({ lot: 'lot-1', ...why }),
  'lot-withdrawn': () => ({ lot: 'lot-1', ...why }),
  'lot-reopened': () => ({ lot: 'lot-1', ...why }),
  'tender-stopped': () => why,
  'tender-resumed': () => why,
  'tender-archived': () => ({}),
  'tender-unarchived': () => ({}),
  'bid-registered': () => ({ bid: singleBid('d', ['lot-1']) }),
  'bid-corrected': () => ({ bid: singleBid('a', ['lot-1']), ...why }),
  'bid-struck': () => ({ bid: 'a', ...why }),
  'bid-set-aside': () => ({ fallen: { bid: 'b', stage: 'excluded', ...why } }),
  'bid-reinstated': () => ({ bid: 'c', ...why }),
  'requirements-checked': () => ({ bid: 'a', met: true, findings: 'Gezien.' }),
  'price-sealed': () => price('100'),
  'document-added': () => ({ bid: 'a', document: file('document-9', '1') }),
  'document-removed': () => ({ bid: 'a', document: 'document-1', ...why }),
  'document-sealed': () => ({ bid: 'a', lot: 'lot-1', document: file('price-9', '2') }),
  'sealed-documents-removed': () => ({ bid: 'a', ...why }),
  'opening-proposed': () => ({}),
  'prices-opened': () => ({}),
  'price-recorded': () => price('95'),
  'price-corrected': () => ({ ...price('95'), ...why }),
  'explanation-asked': () => ({ bid: 'b', lot: 'lot-1', question: 'Hoe?', until: '2027-04-01' }),
  'explanation-received': () => ({ bid: 'a', lot: 'lot-1', explanation: 'Zo.' }),
  'explanation-judged': () => ({ bid: 'a', lot: 'lot-1', accepted: true, ...why }),
  'assessor-appointed': () => ({ assessor: 'two' }),
  'assessor-released': (state) => ({ assessor: state.rounds.length > 1 ? 'later' : 'one', ...why }),
  'auditor-named': () => ({ auditor: 'ander' }),
  'auditor-released': () => ({ auditor: 'auditor' }),
  'onlooker-named': () => ({ onlooker: 'ander' }),
  'onlooker-released': () => ({ onlooker: 'lid' }),
  'witness-named': () => ({ witness: 'ander' }),
  'witness-released': () => ({ witness: 'getuige' }),
  'keeper-named': () => ({ keeper: 'ander' }),
  'keeper-released': () => ({ keeper: 'bewaarder' }),
  'deputy-named': () => ({ deputy: 'ander' }),
  'deputy-released': () => ({ deputy: 'plaatsvervanger' }),
  'chair-handed-over': () => ({ chair: 'ander', ...why }),
  'succession-proposed': () => ({ chair: 'ander', ...why }),
  'chair-succeeded': () => ({ chair: 'opvolger' }),
  'interests-declared': () => ({ interests: [{ bid: 'a', conflict: false }] }),
  'conflict-judged': () => ({ account: 'one', bid: 'b', conflict: true, ...why }),
  'conflict-found': () => ({ account: 'one', bid: 'a', ...why }),
  'assessment-saved': (state) => ({ bid: 'a', lot: 'lot-1', scores, ...inRound(state) }),
  'assessment-submitted': (state) => ({ bid: 'a', lot: 'lot-1', scores, ...inRound(state) }),
  'consensus-recorded': (state) => ({ ...cell, score: '30', motivation: 'Zo.', ...inRound(state) }),
  'consensus-confirmed': (state) => ({ ...cell, ...inRound(state) }),
  'round-opened': (state) => ({ round: state.rounds.length + 1, ...why }),
  'bid-reassessed': (state) => ({
    round: Math.max(2, state.rounds.length),
    bid: 'b',
    places: [{ lot: 'lot-1', criteria: ['quality'] }],
  }),
  'round-consensus-opened': (state) => ({ round: Math.max(2, state.rounds.length) }),
  'round-closed': (state) => ({ round: Math.max(2, state.rounds.length) }),
  'round-annulled': (state) => ({ round: state.rounds.length, ...why }),
  'round-restored': () => ({ round: 2, ...why }),
};

/** What is said of the person or of the moment; anything else is about what the event says. */
const WHO_OR_WHEN: readonly ErrorCode[] = [
  ...Object.values(tenderProcedure.capacities).map(({ refusal }) => refusal),
  ...Object.values(tenderProcedure.codes.wrongState),
  'already-published',
];

const states = Object.entries(STATES).map(([name, make]) => ({ name, state: make() }));
const event = (type: TenderEventType, state: TenderState) =>
  ({ type, payload: PAYLOADS[type](state) }) as NewTenderEvent;

/** By the table alone: who may, and when; null where what it says decides. */
function expected(type: TenderEventType, state: TenderState, person: Person): ErrorCode | null {
  const { by, during } = tenderProcedure.steps[type];
  if (during === 'opening') return 'already-published';
  const capacity = tenderProcedure.capacities[by];
  if (!capacity.holds(state, person)) return capacity.refusal;
  const phases = tenderProcedure.phaseOf(state);
  for (const scope of ['course', 'tender', 'round'] as const) {
    const needed: readonly string[] | undefined = during[scope];
    if (needed && !needed.includes(phases[scope])) return tenderProcedure.codes.wrongState[scope];
  }
  return null;
}

describe.each(tenderEventTypes)('%s', (type) => {
  it.each(states)('in “$name” is for who the table says, when it says', ({ state }) => {
    for (const person of PEOPLE) {
      const found = refusalOf(state, person, event(type, state))?.code ?? null;
      const asked = expected(type, state, person);
      if (asked !== null) expect([person, found]).toEqual([person, asked]);
      else if (found !== null && tenderProcedure.steps[type].by !== 'administrator') {
        expect(
          WHO_OR_WHEN.filter((code) => code !== 'takes-part-otherwise'),
          person,
        ).not.toContain(found);
      }
    }
  });

  it('may happen in a state by somebody, unless it starts a dossier', () => {
    const by = states.flatMap(({ state }) =>
      PEOPLE.filter((person) => refusalOf(state, person, event(type, state)) === undefined),
    );
    if (type === 'rules-published') expect(by).toEqual([]);
    else expect(by.length).toBeGreaterThan(0);
  });
});

describe('what undoes or corrects an event', () => {
  const rows = [
    ...readFileSync(join(projectRoot(), 'docs', 'events.md'), 'utf8')
      .split('## The dossier of a tender')[1]!
      .split('\n## ')[0]!
      .matchAll(/^\| `([a-z-]+)` \|.*\| ([^|]+) \|$/gm),
  ].map(([, type, undone]) => [type!, undone!] as const);

  it.each(rows)('stands in docs/events.md for %s, by an event that there is, or why nothing does', (_, undone) => {
    const named = [...undone.matchAll(/`([a-z-]+)`/g)].map(([, type]) => type!);
    for (const type of named) expect(tenderEventTypes).toContain(type);
    const nothing = /^nothing: \S.{10,}/.test(undone);
    expect(named.length > 0 || nothing).toBe(true);
  });

  it('stands there for every event', () => {
    expect(rows.map(([type]) => type)).toEqual(Object.keys(tenderProcedure.steps));
  });
});

const dossiers = goldenFiles()
  .map(readGolden)
  .filter(({ dossier }) => dossier.startsWith(tenderKind.prefix));

describe('the table of a tender', () => {
  it('says where each event leads, and there it leads', () => {
    const seen = new Set<string>();
    for (const { dossier, events } of dossiers) {
      let state: TenderState | undefined;
      for (const body of events) {
        const event = tenderKind.toEvent(body);
        const before = state ? tenderProcedure.phaseOf(state) : {};
        if (state) tenderKind.evolve(state, event);
        else state = tenderKind.start(dossier, event);
        const after = phasesAfter(tenderProcedure, event.type, before);
        expect([event.type, state && tenderProcedure.phaseOf(state)]).toEqual([event.type, after]);
        seen.add(event.type);
      }
    }
    expect(seen.size).toBeGreaterThan(9);
  });
});
