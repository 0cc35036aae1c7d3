import type { Procedure } from '../admission/procedure.ts';
import { FORMAT_CHANGED } from '../disclosure/format.ts';
import { INSTALLATION } from '../roles.ts';
import { takesPart } from './checks/people.ts';
import { assessmentSteps } from './procedure/assessment.ts';
import { bidSteps, priceSteps } from './procedure/bids.ts';
import { courseSteps } from './procedure/course.ts';
import { documentSteps } from './procedure/documents.ts';
import { letterSteps } from './procedure/letters.ts';
import { peopleSteps } from './procedure/people.ts';
import { by, inTheOpen, LETTERS, seenAs, type TenderShape } from './procedure/shape.ts';
import { bidsWithSealedDocuments } from './state/documents.ts';
import { isMember } from './state/rounds.ts';
import { MOMENTS, type Moment, type TenderState } from './state/state.ts';

export type { TenderShape } from './procedure/shape.ts';

const CHAIR = [
  'rules-published/person',
  'chair-handed-over/person',
  'chair-succeeded/person',
  'deputy-named/person',
  'deputy-released/person',
] as const;
const ASSESSORS = ['assessor-appointed/person', 'assessor-released/person'] as const;
const WITNESSES = [
  'witness-named/person',
  'witness-released/person',
  'keeper-named/person',
  'keeper-released/person',
] as const;

/** Who takes part in a tender, and in which state each may do what: the one place where that is said. The steps stand by subject in procedure/. */
export const tenderProcedure: Procedure<TenderShape> = {
  version: LETTERS,
  capacities: {
    chair: {
      role: 'procurement-officer',
      holds: (state, account) => state.chair === account || state.deputies.has(account),
      reads: CHAIR,
      refusal: 'not-the-chair',
    },
    assessor: {
      role: 'assessor',
      holds: (state, account) => isMember(state, account),
      reads: ASSESSORS,
      refusal: 'not-an-assessor',
    },
    keeper: {
      role: 'procurement-officer',
      holds: (state, account) => state.keepers.has(account),
      reads: ['keeper-named/person', 'keeper-released/person'],
      refusal: 'not-the-keeper',
    },
    /** Who may be the second of two people. */
    second: {
      role: null,
      holds: takesPart,
      reads: [...CHAIR, ...ASSESSORS, ...WITNESSES],
      refusal: 'does-not-take-part',
    },
    /** Whoever has a part in it, whatever part. */
    participant: {
      role: null,
      holds: takesPart,
      reads: [...CHAIR, ...ASSESSORS, ...WITNESSES],
      refusal: 'does-not-take-part',
    },
    administrator: {
      role: 'administrator',
      // Who has that role stands in the dossier of the accounts; in a tender it is never who takes part in it.
      holds: (state, account) => !takesPart(state, account),
      reads: [...CHAIR, ...ASSESSORS, ...WITNESSES],
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
    chair: { roles: ['procurement-officer'] },
    assessor: { roles: ['assessor'] },
    /** Who witnesses, and who keeps prices. */
    witness: { roles: ['procurement-officer', 'assessor', 'committee-member'] },
    committee: { roles: ['committee-member'] },
    onlooker: { roles: ['auditor', 'committee-member'] },
    auditor: { roles: ['auditor'] },
  },
  phaseOf: ({ phase, roundPhase, course }) => ({ tender: phase, round: roundPhase, course }),
  reached,
  codes: {
    alreadyOpened: 'already-published',
    neverOpened: 'rules-not-published',
    wrongState: { tender: 'wrong-phase', round: 'wrong-round', course: 'tender-is-stopped' },
  },
  steps: {
    [FORMAT_CHANGED]: {
      ...by('installation', 4),
      during: { course: ['running', 'stopped'] },
      opens: null,
      seen: seenAs(inTheOpen),
      checks: [],
    },
    ...courseSteps,
    ...bidSteps,
    ...priceSteps,
    ...documentSteps,
    ...letterSteps,
    ...peopleSteps,
    ...assessmentSteps,
  },
};

/** Prices are open once two people opened them, or when quality was closed and nothing had been taken into keeping before. */
function reached(state: TenderState, moment: Moment): boolean {
  if (moment === 'prices-opened' && state.phase === 'quality-closed') {
    return state.pricesOpened !== null || (state.sealed.size === 0 && bidsWithSealedDocuments(state).length === 0);
  }
  return MOMENTS.indexOf(state.phase) >= MOMENTS.indexOf(moment);
}
