import type { successions as nl } from '../nl/successions.ts';
import { quote, sentence } from '../sentence.ts';
import { agree, count } from './words.ts';

/** Who leads a dossier is gone: two administrators name a successor together. */
export const successions: typeof nl = {
  title: 'Name successors',
  lead: 'The account of who leads this is closed and the dossier is not finished. One administrator proposes a successor, the other agrees. You see nothing else of the dossier here.',
  none: 'Every dossier has somebody who leads it.',
  more: (n: number) =>
    `There ${agree(n, 'is', 'are')} ${count(n, 'more dossier', 'more dossiers')} without a leader. You see ${agree(n, 'it', 'them')} here when the dossiers above have a successor.`,
  kinds: {
    tender: 'Tender',
    decision: 'Choice of a contract model',
    contract: 'Contracts',
    plan: 'Purchase plan',
  },
  gone: (kind, person) => sentence(`The ${kind === 'tender' ? 'chair' : 'procurement officer'} was ${person}`),
  proposed: (successor, proposer, reason) => sentence(`${proposer} proposes ${successor}, because: ${reason}`),
  waiting: 'Another administrator has to agree.',
  successor: 'Successor',
  choose: 'Choose a procurement officer',
  chooseMissing: 'Choose a successor.',
  reason: 'Reason',
  reasonMissing: 'Give a reason.',
  propose: 'Propose the successor',
  agree: (successor) => `Agree to ${successor}`,
  proposedNotice: 'The successor was proposed. Another administrator has to agree.',
  agreedNotice: 'The successor leads the dossier from now on.',
  setUps: {
    title: 'Being set up, without an officer',
    lead: 'Nobody who worked on this has an open account any more. Choose an officer to go on with it. You see nothing else of the set-up here.',
    begun: (name) => sentence(`Begun by ${name}`),
    officer: 'Who goes on with it?',
    chooseMissing: 'Choose a procurement officer with an open account.',
    submit: 'Hand over',
    notice: 'The set-up was handed over.',
    task: (title) => `Nobody works on ${quote(title)} any more.`,
  },
  task: (kind, title) => `${quote(title)} has no ${kind === 'tender' ? 'chair' : 'procurement officer'} any more.`,
  link: 'Name successors',
};
