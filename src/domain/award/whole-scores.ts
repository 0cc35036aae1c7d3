import type { Ranked } from '../evaluation/ranking.ts';
import { bestTotal } from '../evaluation/total.ts';
import {
  denominator,
  type Exact,
  exact,
  leastCommonMultiple,
  multiply,
  numerator,
  ONE,
  ratio,
  sum,
} from '../number.ts';
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
 * In the order of the lots, best totals first, equal ones by the bid's id: what lists of equal divisions follow.
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
  const sign = bestTotal(rules) === 'lowest' ? -1n : 1n;
  const groups = biddable(rules).map(({ id }) => {
    const lots = lotsOf(rules, id)
      .map((lot) => lotPlace.get(lot)!)
      .sort((a, b) => a - b);
    const weight = weightOf(rules, lots);
    const values = (rankings.get(id) ?? []).map(({ bid, total }) => ({
      bid: bidPlace.get(bid)!,
      value: weight === ONE ? total : multiply(total, weight),
    }));
    return { id, lots, values };
  });

  let common = 1n;
  for (const { values } of groups)
    for (const { value } of values) common = leastCommonMultiple(common, denominator(value));
  const offers: Offer[] = [];
  const places: string[] = [];
  for (const { id, lots, values } of groups) {
    const own = values.map(({ bid, value }) => ({
      bid,
      lots,
      score: sign * numerator(value) * (common / denominator(value)),
    }));
    own.sort((a, b) => (a.score === b.score ? a.bid - b.bid : a.score > b.score ? -1 : 1));
    for (const offer of own) {
      offers.push(offer);
      places.push(id);
    }
  }
  return { offers, places, toTotal: (units) => ratio(sign * units, common) };
}

/** How often a total counts: once per lot, or the values of the lots together. */
function weightOf({ award, lots }: TenderRules, places: readonly number[]): Exact {
  if (award.weighLotsByValue) return sum(places.map((place) => exact(lots[place]!.value!)));
  return places.length === 1 ? ONE : exact(BigInt(places.length));
}
