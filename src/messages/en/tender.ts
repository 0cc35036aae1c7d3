import type { tender as nl } from '../nl/tender.ts';
import { count } from './words.ts';

/** The page of a tender. */
export const tender: typeof nl = {
  phasesTitle: 'Where is this tender now?',
  done: 'done',
  current: 'now',
  toCome: 'to come',
  next: 'What is the next step?',
  nextFor: {
    registration: {
      chair: 'Register all bids, appoint the assessors and then open the assessment.',
      others: 'The chair registers the bids and appoints the assessors.',
    },
    assessment: {
      chair:
        'The assessors score independently of each other. Open the consensus round once everything has been submitted.',
      others: 'The assessors score independently of each other. The chair then opens the consensus round.',
    },
    consensus: {
      chair: 'Record the consensus score and its motivation for each bid and criterion. Then close the quality round.',
      others: 'The chair records the consensus scores with their motivation and then closes the quality round.',
    },
    prices: {
      chair: 'The scores are final. Open the prices and record them.',
      others: 'The scores are final. The chair opens the prices, records them and calculates the award.',
    },
    calculate: {
      chair: 'All that is needed is on record. Calculate the award.',
      others: 'All that is needed is on record. The chair calculates the award.',
    },
    draw: {
      chair: 'A draw is needed. Hold the draw and record it.',
      others: 'A draw is needed. The chair holds the draw and records it.',
    },
    impossible: {
      chair: 'No award is possible by the announced rules. Read why, and decide on withdrawal of the tender.',
      others: 'No award is possible by the announced rules. The municipality decides how to go on.',
    },
    unproven: {
      chair: 'There is no proven outcome and nothing is awarded. Report it to the administrator.',
      others: 'There is no proven outcome and nothing is awarded.',
    },
    unreadable: {
      chair: 'The stored outcome cannot be read. Ask the auditor to re-run it.',
      others: 'The stored outcome cannot be read. An auditor can re-run it.',
    },
    decide: {
      chair: 'There is a proposed award. Submit the proposal for a decision.',
      others: 'There is a proposed award. The municipality decides.',
    },
  },
  steps: {
    registration: 'Register bids',
    assessment: 'Assessment',
    consensus: 'Consensus',
    prices: 'Record prices',
    award: 'Calculate award',
  },
  openAssessment: 'Open assessment',
  openAssessmentHint: 'After this, no more bids or assessors can be added.',
  openConsensus: 'Open consensus round',
  openConsensusHint: 'After this, the assessments can no longer change and you can see the scores of each assessor.',
  closeQuality: 'Close quality round',
  closeQualityHint: 'After this, the consensus scores can no longer change.',
  computeAward: 'Calculate award',
  computeAwardHint: 'The outcome is stored together with the data used, so that everyone can check it.',
  pages: {
    rules: 'Announced rules',
    bids: 'Bids',
    assessments: 'My assessments',
    consensus: 'Consensus',
    award: 'Ranking and award',
    report: 'Report (PDF)',
    log: 'Audit log',
    reRun: 'Re-run',
    export: 'Download dossier (JSON)',
  },
  pagesTitle: 'In this dossier',
  progress: 'Progress by assessor',
  progressCaption: 'Submitted assessments by assessor',
  submitted: 'Submitted',
  draft: 'Draft',
  open: 'Open',
  progressText: (done: number, all: number) => `${done} of ${all} submitted`,
  assessors: 'Assessors',
  appoint: 'Appoint assessor',
  appointChoose: 'Choose an assessor',
  appointNone: 'All accounts with the assessor role have already been appointed.',
  registerBid: 'Register bid',
  facts: 'Details',
  chair: 'Chair',
  rulesHash: 'Checksum of the rules',
  rulesVersion: (title, version) => `${title}, version ${version}`,
  rulesLabel: 'Rules',
  fictional: 'fictional demonstration',
  bidsCount: (n: number) => count(n, 'bid', 'bids'),
  notice: {
    setAside: 'The bid was set aside. Calculate the award.',
    opened: 'The assessment is now open.',
    consensusOpened: 'The consensus round is now open.',
    qualityClosed: 'The quality round is now closed.',
    created: 'The tender has been created. Now register the bids.',
    appointed: 'The assessor has been appointed.',
    bidRegistered: 'The bid has been registered.',
    awarded: 'The outcome has been calculated and stored.',
  },
};
