import type { interests as nl } from '../nl/interests.ts';
import { quote } from '../sentence.ts';

/** The conflict-of-interest declaration. */
export const interests: typeof nl = {
  title: 'Conflict-of-interest declaration',
  lead: 'Say of each bidder whether you have an interest: work, family, friendship or money. Do so before you read anything of a bid. Who has an interest stays out of that bid.',
  source: (article, asOf) =>
    `Aanbestedingswet 2012 (public procurement act), article ${article} (read in the text of the law; as of ${asOf}).`,
  noBids: 'No bids have been registered yet. Come back when they are.',
  members: (names) => `With ${names}`,
  question: (bidder) => `Do you have an interest in ${quote(bidder)}?`,
  no: 'No',
  yes: 'Yes',
  explanation: (bidder) => `What interest do you have in ${quote(bidder)}?`,
  explanationHint: 'Fill in only where you choose “Yes”.',
  answerMissing: (bidder) => `Choose “Yes” or “No” for ${quote(bidder)}.`,
  explanationMissing: (bidder) => `Explain what interest you have in ${quote(bidder)}.`,
  judgedConflict: 'Decided: you stay out of this bid.',
  judgedNone: 'Decided: this is no conflict of interest.',
  pending: 'This is still to be decided.',
  save: 'Submit the declaration',
  done: 'Your declaration has been submitted.',
  toDo: 'Fill in your conflict-of-interest declaration',
};
