import type { home as nl } from '../nl/home.ts';
import { count } from './words.ts';

/** The first page. */
export const home: typeof nl = {
  title: (name: string) => `Welcome, ${name}`,
  lead: 'Here is what you can do now.',
  todo: 'To do',
  nothing: 'You have nothing to do at the moment.',
  archive: 'Archive',
  dossiers: 'Tenders',
  noDossiers: 'You are not part of any tender yet.',
  noDossiersOfficer: 'There are no tenders yet. Start by creating one.',
  open: 'Open',
  changed: (moment: string) => `Last changed on ${moment}`,
  again: 'Calculate the award again',
  tasks: {
    declare: 'Fill in your conflict-of-interest declaration.',
    declareAction: 'Fill in',
    proposeOpening: 'Take the first step to open the prices.',
    openPrices: 'Open the prices as the second person.',
    openPricesAction: 'Open',
    leadRound: 'A re-assessment is under way.',
    leadRoundAction: 'Go on',
    assess: (open: number, drafts: number) =>
      drafts === 0
        ? `You still have ${count(open, 'assessment', 'assessments')} to submit.`
        : `You still have ${count(open, 'assessment', 'assessments')} to submit, including ${count(drafts, 'draft', 'drafts')}.`,
    assessAction: 'Continue assessing',
    register: 'Register the bids and appoint assessors.',
    registerAction: 'Register bids',
    waitForAssessors: (open: number) =>
      `The assessors still have to submit ${count(open, 'assessment', 'assessments')}.`,
    progressAction: 'View progress',
    openConsensus: 'All assessments have been submitted. You can open the consensus round.',
    openConsensusAction: 'Go to the tender',
    consensus: (open: number) => `You still have ${count(open, 'consensus score', 'consensus scores')} to record.`,
    consensusAction: 'Go to consensus',
    closeQuality: 'All consensus scores have been recorded. You can close the quality round.',
    computeAward: 'The quality round is closed. You can calculate the award.',
    computeAgain: 'The award must be calculated again.',
    drawAction: 'Record the draw',
    awardAction: 'View award',
    report: 'The evaluation report is ready.',
    reportAction: 'Download report (PDF)',
    audit: 'Check the outcome with a re-run.',
    auditAction: 'Re-run',
    log: 'The audit log is available.',
    logAction: 'Open audit log',
    accounts: 'Manage who has which role.',
    damaged: 'The log of this dossier has been changed or damaged.',
    accountsAction: 'Go to accounts',
    followConsensus: 'The consensus round is open. You can see the scores side by side.',
  },
};
