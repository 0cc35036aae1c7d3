import { compare, type Exact, exact, multiply } from '../number.ts';
import { medianOf } from '../rules/price/middle.ts';

/** How many other prices there must be before one can be far from them. */
const FEWEST_OTHERS = 2;
/** A digit too many or too few is a factor of ten; prices of one lot seldom differ by more than this. */
const FACTOR = exact('3');

/**
 * Whether a price is so far from the others in its lot that whoever types it should look again, whatever the rules announce about low
 * prices. It never decides anything. The bound is ours.
 * @param price and others: amounts that are compared, in euro
 */
export function isFarFromOthers(price: Exact, others: readonly Exact[]): boolean {
  if (others.length < FEWEST_OTHERS) return false;
  const middle = medianOf([...others].sort(compare));
  return compare(price, multiply(middle, FACTOR)) > 0 || compare(multiply(price, FACTOR), middle) < 0;
}
