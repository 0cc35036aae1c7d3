import type { setAside as nl } from '../nl/set-aside.ts';
import { capital, type Nouns } from '../noun.ts';

/** Setting a bid aside. */
export const setAside = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  title: 'Set a bid aside',
  lead: 'Set aside a bid that was excluded or withdrawn. The reason is in the log and in the report. Calculate the award after that. This cannot be undone.',
  bid: 'Bid',
  lot: capital(lotNoun.one),
  allLots: `All ${lotNoun.more}`,
  stage: 'Why does this bid no longer count?',
  excluded: 'Excluded: it counts in nothing',
  withdrawn: 'Withdrawn after the ranking: the announced rule says what that means for the others',
  reason: 'Reason',
  reasonMissing: 'Give a reason.',
  chooseBid: 'Choose a bid',
  bidMissing: 'Choose the bid that is set aside.',
  stageMissing: 'Choose why this bid no longer counts.',
  save: 'Set aside',
});
