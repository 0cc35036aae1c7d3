import type { setAside as nl } from '../nl/set-aside.ts';

/** Setting a bid aside. */
export const setAside: typeof nl = {
  title: 'Set a bid aside',
  lead: 'Set aside a bid that was excluded or withdrawn. The reason is in the log and in the report; the award is then calculated (anew). This cannot be undone.',
  bid: 'Bid',
  lot: 'Area',
  allLots: 'All areas',
  stage: 'Why does this bid no longer count?',
  excluded: 'Excluded: it counts in nothing',
  withdrawn: 'Withdrawn after the ranking: the announced rule says what that means for the others',
  reason: 'Reason',
  reasonMissing: 'Give a reason.',
  chooseBid: 'Choose a bid',
  bidMissing: 'Choose the bid that is set aside.',
  stageMissing: 'Choose why this bid no longer counts.',
  save: 'Set aside',
};
