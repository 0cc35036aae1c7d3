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
  independent,
  inRounds,
  inTheOpen,
  NOW,
  ofBid,
  progress,
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
  since(NOW, check.isInThisRound, 'round-opened'),
  declared(),
  unbiased(ofBid),
  since(NOW, check.placeIsAssigned, 'actor', ...ASSIGNMENT),
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
        'rules-published',
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
      always(check.consensusFits, 'rules-published', 'bid-registered', 'bid-corrected', 'bid-struck'),
      declared(),
      since(NOW, check.isInThisRound, 'round-opened'),
      since(NOW, check.cellIsInRound, ...ASSIGNMENT),
      unbiased(ofBid),
    ],
  },
  'consensus-confirmed': {
    ...by('second', NOW),
    second: {
      first: (state, cell) => check.recordedBy(state, cell),
      reads: ['consensus-recorded', 'consensus-recorded/actor'],
    },
    during: inRounds(['consensus'], 'consensus', 'quality-closed', 'awarded'),
    opens: null,
    seen: { that: inTheOpen, what: findings },
    checks: [
      declared(),
      since(NOW, check.isInThisRound, 'round-opened'),
      since(NOW, check.scoreIsBeyond, ...ASSIGNMENT, ...SUBMITTED, 'consensus-recorded', 'consensus-confirmed'),
      unbiased(ofBid),
    ],
  },
  'round-opened': {
    ...by('chair', NOW),
    during: inRounds(['none'], 'quality-closed', 'awarded'),
    opens: { round: 'assessment' },
    seen: seenAs(inTheOpen),
    checks: [since(NOW, check.roundCanOpen, 'rules-published', ...ASSIGNMENT)],
  },
  'bid-reassessed': {
    ...by('chair', NOW),
    during: inRounds(['assessment'], 'quality-closed', 'awarded'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [
      since(NOW, check.isInThisRound, 'round-opened'),
      since(NOW, check.reassessmentFits, ...ASSIGNMENT),
      unbiased(ofBid),
    ],
  },
  'round-consensus-opened': {
    ...by('chair', NOW),
    during: inRounds(['assessment'], 'quality-closed', 'awarded'),
    opens: { round: 'consensus' },
    seen: seenAs(inTheOpen),
    checks: [
      since(NOW, check.isInThisRound, 'round-opened'),
      since(NOW, check.roundHasCells, 'bid-reassessed'),
      since(NOW, check.allAssessed, ...ASSIGNMENT, ...SUBMITTED),
      since(NOW, check.everythingIsAssessed, ...ASSIGNMENT, ...SUBMITTED),
      since(NOW, noConflictIsOpen, ...CONFLICTS),
    ],
  },
  'round-closed': {
    ...by('chair', NOW),
    during: inRounds(['consensus'], 'quality-closed', 'awarded'),
    opens: { ...awardAnew, round: 'none' },
    seen: seenAs(inTheOpen),
    checks: [
      since(NOW, check.isInThisRound, 'round-opened'),
      since(NOW, check.allAgreed, ...ASSIGNMENT, 'consensus-recorded'),
      since(NOW, check.nothingIsDoubted, ...ASSIGNMENT, ...SUBMITTED, 'consensus-recorded', 'consensus-confirmed'),
      since(NOW, noConflictIsOpen, ...CONFLICTS),
    ],
  },
  'round-annulled': {
    ...by('chair', NOW),
    during: inRounds(['none', 'assessment', 'consensus'], 'quality-closed', 'awarded'),
    opens: { ...awardAnew, round: 'none' },
    seen: seenAs(inTheOpen),
    checks: [since(NOW, check.roundCanBeAnnulled, 'round-opened', 'round-annulled', 'round-restored')],
  },
  'round-restored': {
    ...by('chair', NOW),
    during: inRounds(['none'], 'quality-closed', 'awarded'),
    opens: awardAnew,
    seen: seenAs(inTheOpen),
    checks: [since(NOW, check.roundCanBeRestored, 'round-opened', 'round-annulled', 'round-restored')],
  },
};
