import { always, type Procedure, type Read, type Seen } from '../admission/procedure.ts';
import { FORMAT_CHANGED } from '../disclosure/format.ts';
import { INSTALLATION } from '../roles.ts';
import * as check from './checks.ts';
import type { PlanPayloads } from './events.ts';
import type { PlanPhase, PlanState } from './state.ts';

/** Who takes part in a purchase plan, and in which state each may do what. */
export interface PlanShape {
  readonly state: PlanState;
  readonly payloads: PlanPayloads;
  readonly capacity: 'officer' | 'colleague' | 'installation';
  readonly reader: 'author' | 'officer' | 'committee' | 'auditor';
  readonly phases: { readonly plan: PlanPhase };
  readonly moment: 'adopted';
}

/** Once it was adopted a plan is read by the committee, and what is changed in it after that too. */
const onceAdopted: Seen<PlanShape> = {
  author: 'always',
  officer: 'always',
  committee: 'adopted',
  auditor: 'always',
};
const byOfficer = {
  since: 1,
  second: null,
  by: 'officer',
  opens: null,
  seen: { that: onceAdopted, what: onceAdopted },
} as const;
const whileOpen: { readonly plan: readonly PlanPhase[] } = { plan: ['drafting', 'adopted'] };
/** All that says what is planned, as it stands. */
const entries: readonly Read<PlanShape>[] = [
  'service-planned',
  'phase-planned',
  'moment-planned',
  'entry-withdrawn',
  'plan-adopted',
];

export const planProcedure: Procedure<PlanShape> = {
  version: 1,
  capacities: {
    officer: {
      role: 'procurement-officer',
      holds: (state, account) => state.officer === account,
      reads: ['plan-opened/person', 'officer-changed/person'],
      refusal: 'not-the-planner',
    },
    /** Any procurement officer: who leads the plan hands it over, and who is gone is succeeded. */
    colleague: {
      role: 'procurement-officer',
      holds: () => true,
      reads: [],
      refusal: 'not-the-planner',
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
  phaseOf: ({ phase }) => ({ plan: phase }),
  reached: ({ adopted }) => adopted !== null,
  codes: {
    alreadyOpened: 'plan-already-opened',
    neverOpened: 'plan-not-opened',
    wrongState: { plan: 'plan-in-other-state' },
  },
  steps: {
    [FORMAT_CHANGED]: {
      ...byOfficer,
      by: 'installation',
      during: { plan: ['drafting', 'adopted', 'closed'] },
      checks: [],
    },
    'plan-opened': {
      ...byOfficer,
      during: 'opening',
      opens: { plan: 'drafting' },
      checks: [always(check.officerOpens, 'actor', 'plan-opened/person')],
    },
    'officer-changed': {
      ...byOfficer,
      by: 'colleague',
      during: { plan: ['drafting', 'adopted', 'closed'] },
      checks: [always(check.officerIsAnother, 'plan-opened/person', 'officer-changed/person')],
    },
    'service-planned': {
      ...byOfficer,
      during: whileOpen,
      checks: [always(check.serviceFits, 'plan-opened'), always(check.serviceIsReasoned, ...entries)],
    },
    'phase-planned': {
      ...byOfficer,
      during: whileOpen,
      checks: [always(check.periodFits), always(check.phaseIsReasoned, ...entries)],
    },
    'moment-planned': {
      ...byOfficer,
      during: whileOpen,
      checks: [always(check.periodFits), always(check.momentIsReasoned, ...entries)],
    },
    'plan-adopted': {
      ...byOfficer,
      during: whileOpen,
      opens: { plan: 'adopted' },
      checks: [always(check.planIsAdoptable, ...entries, 'dossier-reopened')],
    },
    'entry-withdrawn': {
      ...byOfficer,
      during: whileOpen,
      checks: [always(check.entryStands, ...entries)],
    },
    'dossier-closed': { ...byOfficer, during: whileOpen, opens: { plan: 'closed' }, checks: [] },
    'dossier-reopened': { ...byOfficer, during: { plan: ['closed'] }, opens: { plan: 'drafting' }, checks: [] },
  },
};
