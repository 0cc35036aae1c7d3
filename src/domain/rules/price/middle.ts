import { add, divide, type Exact, exact, sum, ZERO } from '../../number.ts';

/** The sum over the number; zero of nothing. */
export const meanOf = (values: readonly Exact[]): Exact =>
  values.length === 0 ? ZERO : divide(sum(values), exact(BigInt(values.length)));

/** The one in the middle, or half the sum of the two in the middle; zero of nothing. @param ascending lowest first */
export function medianOf(ascending: readonly Exact[]): Exact {
  const [left, right] = [ascending[(ascending.length - 1) >> 1], ascending[ascending.length >> 1]];
  return left && right ? divide(add(left, right), TWO) : ZERO;
}

const TWO = exact('2');
