import type { RankingMechanism } from './ranking-mechanism.ts';
import { deferredAcceptance } from './search/deferred-acceptance.ts';

/** Lots go to bidders in the order in which these rank the lots: nobody is passed over for a lot that it would rather have. */
export const byPreferences: RankingMechanism = {
  divide: ({ rankings, wishes, parties }) => deferredAcceptance({ rankings, wishes, parties }).holders,
  proof: { kind: 'stable' },
  heedsPreferences: true,
};
