import type { consensus as nl } from '../nl/consensus.ts';
import { quote } from '../sentence.ts';
import { countOf, format } from './words.ts';

/** The consensus round. */
export const consensus: typeof nl = {
  title: 'Consensus',
  lead: 'Compare the scores of the assessors, discuss the differences and record the consensus score with its motivation.',
  caption: (lot: string) => `Consensus in ${lot}`,
  recorded: 'Recorded',
  recordedText: (done: number, all: number) => countOf(done, all, 'criterion', 'criteria'),
  largestSpread: 'Largest difference',
  spread: (low: string, high: string, distance: string) =>
    `from ${format.decimal(low)} to ${format.decimal(high)}, difference ${distance}`,
  noSpread: (score: string) => `all ${format.decimal(score)}`,
  open: 'Record consensus',
  view: 'View',
  pageTitle: (bidder: string, lot: string) => `Consensus: ${bidder} in ${lot}`,
  pageLead:
    'The scores of the assessors are shown side by side. The consensus score is not an average: the committee decides it.',
  individual: (criterion: string) => `Scores by assessor for ${quote(criterion)}`,
  spreadChart: (scores) => `Spread of the scores: ${scores.map(format.decimal).join('; ')}.`,
  score: 'Consensus score',
  motivation: 'Motivation of the committee',
  motivationHint: 'This text appears in the report. Name the characteristics that determine the score.',
  discussed: 'This difference was discussed',
  discussHint: (limit) =>
    `The scores lie further apart than ${limit}. Discuss the difference before you record the score.`,
  flagged: 'discuss',
  beyond: 'This score lies beyond what every assessor gave. A second person has to confirm it.',
  confirmed: (who) => `Confirmed by ${who}.`,
  save: 'Save consensus',
  saved: 'The consensus has been saved.',
  notRecorded: 'not recorded yet',
  stale: (criterion: string) =>
    `The consensus on ${quote(criterion)} has changed in the meantime. What you entered is still there; check it and save again.`,
  readOnly: 'The quality round is closed; the consensus scores are final.',
  progress: (done: number, all: number) => `${countOf(done, all, 'consensus score', 'consensus scores')} recorded.`,
};
