import type { Ranked } from '../evaluation/ranking.ts';
import { bestTotal } from '../evaluation/total.ts';
import { denominator, type Exact, exact, multiply, numerator, ratio, subtract, ZERO } from '../number.ts';
import { lotsOf } from '../tender/bid.ts';
import { biddable, type TenderRules } from '../tender/rules.ts';
import type { Parties } from './parties.ts';
import type { Offer } from './problem.ts';

/** The totals of all valid bids as whole numbers over one common denominator, so that equal is exactly equal; more is better. */
export interface WholeScores {
  readonly offers: readonly Offer[];
  /** Id of the lot or combination of each offer. */
  readonly places: readonly string[];
  /** From whole numbers back to a sum of totals. */
  readonly toTotal: (units: bigint) => Exact;
}

/**
 * @param rankings per lot and combination its valid bids. The total of a combination counts once for each of its lots;
 *   with `weighLotsByValue` every total counts times the value of its lot.
 */
export function wholeScores(
  rules: TenderRules,
  rankings: ReadonlyMap<string, readonly Pick<Ranked, 'bid' | 'total'>[]>,
  parties: Parties,
): WholeScores {
  const lotPlace = new Map(rules.lots.map((lot, place) => [lot.id, place]));
  const bidPlace = new Map(parties.bids.map((bid, place) => [bid, place]));
  const lowest = bestTotal(rules) === 'lowest';
  const found = biddable(rules).flatMap(({ id }) => {
    const lots = lotsOf(rules, id);
    const weight = lots.map((lot) => lotWeight(rules, lotPlace.get(lot)!)).reduce((a, b) => a.add(b), ZERO);
    return [...(rankings.get(id) ?? [])]
      .sort((a, b) => (a.bid < b.bid ? -1 : 1))
      .map(({ bid, total }) => {
        const value = multiply(total, weight);
        return { id, bid, lots, score: lowest ? subtract(ZERO, value) : value };
      });
  });

  const common = found.reduce((so, { score }) => leastCommonMultiple(so, denominator(score)), 1n);
  return {
    offers: found.map(({ bid, lots, score }) => ({
      bid: bidPlace.get(bid)!,
      lots: lots.map((lot) => lotPlace.get(lot)!).sort((a, b) => a - b),
      score: numerator(score) * (common / denominator(score)),
    })),
    places: found.map(({ id }) => id),
    toTotal: (units) => ratio(lowest ? -units : units, common),
  };
}

const lotWeight = ({ award, lots }: TenderRules, place: number): Exact =>
  exact(award.weighLotsByValue ? lots[place]!.value! : '1');

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b;
const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));
