import type { AwardProblem } from '../proof/problem.ts';
import { type CapRows, layOutCaps } from './cap-rows.ts';
import { type Cells, integers } from './cells.ts';
import { bigints, doubles, type Numbers, type Whole, type Wholes } from './whole.ts';

/**
 * The problem in flat lists: values of offers as whole numbers, offers by bid and by lot.
 * What is written for any kind of whole number cannot mix the two, nor meet a double where they have no bound.
 */
export interface Instance<W extends Whole = Whole> {
  readonly problem: AwardProblem;
  readonly numbers: Numbers<W>;
  /** Values and prices are in parts of this size: 1 / denominator. */
  readonly denominator: number;
  readonly bids: number;
  readonly partyOf: Cells<number>;
  /** Per offer its bid, and its lot; -1 for a combination of lots. */
  readonly bidOf: Cells<number>;
  readonly lotOf: Cells<number>;
  readonly bidRoom: Cells<number>;
  readonly partyRoom: Cells<number>;
  /** Per offer: score + lots x {@link lotUnit}, times the denominator. */
  readonly values: Wholes<W>;
  /** No price has to be higher, and at prices up to here every sum stays exact. */
  readonly highestPrice: W;
  /** More than any price or sum in the search: what no chain of moves reaches. */
  readonly beyond: W;
  readonly minimumWinners: number;
  readonly maximumWinners: number;
  /** Undefined where no cap can bind. */
  readonly caps: CapRows | undefined;
  /** Whether maximum winners, one bid per party, combinations of lots or caps take it out of the reach of a flow. */
  readonly isFlow: boolean;
}

/** Prices finer than this are not needed to tell two divisions apart. */
const FINEST = 2 ** 16;
/** Up to here sums of doubles are exact. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * Lays the problem out in flat lists.
 * @param fine whether prices between whole points of score will be needed; then the denominator is as large as doubles allow
 */
export function layOut(problem: AwardProblem, fine: boolean): Instance {
  const { lots, offers, parties } = problem;
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
  for (let place = 0; place < offers.length; place++) {
    const { bid, lots: taken } = offers[place]!;
    bidOf[place] = bid;
    lotOf[place] = taken.length === 1 ? taken[0]! : -1;
    if (taken.length > 1) isFlow = false;
  }
  const caps = layOutCaps(problem);
  if (caps !== undefined) isFlow = false;
  const places: Places = { bids, partyOf, bidOf, lotOf, bidRoom, partyRoom, caps, isFlow };
  const values = scoresOf(problem, doubles);
  const unit = addUnits(problem, lotOf, doubles, values);
  const largest = largestSum(unit, lots);
  if (largest > LARGEST) {
    const exact = scoresOf(problem, bigints);
    return inNumbers(bigints, problem, places, exact, addUnits(problem, lotOf, bigints, exact), fine ? FINEST : 1);
  }
  let denominator = 1;
  if (fine) {
    denominator = FINEST;
    while (largest * denominator > LARGEST) denominator /= 2;
  }
  return inNumbers(doubles, problem, places, values, unit, denominator);
}

type Places = Pick<Instance, 'bids' | 'partyOf' | 'bidOf' | 'lotOf' | 'bidRoom' | 'partyRoom' | 'caps' | 'isFlow'>;

/** Puts the values in parts of a point. */
function inNumbers<W extends Whole>(
  numbers: Numbers<W>,
  problem: AwardProblem,
  { bids, partyOf, bidOf, lotOf, bidRoom, partyRoom, caps, isFlow }: Places,
  values: Wholes<W>,
  unit: W,
  denominator: number,
): Instance<W> {
  const { lots, limits } = problem;
  if (denominator !== 1) {
    const part = numbers.near(denominator);
    for (let place = 0; place < values.length; place++) values[place] = numbers.times(values[place]!, part);
  }
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
    highestPrice: numbers.times(unit, numbers.near(4 * (lots + 1) * denominator)),
    beyond: numbers.beyond(unit, largestSum(1, lots) * denominator),
    minimumWinners: limits.minimumWinners,
    maximumWinners: limits.maximumWinners,
    caps,
    isFlow,
  };
}

/**
 * The same problem with other scores.
 * @param scores whole numbers
 * @returns undefined when these are too large for doubles
 */
export function withScores(instance: Instance, scores: ArrayLike<number>): Instance<number> | undefined {
  const { problem, lotOf } = instance;
  const values = Float64Array.from(scores);
  const unit = addUnits(problem, lotOf, doubles, values);
  if (largestSum(unit, problem.lots) > LARGEST) return undefined;
  const highestPrice = unit * 4 * (problem.lots + 1);
  return { ...instance, numbers: doubles, denominator: 1, values, highestPrice, beyond: Number.POSITIVE_INFINITY };
}

/** No price, sum of prices or sum of values in the search exceeds this. */
const largestSum = (unit: number, lots: number): number => 16 * unit * (lots + 1) * (lots + 1);

function scoresOf<W extends Whole>({ offers }: AwardProblem, numbers: Numbers<W>): Wholes<W> {
  const scores = numbers.list(offers.length);
  for (let place = 0; place < offers.length; place++) scores[place] = numbers.from(offers[place]!.score);
  return scores;
}

/** Makes each score into the value of its offer: score + lots x lotUnit (see problem.ts). @returns the unit */
function addUnits<W extends Whole>(
  problem: AwardProblem,
  lotOf: Cells<number>,
  numbers: Numbers<W>,
  values: Wholes<W>,
): W {
  const { plus, minus, times } = numbers;
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
  for (let lot = 0; lot < problem.lots; lot++) {
    unit = plus(unit, minus(highest[lot]!, lowest[lot]!));
  }
  for (let place = 0; place < offers.length; place++) {
    const units = lotOf[place] === -1 ? times(unit, numbers.near(offers[place]!.lots.length)) : unit;
    values[place] = plus(values[place]!, units);
  }
  return unit;
}
