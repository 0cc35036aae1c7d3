import type { NewTenderEvent, TenderPayload } from '../../src/domain/tender/state/events.ts';
import { type Dossier, dossierIn } from '../support/dossier.ts';
import { declaring, say, sendingDecision } from '../support/formalities.ts';
import { smallInput, smallRules } from '../support/tender.ts';
import type { Provocations } from './provocation.ts';

/** What goes wrong with the letters about a decision, and where a judge has to decide yet. */

const rules = smallRules({ minimumWinners: 1 });
const input = (motivation = 'Goed onderbouwd.') => {
  const given = smallInput(rules, { 'a lot-1': '8', 'b lot-1': '6', 'c lot-2': '6' });
  return { ...given, consensus: given.consensus.map((score) => ({ ...score, motivation })) };
};
const event = <T extends NewTenderEvent['type']>(type: T, payload: TenderPayload<T>) =>
  ({ type, payload }) as Extract<NewTenderEvent, { type: T }>;
const SENT_ON = '2027-03-10';

/** A tender of which the award is computed, and two people held the requirements against every bid. */
function awarded(motivation?: string): Dossier {
  const dossier = dossierIn('awarded', input(motivation));
  const { run } = dossier;
  run('chair', say(event('witness-named', { witness: 'getuige' })));
  run('getuige', declaring('abc'));
  for (const person of ['chair', 'getuige']) {
    for (const bid of 'abc') run(person, say(event('requirements-checked', { bid, met: true, findings: 'Gezien.' })));
  }
  return dossier;
}
function sent(): Dossier {
  const dossier = awarded();
  dossier.run('chair', say(...sendingDecision(dossier.state()!, ['lot-1'], SENT_ON)));
  return dossier;
}
/** A letter to the first bidder, that differs from one that could be sent. */
const writing = (change: Partial<TenderPayload<'letter-issued'>>, motivation?: string) => (): void => {
  const { run, state } = awarded(motivation);
  const [letter] = sendingDecision(state()!, ['lot-1'], SENT_ON);
  if (letter?.type !== 'letter-issued') throw new Error('there is no letter');
  run('chair', say({ ...letter, payload: { ...letter.payload, ...change } }));
};
const proceeding = {
  lots: ['lot-1'],
  startedOn: '2027-03-20',
  court: 'Rechtbank Noord-Nederland',
  claim: 'Een inschrijver vraagt om een herbeoordeling.',
};
const before = (dossier: Dossier, ...events: readonly NewTenderEvent[]): void => {
  for (const one of events) dossier.run('chair', say(one));
};

export const letters = {
  'decision-already-sent': () => {
    const { run, state } = sent();
    run('chair', say(...sendingDecision(state()!, ['lot-1'], '2027-03-12')));
  },
  'letter-of-another-award': writing({ award: 3 }),
  'letter-for-other-lots': writing({ lots: ['lot-2'] }),
  'letter-missing': () => before(awarded(), event('award-decision-sent', { lots: ['lot-1'], sentOn: SENT_ON })),
  'motivation-missing': writing({}, '[[Alles hierover is vertrouwelijk.]]'),
  'marks-unclear': writing({}, 'Goed plan met [[een naam.'),
  'letters-the-same': writing({ sameWords: undefined }),
  'standstill-too-short': writing({ until: '2027-03-29' }),
  'standstill-running': () =>
    before(sent(), event('lot-fixed', { lot: 'lot-1', reason: 'Getekend.', signedOn: '2027-03-30' })),
  'signing-date-missing': () => before(sent(), event('lot-fixed', { lot: 'lot-1', reason: 'Getekend.' })),
  'proceeding-pending': () =>
    before(
      sent(),
      event('proceeding-started', proceeding),
      event('lot-fixed', { lot: 'lot-1', reason: 'Getekend.', signedOn: '2027-04-20' }),
    ),
  'proceeding-too-early': () => before(sent(), event('proceeding-started', { ...proceeding, startedOn: '2027-03-09' })),
  'no-such-proceeding': () =>
    before(sent(), event('proceeding-ended', { proceeding: 1, endedOn: '2027-04-20', outcome: 'Afgewezen.' })),
} satisfies Provocations;
