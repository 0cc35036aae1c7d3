import { type Exact, exact, multiply, sum, ZERO } from '../number.ts';
import { lotsOf } from '../rules/bid.ts';
import { biddable, type TenderRules } from '../rules/rules.ts';
import { type EvaluationInput, isFixed, isWithdrawn } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { type DiscountOffer, discountOffers } from './discounts.ts';
import { type Parties, partiesOf } from './parties.ts';
import type { AwardProblem, Offer } from './proof/problem.ts';

/** The valid bids of a lot with their totals. */
export type Ranking = readonly Pick<Ranked, 'bid' | 'total'>[];
type Rankings = ReadonlyMap<string, Ranking>;

/** What the award is about: the bids per lot, what stays as it is, and who counts as one bidder. */
export interface UpForAward {
  readonly rules: TenderRules;
  /** Per lot and combination; of a lot that is fixed only its holder, which counts for nothing in the sum. */
  readonly rankings: Rankings;
  /** Lots that stay as they are: lot -> bid, null where it stays open. */
  readonly fixed: ReadonlyMap<string, string | null>;
  readonly withdrawn: ReadonlySet<string>;
  readonly discounts: readonly DiscountOffer[];
  readonly parties: Parties;
}

/** @param rankings per lot and combination its valid bids @param discounts as they were worked out before; absent: from the rankings */
export function upForAward<R extends Pick<Ranked, 'bid' | 'total'>>(
  input: EvaluationInput,
  rankings: ReadonlyMap<string, readonly R[]>,
  discounts?: readonly DiscountOffer[],
): UpForAward {
  const { rules, bids, fixedLots = [] } = input;
  const fixed = new Map(fixedLots.map(({ lot, bid }) => [lot, bid]));
  const parties = partiesOf(rules, bids, fixed);
  const withdrawn = new Set((input.withdrawnLots ?? []).map(({ lot }) => lot));
  const offered = discounts ?? [];
  if (fixed.size === 0 && withdrawn.size === 0)
    return { rules, rankings, fixed, withdrawn, discounts: offered, parties };
  const open = biddable(rules).map(({ id }): [string, Ranking] => {
    const holder = fixed.get(id);
    if (holder) return [id, [{ bid: holder, total: ZERO }]];
    return [id, isFixed(input, id) || isWithdrawn(input, id) ? [] : (rankings.get(id) ?? [])];
  });
  return {
    rules,
    rankings: new Map(open),
    fixed,
    withdrawn,
    discounts: offered.filter(({ lots }) => !lots.some((lot) => fixed.has(lot) || withdrawn.has(lot))),
    parties,
  };
}

/** The same, with the discounts that bids offer. */
export const upForAwardWithDiscounts = (
  input: EvaluationInput,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
): UpForAward => upForAward(input, rankings, discountOffers(input, rankings));

/** The award in whole numbers: what the solver solves, and what the checker checks a stored certificate against. */
export function awardProblem(
  { rules: { lots, award }, parties, fixed }: UpForAward,
  { offers }: { readonly offers: readonly Offer[] },
): AwardProblem {
  const places = offers.flatMap(({ lots: held }, place) =>
    held.length === 1 && fixed.has(lots[held[0]!]!.id) ? [place] : [],
  );
  return {
    lots: lots.length,
    offers,
    parties: parties.list,
    limits: { minimumWinners: award.winners.minimum, maximumWinners: award.winners.maximum },
    ...(places.length > 0 ? { fixed: places } : {}),
  };
}

/** How often the total of an offer counts: once per lot, or the values of its lots together. */
export const weightOf = ({ award, lots }: TenderRules, places: readonly number[]): Exact =>
  award.weighLotsByValue ? sum(places.map((place) => exact(lots[place]!.value!))) : exact(BigInt(places.length));

/** The places of the lots of an offer, ascending. */
export const lotPlaces = (rules: TenderRules, offered: string): number[] =>
  lotsOf(rules, offered)
    .map((lot) => rules.lots.findIndex(({ id }) => id === lot))
    .sort((a, b) => a - b);

/** What an offer for several lots is worth, each with a total of its own. */
export const worthOfLots = (rules: TenderRules, totals: readonly (readonly [lot: string, total: Exact])[]): Exact =>
  sum(totals.map(([lot, total]) => multiply(total, weightOf(rules, lotPlaces(rules, lot)))));
