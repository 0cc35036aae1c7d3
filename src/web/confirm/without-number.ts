import type { Bid } from '../../domain/rules/bid.ts';
import type { Messages } from '../../messages/messages.ts';

/** More names than that are counted. */
const MOST_NAMED = 5;

/** Which organisations have no number in a register: in another bid such a one is not known again. Nothing where all have. */
export function withoutNumber(m: Messages, bids: readonly Bid[]): string[] {
  const names = bids.flatMap(({ bidder }) =>
    bidder.members.filter(({ registration }) => registration === undefined).map(({ name }) => name),
  );
  if (names.length === 0) return [];
  return [m.confirm.register.withoutNumber(names.slice(0, MOST_NAMED), Math.max(0, names.length - MOST_NAMED))];
}
