import { createFormat } from '../format.ts';

/** Small help to make sentences with. */
export const format = createFormat('en-GB', 'and');

/** "1 price", "2 prices". */
export const count = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** What is rounded to. */
export const toDecimals = (n: number): string =>
  n === 0 ? 'a whole number' : count(n, 'decimal place', 'decimal places');
