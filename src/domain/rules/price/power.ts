import { denominator, type Exact, multiply, numerator, ratio } from '../../number.ts';

/**
 * whole x share^exponent, rounded half up to a number of decimals, and exactly that: both sides of the comparison that rounds are raised to
 * the denominator of the exponent, so that only whole numbers are compared. With an exponent such as 99.99 these have hundreds of thousands
 * of digits; so the result is first enclosed by their first bits, and they are worked out in full only where those do not tell.
 * @param whole above zero @param share zero or more @param exponent above zero, with few decimals
 */
export function powerShare(whole: Exact, share: Exact, exponent: Exact, decimals: number): Exact {
  const units = 10n ** BigInt(decimals);
  const [times, root] = [numerator(exponent), denominator(exponent)];
  // Twice the result in units, to the power of the root: above / below.
  const doubled = multiply(whole, ratio(2n * units, 1n));
  const above: Product = [
    [numerator(doubled), root],
    [numerator(share), times],
  ];
  const below: Product = [
    [denominator(doubled), root],
    [denominator(share), times],
  ];
  /** Whether the result is at least half a unit below `count`, so that it is rounded up to it. */
  const reaches = (count: bigint): boolean => inFull([[2n * count - 1n, root], ...below]) <= inFull(above);

  const kept = KEPT + 2 * bitsOf(inUnits(doubled)) + bitsOfPower(share, times / root + 1n);
  const [high, low] = [enclosed(above, kept), enclosed(below, kept)];
  let count = (rootOf(quotient(high.low, high.shift, low.high, low.shift), root) + 1n) / 2n;
  const most = (rootOf(quotient(high.high, high.shift, low.low, low.shift), root) + 2n) / 2n;
  while (count < most && reaches(count + 1n)) count++;
  return ratio(count, units);
}

/** A product of powers of whole numbers from zero up. */
type Product = readonly (readonly [base: bigint, exponent: bigint])[];

const inFull = (product: Product): bigint => product.reduce((all, [base, exponent]) => all * base ** exponent, 1n);

/** A number from low x 2^shift to high x 2^shift. */
interface Enclosure {
  readonly low: bigint;
  readonly high: bigint;
  readonly shift: bigint;
}

/** Bits that are kept of a number, beside those that the result itself has before its decimals end: what rounds differently is seldom so close. */
const KEPT = 256;

/** How many bits a whole number has, to within four. */
const bitsOf = (whole: bigint): number => 4 * whole.toString(16).length;
const inUnits = (value: Exact): bigint => numerator(value) / denominator(value);
/** How many bits a power of a share has before its point, at most. */
const bitsOfPower = (share: Exact, exponent: bigint): number => bitsOf(inUnits(share)) * Number(exponent);

const enclosed = (product: Product, kept: number): Enclosure =>
  product.map(([base, exponent]) => enclosedPower(base, exponent, kept)).reduce((a, b) => enclosedProduct(a, b, kept));

function enclosedPower(base: bigint, exponent: bigint, kept: number): Enclosure {
  const first = shortened({ low: base, high: base, shift: 0n }, kept);
  let result: Enclosure = { low: 1n, high: 1n, shift: 0n };
  for (const bit of exponent.toString(2)) {
    result = enclosedProduct(result, result, kept);
    if (bit === '1') result = enclosedProduct(result, first, kept);
  }
  return result;
}

const enclosedProduct = (a: Enclosure, b: Enclosure, kept: number): Enclosure =>
  shortened({ low: a.low * b.low, high: a.high * b.high, shift: a.shift + b.shift }, kept);

function shortened({ low, high, shift }: Enclosure, kept: number): Enclosure {
  const excess = bitsOf(high) - kept;
  if (excess <= 0) return { low, high, shift };
  const bits = BigInt(excess);
  return { low: low >> bits, high: (high >> bits) + 1n, shift: shift + bits };
}

/** The whole part of above x 2^(shift of it) / below x 2^(shift of it). */
function quotient(above: bigint, aboveShift: bigint, below: bigint, belowShift: bigint): bigint {
  const shift = aboveShift - belowShift;
  return shift >= 0n ? (above << shift) / below : above / (below << -shift);
}

/** The whole part of a root, by Newton's method. Where it starts is an estimate; where it ends does not depend on that. */
function rootOf(whole: bigint, root: bigint): bigint {
  if (root === 1n || whole < 2n) return whole;
  const next = (at: bigint): bigint => ((root - 1n) * at + whole / at ** (root - 1n)) / root;
  // From anywhere, one step leads to the root or above it; from there every step leads down until the root is reached.
  let at = next(nearRoot(whole, Number(root)));
  for (let below = next(at); below < at; below = next(at)) at = below;
  return at;
}

function nearRoot(whole: bigint, root: number): bigint {
  const digits = whole.toString(16);
  const logarithm = (Math.log2(Number.parseInt(digits.slice(0, 13), 16)) + 4 * Math.max(0, digits.length - 13)) / root;
  const bits = Math.floor(logarithm);
  const first = BigInt(Math.ceil(2 ** (logarithm - bits + 40)));
  return ((first << BigInt(bits)) >> 40n) + 1n;
}
