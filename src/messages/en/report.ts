import type { report as nl } from '../nl/report.ts';
import type { Nouns } from '../noun.ts';

/** The evaluation report. */
export const report = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  title: 'Evaluation report',
  contents: 'Contents',
  page: 'page {page} of {total}',
  notes: { information: 'Note', success: 'Outcome', warning: 'Please note' },
  committee: 'Award committee',
  procedure: 'Procedure',
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
  decision: 'The decision at a glance',
  division: 'The division and the limits',
  rules: 'Rules',
  bids: 'Bids',
  scores: 'Annex: scores and motivations',
  pointsIn: (lot) => `Points and motivation in ${lot}`,
  scoredOnce: `Assessed once, for all ${lotNoun.more}`,
  withoutPoints: 'Set aside, so without points.',
  qualityTotal: 'Quality in all',
  rankings: `Ranking per ${lotNoun.one}`,
  proof: 'Colophon: origin and verification',
  proofText:
    'All figures in this report follow from the rules, the bids and the consensus scores. They were calculated exactly, using fractions; they are rounded only where the rules say so. Anyone who wishes can check the outcome:',
  verifyWhere: (release, engine) =>
    `Work in the folder of Gunwijzer, version ${release}${engine === null ? '' : ` with calculation rules version ${engine}`}, after npm ci was run there. Outside that folder the command does not work.`,
  verifyFile: (file) => `Take ${file} from the attachments of this report and run:`,
  compareOutcome: 'The output is the same as the attachment outcome.json, character for character.',
  wholeDossier:
    'The whole dossier, with every event and the scores of every assessor, is with the auditor. Who checks it compares the hash with that in this colophon.',
  compareHead: 'Compare the hash in the output with the hash in this colophon.',
  editionVerifies: 'This also checks the course of events: who did what and when, as far as the committee may see it.',
  fictional: 'This dossier is a demonstration. All bidders, people and scores are fictional.',
  fictionalFile: 'This is an example: all bidders, prices and scores are fictional.',
  subtitle: 'Evaluation and award',
  assessedBy: 'Assessors',
  sign: {
    title: 'Signatures',
    lead: 'The undersigned adopt this report.',
    member: 'Member of the award committee',
    labels: { signature: 'Signature', name: 'Name', date: 'Date' },
  },
  madeWith: (release) => `Made with Gunwijzer, version ${release}.`,
});
