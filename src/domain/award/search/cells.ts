/** A list of fixed length: an array outside the heap where it is long, a plain one where it is short. */
export interface Cells<T> {
  readonly length: number;
  [place: number]: T;
  slice(start?: number, end?: number): Cells<T>;
  indexOf(cell: T, from?: number): number;
  every(isSo: (cell: T) => boolean): boolean;
  some(isSo: (cell: T) => boolean): boolean;
  keys(): Iterable<number>;
  [Symbol.iterator](): Iterator<T>;
}

/** An array of numbers outside the heap takes longer to make than a problem of a few lots takes to solve. */
const SHORT = 64;

/** A list of -1, 0 and 1, all zero. */
export const flags = (length: number): Cells<number> =>
  length > SHORT ? new Int8Array(length) : new Array<number>(length).fill(0);

/** A list of small whole numbers, all zero. */
export const integers = (length: number): Cells<number> =>
  length > SHORT ? new Int32Array(length) : new Array<number>(length).fill(0);

/** A list of doubles, all zero. */
export const doubleCells = (length: number): Cells<number> =>
  length > SHORT ? new Float64Array(length) : new Array<number>(length).fill(0);
