import type { assessment as nl } from '../nl/assessment.ts';
import type { Nouns } from '../noun.ts';
import { quote, sentences } from '../sentence.ts';
import { format } from './words.ts';

/** An assessor's form. */
export const assessment = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  pointsHint: (minimum, maximum) => `Enter a number from ${minimum} to ${maximum}.`,
  knockOut: 'Knock-out, without points',
  title: (bidder: string, lot: string) => `${bidder} in ${lot}`,
  lead: 'For each criterion, choose the score that fits and write down why.',
  weight: (weight: string) => `Overall weight: ${weight}%`,
  minimum: (score: string) =>
    `Minimum score: ${format.decimal(score)}. If the consensus score is lower, the bid is set aside in this ${lotNoun.one}.`,
  score: 'Score',
  motivation: 'Motivation',
  motivationHint: 'Which strengths and weaknesses determine the score? Refer to the bid.',
  saveDraft: 'Save as draft',
  submit: 'Submit',
  submitAgain: 'Submit change',
  submitHint:
    'You can submit once every criterion has a score and a motivation. You can still make changes until the consensus round.',
  saved: 'Your draft has been saved.',
  submitted: 'Your assessment has been submitted.',
  progress: (n: number, all: number) => `Criterion ${n} of ${all}`,
  bid: 'About this bid',
  missingScore: (criterion: string) => `Choose a score for ${quote(criterion)}.`,
  missingMotivation: (criterion: string) => `Write a motivation for ${quote(criterion)}.`,
  staleTitle: 'This assessment has changed in the meantime',
  stale:
    'You saved this assessment in another window. What you entered here is still there; for each criterion you can see what has been stored in the meantime. Save again to keep your version.',
  nowStored: (score: string, motivation: string) => sentences(`Now stored: score ${format.decimal(score)}`, motivation),
  scoreText: (score: string, label: string) => `${format.decimal(score)} – ${label}`,
  readOnly: 'The assessment round is closed; this assessment is final.',
  notScored: 'no score',
});
