import { DomainError } from '../errors.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  multiply,
  numerator,
  ONE,
  ratio,
  roundHalfUp,
  subtract,
  sum,
  ZERO,
} from '../number.ts';
import { priceReference, qualityReference } from '../rules/price/reference.ts';
import { betterOf, lowTests, type PricedRules, partsOf } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import { bestTotal, totalOf } from './total.ts';

/** What prices earn beside each other under announced rules, in one part of the price. */
export interface PriceExample {
  /** The part; null for the price as a whole. */
  readonly part: string | null;
  readonly bidderPays: boolean;
  readonly rows: readonly ExampleRow[];
  /** The quality that every example has, in the measure of the criteria. */
  readonly quality: Exact;
  /** How much worse the second price may be for one more point of quality, in euro; null where no price makes up for it. */
  readonly pointIsWorth: Exact | null;
  /** Price points, or totals, of prices from the lowest to the highest of the examples and somewhat further. */
  readonly curve: readonly { readonly price: Exact; readonly value: Exact }[];
}

interface ExampleRow {
  readonly price: Exact;
  /** Null where the price enters the total in another way. */
  readonly points: Exact | null;
  readonly total: Exact;
}

const CURVE_STEPS = 32;
const SEVENTY_PERCENT = ratio(7n, 10n);

/**
 * What some prices earn, bid beside each other with the same quality: 70 % of what can be had.
 * @param given per part, at least one; where it names none, three around what is announced
 * @returns nothing where no price is asked, or where the rules give these prices no points
 */
export function priceExamples(rules: TenderRules, given: readonly Exact[] = []): PriceExample[] {
  return partsOf(rules.price).flatMap(({ id, rules: price }) => {
    const prices = given.length > 0 ? given : usualPrices(price, rules.lots[0]?.value);
    const asked = { ...rules, price };
    const quality = multiply(sum(rules.criteria.map(({ weight }) => exact(weight))), SEVENTY_PERCENT);
    try {
      const at = (amount: Exact, own: Exact) => exampleTotal(asked, prices, amount, own);
      const rows = prices.map((amount): ExampleRow => {
        const { pricePoints, exactTotal } = at(amount, quality);
        return { price: amount, points: pricePoints, total: exactTotal };
      });
      const bidderPays = betterOf(price) === 'higher';
      return [
        {
          part: id,
          bidderPays,
          rows,
          quality,
          pointIsWorth: pointIsWorth(asked, at, prices[1] ?? prices[0]!, quality, bidderPays),
          curve: curveOf(prices).map((amount) => {
            const { pricePoints, exactTotal } = at(amount, quality);
            return { price: amount, value: pricePoints ?? exactTotal };
          }),
        },
      ];
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  });
}

/**
 * Three prices around what is announced: the bounds, the estimate or the value of the lot; else around a million euro.
 * @param value of the lot, in euro
 */
export function usualPrices(price: PricedRules, value: string | undefined): readonly [Exact, Exact, Exact] {
  const { minimum, maximum } = price.bounds ?? {};
  if (minimum !== undefined && maximum !== undefined) {
    const [low, high] = [exact(minimum), exact(maximum)];
    return [low, divide(add(low, high), exact('2')), high];
  }
  const estimate = lowTests(price).find((test) => test.estimate !== undefined)?.estimate;
  const middle = exact(maximum ?? estimate ?? value ?? '1000000');
  return [multiply(middle, ratio(9n, 10n)), middle, multiply(middle, ratio(12n, 10n))];
}

function exampleTotal(rules: TenderRules, prices: readonly Exact[], compared: Exact, quality: Exact) {
  const price = { offered: compared, vat: ZERO, timeCost: ZERO, compared, statedTotal: null, parts: null };
  return totalOf(rules, {
    bid: 'bid',
    lot: 'lot',
    quality,
    priced: {
      price,
      references: new Map([[null, priceReference(prices)!]]),
      qualities: () => qualityReference([quality]),
    },
  });
}

const HUNDRED = exact('100');

/** In whole cents: the last that is still made up for. */
function pointIsWorth(
  rules: TenderRules,
  at: (price: Exact, quality: Exact) => { readonly exactTotal: Exact },
  price: Exact,
  quality: Exact,
  bidderPays: boolean,
): Exact | null {
  const own = at(price, quality).exactTotal;
  const isAsGood = (cents: bigint): boolean => {
    const difference = ratio(cents, 100n);
    const worse = bidderPays ? subtract(price, difference) : add(price, difference);
    const order = compare(at(worse, add(quality, ONE)).exactTotal, own);
    return bestTotal(rules) === 'highest' ? order >= 0 : order <= 0;
  };
  const most = bidderPays ? price : multiply(price, exact('4'));
  let [low, high] = [0n, numerator(roundHalfUp(multiply(most, HUNDRED), 0))];
  if (!isAsGood(low) || isAsGood(high)) return null;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (isAsGood(middle)) low = middle;
    else high = middle;
  }
  return ratio(low, 100n);
}

/** Prices from the lowest to somewhat above the highest, the examples among them not needed. */
function curveOf(prices: readonly Exact[]): Exact[] {
  const ascending = prices.toSorted(compare);
  const [low, high] = [ascending[0]!, ascending.at(-1)!];
  const room = compare(high, low) > 0 ? subtract(high, low) : low;
  const step = divide(multiply(room, ratio(5n, 4n)), exact(BigInt(CURVE_STEPS)));
  return Array.from({ length: CURVE_STEPS + 1 }, (_, place) =>
    roundHalfUp(add(low, multiply(step, exact(BigInt(place)))), 2),
  );
}
