import { always, between, since } from '../../admission/procedure.ts';
import * as check from '../checks/people.ts';
import type { peopleEvents } from '../state/events/people.ts';
import { PHASES } from '../state/state.ts';
import { ASSIGNMENT, awardAnew, by, inTender, inTheOpen, NOW, personal, type StepsOf, seenAs } from './shape.ts';

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
const KNOWS = ['price-sealed/actor', 'assessment-saved/actor', 'assessment-submitted/actor'] as const;

const named = {
  ...by('chair', NOW),
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
      between(1, NOW - 1, check.assessmentIsNotOpen),
      since(NOW, check.somebodyCanStillAssess, 'round-opened'),
      always(check.assessorIsNew, 'rules-published/person', 'assessor-released', 'round-opened', ...TAKES_PART),
      since(3, check.assessorDoesNotAudit, ...TAKES_PART),
      since(NOW, check.assessorOnlyAssesses, 'rules-published', 'price-sealed/actor', ...TAKES_PART),
    ],
  },
  'assessor-released': {
    ...by('chair', NOW),
    during: inTender(...PHASES),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [
      since(NOW, check.assessorCanGo, ...ASSIGNMENT, ...TAKES_PART),
      since(NOW, check.roundIsNotOver, 'quality-closed', 'round-closed', 'round-opened'),
      since(NOW, check.reasonIsGiven, 'assessor-released/note'),
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
    ...by('chair', NOW),
    ...beforeAssessment,
    checks: [since(NOW, check.onlookerIsAnnounced, 'rules-published', ...TAKES_PART)],
  },
  'onlooker-released': {
    ...by('chair', NOW),
    ...beforeAssessment,
    checks: [since(NOW, check.onlookerLooksOn, ...TAKES_PART)],
  },
  'witness-named': { ...named, checks: [since(NOW, check.witnessStandsFree, ...TAKES_PART)] },
  'witness-released': { ...named, checks: [since(NOW, check.witnessIsThere, ...TAKES_PART)] },
  'keeper-named': { ...named, checks: [since(NOW, check.keeperStandsFree, ...TAKES_PART)] },
  'keeper-released': { ...named, checks: [since(NOW, check.keeperIsThere, ...TAKES_PART)] },
  'deputy-named': {
    ...named,
    checks: [
      since(NOW, check.chairActs, 'actor', ...TAKES_PART),
      since(NOW, check.deputyStandsFree, ...TAKES_PART, ...KNOWS),
    ],
  },
  'deputy-released': {
    ...named,
    checks: [since(NOW, check.chairActs, 'actor', ...TAKES_PART), since(NOW, check.deputyIsThere, ...TAKES_PART)],
  },
  'chair-handed-over': {
    ...named,
    checks: [
      since(NOW, check.chairActs, 'actor', ...TAKES_PART),
      since(NOW, check.chairCanFollow, ...TAKES_PART, ...KNOWS),
    ],
  },
  'succession-proposed': {
    ...named,
    ...by('administrator', NOW),
    checks: [since(NOW, check.chairCanFollow, ...TAKES_PART, ...KNOWS)],
  },
  'chair-succeeded': {
    ...named,
    ...by('administrator', NOW),
    second: {
      first: ({ succession }) => succession?.by ?? null,
      reads: ['succession-proposed', 'succession-proposed/actor', 'chair-succeeded', 'chair-handed-over'],
    },
    checks: [
      since(NOW, check.chairWasProposed, ...TAKES_PART),
      since(NOW, check.chairCanFollow, ...TAKES_PART, ...KNOWS),
    ],
  },
  'interests-declared': {
    ...by('participant', NOW),
    during: inTender(...PHASES),
    opens: null,
    seen: seenAs(personal),
    checks: [
      since(
        NOW,
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
      since(NOW, check.conflictsAreExplained, 'interests-declared/note'),
    ],
  },
  'conflict-judged': {
    ...by('chair', NOW),
    during: inTender(...PHASES),
    opens: null,
    seen: seenAs(personal),
    checks: [
      since(
        NOW,
        check.conflictCanBeJudged,
        'actor',
        'interests-declared',
        'interests-declared/actor',
        'conflict-found',
      ),
    ],
  },
  'conflict-found': {
    ...by('chair', NOW),
    during: inTender(...PHASES),
    opens: awardAnew,
    seen: seenAs(personal),
    checks: [
      since(NOW, check.conflictCanBeFound, 'actor', ...ASSIGNMENT, ...TAKES_PART, ...KNOWS),
      since(NOW, check.reasonIsGiven, 'conflict-found/note'),
    ],
  },
};
