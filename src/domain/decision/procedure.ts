import { always, between, type Procedure, type Seen } from '../admission/procedure.ts';
import { FORMAT_CHANGED } from '../disclosure/format.ts';
import { INSTALLATION } from '../roles.ts';
import * as check from './checks.ts';
import type { DecisionPayloads } from './events.ts';
import type { DecisionPhase, DecisionState } from './state.ts';

/** Who takes part in the choice of a contract model, and in which state each may do what. */
export interface DecisionShape {
  readonly state: DecisionState;
  readonly payloads: DecisionPayloads;
  readonly capacity: 'officer' | 'installation';
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

export const decisionProcedure: Procedure<DecisionShape> = {
  version: 3,
  capacities: {
    officer: {
      role: 'procurement-officer',
      holds: (state, account) => state.officer === account,
      reads: ['matrix-published/person'],
      refusal: 'not-the-officer',
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
