import { always, between, since } from '../../admission/procedure.ts';
import * as check from '../checks/people.ts';
import type { peopleEvents } from '../state/events/people.ts';
import { PHASES } from '../state/state.ts';
import {
  ASSIGNMENT,
  awardAnew,
  by,
  GOING_BACK,
  inTender,
  inTheOpen,
  personal,
  RULES,
  type StepsOf,
  seenAs,
} from './shape.ts';

/** From which it is known who takes part in what. */
const TAKES_PART = [
  'rules-published/person',
  'assessor-appointed/person',
  'assessor-released/person',
  'auditor-named/person',
  'auditor-released/person',
  'onlooker-named/person',
  'onlooker-released/person',
  'witness-named/person',
  'witness-released/person',
  'keeper-named/person',
  'keeper-released/person',
  'deputy-named/person',
  'deputy-released/person',
  'chair-handed-over/person',
  'succession-proposed/person',
  'chair-succeeded/person',
] as const;

/** Who knows a price before it is opened, and who assessed. */
const SEALED_BY = ['price-sealed/actor', 'document-sealed/actor'] as const;
const KNOWS = [...SEALED_BY, 'assessment-saved/actor', 'assessment-submitted/actor'] as const;

const named = {
  ...by('chair', GOING_BACK),
  during: inTender(...PHASES),
  opens: null,
  seen: seenAs(inTheOpen),
} as const;
const beforeAssessment = { during: inTender('registration'), opens: null, seen: seenAs(inTheOpen) } as const;

/** Who takes part, and what they declare. */
export const peopleSteps: StepsOf<keyof typeof peopleEvents> = {
  'assessor-appointed': {
    ...by('chair'),
    during: inTender('registration', 'assessment', 'quality-closed', 'awarded'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [
      between(1, GOING_BACK - 1, check.assessmentIsNotOpen),
      since(GOING_BACK, check.somebodyCanStillAssess, 'round-opened'),
      always(check.assessorIsNew, 'rules-published/person', 'assessor-released', 'round-opened', ...TAKES_PART),
      since(3, check.assessorDoesNotAudit, ...TAKES_PART),
      since(GOING_BACK, check.assessorOnlyAssesses, ...RULES, ...SEALED_BY, ...TAKES_PART),
    ],
  },
  'assessor-released': {
    ...by('chair', GOING_BACK),
    during: inTender(...PHASES),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [
      since(GOING_BACK, check.assessorCanGo, ...ASSIGNMENT, ...TAKES_PART),
      since(GOING_BACK, check.roundIsNotOver, 'quality-closed', 'round-closed', 'round-opened'),
      since(GOING_BACK, check.reasonIsGiven, 'assessor-released/note'),
    ],
  },
  'auditor-named': {
    ...by('chair', 3),
    ...beforeAssessment,
    checks: [since(3, check.auditorStandsOutside, ...TAKES_PART)],
  },
  'auditor-released': {
    ...by('chair', 3),
    ...beforeAssessment,
    checks: [since(3, check.auditorLooksOn, 'auditor-named/person', 'auditor-released/person')],
  },
  'onlooker-named': {
    ...by('chair', GOING_BACK),
    ...beforeAssessment,
    checks: [since(GOING_BACK, check.onlookerIsAnnounced, ...RULES, ...TAKES_PART)],
  },
  'onlooker-released': {
    ...by('chair', GOING_BACK),
    ...beforeAssessment,
    checks: [since(GOING_BACK, check.onlookerLooksOn, ...TAKES_PART)],
  },
  'witness-named': { ...named, checks: [since(GOING_BACK, check.witnessStandsFree, ...TAKES_PART)] },
  'witness-released': { ...named, checks: [since(GOING_BACK, check.witnessIsThere, ...TAKES_PART)] },
  'keeper-named': { ...named, checks: [since(GOING_BACK, check.keeperStandsFree, ...TAKES_PART)] },
  'keeper-released': { ...named, checks: [since(GOING_BACK, check.keeperIsThere, ...TAKES_PART)] },
  'deputy-named': {
    ...named,
    checks: [
      since(GOING_BACK, check.chairActs, 'actor', ...TAKES_PART),
      since(GOING_BACK, check.deputyStandsFree, ...TAKES_PART, ...KNOWS),
    ],
  },
  'deputy-released': {
    ...named,
    checks: [
      since(GOING_BACK, check.chairActs, 'actor', ...TAKES_PART),
      since(GOING_BACK, check.deputyIsThere, ...TAKES_PART),
    ],
  },
  'chair-handed-over': {
    ...named,
    checks: [
      since(GOING_BACK, check.chairActs, 'actor', ...TAKES_PART),
      since(GOING_BACK, check.chairCanFollow, ...TAKES_PART, ...KNOWS),
    ],
  },
  'succession-proposed': {
    ...named,
    ...by('administrator', GOING_BACK),
    checks: [since(GOING_BACK, check.chairCanFollow, ...TAKES_PART, ...KNOWS)],
  },
  'chair-succeeded': {
    ...named,
    ...by('administrator', GOING_BACK),
    second: {
      first: ({ succession }) => succession?.by ?? null,
      reads: ['succession-proposed', 'succession-proposed/actor', 'chair-succeeded', 'chair-handed-over'],
    },
    checks: [
      since(GOING_BACK, check.chairWasProposed, ...TAKES_PART),
      since(GOING_BACK, check.chairCanFollow, ...TAKES_PART, ...KNOWS),
    ],
  },
  'interests-declared': {
    ...by('participant', GOING_BACK),
    during: inTender(...PHASES),
    opens: null,
    seen: seenAs(personal),
    checks: [
      since(
        GOING_BACK,
        check.declarationFits,
        'actor',
        'bid-registered',
        'bid-corrected',
        'bid-struck',
        'interests-declared',
        'interests-declared/actor',
        'conflict-judged',
        'conflict-found',
      ),
      since(GOING_BACK, check.conflictsAreExplained, 'interests-declared/note'),
    ],
  },
  'conflict-judged': {
    ...by('chair', GOING_BACK),
    during: inTender(...PHASES),
    opens: null,
    seen: seenAs(personal),
    checks: [
      since(
        GOING_BACK,
        check.conflictCanBeJudged,
        'actor',
        'interests-declared',
        'interests-declared/actor',
        'conflict-found',
      ),
    ],
  },
  'conflict-found': {
    ...by('chair', GOING_BACK),
    during: inTender(...PHASES),
    opens: awardAnew,
    seen: seenAs(personal),
    checks: [
      since(GOING_BACK, check.conflictCanBeFound, 'actor', ...ASSIGNMENT, ...TAKES_PART, ...KNOWS),
      since(GOING_BACK, check.reasonIsGiven, 'conflict-found/note'),
    ],
  },
};
