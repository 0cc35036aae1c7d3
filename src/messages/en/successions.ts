import type { successions as nl } from '../nl/successions.ts';
import { quote, sentence } from '../sentence.ts';
import { agree, count } from './words.ts';

/** The chair is gone: two administrators name a successor together. */
export const successions: typeof nl = {
  title: 'Succession of chairs',
  lead: 'The account of the chair is closed and the tender is not finished. One administrator proposes a successor, the other agrees. You see nothing else of the tender here.',
  none: 'There is no tender without a chair.',
  more: (n: number) =>
    `There ${agree(n, 'is', 'are')} ${count(n, 'more tender', 'more tenders')} without a chair. You see ${agree(n, 'it', 'them')} here when the tenders above have a successor.`,
  gone: (chair) => sentence(`The chair was ${chair}`),
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
  agreedNotice: 'The tender has a new chair.',
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
  task: (title) => `${quote(title)} has no chair any more.`,
  link: 'Succession of chairs',
};
