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
  register: (position) => `Register of this installation, after event ${position}`,
  editionAttachment: 'The dossier for the award committee, for checking with gunwijzer verify',
  inputAttachment: 'The rules, bids and consensus scores, for checking with gunwijzer evaluate',
  inputHash: 'Checksum of input.json',
  outcomeAttachment: 'The outcome with all exact numbers, as gunwijzer evaluate calculates it',
  outcomeHash: 'Checksum of outcome.json',
  summary: 'Outcome',
  rules: 'Rules',
  bids: 'Bids',
  scores: 'Scores and motivations',
  scoresIn: (bidder: string, lot: string) => `${bidder} in ${lot}`,
  scoresCaption: 'Scores with motivation',
  withoutPoints: 'Set aside, so without points.',
  qualityTotal: 'Quality in all',
  rankings: `Ranking per ${lotNoun.one}`,
  proof: 'Origin and verification',
  proofText:
    'All figures in this report follow from the rules, the bids and the consensus scores. They were calculated exactly, using fractions; they are rounded only where the rules say so. Anyone who wishes can check the outcome:',
  verifyWhere: (release, engine) =>
    `Work in the folder of Gunwijzer, version ${release}${engine === null ? '' : ` with calculation rules version ${engine}`}, after npm ci was run there. Outside that folder the command does not exist.`,
  verifyFile: (file) => `Take ${file} from the attachments of this report and run:`,
  compareOutcome: 'The output is the same as the attachment outcome.json, character for character.',
  wholeDossier:
    'The whole dossier, with every event and the scores of every assessor, is with the auditor. Who checks it compares the hash with that on this report.',
  compareHead: 'Compare the hash in the output with the hash on the front page of this report.',
  editionVerifies: 'This also checks the course of events: who did what and when, as far as the committee may see it.',
  fictional: 'This dossier is a demonstration. All bidders, people and scores are fictional.',
  fictionalFile: 'This is an example: all bidders, prices and scores are fictional.',
  subtitle: 'Evaluation and award',
  assessedBy: 'Assessors',
});
