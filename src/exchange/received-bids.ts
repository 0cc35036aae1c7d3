import { lotsOf } from '../domain/rules/bid.ts';
import type { TenderState } from '../domain/tender/state/state.ts';

/** How many bids came in for a lot, by itself or as part of a combination of lots. */
export const receivedFor = ({ rules, bids }: Readonly<TenderState>, lot: string): number =>
  [...bids.values()].filter((bid) => bid.lots.some((offer) => lotsOf(rules, offer.lot).includes(lot))).length;
