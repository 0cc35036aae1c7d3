import { always, type Check, since } from '../../admission/procedure.ts';
import * as check from '../checks/assessment.ts';
import { noConflictIsOpen } from '../checks/course.ts';
import type { assessmentEvents } from '../state/events/assessment.ts';
import type { TenderPayload } from '../state/events.ts';
import {
  ASSIGNMENT,
  awardAnew,
  by,
  declared,
  findings,
  GOING_BACK,
  independent,
  inRounds,
  inTheOpen,
  ofBid,
  progress,
  RULES,
  type StepsOf,
  seenAs,
  type TenderShape,
  unbiased,
} from './shape.ts';

const SUBMITTED = ['assessment-submitted', 'assessment-submitted/actor'] as const;
const CONFLICTS = [
  'interests-declared',
  'interests-declared/actor',
  'conflict-judged',
  'conflict-judged/person',
] as const;

type Assessed = TenderPayload<'assessment-saved'> | TenderPayload<'assessment-submitted'>;
const assesses: readonly Check<TenderShape, Assessed>[] = [
  since(GOING_BACK, check.isInThisRound, 'round-opened'),
  declared(),
  unbiased(ofBid),
  since(GOING_BACK, check.placeIsAssigned, 'actor', ...ASSIGNMENT),
];

/** What assessors and the committee find, round by round. */
export const assessmentSteps: StepsOf<keyof typeof assessmentEvents> = {
  'assessment-saved': {
    ...by('assessor'),
    during: inRounds(['assessment'], 'assessment', 'quality-closed', 'awarded'),
    opens: null,
    seen: { that: progress, what: independent },
    checks: [
      always(
        check.draftFits,
        'actor',
        ...RULES,
        'bid-registered',
        'bid-corrected',
        'bid-struck',
        'assessment-saved',
        'assessment-saved/actor',
        ...SUBMITTED,
      ),
      ...assesses,
    ],
  },
  'assessment-submitted': {
    ...by('assessor'),
    during: inRounds(['assessment'], 'assessment', 'quality-closed', 'awarded'),
    opens: null,
    seen: { that: progress, what: independent },
    checks: [always(check.assessmentIsComplete, 'actor', ...ASSIGNMENT), ...assesses],
  },
  'consensus-recorded': {
    ...by('chair'),
    during: inRounds(['consensus'], 'consensus', 'quality-closed', 'awarded'),
    opens: null,
    seen: { that: inTheOpen, what: findings },
    checks: [
      always(check.consensusFits, ...RULES, 'bid-registered', 'bid-corrected', 'bid-struck'),
      declared(),
      since(GOING_BACK, check.isInThisRound, 'round-opened'),
      since(GOING_BACK, check.cellIsInRound, ...ASSIGNMENT),
      unbiased(ofBid),
    ],
  },
  'consensus-confirmed': {
    ...by('second', GOING_BACK),
    second: {
      first: (state, cell) => check.recordedBy(state, cell),
      reads: ['consensus-recorded', 'consensus-recorded/actor'],
    },
    during: inRounds(['consensus'], 'consensus', 'quality-closed', 'awarded'),
    opens: null,
    seen: { that: inTheOpen, what: findings },
    checks: [
      declared(),
      since(GOING_BACK, check.isInThisRound, 'round-opened'),
      since(GOING_BACK, check.scoreIsBeyond, ...ASSIGNMENT, ...SUBMITTED, 'consensus-recorded', 'consensus-confirmed'),
      unbiased(ofBid),
    ],
  },
  'round-opened': {
    ...by('chair', GOING_BACK),
    during: inRounds(['none'], 'quality-closed', 'awarded'),
    opens: { round: 'assessment' },
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.roundCanOpen, ...RULES, ...ASSIGNMENT)],
  },
  'bid-reassessed': {
    ...by('chair', GOING_BACK),
    during: inRounds(['assessment'], 'quality-closed', 'awarded'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [
      since(GOING_BACK, check.isInThisRound, 'round-opened'),
      since(GOING_BACK, check.reassessmentFits, ...ASSIGNMENT),
      unbiased(ofBid),
    ],
  },
  'round-consensus-opened': {
    ...by('chair', GOING_BACK),
    during: inRounds(['assessment'], 'quality-closed', 'awarded'),
    opens: { round: 'consensus' },
    seen: seenAs(inTheOpen),
    checks: [
      since(GOING_BACK, check.isInThisRound, 'round-opened'),
      since(GOING_BACK, check.roundHasCells, 'bid-reassessed'),
      since(GOING_BACK, check.allAssessed, ...ASSIGNMENT, ...SUBMITTED),
      since(GOING_BACK, check.everythingIsAssessed, ...ASSIGNMENT, ...SUBMITTED),
      since(GOING_BACK, noConflictIsOpen, ...CONFLICTS),
    ],
  },
  'round-closed': {
    ...by('chair', GOING_BACK),
    during: inRounds(['consensus'], 'quality-closed', 'awarded'),
    opens: { ...awardAnew, round: 'none' },
    seen: seenAs(inTheOpen),
    checks: [
      since(GOING_BACK, check.isInThisRound, 'round-opened'),
      since(GOING_BACK, check.allAgreed, ...ASSIGNMENT, 'consensus-recorded'),
      since(
        GOING_BACK,
        check.nothingIsDoubted,
        ...ASSIGNMENT,
        ...SUBMITTED,
        'consensus-recorded',
        'consensus-confirmed',
      ),
      since(GOING_BACK, noConflictIsOpen, ...CONFLICTS),
    ],
  },
  'round-annulled': {
    ...by('chair', GOING_BACK),
    during: inRounds(['none', 'assessment', 'consensus'], 'quality-closed', 'awarded'),
    opens: { ...awardAnew, round: 'none' },
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.roundCanBeAnnulled, 'round-opened', 'round-annulled', 'round-restored')],
  },
  'round-restored': {
    ...by('chair', GOING_BACK),
    during: inRounds(['none'], 'quality-closed', 'awarded'),
    opens: awardAnew,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.roundCanBeRestored, 'round-opened', 'round-annulled', 'round-restored')],
  },
};
