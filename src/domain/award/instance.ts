import { type AwardProblem, lotUnit } from './problem.ts';

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
  readonly bidRoom: Int32Array;
  readonly partyRoom: Int32Array;
  /** Per offer: score + lots x {@link lotUnit}, times the denominator. */
  readonly values: Wholes;
  readonly minimumWinners: number;
  readonly maximumWinners: number;
  /** Whether maximum winners, one bid per party or combinations of lots take it out of the reach of a flow. */
  readonly isFlow: boolean;
}

const doubles: Numbers = {
  zero: 0,
  list: (length) => new Float64Array(length),
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
  const partyOf = new Int32Array(bids);
  const bidRoom = new Int32Array(bids);
  const partyRoom = new Int32Array(parties.length);
  parties.forEach((party, place) => {
    partyRoom[place] = Math.min(party.maximumLots, lots);
    for (const { bid, maximumLots } of party.bids) {
      partyOf[bid] = place;
      bidRoom[bid] = Math.min(maximumLots, party.maximumLots, lots);
    }
  });

  const unit = lotUnit(problem);
  // No price, sum of prices or sum of values in the search exceeds this many units.
  const largest = 16n * unit * BigInt((lots + 1) * (lots + 1));
  const numbers = largest < BigInt(Number.MAX_SAFE_INTEGER) ? doubles : bigints;
  const denominator = fine ? finest(numbers, largest) : 1;
  const perLot = numbers.from(unit * BigInt(denominator));
  const part = numbers.near(denominator);
  const values = numbers.list(offers.length);
  for (let offer = 0; offer < offers.length; offer++) {
    const { lots: taken, score } = offers[offer]!;
    if (taken.length === 1) values[offer] = numbers.from(score) * part + perLot;
    else {
      values[offer] = numbers.from(score) * part + perLot * numbers.near(taken.length);
      isFlow = false;
    }
  }
  const { minimumWinners, maximumWinners } = limits;
  return {
    problem,
    numbers,
    denominator,
    bids,
    partyOf,
    bidRoom,
    partyRoom,
    values,
    minimumWinners,
    maximumWinners,
    isFlow,
  };
}

function finest(numbers: Numbers, largest: bigint): number {
  let denominator = FINEST;
  if (numbers === doubles) {
    while (largest * BigInt(denominator) > BigInt(Number.MAX_SAFE_INTEGER)) denominator /= 2;
  }
  return denominator;
}
