import type { home as nl } from '../nl/home.ts';
import { quote, sentence } from '../sentence.ts';
import { count, format, quoted } from './words.ts';

const number = (n: number): string => format.grouped(String(n), 0);

/** The first page, and the lists that belong to it. */
export const home: typeof nl = {
  title: (name: string) => `Welcome, ${name}`,
  lead: 'Here is what you can do now.',
  groups: {
    todo: {
      title: 'Do now',
      all: (n: number) => `View all ${number(n)} tasks`,
      none: 'You have nothing to do at the moment.',
    },
    waits: {
      title: 'Waiting for',
      all: (n: number) => `View everything that you wait for (${number(n)})`,
      none: 'You are not waiting for anything.',
    },
    heeds: {
      title: 'Please note',
      all: (n: number) => `View all ${number(n)} matters`,
      none: 'Nothing asks for attention.',
    },
  },
  more: (n: number) => (n === 1 ? 'There is 1 more matter.' : `There are ${number(n)} more matters.`),
  left: (days: number) =>
    days === 0 ? 'today' : days > 0 ? `${count(days, 'day', 'days')} left` : `${count(-days, 'day', 'days')} ago`,
  standstill: 'Standstill period ends',
  explanationAsked: 'Explanation asked for',
  dossiers: 'Tenders',
  archive: 'Archive',
  noDossiers: 'You are not part of any tender yet.',
  noDossiersOfficer: 'There are no tenders yet. Start by creating one.',
  noneRunning: 'All tenders are in the archive.',
  noneArchived: 'The archive is empty.',
  noneFound: (title: string) => `No tender found with ${quote(title)} in its title.`,
  noneSuch: 'No tender found with these filters.',
  again: 'Calculate the award again',
  stopped: 'Stopped',
  list: {
    filter: 'Search tenders',
    search: 'Search in titles',
    phase: 'Phase',
    everyPhase: 'All phases',
    year: 'Year',
    everyYear: 'All years',
    show: 'Show',
    running: 'Current',
    submit: 'Search',
    clear: 'Clear filters',
    tender: 'Tender',
    status: 'Status',
    date: 'Date',
    noDate: 'none',
    changed: 'Last changed',
    toArchive: (n: number) => `View the archive (${number(n)})`,
    toRunning: 'Back to current tenders',
    caption: (n: number) => count(n, 'tender', 'tenders'),
    captionArchived: (n: number) => `${count(n, 'tender', 'tenders')} in the archive`,
  },
  decisions: {
    caption: (n: number) => count(n, 'choice', 'choices'),
    decision: 'Choice',
    all: (n: number) => `View all ${number(n)} choices`,
    filter: 'Search choices',
    none: 'No contract model has been chosen yet.',
    noneFound: (title: string) => `No choice found with ${quote(title)} in its title.`,
  },
  pager: {
    label: 'Pages',
    range: (first: number, last: number, all: number) => `${number(first)} to ${number(last)} of ${number(all)}`,
    previous: 'Previous',
    next: 'Next',
  },
  tasks: {
    declare: 'Fill in your conflict-of-interest declaration.',
    declareAction: 'Fill in',
    proposeOpening: 'Take the first step to open the prices.',
    openPrices: 'Open the prices as the second person.',
    openPricesAction: 'Open',
    leadRound: 'A re-assessment is under way. Complete it.',
    leadRoundAction: 'Go on',
    sendDecision: 'There is a proposed award. Once it is decided on, record the letters and send them.',
    sendDecisionAction: 'To the letters',
    assess: (open: number) => `You still have ${count(open, 'assessment', 'assessments')} to submit.`,
    assessAction: 'Continue assessing',
    register: 'Register the bids and appoint assessors.',
    registerAction: 'Register bids',
    openConsensus: 'All assessments have been submitted. You can open the consensus round.',
    openConsensusAction: 'Go to the tender',
    consensus: (open: number) => `You still have ${count(open, 'consensus score', 'consensus scores')} to record.`,
    consensusAction: 'Go to consensus',
    closeQuality: 'All consensus scores have been recorded. You can close the quality round.',
    computeAward: 'The quality round is closed. You can calculate the award.',
    computeAgain: 'The award must be calculated again.',
    reportAction: 'Download report (PDF)',
    awardAction: 'View award',
    accounts: 'Manage who has which role.',
    accountsAction: 'Go to accounts',
  },
  waits: {
    assessors: (open: number) =>
      sentence(`The assessors still have to submit ${count(open, 'assessment', 'assessments')}`),
    assessorsOf: (open: number, people: readonly { name: string; open: number }[], others: number) =>
      sentence(
        `${count(open, 'assessment', 'assessments')} of ${format.list([
          ...people.map((one) => `${one.name} (${number(one.open)})`),
          ...(others === 0 ? [] : [count(others, 'other assessor', 'other assessors')]),
        ])}`,
      ),
    progressAction: 'View progress',
    declarations: (names: readonly string[], others: number) =>
      sentence(
        `The declaration of interests of ${format.list([
          ...names,
          ...(others === 0 ? [] : [count(others, 'other person', 'other people')]),
        ])}`,
      ),
    secondPerson: 'A second person opens the prices.',
    standstill: (until) =>
      `The standstill period runs up to and including ${until}. After that, record when the contract was signed.`,
    consensusOpening: 'You have submitted everything. The chair opens the consensus round.',
    followConsensus: 'The consensus round is open. You can see the scores side by side.',
    decision: 'There is a proposed award. It is still to be decided on.',
    report: 'There is a proposed award. The evaluation report is ready.',
    explanation: (bidder: string, lot: string) =>
      sentence(`The explanation of ${quote(bidder)} of the price for ${lot}`),
  },
  heeds: {
    drawAction: 'Record the draw',
    askAction: 'Ask for an explanation',
    conflictsAction: 'Decide',
    received: (bidder: string, lot: string) =>
      sentence(`The explanation of ${quote(bidder)} of the price for ${lot} has come in. Judge it`),
    receivedAction: 'Judge',
    proceeding: (lots: readonly string[]) =>
      `Summary proceedings are pending about ${quoted(lots)}. Until the ruling you sign no contract for that.`,
    proceedingAction: 'See how it stands',
    damaged: 'The log of this dossier has been changed or damaged.',
    auditAction: 'Re-run',
  },
};
