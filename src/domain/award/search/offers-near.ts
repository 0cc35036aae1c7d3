import type { Remainder } from './cases.ts';
import type { Instance } from './instance.ts';
import { priceBound } from './price-bound.ts';
import type { Whole, Wholes } from './whole.ts';

/**
 * Offers that may stand in a division that is worth this much or more. At prices with a certain bound, an offer that leaves less over than
 * the least that its party takes lowers the bound by the difference when it is awarded.
 * @param lists prices per lot that each bound every division; the lowest bound is taken
 * @returns places in `offers`, ascending
 */
export function offersNear<W extends Whole>(
  instance: Instance<W>,
  remainder: Remainder<W>,
  lists: readonly Wholes<W>[],
  value: W,
): number[] {
  const boundAt = priceBound(instance, remainder);
  const [first, ...others] = lists.map((list) => ({ list, bound: boundAt(list).bound }));
  const lowest = others.reduce((known, one) => (one.bound < known.bound ? one : known), first!);
  if (others.length > 0) boundAt(lowest.list);
  const near = boundAt.offersNear(lowest.list, instance.numbers.minus(lowest.bound, value));
  return [...remainder.awarded, ...near, ...remainder.combinations].sort((a, b) => a - b);
}
