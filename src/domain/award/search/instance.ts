import type { AwardProblem } from '../proof/problem.ts';

/**
 * A whole number: a double while every sum stays exact in doubles, otherwise a bigint that goes by the same type.
 * Both know + - * < and compare with Infinity, so one source serves both.
 */
export type Whole = number;
export type Wholes = Float64Array;

/** The two kinds of whole numbers. */
export interface Numbers {
  readonly zero: Whole;
  readonly list: (length: number) => Wholes;
  readonly from: (exact: bigint) => Whole;
  /** The nearest whole number to a double. */
  readonly near: (estimate: number) => Whole;
}

/** The problem in flat lists: values of offers as whole numbers, offers by bid and by lot. */
export interface Instance {
  readonly problem: AwardProblem;
  readonly numbers: Numbers;
  /** Values and prices are in parts of this size: 1 / denominator. */
  readonly denominator: number;
  readonly bids: number;
  readonly partyOf: Int32Array;
  /** Per offer its bid, and its lot; -1 for a combination of lots. */
  readonly bidOf: Int32Array;
  readonly lotOf: Int32Array;
  readonly bidRoom: Int32Array;
  readonly partyRoom: Int32Array;
  /** Per offer: score + lots x {@link lotUnit}, times the denominator. */
  readonly values: Wholes;
  /** No price has to be higher, and at prices up to here every sum stays exact. */
  readonly highestPrice: Whole;
  readonly minimumWinners: number;
  readonly maximumWinners: number;
  /** Whether maximum winners, one bid per party or combinations of lots take it out of the reach of a flow. */
  readonly isFlow: boolean;
}

/** An array of numbers outside the heap takes longer to make than a problem of a few lots takes to solve. */
const SHORT = 64;

/** A list of -1, 0 and 1, all zero. */
export const flags = (length: number): Int8Array =>
  length > SHORT ? new Int8Array(length) : (new Array<number>(length).fill(0) as unknown as Int8Array);

/** A list of small whole numbers, all zero. */
export const integers = (length: number): Int32Array =>
  length > SHORT ? new Int32Array(length) : (new Array<number>(length).fill(0) as unknown as Int32Array);

const doubles: Numbers = {
  zero: 0,
  list: (length) =>
    length > SHORT ? new Float64Array(length) : (new Array<number>(length).fill(0) as unknown as Wholes),
  from: Number,
  near: Math.round,
};

const bigints: Numbers = {
  zero: 0n as unknown as Whole,
  list: (length) => new Array<bigint>(length).fill(0n) as unknown as Wholes,
  from: (exact) => exact as unknown as Whole,
  near: (estimate) => BigInt(Math.round(estimate)) as unknown as Whole,
};

/** Prices finer than this are not needed to tell two divisions apart. */
const FINEST = 2 ** 16;
/** Up to here sums of doubles are exact. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * Lays the problem out in flat lists.
 * @param fine whether prices between whole points of score will be needed; then the denominator is as large as doubles allow
 */
export function layOut(problem: AwardProblem, fine: boolean): Instance {
  const { lots, offers, parties, limits } = problem;
  let bids = 0;
  let isFlow = true;
  for (const party of parties) {
    for (const { bid } of party.bids) if (bid >= bids) bids = bid + 1;
    if (party.oneBid && party.bids.length > 1) isFlow = false;
  }
  const partyOf = integers(bids);
  const bidRoom = integers(bids);
  const partyRoom = integers(parties.length);
  for (let place = 0; place < parties.length; place++) {
    const party = parties[place]!;
    partyRoom[place] = Math.min(party.maximumLots, lots);
    for (const { bid, maximumLots } of party.bids) {
      partyOf[bid] = place;
      bidRoom[bid] = Math.min(maximumLots, party.maximumLots, lots);
    }
  }

  const bidOf = integers(offers.length);
  const lotOf = integers(offers.length);
  let numbers = doubles;
  for (let place = 0; place < offers.length; place++) {
    const { bid, lots: taken } = offers[place]!;
    bidOf[place] = bid;
    lotOf[place] = taken.length === 1 ? taken[0]! : -1;
    if (taken.length > 1) isFlow = false;
  }
  let values = scoresOf(problem, numbers);
  let unit = addUnits(problem, lotOf, numbers, values);
  const largest = largestSum(unit, lots);
  if (largest > LARGEST) {
    numbers = bigints;
    values = scoresOf(problem, numbers);
    unit = addUnits(problem, lotOf, numbers, values);
  }
  let denominator = 1;
  if (fine) {
    denominator = FINEST;
    if (numbers === doubles) while (largest * denominator > LARGEST) denominator /= 2;
    const part = numbers.near(denominator);
    for (let place = 0; place < values.length; place++) values[place]! *= part;
  }
  const highestPrice = unit * numbers.near(4 * (lots + 1) * denominator);
  const { minimumWinners, maximumWinners } = limits;
  return {
    problem,
    numbers,
    denominator,
    bids,
    partyOf,
    bidOf,
    lotOf,
    bidRoom,
    partyRoom,
    values,
    highestPrice,
    minimumWinners,
    maximumWinners,
    isFlow,
  };
}

/**
 * The same problem with other scores.
 * @param scores whole numbers
 * @returns undefined when these are too large for doubles
 */
export function withScores(instance: Instance, scores: ArrayLike<number>): Instance | undefined {
  const { problem, lotOf } = instance;
  const values = Float64Array.from(scores);
  const unit = addUnits(problem, lotOf, doubles, values);
  if (largestSum(unit, problem.lots) > LARGEST) return undefined;
  const highestPrice = unit * 4 * (problem.lots + 1);
  return { ...instance, numbers: doubles, denominator: 1, values, highestPrice };
}

/** No price, sum of prices or sum of values in the search exceeds this. */
const largestSum = (unit: Whole, lots: number): number => 16 * Number(unit) * (lots + 1) * (lots + 1);

function scoresOf({ offers }: AwardProblem, numbers: Numbers): Wholes {
  const scores = numbers.list(offers.length);
  for (let place = 0; place < offers.length; place++) scores[place] = numbers.from(offers[place]!.score);
  return scores;
}

/** Makes each score into the value of its offer: score + lots x lotUnit (see problem.ts). @returns the unit */
function addUnits(problem: AwardProblem, lotOf: Int32Array, numbers: Numbers, values: Wholes): Whole {
  const { offers } = problem;
  const highest = numbers.list(problem.lots);
  const lowest = numbers.list(problem.lots);
  for (let place = 0; place < offers.length; place++) {
    const score = values[place]!;
    const single = lotOf[place]!;
    if (single !== -1) {
      if (score > highest[single]!) highest[single] = score;
      if (score < lowest[single]!) lowest[single] = score;
      continue;
    }
    for (const lot of offers[place]!.lots) {
      if (score > highest[lot]!) highest[lot] = score;
      if (score < lowest[lot]!) lowest[lot] = score;
    }
  }
  let unit = numbers.near(1);
  for (let lot = 0; lot < problem.lots; lot++) unit += highest[lot]! - lowest[lot]!;
  for (let place = 0; place < offers.length; place++) {
    values[place]! += lotOf[place] === -1 ? unit * numbers.near(offers[place]!.lots.length) : unit;
  }
  return unit;
}
