import { type Cells, doubleCells } from './cells.ts';

/** A whole number: a double where every sum stays exact in doubles, otherwise a bigint. One search has one kind only. */
export type Whole = number | bigint;
export type Wholes<W extends Whole = Whole> = Cells<W>;

/** One of the two kinds of whole numbers. */
export interface Numbers<W extends Whole = Whole> {
  readonly zero: W;
  /** @throws TypeError for one of each kind */
  plus(a: W, b: W): W;
  minus(a: W, b: W): W;
  times(a: W, b: W): W;
  list(length: number): Wholes<W>;
  from(exact: bigint): W;
  /** The nearest whole number to a double. */
  near(estimate: number): W;
  /** Reckoning in doubles with whole numbers of about this size. */
  estimates(size: W): Estimates<W>;
  /** More than so many times a whole number. */
  beyond(whole: W, times: number): W;
}

/** Whole numbers as doubles, in a unit that keeps them finite however many digits they have. */
export interface Estimates<W extends Whole> {
  of(whole: W): number;
  /** The whole number nearest to an estimate. */
  nearest(estimate: number): W;
}

const inDoubles: Estimates<number> = { of: (whole) => whole, nearest: Math.round };

/** Whole numbers that doubles can count. */
export const doubles: Numbers<number> = {
  zero: 0,
  plus,
  minus,
  times,
  list: doubleCells,
  from: Number,
  near: Math.round,
  estimates: () => inDoubles,
  beyond: () => Number.POSITIVE_INFINITY,
};

/** Doubles reach to 2^1024; numbers above this are estimated without their last digits, so that there is room to multiply. */
const ESTIMATED = 2 ** 960;
const ESTIMATED_BITS = 960;

/** Whole numbers of any size. */
export const bigints: Numbers<bigint> = {
  zero: 0n,
  plus,
  minus,
  times,
  list: (length) => new Array<bigint>(length).fill(0n),
  from: (exact) => exact,
  near: (estimate) => BigInt(Math.round(estimate)),
  estimates: (size) => {
    const dropped = Math.abs(Number(size)) < ESTIMATED ? 0n : BigInt(bitsOf(size) - ESTIMATED_BITS);
    return {
      of: (whole) => Number(whole >> dropped),
      nearest: (estimate) => BigInt(Math.round(finite(estimate))) << dropped,
    };
  },
  beyond: (whole, factor) => whole * BigInt(factor) + 1n,
};

/** How many bits a whole number has, to within four. */
const bitsOf = (whole: bigint): number => 4 * whole.toString(16).length;

const finite = (estimate: number): number => Math.min(Math.max(estimate, -Number.MAX_VALUE), Number.MAX_VALUE);

/**
 * The sum of two whole numbers of one kind. One function serves both kinds, because the compiler builds it into the loops that call it; with
 * one for each kind it no longer would after a search of the other kind.
 */
function plus<W extends Whole>(a: W, b: W): W;
function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'bigint' && typeof b === 'bigint') return a + b;
  throw mixed();
}

function minus<W extends Whole>(a: W, b: W): W;
function minus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'bigint' && typeof b === 'bigint') return a - b;
  throw mixed();
}

function times<W extends Whole>(a: W, b: W): W;
function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (typeof a === 'bigint' && typeof b === 'bigint') return a * b;
  throw mixed();
}

const mixed = (): TypeError => new TypeError('whole numbers of two kinds');
