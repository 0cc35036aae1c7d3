import { always, type Procedure, type Read, type Seen, since } from '../admission/procedure.ts';
import { FORMAT_CHANGED } from '../disclosure/format.ts';
import { INSTALLATION } from '../roles.ts';
import { proposerOf, successorIsAnother, successorWasProposed } from '../succession.ts';
import * as check from './checks.ts';
import type { PlanPayloads } from './events.ts';
import type { PlanPhase, PlanState } from './state.ts';

/** Who takes part in a purchase plan, and in which state each may do what. */
export interface PlanShape {
  readonly state: PlanState;
  readonly payloads: PlanPayloads;
  readonly capacity: 'officer' | 'colleague' | 'administrator' | 'installation';
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

const byAdministrator = { ...byOfficer, since: 2, by: 'administrator', during: whileOpen } as const;
/** From which it is known who leads the plan, and who was proposed by whom. */
const PEOPLE = ['plan-opened/person', 'officer-changed/person', 'officer-succeeded/person'] as const;
const SUCCESSION = [
  'successor-proposed',
  'successor-proposed/person',
  'successor-proposed/actor',
  'officer-succeeded',
  'officer-changed',
] as const;

export const planProcedure: Procedure<PlanShape> = {
  version: 2,
  capacities: {
    officer: {
      role: 'procurement-officer',
      holds: (state, account) => state.officer === account,
      reads: PEOPLE,
      refusal: 'not-the-planner',
    },
    /** Any procurement officer: who leads the plan hands it over, and who is gone is succeeded. */
    colleague: {
      role: 'procurement-officer',
      holds: () => true,
      reads: [],
      refusal: 'not-the-planner',
    },
    administrator: {
      role: 'administrator',
      // Who has that role stands in the dossier of the accounts; here it is never who leads the plan.
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
      checks: [always(check.officerIsAnother, ...PEOPLE)],
    },
    'successor-proposed': { ...byAdministrator, checks: [since(2, successorIsAnother, ...PEOPLE)] },
    'officer-succeeded': {
      ...byAdministrator,
      second: { first: proposerOf, reads: SUCCESSION },
      checks: [since(2, successorWasProposed, ...SUCCESSION), since(2, successorIsAnother, ...PEOPLE)],
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
