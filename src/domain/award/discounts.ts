import { compare, divide, type Exact, exact, multiply, subtract } from '../number.ts';
import { rulesIn } from '../rules/in-lot.ts';
import { priceReference, qualityReference } from '../rules/price/reference.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import type { ComparedPrice } from '../scoring/price.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { bestTotal, totalOf } from '../scoring/total.ts';

/** What a bid is worth in a set of lots that it wins together: in each of them its total with the discount off its amounts. */
export interface DiscountOffer {
  readonly id: string;
  readonly bid: string;
  readonly lots: readonly string[];
  /** Decimal text. */
  readonly percentage: string;
  readonly totals: readonly { readonly lot: string; readonly total: Exact; readonly compared: Exact }[];
}

const HUNDRED = exact('100');

/**
 * Every discount that makes a total better, of bids that are valid in all its lots. Only under methods in which a bid is measured by itself: nobody
 * else's points depend on whether the discount holds.
 */
export function discountOffers(
  { rules, bids }: EvaluationInput,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
): DiscountOffer[] {
  if (!rules.award.discounts) return [];
  const sign = bestTotal(rules) === 'highest' ? 1 : -1;
  return bids.flatMap(({ id: bid, discounts = [] }) =>
    discounts.flatMap(({ lots, percentage }, place): DiscountOffer[] => {
      const entries = lots.map((lot) => rankings.get(lot)?.find((one) => one.bid === bid));
      const totals = entries.flatMap((entry, at) =>
        entry
          ? [{ lot: lots[at]!, ...discounted(rulesIn(rules, lots[at]!), lots[at]!, entry, exact(percentage)) }]
          : [],
      );
      const better = totals.some(({ total }, at) => sign * compare(total, entries[at]!.total) > 0);
      const worse = totals.some(({ total }, at) => sign * compare(total, entries[at]!.total) < 0);
      return totals.length === lots.length && better && !worse
        ? [{ id: `discount-${place} ${bid}`, bid, lots, percentage, totals }]
        : [];
    }),
  );
}

function discounted(
  rules: TenderRules,
  lot: string,
  { bid, quality, price }: Ranked,
  percentage: Exact,
): { total: Exact; compared: Exact } {
  const left = divide(subtract(HUNDRED, percentage), HUNDRED);
  const whole = price!;
  const offered = multiply(whole.offered, left);
  const vat = multiply(whole.vat, left);
  const compared = offered.add(vat).add(whole.timeCost);
  const less: ComparedPrice = { ...whole, offered, vat, compared };
  const priced = {
    price: less,
    references: new Map([[null, priceReference([compared])!]]),
    qualities: () => qualityReference([quality.total]),
  };
  return { total: totalOf(rules, { bid, lot, quality: quality.total, priced }).total, compared };
}
