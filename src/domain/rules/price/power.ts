import { denominator, type Exact, multiply, numerator, ratio } from '../../number.ts';

/**
 * whole x share^exponent, rounded half up to a number of decimals, and exactly that: both sides of every comparison are raised to the
 * denominator of the exponent, so that only whole numbers are compared.
 * @param whole above zero @param share zero or more @param exponent above zero, with few decimals
 */
export function powerShare(whole: Exact, share: Exact, exponent: Exact, decimals: number): Exact {
  const units = 10n ** BigInt(decimals);
  const [times, root] = [numerator(exponent), denominator(exponent)];
  // Twice the result in units, to the power of the root: above / below.
  const doubled = multiply(whole, ratio(2n * units, 1n));
  const above = numerator(doubled) ** root * numerator(share) ** times;
  const below = denominator(doubled) ** root * denominator(share) ** times;
  /** Whether the result is at least half a unit below `count`, so that it is rounded up to it. */
  const reaches = (count: bigint): boolean => (2n * count - 1n) ** root * below <= above;
  let beyond = 1n;
  while (reaches(beyond)) beyond *= 2n;
  let reached = beyond / 2n;
  while (beyond - reached > 1n) {
    const middle = (reached + beyond) / 2n;
    if (reaches(middle)) reached = middle;
    else beyond = middle;
  }
  return ratio(reached, units);
}
