import { exact, maximum, multiply, numerator, ratio, sum, truncate } from '../number.ts';
import type { Bid } from '../rules/bid.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { Cap } from './proof/problem.ts';

/** What a bidder may hold at most besides a number of lots, with the announced limit that it comes from. */
export interface RuledCap extends Cap {
  readonly kind: 'lot-groups' | 'capacity';
}

const ONE_UNIT = 10n ** 6n;
const UNITS = ratio(ONE_UNIT, 1n);

/**
 * The caps of one bidder: of its bids together per group of lots, and of each bid what it declares that it can take on, times the announced factor.
 * @param members its bids, with their places in the list of all bids
 * @param fixed lots that stay with who has them: no cap is below what is held for good
 */
export function capsOf(
  { award, lots }: TenderRules,
  members: readonly { readonly bid: Bid; readonly place: number }[],
  fixed: ReadonlyMap<string, string | null>,
): RuledCap[] {
  const holds = (ids: readonly string[], lot: string): boolean => ids.includes(fixed.get(lot) ?? '');
  const groups = (award.lotGroups ?? []).map((group): RuledCap => {
    const held = group.lots.filter((lot) =>
      holds(
        members.map(({ bid }) => bid.id),
        lot,
      ),
    ).length;
    return {
      kind: 'lot-groups',
      bids: members.map(({ place }) => place),
      counts: lots.map(({ id }) => (group.lots.includes(id) ? 1n : 0n)),
      most: BigInt(Math.max(group.maximumLots, held)),
    };
  });
  const { capacity } = award;
  if (!capacity) return groups;
  const capacities = members.map(({ bid, place }): RuledCap => {
    const room = multiply(exact(bid.capacity ?? '0'), exact(capacity.factor ?? '1'));
    const held = sum(lots.filter(({ id }) => holds([bid.id], id)).map(({ size }) => exact(size ?? '0')));
    return {
      kind: 'capacity',
      bids: [place],
      counts: lots.map(({ size }) => numerator(multiply(exact(size ?? '0'), UNITS))),
      most: numerator(truncate(multiply(maximum(room, held), UNITS))),
    };
  });
  return [...groups, ...capacities];
}
