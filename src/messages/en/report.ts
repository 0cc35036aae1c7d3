import type { report as nl } from '../nl/report.ts';
import type { Nouns } from '../noun.ts';

/** The evaluation report. */
export const report = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  title: 'Evaluation report',
  contents: 'Contents',
  page: 'page {page} of {total}',
  notes: { information: 'Note', success: 'Outcome', warning: 'Please note' },
  dossier: 'Dossier',
  date: 'As at',
  head: 'Hash of the dossier',
  attachment: 'The complete dossier with all events, for checking with gunwijzer verify',
  inputAttachment: 'The rules, bids and consensus scores, for checking with gunwijzer evaluate',
  inputHash: 'Checksum of the input',
  summary: 'Outcome',
  rules: 'Rules',
  bids: 'Bids',
  scores: 'Scores and motivations',
  scoresIn: (bidder: string, lot: string) => `${bidder} in ${lot}`,
  scoresCaption: 'Scores with weight, points and motivation',
  scoresCaptionSetAside: 'Scores with motivation; set aside, so without points',
  weightShort: 'Weight',
  qualityTotal: 'Quality in all',
  rankings: `Ranking per ${lotNoun.one}`,
  proof: 'Origin and verification',
  proofText:
    'All figures in this report follow from the rules, the bids and the consensus scores. They were calculated exactly, using fractions; they are rounded only where the rules say so. Anyone who wishes can check the outcome:',
  verifyStep: (head) =>
    `Take the attachment from this report and run: npx gunwijzer verify dossier.json --head ${head}`,
  evaluateStep: 'Take the attachment from this report and run: npx gunwijzer evaluate input.json',
  compareHead: 'Compare the hash in the output with the hash on the front page of this report.',
  fictional: 'This dossier is a demonstration. All bidders, people and scores are fictional.',
  fictionalFile: 'This is an example: all bidders, prices and scores are fictional.',
  subtitle: 'Evaluation and award',
  assessedBy: 'Assessors',
});
