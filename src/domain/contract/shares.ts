import { DomainError } from '../errors.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  isNegative,
  multiply,
  ratio,
  subtract,
  sum,
  truncate,
  ZERO,
} from '../number.ts';

/** The part of one: exact, and in whole cents. */
export interface Share {
  readonly id: string;
  readonly exact: Exact;
  /** Euro, in whole cents. The shares sum to the whole. */
  readonly euro: Exact;
}

const CENTS = exact('100');

/**
 * Divides an amount in whole cents by weights. Every part is rounded down to cents; the cents that are left go one by one to the parts of which most was
 * rounded away (the method of the largest remainder), at equal remainders to the first.
 * @param whole euro, in whole cents
 * @param weights not negative, together more than 0
 * @throws DomainError `division-negative`, `division-empty`
 */
export function divideInCents(
  whole: Exact,
  weights: readonly { readonly id: string; readonly weight: Exact }[],
): Share[] {
  const negative = weights.find(({ weight }) => isNegative(weight));
  if (negative) throw new DomainError('division-negative', { area: negative.id });
  const total = sum(weights.map(({ weight }) => weight));
  if (compare(total, ZERO) === 0) throw new DomainError('division-empty');
  const parts = weights.map(({ id, weight }, place) => {
    const part = divide(multiply(whole, weight), total);
    const cents = truncate(multiply(part, CENTS));
    return { id, place, exact: part, cents, remainder: subtract(multiply(part, CENTS), cents) };
  });
  const left = subtract(multiply(whole, CENTS), sum(parts.map(({ cents }) => cents)));
  const byRemainder = [...parts].sort((a, b) => compare(b.remainder, a.remainder) || a.place - b.place);
  const more = new Set(
    byRemainder.filter((_, place) => compare(ratio(BigInt(place), 1n), left) < 0).map(({ id }) => id),
  );
  return parts.map(({ id, exact: part, cents }) => ({
    id,
    exact: part,
    euro: divide(more.has(id) ? add(cents, exact('1')) : cents, CENTS),
  }));
}
