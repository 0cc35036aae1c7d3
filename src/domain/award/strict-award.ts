import type { EvaluationInput } from '../evaluation/input.ts';
import type { Ranked } from '../evaluation/ranking.ts';
import { bestTotal } from '../evaluation/total.ts';
import { awardProblem } from './award-problem.ts';
import { divideByRanking } from './by-ranking.ts';
import { partiesOf } from './parties.ts';
import { solveAward } from './solve.ts';
import { wholeScores } from './whole-scores.ts';

/** The award by other totals than those that were computed, asked many times. */
export interface StrictAward {
  /** Every valid bid per lot, lot by lot. */
  readonly offers: readonly { readonly lot: string; readonly one: Ranked }[];
  /** 1 where the highest total is best, -1 where the lowest is. */
  readonly sign: bigint;
  /**
   * Places of the awarded offers, ascending, when the offers have these totals (whole numbers over any common denominator).
   * What is equal goes to one of the equals, always the same.
   */
  readonly divide: (totals: readonly bigint[]) => readonly number[];
}

/** @param rankings per lot its valid bids; combinations of lots are left out */
export function strictAward(input: EvaluationInput, rankings: ReadonlyMap<string, readonly Ranked[]>): StrictAward {
  const { rules } = input;
  const parties = partiesOf(rules, input.bids);
  const single = new Map(rules.lots.map(({ id }) => [id, rankings.get(id) ?? []]));
  const scores = wholeScores(rules, single, parties);
  const problem = awardProblem(rules, parties, scores);
  const offers = scores.offers.map(({ bid }, place) => {
    const lot = scores.places[place]!;
    return { lot, one: single.get(lot)!.find((entry) => entry.bid === parties.bids[bid])! };
  });
  const sign = bestTotal(rules) === 'highest' ? 1n : -1n;

  const byTotal = (totals: readonly bigint[]): readonly number[] => {
    const changed = problem.offers.map((offer, place) => ({ ...offer, score: sign * totals[place]! }));
    return solveAward({ ...problem, offers: changed })?.division ?? [];
  };
  const byRanking = (totals: readonly bigint[]): readonly number[] => {
    const better = (a: number, b: number): number => {
      const difference = sign * (totals[b]! - totals[a]!);
      return difference > 0n ? 1 : difference < 0n ? -1 : a - b;
    };
    const orders = new Map<string, string[]>();
    for (const place of offers.map((_, index) => index).sort(better)) {
      const { lot, one } = offers[place]!;
      orders.set(lot, [...(orders.get(lot) ?? []), one.bid]);
    }
    const holders = divideByRanking(input, parties, orders);
    return offers.flatMap(({ lot, one }, place) => (holders.get(lot) === one.bid ? [place] : []));
  };
  return { offers, sign, divide: rules.award.mechanism === 'highest-total' ? byTotal : byRanking };
}
