import type { RankingMechanism } from './ranking-mechanism.ts';
import { awardInOrder } from './search/fixed-order.ts';

/** The lots are awarded one after the other, in the announced order. */
export const inFixedOrder: RankingMechanism = {
  divide: ({ rankings, order, parties }) => awardInOrder({ rankings, order, parties }).holders,
  proof: { kind: 'in-order' },
  heedsPreferences: false,
};
