import { DomainError } from '../errors.ts';
import { lastDayForBids } from '../rules/course.ts';
import type { TenderState } from './state/state.ts';

/**
 * Why announced rules are not changed any more: a bid is in, or none can come in. Undefined while they can be.
 * @param today the date on which they would be, "2027-03-10"
 * @returns `bids-are-in`, `last-day-passed`
 */
export function notAmendable({ bids, rules }: Readonly<TenderState>, today: string): DomainError | undefined {
  if (bids.size > 0) return new DomainError('bids-are-in', { count: bids.size });
  const date = lastDayForBids(rules);
  return date !== undefined && today > date ? new DomainError('last-day-passed', { date }) : undefined;
}
