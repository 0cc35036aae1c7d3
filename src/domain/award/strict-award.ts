import type { EvaluationInput } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { bestTotal } from '../scoring/total.ts';
import { divideByRanking } from './by-ranking.ts';
import { awardMechanism } from './mechanisms.ts';
import type { RankingMechanism } from './ranking-mechanism.ts';
import { contenderSearch } from './search/contenders.ts';
import { solveAward } from './search/solve.ts';
import { awardProblem, upForAward } from './up-for-award.ts';
import { contests } from './whole-scores.ts';

/** The award by other totals than those that were computed, asked many times. */
export interface StrictAward {
  /** Every valid bid per lot, lot by lot. */
  readonly offers: readonly { readonly lot: string; readonly one: Ranked }[];
  /** 1 where the highest total is best, -1 where the lowest is. */
  readonly sign: 1 | -1;
  /** Places of the awarded offers, ascending. What is equal goes to one of the equals, always the same. */
  readonly divide: (totals: Totals) => readonly number[];
}

/** A total for each offer: nearly, and exactly when it is asked for. */
export interface Totals {
  readonly near: Float64Array;
  /** The largest number that went into `near`, without its sign. */
  readonly size: number;
  /** Of these offers, as whole numbers over some common denominator. */
  readonly whole: (places: readonly number[]) => readonly bigint[];
}

/** @param rankings per lot its valid bids; combinations of lots are left out */
export function strictAward(input: EvaluationInput, rankings: ReadonlyMap<string, readonly Ranked[]>): StrictAward {
  const { rules } = input;
  const single = new Map(rules.lots.map(({ id }) => [id, rankings.get(id) ?? []]));
  const up = upForAward(input, single);
  const { parties } = up;
  const { offered } = contests(up);
  const unscored = offered.map(({ bid, lots }) => ({ bid, lots, score: 0n }));
  const problem = awardProblem(up, { offers: unscored });
  const offers = offered.map(({ id: lot, bid }) => ({
    lot,
    one: single.get(lot)!.find((entry) => entry.bid === parties.bids[bid])!,
  }));
  const sign = bestTotal(rules) === 'highest' ? 1 : -1;
  const all = offers.map((_, place) => place);
  const byLot = rules.lots.map(({ id }) => ({ id, places: all.filter((place) => offers[place]!.lot === id) }));

  const search = contenderSearch(problem);
  const byTotal = ({ near, size, whole }: Totals): readonly number[] => {
    const kept = search(sign === 1 ? near : near.map((one) => -one), size);
    const scores = whole(kept);
    const changed = kept.map((place, index) => ({ ...unscored[place]!, score: BigInt(sign) * scores[index]! }));
    const best = solveAward({ ...problem, offers: changed });
    return best?.division.map((place) => kept[place]!) ?? [];
  };
  const { byRanking } = awardMechanism(input);
  const byOrder = (mechanism: RankingMechanism, { whole }: Totals): readonly number[] => {
    const orders = new Map(
      byLot.map(({ id, places }) => {
        const totals = whole(places);
        const better = (a: number, b: number): number => {
          const difference = BigInt(sign) * (totals[b]! - totals[a]!);
          return difference > 0n ? 1 : difference < 0n ? -1 : a - b;
        };
        const order = places.map((_, index) => index).sort(better);
        return [id, order.map((index) => offers[places[index]!]!.one.bid)];
      }),
    );
    const holders = divideByRanking(mechanism, input, parties, orders);
    return all.filter((place) => holders.get(offers[place]!.lot) === offers[place]!.one.bid);
  };
  return { offers, sign, divide: byRanking ? (totals) => byOrder(byRanking, totals) : byTotal };
}
