import Fraction from 'fraction.js';
import { DomainError } from './errors.ts';

/** An exact rational number. Only this file knows how it is stored. */
export type Exact = Fraction;

/**
 * Decimal text as people and files write it ("12", "-0.75") or a stored fraction ("2/3"). A sum of prices relative to the lowest has
 * some fifteen digits more for every lot, and an own formula can have 40,000 (expression.ts).
 */
const DECIMAL = /^-?\d{1,18}(\.\d{1,18})?$/;
const RATIO = /^-?\d{1,50000}(\/[1-9]\d{0,49999})?$/;

/**
 * Reads an exact number.
 * @param text decimal text with a point ("7.5"), a fraction as {@link toFractionText} writes it ("2/3"), or a whole number
 * @throws DomainError `not-a-number` for anything else: floating point input is refused by its type
 */
export function exact(text: string | bigint): Exact {
  if (typeof text === 'bigint') return new Fraction(text, 1n);
  if (DECIMAL.test(text)) {
    const point = text.indexOf('.');
    if (point < 0) return new Fraction(BigInt(text), 1n);
    return new Fraction(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(text.length - point - 1));
  }
  if (!RATIO.test(text)) throw new DomainError('not-a-number', { text });
  const [above, below] = text.split('/') as [string, string?];
  return new Fraction(BigInt(above), BigInt(below ?? '1'));
}

export const isExact = (value: unknown): value is Exact => value instanceof Fraction;

/** An exact ratio of two whole numbers. @throws DomainError `division-by-zero` */
export function ratio(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 0n) throw new DomainError('division-by-zero');
  return new Fraction(numerator, denominator);
}

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);

export const add = (a: Exact, b: Exact): Exact => a.add(b);
export const subtract = (a: Exact, b: Exact): Exact => a.sub(b);
export const multiply = (a: Exact, b: Exact): Exact => a.mul(b);
/** @throws DomainError `division-by-zero` */
export function divide(a: Exact, b: Exact): Exact {
  if (b.n === 0n) throw new DomainError('division-by-zero');
  return a.div(b);
}
/** Negative, zero or positive, as for Array.sort: ascending. */
export function compare(a: Exact, b: Exact): number {
  const [left, right] = a.d === b.d ? [a.s * a.n, b.s * b.n] : [a.s * a.n * b.d, b.s * b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}
export const equals = (a: Exact, b: Exact): boolean => a.equals(b);
export const sum = (values: Iterable<Exact>): Exact => {
  let total = ZERO;
  for (const value of values) total = total.add(value);
  return total;
};
export const minimum = (a: Exact, b: Exact): Exact => (a.compare(b) <= 0 ? a : b);
export const maximum = (a: Exact, b: Exact): Exact => (a.compare(b) >= 0 ? a : b);
export const isNegative = (a: Exact): boolean => a.s < 0n && a.n !== 0n;

/** Numerator (with the sign) and denominator (positive) in lowest terms. */
export const numerator = (a: Exact): bigint => a.s * a.n;
export const denominator = (a: Exact): bigint => a.d;

/** The whole part, towards zero: 2.63 -> 2, -2.63 -> -2. */
export const truncate = (value: Exact): Exact => new Fraction(value.s * (value.n / value.d), 1n);

/**
 * Rounds to a number of decimals; a half goes away from zero (2.345 -> 2.35, -2.5 -> -3),
 * the commercial rule that Dutch tender documents mean by "half up".
 */
export function roundHalfUp(value: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  const doubled = 2n * value.n * scale;
  const units = (doubled + value.d) / (2n * value.d);
  return new Fraction(value.s * units, scale);
}

/** Lossless text: "3", "-7/2". The form in which exact numbers are stored and compared. */
export const toFractionText = (value: Exact): string => value.toFraction();

/** Decimal text with a fixed number of decimals, rounded by {@link roundHalfUp}: "7.50". For showing, never for calculating. */
export function toDecimalText(value: Exact, decimals: number): string {
  const rounded = roundHalfUp(value, decimals);
  const scale = 10n ** BigInt(decimals);
  const units = (rounded.n * scale) / rounded.d;
  const sign = rounded.s < 0n && units !== 0n ? '-' : '';
  const whole = units / scale;
  const part = (units % scale).toString().padStart(decimals, '0');
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${part}`;
}

/** Decimal text with as many decimals as it needs: "100.5"; a fraction that no decimal is equal to stays one: "2/3". */
export function toPlainText(value: Exact): string {
  const [twos, fives] = [2n, 5n].map((factor) => timesIn(value.d, factor)) as [number, number];
  const decimals = Math.max(twos, fives);
  return 10n ** BigInt(decimals) % value.d === 0n ? toDecimalText(value, decimals) : toFractionText(value);
}

/** How often a whole number can be divided by a factor. */
function timesIn(whole: bigint, factor: bigint): number {
  let times = 0;
  for (let rest = whole; rest % factor === 0n; rest /= factor) times++;
  return times;
}

/** A floating point approximation, to the last place or two: for drawing, simulation and a first look, never for an outcome. */
export function approximate(value: Exact): number {
  const excess = Math.max(digits(value.n), digits(value.d)) - 250;
  // Numbers of more digits than a double can hold lose their last ones on both sides.
  if (excess <= 0) return Number(value.s * value.n) / Number(value.d);
  const scale = 10n ** BigInt(excess);
  return Number((value.s * value.n) / scale) / Number(value.d / scale);
}
const digits = (whole: bigint): number => (whole < 2n ** 64n ? 20 : whole.toString().length);

/** The least whole number above zero that both divide: the common denominator of fractions. */
export const leastCommonMultiple = (a: bigint, b: bigint): bigint =>
  a % b === 0n ? a : (a / greatestCommonDivisor(a, b)) * b;
const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));
