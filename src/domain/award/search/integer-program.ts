import { type AwardProblem, type Cap, countOf, type Division, lotUnit } from '../proof/problem.ts';
import { bigints } from './whole.ts';

/** A 0/1 program: the highest sum of values under rows of whole numbers. */
export interface IntegerProgram {
  /** Value of each variable being 1. */
  readonly values: readonly number[];
  readonly rows: readonly ProgramRow[];
}

/** atLeast <= sum of factors x variables <= atMost; either may be infinite. */
export interface ProgramRow {
  readonly variables: readonly number[];
  readonly factors: readonly number[];
  readonly atLeast: number;
  readonly atMost: number;
}

/**
 * Somebody else's solver. What it answers is only a suggestion: it is checked exactly, and proves nothing.
 * @returns the variables that are 1; undefined without an answer
 */
export type IntegerProgramSolver = (program: IntegerProgram) => readonly number[] | undefined;

/**
 * The award as a 0/1 program. First a variable per offer, then one per party: whether it gets a lot; then, for parties of which
 * only one bid may win, one per bid. Values are doubles: exact as long as they fit, and without their last
 * digits where doubles do not reach.
 */
export function asIntegerProgram(problem: AwardProblem): IntegerProgram {
  const { lots, offers, parties, limits } = problem;
  const unit = lotUnit(problem);
  const worth = offers.map(({ score, lots: taken }) => score + unit * BigInt(taken.length));
  let largest = 0n;
  for (const one of worth) if (one > largest) largest = one;
  const estimates = bigints.estimates(largest);
  const values = worth.map((one) => estimates.of(one));
  const rows: ProgramRow[] = [];
  const add: Add = (terms, atLeast, atMost) => {
    if (terms.length === 0) return;
    rows.push({ variables: terms.map(([one]) => one), factors: terms.map(([, factor]) => factor), atLeast, atMost });
  };
  const byLot = Array.from({ length: lots }, (): [number, number][] => []);
  const byBid = new Map<number, [number, number][]>();
  offers.forEach(({ bid, lots: taken }, place) => {
    for (const lot of taken) byLot[lot]!.push([place, 1]);
    const own = byBid.get(bid) ?? [];
    own.push([place, taken.length]);
    byBid.set(bid, own);
  });
  for (const terms of byLot) add(terms, Number.NEGATIVE_INFINITY, 1);
  for (const { caps } of parties) for (const cap of caps ?? []) addCap(problem, cap, add);
  const wins = parties.map(() => values.push(0) - 1);
  parties.forEach(({ bids, maximumLots, oneBid }, party) => {
    const win = wins[party]!;
    const all = bids.flatMap(({ bid }) => byBid.get(bid) ?? []);
    const most = Math.min(maximumLots, lots, bids.length === 1 ? bids[0]!.maximumLots : lots);
    add([...all, [win, -most]], Number.NEGATIVE_INFINITY, 0);
    add([...all, [win, -1]], 0, Number.POSITIVE_INFINITY);
    if (bids.length === 1) return;
    const bidWins = bids.map(({ bid, maximumLots: ofBid }): [number, number] => {
      const own = byBid.get(bid) ?? [];
      if (!oneBid) {
        add(own, Number.NEGATIVE_INFINITY, ofBid);
        return [win, 0];
      }
      const variable = values.push(0) - 1;
      add([...own, [variable, -Math.min(ofBid, most)]], Number.NEGATIVE_INFINITY, 0);
      return [variable, 1];
    });
    if (oneBid) add(bidWins, Number.NEGATIVE_INFINITY, 1);
  });
  add(
    wins.map((win) => [win, 1]),
    limits.minimumWinners,
    Math.min(limits.maximumWinners, parties.length),
  );
  for (const offer of problem.fixed ?? []) add([[offer, 1]], 1, 1);
  return { values, rows };
}

type Add = (terms: readonly (readonly [variable: number, factor: number])[], atLeast: number, atMost: number) => void;

/** In the largest parts of which all counts are whole numbers, so that they stay small. */
function addCap({ offers }: AwardProblem, cap: Cap, add: Add): void {
  const counted = offers.flatMap(({ bid, lots }, place) => {
    const count = cap.bids.includes(bid) ? countOf(cap, lots) : 0n;
    return count === 0n ? [] : [{ place, count }];
  });
  const part = counted.reduce((common, { count }) => greatestDivisor(common, count), 0n);
  if (part === 0n) return;
  const terms = counted.map(({ place, count }) => [place, Number(count / part)] as const);
  add(terms, Number.NEGATIVE_INFINITY, Number(cap.most / part));
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));

/** The offers among the variables that are 1. */
export const divisionOf = (problem: AwardProblem, ones: readonly number[]): Division =>
  ones.filter((variable) => variable < problem.offers.length).sort((a, b) => a - b);
