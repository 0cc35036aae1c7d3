import { always, type Procedure, type Seen } from '../admission/procedure.ts';
import * as check from './checks.ts';
import type { DecisionPayloads } from './events.ts';
import type { DecisionPhase, DecisionState } from './state.ts';

/** Who takes part in the choice of a contract model, and in which state each may do what. */
export interface DecisionShape {
  readonly state: DecisionState;
  readonly payloads: DecisionPayloads;
  readonly capacity: 'officer';
  readonly reader: 'author' | 'officer' | 'committee' | 'auditor';
  readonly phases: { readonly decision: DecisionPhase };
}

const whenSigned: Seen<DecisionShape> = {
  author: 'always',
  officer: 'always',
  committee: 'signed',
  auditor: 'always',
};
const byOfficer = {
  since: 1,
  confirmedBy: null,
  by: 'officer',
  seen: { that: whenSigned, what: whenSigned },
} as const;
const whileWeighing: { readonly decision: readonly DecisionPhase[] } = { decision: ['weighing'] };

export const decisionProcedure: Procedure<DecisionShape> = {
  version: 1,
  capacities: {
    officer: {
      role: 'procurement-officer',
      holds: (state, account) => state.officer === account,
      refusal: 'not-the-officer',
    },
  },
  readers: {
    author: { role: null },
    officer: { role: 'procurement-officer' },
    committee: { role: 'committee-member' },
    auditor: { role: 'auditor' },
  },
  phaseOf: ({ phase }) => ({ decision: phase }),
  reached: (state, phase) => phase === 'weighing' || state.phase === phase,
  codes: {
    alreadyOpened: 'already-published',
    neverOpened: 'matrix-not-published',
    wrongState: 'decision-is-signed',
  },
  steps: {
    'matrix-published': {
      ...byOfficer,
      during: 'opening',
      opens: { decision: 'weighing' },
      checks: [always(check.matrixIsPublishable)],
    },
    'weighing-recorded': {
      ...byOfficer,
      during: whileWeighing,
      opens: null,
      checks: [always(check.weighingFits)],
    },
    'alternative-chosen': {
      ...byOfficer,
      during: whileWeighing,
      opens: null,
      checks: [always(check.choiceIsReasoned)],
    },
    'decision-signed': {
      ...byOfficer,
      during: whileWeighing,
      opens: { decision: 'signed' },
      checks: [always(check.somethingIsChosen)],
    },
  },
};
