import { always, between, since } from '../../admission/procedure.ts';
import * as assessment from '../checks/assessment.ts';
import * as check from '../checks/course.ts';
import * as letters from '../checks/letters.ts';
import type { courseEvents } from '../state/events/course.ts';
import { PHASES } from '../state/state.ts';
import {
  AMENDMENTS,
  ASSIGNMENT,
  awardAnew,
  by,
  declared,
  GOING_BACK,
  inRounds,
  inTender,
  inTheOpen,
  LETTERS,
  RULES,
  type StepsOf,
  seenAs,
  withTheAward,
} from './shape.ts';

const CONFLICTS = [
  'interests-declared',
  'interests-declared/actor',
  'conflict-judged',
  'conflict-judged/person',
] as const;
const REQUIREMENTS = ['requirements-checked', 'requirements-checked/actor'] as const;
const LOTS = [
  ...RULES,
  'award-computed',
  'award-decision-sent',
  'lot-fixed',
  'lot-unfixed',
  'lot-withdrawn',
  'lot-reopened',
] as const;

/** From the rules to the decision, and what is said of lots and of the tender as a whole. */
export const courseSteps: StepsOf<keyof typeof courseEvents> = {
  'rules-published': {
    ...by('chair'),
    during: 'opening',
    opens: { tender: 'registration', round: 'none', course: 'running' },
    seen: seenAs(inTheOpen),
    checks: [
      always(check.chairPublishes, 'actor', 'rules-published/person'),
      always(check.rulesArePublishable),
      since(3, check.newRulesArePublishable),
    ],
  },
  'rules-amended': {
    ...by('chair', AMENDMENTS),
    during: inTender('registration'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [
      since(AMENDMENTS, check.rulesArePublishable),
      since(AMENDMENTS, check.newRulesArePublishable),
      since(AMENDMENTS, check.rulesDiffer, ...RULES),
      since(AMENDMENTS, check.noBidIsIn, 'bid-registered', 'bid-struck'),
      since(
        AMENDMENTS,
        check.whatWasSaidStillFits,
        ...RULES,
        'assessor-appointed',
        'assessor-appointed/person',
        'assessor-released',
        'assessor-released/person',
        'lot-withdrawn',
        'lot-reopened',
      ),
    ],
  },
  'assessment-opened': {
    ...by('chair'),
    during: inTender('registration'),
    opens: { tender: 'assessment', round: 'assessment' },
    seen: seenAs(inTheOpen),
    checks: [
      always(check.somebodyAndSomethingToAssess, ...RULES, 'assessor-appointed', 'bid-registered'),
      declared(),
      since(GOING_BACK, check.lettersFit, ...RULES, 'bid-registered', 'bid-struck'),
    ],
  },
  'consensus-opened': {
    ...by('chair'),
    during: inTender('assessment'),
    opens: { tender: 'consensus', round: 'consensus' },
    seen: seenAs(inTheOpen),
    checks: [
      always(assessment.allAssessed, ...ASSIGNMENT, 'assessment-submitted', 'assessment-submitted/actor'),
      since(
        GOING_BACK,
        assessment.everythingIsAssessed,
        ...ASSIGNMENT,
        'assessment-submitted',
        'assessment-submitted/actor',
      ),
      since(GOING_BACK, check.noConflictIsOpen, ...CONFLICTS),
    ],
  },
  'quality-closed': {
    ...by('chair'),
    during: inTender('consensus'),
    opens: { tender: 'quality-closed', round: 'none' },
    seen: seenAs(inTheOpen),
    checks: [
      always(assessment.allAgreed, ...ASSIGNMENT, 'consensus-recorded'),
      since(
        GOING_BACK,
        assessment.nothingIsDoubted,
        ...ASSIGNMENT,
        'consensus-recorded',
        'consensus-confirmed',
        'assessment-submitted',
        'assessment-submitted/actor',
      ),
      since(GOING_BACK, check.noConflictIsOpen, ...CONFLICTS),
    ],
  },
  'quality-reopened': {
    ...by('chair', GOING_BACK),
    during: inRounds(['none'], 'quality-closed'),
    opens: { tender: 'consensus', round: 'consensus' },
    seen: seenAs(inTheOpen),
    checks: [
      since(GOING_BACK, check.isInTheFirstRound, 'round-opened'),
      since(GOING_BACK, check.noPriceIsOpen, 'prices-opened', 'price-recorded'),
      since(GOING_BACK, check.nothingWasAwarded, 'award-computed'),
    ],
  },
  'draw-recorded': {
    ...by('chair'),
    during: inTender('awarded'),
    opens: { tender: 'quality-closed' },
    seen: seenAs(inTheOpen),
    checks: [
      between(1, 5, check.drawIsTheOneNeeded, 'bid-registered', 'award-computed', 'bid-set-aside', 'draw-recorded'),
      between(5, 5, check.drawIsForItsLots, 'award-computed', 'bid-set-aside', 'draw-recorded'),
      since(
        GOING_BACK,
        check.drawIsNeededOrHeldAgain,
        'bid-registered',
        'award-computed',
        'bid-set-aside',
        'draw-recorded',
      ),
    ],
  },
  'award-computed': {
    ...by('chair'),
    during: inRounds(['none'], 'quality-closed'),
    opens: { tender: 'awarded' },
    seen: seenAs(withTheAward),
    checks: [
      always(check.engineIsKnown),
      since(2, check.engineIsOfItsDay),
      since(5, check.engineIsTheThird),
      since(
        GOING_BACK,
        check.everythingIsScored,
        ...ASSIGNMENT,
        'consensus-recorded',
        'assessment-submitted',
        'quality-closed',
        'consensus-opened',
        'round-consensus-opened',
        'round-closed',
        'round-annulled',
        'round-restored',
        'lot-fixed',
        'lot-unfixed',
      ),
    ],
  },
  'award-decision-sent': {
    ...by('chair', GOING_BACK),
    during: inTender('awarded'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [
      between(GOING_BACK, LETTERS - 1, check.decisionCanBeSent, ...LOTS, ...REQUIREMENTS),
      since(LETTERS, check.decisionCanBeSentOrSentAnew, ...LOTS, ...REQUIREMENTS),
      since(
        LETTERS,
        letters.everyBidderHasItsLetter,
        ...LOTS,
        'letter-issued',
        'bid-registered',
        'bid-corrected',
        'bid-struck',
      ),
    ],
  },
  'lot-fixed': {
    ...by('chair', GOING_BACK),
    during: inTender('awarded'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [
      since(GOING_BACK, check.lotCanBeFixed, ...LOTS, ...REQUIREMENTS),
      since(LETTERS, letters.lotIsFinal, ...LOTS, 'proceeding-started', 'proceeding-ended'),
    ],
  },
  'lot-unfixed': {
    ...by('chair', GOING_BACK),
    during: inTender('quality-closed', 'awarded'),
    opens: awardAnew,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.lotIsFixed, ...LOTS)],
  },
  'lot-withdrawn': {
    ...by('chair', GOING_BACK),
    during: inTender(...PHASES),
    opens: awardAnew,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.lotCanBeWithdrawn, ...LOTS)],
  },
  'lot-reopened': {
    ...by('chair', GOING_BACK),
    during: inTender(...PHASES),
    opens: awardAnew,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.lotIsWithdrawn, ...LOTS)],
  },
  'tender-stopped': {
    ...by('chair', GOING_BACK),
    during: inTender(...PHASES),
    opens: { course: 'stopped' },
    seen: seenAs(inTheOpen),
    checks: [],
  },
  'tender-resumed': {
    ...by('chair', GOING_BACK),
    during: { course: ['stopped'] },
    opens: { course: 'running' },
    seen: seenAs(inTheOpen),
    checks: [],
  },
  'tender-archived': {
    ...by('chair', GOING_BACK),
    during: { course: ['running', 'stopped'] },
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.isNotArchived, 'tender-archived', 'tender-unarchived')],
  },
  'tender-unarchived': {
    ...by('chair', GOING_BACK),
    during: { course: ['running', 'stopped'] },
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.isArchived, 'tender-archived', 'tender-unarchived')],
  },
};
