import { always, between, type Procedure, type Seen, since } from '../admission/procedure.ts';
import { FORMAT_CHANGED } from '../disclosure/format.ts';
import { INSTALLATION } from '../roles.ts';
import { proposerOf, successorIsAnother, successorWasProposed } from '../succession.ts';
import * as check from './checks.ts';
import type { DecisionPayloads } from './events.ts';
import type { DecisionPhase, DecisionState } from './state.ts';

/** Who takes part in the choice of a contract model, and in which state each may do what. */
export interface DecisionShape {
  readonly state: DecisionState;
  readonly payloads: DecisionPayloads;
  readonly capacity: 'officer' | 'administrator' | 'installation';
  readonly reader: 'author' | 'officer' | 'committee' | 'auditor';
  readonly phases: { readonly decision: DecisionPhase };
  readonly moment: DecisionPhase;
}

const whenSigned: Seen<DecisionShape> = {
  author: 'always',
  officer: 'always',
  committee: 'signed',
  auditor: 'always',
};
const byOfficer = {
  since: 1,
  second: null,
  by: 'officer',
  seen: { that: whenSigned, what: whenSigned },
} as const;
const whileWeighing: { readonly decision: readonly DecisionPhase[] } = { decision: ['weighing'] };

const byAdministrator = { ...byOfficer, since: 4, by: 'administrator', during: whileWeighing, opens: null } as const;
/** From which it is known who prepares the choice, and who was proposed by whom. */
const PEOPLE = ['matrix-published/person', 'officer-succeeded/person'] as const;
const SUCCESSION = [
  'successor-proposed',
  'successor-proposed/person',
  'successor-proposed/actor',
  'officer-succeeded',
] as const;

export const decisionProcedure: Procedure<DecisionShape> = {
  version: 4,
  capacities: {
    officer: {
      role: 'procurement-officer',
      holds: (state, account) => state.officer === account,
      reads: PEOPLE,
      refusal: 'not-the-officer',
    },
    administrator: {
      role: 'administrator',
      // Who has that role stands in the dossier of the accounts; here it is never who prepares the choice.
      holds: (state, account) => state.officer !== account,
      reads: PEOPLE,
      refusal: 'takes-part-otherwise',
    },
    installation: {
      role: null,
      holds: (_, account) => account === INSTALLATION,
      reads: [],
      refusal: 'not-the-installation',
    },
  },
  readers: {
    author: { roles: null },
    officer: { roles: ['procurement-officer'] },
    committee: { roles: ['committee-member'] },
    auditor: { roles: ['auditor'] },
  },
  phaseOf: ({ phase }) => ({ decision: phase }),
  reached: (state, phase) => phase === 'weighing' || state.phase === phase,
  codes: {
    alreadyOpened: 'already-published',
    neverOpened: 'matrix-not-published',
    wrongState: { decision: 'decision-is-signed' },
  },
  steps: {
    [FORMAT_CHANGED]: {
      ...byOfficer,
      since: 2,
      by: 'installation',
      during: { decision: ['weighing', 'signed'] },
      opens: null,
      checks: [],
    },
    'matrix-published': {
      ...byOfficer,
      during: 'opening',
      opens: { decision: 'weighing' },
      checks: [
        always(check.officerPublishes, 'actor', 'matrix-published/person'),
        always(check.matrixIsPublishable),
        between(1, 2, check.followsNothing),
      ],
    },
    'successor-proposed': { ...byAdministrator, checks: [since(4, successorIsAnother, ...PEOPLE)] },
    'officer-succeeded': {
      ...byAdministrator,
      second: { first: proposerOf, reads: SUCCESSION },
      checks: [since(4, successorWasProposed, ...SUCCESSION), since(4, successorIsAnother, ...PEOPLE)],
    },
    'weighing-recorded': {
      ...byOfficer,
      during: whileWeighing,
      opens: null,
      checks: [always(check.weighingFits, 'matrix-published')],
    },
    'alternative-chosen': {
      ...byOfficer,
      during: whileWeighing,
      opens: null,
      checks: [always(check.choiceIsReasoned, 'matrix-published', 'weighing-recorded')],
    },
    'decision-signed': {
      ...byOfficer,
      during: whileWeighing,
      opens: { decision: 'signed' },
      checks: [always(check.somethingIsChosen, 'matrix-published', 'weighing-recorded', 'alternative-chosen')],
    },
  },
};
