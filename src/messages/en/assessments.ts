import type { assessments as nl } from '../nl/assessments.ts';
import type { Nouns } from '../noun.ts';
import { countOf } from './words.ts';

/** An assessor's work list. */
export const assessments = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  title: 'My assessments',
  lead: `Assess each bid in each ${lotNoun.one}. By criterion you hold all bids against one scale.`,
  nothing: 'There is nothing to assess here now.',
  ways: 'How you work',
  perBid: 'By bid',
  perCriterion: 'By criterion',
  criterion: 'Criterion',
  caption: (lot: string) => `Assessments in ${lot}`,
  filledIn: 'Filled in',
  filled: (done: number, all: number) => countOf(done, all, 'score', 'scores'),
  statuses: {
    open: 'Not started',
    draft: 'Draft',
    ready: 'Ready to submit',
    'handed-in': 'Submitted',
    changed: 'Changed since submitted',
  },
  assess: 'Assess',
  change: 'Change',
  view: 'View',
  linkFor: (action: string, bidder: string, lot: string) => `${action}: ${bidder}, ${lot}`,
  progress: (done: number, all: number) => `You have submitted ${countOf(done, all, 'assessment', 'assessments')}.`,
  allDone: 'You have submitted everything. You can change your assessments until the consensus round opens.',
  closed: 'The assessment round is closed. Your assessments are final.',
});
