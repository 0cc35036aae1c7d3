import { always, type Procedure, type Seen, since } from '../admission/procedure.ts';
import { FORMAT_CHANGED } from '../disclosure/format.ts';
import { INSTALLATION } from '../roles.ts';
import * as check from './checks.ts';
import type { TenderPayloads } from './events.ts';
import { PHASES, type Phase, type TenderState } from './state.ts';

/** Who takes part in a tender, and in which state each may do what: the one place where that is said. */
export interface TenderShape {
  readonly state: TenderState;
  readonly payloads: TenderPayloads;
  readonly capacity: 'chair' | 'assessor' | 'installation';
  readonly reader: 'author' | 'chair' | 'assessor' | 'committee' | 'onlooker' | 'auditor';
  readonly phases: { readonly tender: Phase };
}

type SeenHere = Seen<TenderShape>;

/** Facts about the tender itself: for everybody who takes part in it. */
const inTheOpen: SeenHere = {
  author: 'always',
  chair: 'always',
  assessor: 'always',
  committee: 'awarded',
  onlooker: 'always',
  auditor: 'always',
};
/** How far an assessor is: the chair waits for it, the other assessors are not to be led by it. */
const progress: SeenHere = { ...inTheOpen, assessor: 'consensus', committee: 'never' };
/** What is found of the bids: an auditor who was not named to look on sees that it was recorded and when, and what once it is settled. */
const findings: SeenHere = { ...inTheOpen, auditor: 'quality-closed' };
/** What one assessor finds: nobody in the committee is led by another, until all have handed in. */
const independent: SeenHere = { ...findings, chair: 'consensus', assessor: 'consensus', committee: 'never' };
const sincePricesOpened: SeenHere = {
  author: 'always',
  chair: 'quality-closed',
  assessor: 'awarded',
  committee: 'awarded',
  onlooker: 'quality-closed',
  auditor: 'quality-closed',
};
/** The award, while one stands. */
const withTheAward: SeenHere = {
  author: 'awarded',
  chair: 'awarded',
  assessor: 'awarded',
  committee: 'awarded',
  onlooker: 'awarded',
  auditor: 'awarded',
};
const seenAs = (seen: SeenHere) => ({ that: seen, what: seen });

const first = { since: 1, confirmedBy: null } as const;
const byChair = { ...first, by: 'chair' } as const;
const byAssessor = { ...first, by: 'assessor' } as const;
const inTender = (...tender: readonly Phase[]) => ({ tender });

export const tenderProcedure: Procedure<TenderShape> = {
  version: 5,
  capacities: {
    chair: {
      role: 'procurement-officer',
      holds: (state, account) => state.chair === account,
      reads: ['rules-published/person'],
      refusal: 'not-the-chair',
    },
    assessor: {
      role: 'assessor',
      holds: (state, account) => state.assessors.has(account),
      reads: ['assessor-appointed/person'],
      refusal: 'not-an-assessor',
    },
    installation: {
      role: null,
      holds: (_, account) => account === INSTALLATION,
      reads: [],
      refusal: 'not-the-installation',
    },
  },
  readers: {
    author: { role: null },
    chair: { role: 'procurement-officer' },
    assessor: { role: 'assessor' },
    committee: { role: 'committee-member' },
    onlooker: { role: 'auditor' },
    auditor: { role: 'auditor' },
  },
  phaseOf: ({ phase }) => ({ tender: phase }),
  reached: (state, phase) => PHASES.indexOf(state.phase) >= PHASES.indexOf(phase),
  codes: { alreadyOpened: 'already-published', neverOpened: 'rules-not-published', wrongState: 'wrong-phase' },
  steps: {
    [FORMAT_CHANGED]: {
      since: 4,
      by: 'installation',
      confirmedBy: null,
      during: inTender(...PHASES),
      opens: null,
      seen: seenAs(inTheOpen),
      checks: [],
    },
    'rules-published': {
      ...byChair,
      during: 'opening',
      opens: inTenderNow('registration'),
      seen: seenAs(inTheOpen),
      checks: [
        always(check.chairPublishes, 'actor', 'rules-published/person'),
        always(check.rulesArePublishable),
        since(3, check.newRulesArePublishable),
      ],
    },
    'assessor-appointed': {
      ...byChair,
      during: inTender('registration'),
      opens: null,
      seen: seenAs(inTheOpen),
      checks: [
        always(check.assessorIsNew, 'rules-published/person', 'assessor-appointed/person'),
        since(
          3,
          check.assessorDoesNotAudit,
          'assessor-appointed/person',
          'auditor-named/person',
          'auditor-released/person',
        ),
      ],
    },
    'auditor-named': {
      ...byChair,
      since: 3,
      during: inTender('registration'),
      opens: null,
      seen: seenAs(inTheOpen),
      checks: [
        since(
          3,
          check.auditorStandsOutside,
          'rules-published/person',
          'assessor-appointed/person',
          'auditor-named/person',
          'auditor-released/person',
        ),
      ],
    },
    'auditor-released': {
      ...byChair,
      since: 3,
      during: inTender('registration'),
      opens: null,
      seen: seenAs(inTheOpen),
      checks: [since(3, check.auditorLooksOn, 'auditor-named/person', 'auditor-released/person')],
    },
    'bid-registered': {
      ...byChair,
      during: inTender('registration'),
      opens: null,
      seen: seenAs(inTheOpen),
      checks: [always(check.bidFitsRules, 'rules-published', 'bid-registered')],
    },
    'assessment-opened': {
      ...byChair,
      during: inTender('registration'),
      opens: inTenderNow('assessment'),
      seen: seenAs(inTheOpen),
      checks: [always(check.somebodyAndSomethingToAssess, 'rules-published', 'assessor-appointed', 'bid-registered')],
    },
    'assessment-saved': {
      ...byAssessor,
      during: inTender('assessment'),
      opens: null,
      seen: { that: progress, what: independent },
      checks: [
        always(
          check.draftFits,
          'actor',
          'rules-published',
          'bid-registered',
          'assessment-saved',
          'assessment-saved/actor',
          'assessment-submitted',
          'assessment-submitted/actor',
        ),
      ],
    },
    'assessment-submitted': {
      ...byAssessor,
      during: inTender('assessment'),
      opens: null,
      seen: { that: progress, what: independent },
      checks: [always(check.assessmentIsComplete, 'rules-published', 'bid-registered')],
    },
    'consensus-opened': {
      ...byChair,
      during: inTender('assessment'),
      opens: inTenderNow('consensus'),
      seen: seenAs(inTheOpen),
      checks: [
        always(
          check.allAssessed,
          'rules-published',
          'bid-registered',
          'assessor-appointed/person',
          'assessment-submitted',
          'assessment-submitted/actor',
        ),
      ],
    },
    'consensus-recorded': {
      ...byChair,
      during: inTender('consensus'),
      opens: null,
      seen: { that: inTheOpen, what: findings },
      checks: [always(check.consensusFits, 'rules-published', 'bid-registered')],
    },
    'quality-closed': {
      ...byChair,
      during: inTender('consensus'),
      opens: inTenderNow('quality-closed'),
      seen: seenAs(inTheOpen),
      checks: [always(check.allAgreed, 'rules-published', 'bid-registered', 'consensus-recorded')],
    },
    'price-recorded': {
      ...byChair,
      during: inTender('quality-closed'),
      opens: null,
      seen: seenAs(sincePricesOpened),
      checks: [always(check.priceFits, 'rules-published', 'bid-registered', 'award-computed')],
    },
    'bid-set-aside': {
      ...byChair,
      during: inTender('quality-closed', 'awarded'),
      opens: inTenderNow('quality-closed'),
      seen: seenAs(inTheOpen),
      checks: [always(check.bidCanFall, 'rules-published', 'bid-registered', 'bid-set-aside', 'award-computed')],
    },
    'draw-recorded': {
      ...byChair,
      during: inTender('awarded'),
      opens: inTenderNow('quality-closed'),
      seen: seenAs(inTheOpen),
      checks: [
        always(check.drawIsTheOneNeeded, 'bid-registered', 'award-computed', 'bid-set-aside', 'draw-recorded'),
        since(5, check.drawIsForItsLots, 'award-computed', 'bid-set-aside', 'draw-recorded'),
      ],
    },
    'award-computed': {
      ...byChair,
      during: inTender('quality-closed'),
      opens: inTenderNow('awarded'),
      seen: seenAs(withTheAward),
      checks: [always(check.engineIsKnown), since(2, check.engineIsOfItsDay), since(5, check.engineIsTheThird)],
    },
  },
};

function inTenderNow(tender: Phase) {
  return { tender };
}
