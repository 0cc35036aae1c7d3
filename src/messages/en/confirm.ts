import type { confirm as nl } from '../nl/confirm.ts';
import type { Nouns } from '../noun.ts';
import { quote, sentences } from '../sentence.ts';
import { agree, count, countOf, format } from './words.ts';

/** The page before a step that cannot be undone at once: what happens, who sees what, and what can still go back. */
export const confirm = ({ lot }: Nouns): ReturnType<typeof nl> => ({
  happens: 'What happens if you choose yes?',
  undo: 'Undoing it:',
  back: 'Back',
  changedTitle: 'Something has changed meanwhile. Nothing has been recorded yet.',
  changedOther: 'Somebody changed something that this step is about.',
  lookAgain: 'Read everything once more and then confirm again.',
  changed: (term, was, now) => `${quote(term)} was: ${quote(was)}. It is now: ${quote(now)}.`,
  appeared: (term, now) => `New at ${quote(term)}: ${quote(now)}.`,
  gone: (term, was) => `No longer at ${quote(term)}: ${quote(was)}.`,
  letters: 'The bidders get a letter. Assessors and chair do not see their names for the time being.',
  pricesNext: 'After this, two people open the prices.',
  terms: {
    handedIn: 'Submitted',
    toAgree: 'Still to be recorded in consensus',
    agreed: 'Consensus scores on record',
    open: 'This is still open',
    prices: 'Prices on record',
    otherTotals: 'Stated total does not add up',
    fallen: 'Does not count',
    round: 'Assessment round',
    title: 'Title',
    rules: 'Rules',
    sameTitle: 'Already published with this title',
    registered: 'On record so far',
    late: 'Received too late, because',
    inSheet: 'In the sheet',
    replaced: 'Replaces what is in keeping',
    read: 'Read',
    leaves: 'Stays undone',
    roles: 'Roles',
    account: 'Account',
    choice: 'Choice',
    proposedBy: 'First step taken by',
    phase: 'Phase',
  },
  winnerOf: (lotName) => `Winner of ${quote(lotName)}`,
  people: (n) => count(n, 'person', 'people'),
  scores: (n) => count(n, 'score', 'scores'),
  handedIn: (done, all, drafts) =>
    drafts === 0
      ? countOf(done, all, 'assessment', 'assessments')
      : `${countOf(done, all, 'assessment', 'assessments')}, and ${count(drafts, 'draft', 'drafts')}`,
  otherTotals: (n) => count(n, 'price', 'prices'),
  agreed: (done, all) => countOf(done, all, 'score', 'scores'),
  prices: (done, all) => countOf(done, all, 'price', 'prices'),
  unchecked: (n) =>
    `The requirements of ${count(n, 'bid', 'bids')} ${agree(n, 'has', 'have')} not been checked by two people yet.`,
  tenders: (n) => count(n, 'tender', 'tenders'),
  pricesInSheet: (n) => count(n, 'price', 'prices'),
  steps: {
    openAssessment: {
      title: 'Open the assessment?',
      yes: 'Yes, open the assessment',
      consequences: [
        'No more bids can be added, and nothing of a bid changes any more.',
        'The assessors score from now on. Each assessor sees only his or her own scores.',
        'You can no longer let an auditor look on.',
      ],
      undo: 'This cannot be undone. You can still set a bid aside or add an assessor afterwards.',
    },
    openConsensus: {
      title: 'Open the consensus round?',
      yes: 'Yes, open the consensus round',
      consequences: [
        'The assessments change no more.',
        'From now on you and the assessors see the scores and motivations of each assessor.',
        'You then record the consensus score for each bid and criterion.',
      ],
      undo: 'This cannot be undone: the scores of others have then been seen. A re-assessment is possible later.',
    },
    closeQuality: {
      title: 'Close the quality round?',
      yes: 'Yes, close the quality round',
      consequences: ['The consensus scores change no more.', 'From now on auditors see all scores and motivations.'],
      undo: 'While no price is open and nothing is awarded, you can reopen the round with a reason. After that only a re-assessment is possible.',
    },
    computeAward: {
      title: 'Calculate the award?',
      yes: 'Yes, calculate the award',
      consequences: [
        'The outcome is stored, with everything that it follows from. It can be read for ever.',
        'From now on assessors, witnesses, committee and auditors see the outcome and the report.',
        'After this you can correct a price only with a reason.',
      ],
      undo: 'An outcome that was calculated does not disappear. If something changes afterwards, you calculate the award again.',
    },
    openRoundConsensus: {
      title: 'Open the consensus of the re-assessment?',
      yes: 'Yes, open the consensus',
      consequences: [
        'The assessments of this round change no more.',
        'From now on you and the assessors of this round see the scores of each assessor.',
      ],
      undo: 'The scores of others have then been seen. You can still annul the round as a whole, with a reason.',
    },
    closeRound: {
      title: 'Close the re-assessment?',
      yes: 'Yes, close the re-assessment',
      consequences: [
        'The scores of this round count from now on. Those of before can still be read.',
        'The award no longer stands and must be calculated again. The award of before can still be read.',
      ],
      undo: 'You can annul the round with a reason: then the round before it stands again.',
    },
  },
  acts: {
    'propose-opening': {
      title: 'Opening the prices: take the first step?',
      yes: 'Yes, the prices may be opened',
      consequences: [
        'A second person can open the prices. Only then can they be seen.',
        'Once they are open, the quality changes no more.',
      ],
      undo: 'Until the second person opens them, you can reopen the quality round with a reason. This step then lapses.',
    },
    'open-prices': {
      title: 'Opening the prices: take the second step?',
      yes: 'Yes, open the prices',
      consequences: [
        'From now on the chair and the auditors see the prices.',
        'The quality round can no longer be reopened.',
      ],
      undo: 'This cannot be undone: who has seen a price has seen it.',
    },
    'send-decision': {
      title: 'Send the award decision?',
      yes: 'Yes, make the letters and record the decision',
      consequences: [
        'Every bidder gets a letter of its own. The letters do not change after this.',
        'The standstill period begins the day after the decision was sent.',
        'If the outcome turns out to be otherwise, you must send the decision again.',
      ],
      undo: 'A decision that was sent cannot be taken back. If another bid wins later, you send the new decision.',
    },
    'fix-lot': {
      title: 'Record that the contract was signed?',
      yes: 'Yes, the contract was signed',
      consequences: [
        `The winner keeps this ${lot.one}, also when the rest is calculated again.`,
        'Scores and prices that change later do not affect this contract.',
      ],
      undo: 'You can record with a reason that the contract does not stand after all. The award is then calculated again.',
    },
    stop: {
      title: 'Stop the tender?',
      yes: 'Yes, stop the tender',
      consequences: [
        'The tender stands still. Nobody can record scores, prices or decisions any more.',
        'What is there can still be read by whoever may see it now.',
      ],
      undo: 'You can resume the tender with a reason.',
    },
    'hand-over': {
      title: 'Hand over the chair?',
      yes: 'Yes, hand over the chair',
      consequences: ['The new chair leads the tender from now on.', 'You do not see the tender any more.'],
      undo: 'Only the new chair can hand the tender back to you.',
    },
    strike: {
      title: 'Strike the bid?',
      yes: 'Yes, strike the bid',
      consequences: ['The bid disappears from the tender. It stays in the log.'],
      undo: 'It cannot be brought back. You can register the bid again until the assessment opens.',
    },
  },
  publish: {
    title: 'Announce the rules and open the tender?',
    yes: 'Yes, announce the rules',
    consequences: [
      'The rules go on record. This version does not change any more.',
      'You become the chair. You then register the bids and appoint the assessors.',
    ],
    undo: 'Until the first bid you change the rules with a new version and the reason for it. After that you cannot: if something is wrong then, stop the tender and begin a new one.',
  },
  discard: {
    title: 'Throw the preparation away?',
    yes: 'Yes, throw it away',
    consequences: ['Nobody who works on it can open or publish it any more.'],
    undo: 'This cannot be undone here. Download the rules first if you want to keep them.',
  },
  register: {
    title: 'Register the bid?',
    yes: 'Yes, register the bid',
    withoutNumber: (names: readonly string[], n: number) =>
      sentences(
        `Without a number in a register: ${format.list([...names, ...(n === 0 ? [] : [count(n, 'other organisation', 'other organisations')])])}`,
        'Gunwijzer does not see whether they also take part in another bid.',
      ),
    lateCounts: 'This bid came too late. It does not count, unless you let it count again later.',
    consequences: [
      'The bid goes into the log as it stands above.',
      'After the first bid the announced rules can no longer be changed.',
      'Whoever takes part in this tender sees it after declaring his or her interests.',
    ],
    undo: 'Until the assessment opens you can correct or strike it with a reason. What it said stays in the log.',
  },
  keep: {
    title: 'Take these prices into keeping?',
    yes: 'Yes, take the prices into keeping',
    caption: 'Prices as they stand in the sheet',
    consequences: [
      'The prices go into keeping. Nobody sees them until two people open them, nor do you.',
      'A price that was in keeping already is replaced.',
    ],
    undo: 'Until the opening you can take a price into keeping anew. After that the chair can correct it with a reason.',
  },
  close: {
    yes: 'Yes, close the account',
    consequences: ['This person can no longer sign in. Open sessions end at once.'],
    leaves: 'What stays undone can be finished by nobody until somebody else takes it over.',
    undo: 'You can reopen the account later, with the same roles and the same password.',
  },
  sign: {
    title: 'Sign the choice?',
    yes: 'Yes, sign the choice',
    consequences: [
      'The weighing and the choice change no more.',
      'From now on the committee sees the choice and the advice.',
    ],
    undo: 'This cannot be undone. If you think otherwise later, you begin a new choice.',
  },
});
