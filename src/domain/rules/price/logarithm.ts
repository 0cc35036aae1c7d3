import {
  compare,
  denominator,
  type Exact,
  exact,
  multiply,
  numerator,
  ONE,
  ratio,
  roundHalfUp,
  subtract,
  ZERO,
} from '../../number.ts';

/**
 * whole x (1 - log(x) / log(zeroAt)), rounded half up to a number of decimals, and exactly that: the logarithms are enclosed between
 * two whole numbers of more and more bits until both ends round alike. A tie in the rounding needs log(x) / log(zeroAt) to be rational,
 * which two fractions show by being powers of the same one; it is found exactly, so that the search ends.
 * @param x above zero @param zeroAt above one
 */
export function logarithmicShare(whole: Exact, x: Exact, zeroAt: Exact, decimals: number): Exact {
  const rational = rationalQuotient(x, zeroAt);
  if (rational) return roundHalfUp(multiply(whole, subtract(ONE, rational)), decimals);
  for (let bits = 64n; ; bits *= 2n) {
    const above = logarithm(x, bits);
    const below = logarithm(zeroAt, bits);
    if (below.low <= 0n) continue;
    const ends = [above.low, above.high].flatMap((a) => [below.low, below.high].map((b) => ratio(a, b)));
    const rounded = ends.map((quotient) => roundHalfUp(multiply(whole, subtract(ONE, quotient)), decimals));
    if (rounded.every((one) => compare(one, rounded[0]!) === 0)) return rounded[0]!;
  }
}

interface Enclosure {
  readonly low: bigint;
  readonly high: bigint;
}

/** Two whole numbers between which ln(x) x 2^bits lies. */
function logarithm(x: Exact, bits: bigint): Enclosure {
  let [above, below] = [numerator(x), denominator(x)];
  let halvings = 0n;
  while (above >= 2n * below) {
    below *= 2n;
    halvings++;
  }
  while (above < below) {
    above *= 2n;
    halvings--;
  }
  const rest = area(above, below, bits);
  const two = area(2n, 1n, bits);
  const [least, most] = halvings < 0n ? [two.high, two.low] : [two.low, two.high];
  return { low: rest.low + halvings * least, high: rest.high + halvings * most };
}

/** ln(above / below) = 2 artanh(t) with t = (above - below) / (above + below), for a quotient from 1 to 2: the series in t^2 <= 1/9. */
function area(above: bigint, below: bigint, bits: bigint): Enclosure {
  const one = 1n << bits;
  const t = ((above - below) * one) / (above + below);
  const square = (t * t) >> bits;
  let term = t;
  let sum = 0n;
  let terms = 0n;
  for (let odd = 1n; term > 0n; odd += 2n, terms++) {
    sum += term / odd;
    term = (term * square) >> bits;
  }
  // Every step cuts off less than one unit, and carries on at most the cuts before it; twice the number of steps, doubled, is ample.
  const error = 8n * (terms + 2n);
  return { low: 2n * sum - error, high: 2n * sum + error };
}

/** log(x) / log(z) when it is rational: both are then powers of one fraction. */
function rationalQuotient(x: Exact, z: Exact): Exact | undefined {
  if (compare(x, ONE) === 0) return ZERO;
  if (compare(x, ONE) < 0) {
    const mirrored = rationalQuotient(ratio(denominator(x), numerator(x)), z);
    return mirrored && subtract(ZERO, mirrored);
  }
  // Euclid on the exponents: dividing the larger by the smaller keeps both powers of the same fraction.
  let [a, b] = [x, z];
  const steps: bigint[] = [];
  const limit = bitLength(x) + bitLength(z);
  for (let step = 0; step < limit; step++) {
    let count = 0n;
    while (compare(a, b) >= 0) {
      a = ratio(numerator(a) * denominator(b), denominator(a) * numerator(b));
      count++;
      if (bitLength(a) > limit) return undefined;
    }
    steps.push(count);
    if (compare(a, ONE) === 0) return continuedFraction(steps);
    [a, b] = [b, a];
  }
  return undefined;
}

const bitLength = (value: Exact): number => numerator(value).toString(2).length + denominator(value).toString(2).length;

const continuedFraction = (steps: readonly bigint[]): Exact =>
  steps.slice(0, -1).reduceRight(
    (rest, step) => {
      const whole = exact(step);
      return ratio(numerator(whole) * numerator(rest) + denominator(rest), numerator(rest));
    },
    exact(steps[steps.length - 1]!),
  );
