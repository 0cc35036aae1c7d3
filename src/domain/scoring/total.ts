import { type Exact, roundHalfUp } from '../number.ts';
import type { ExactTotal } from '../rules/price/record.ts';
import type { PriceReference, QualityReference } from '../rules/price/reference.ts';
import { methodOf } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { ComparedPrice } from './price.ts';

/** Whether the highest or the lowest total is best under these rules. */
export const bestTotal = ({ price }: Pick<TenderRules, 'price'>): 'highest' | 'lowest' => methodOf(price).best(price);

/** One valid bid in one lot, with what it is measured against. */
export interface TotalPlace {
  readonly bid: string;
  readonly lot: string;
  readonly quality: Exact;
  /** Absent where the price is fixed beforehand. */
  readonly priced:
    | {
        readonly price: ComparedPrice;
        readonly reference: PriceReference;
        /** Worked out only where a formula looks at it. */
        readonly qualities: () => QualityReference;
      }
    | undefined;
}

export interface Total {
  /** Points that the price earns; null where the price enters the total in another way. */
  readonly pricePoints: Exact | null;
  readonly exactTotal: Exact;
  /** What ranks: the exact total, or the rounded one where that was announced. */
  readonly total: Exact;
}

/**
 * The total of a bid under the announced method.
 * @throws DomainError `quality-zero` where the method divides by quality and there is none, `formula-divides-by-zero`
 */
export function totalOf(rules: TenderRules, place: TotalPlace): Total {
  const { exactTotal, points } = exactTotalOf(rules, place);
  const { decimals, rankOn } = rules.rounding;
  return {
    pricePoints: points,
    exactTotal,
    total: rankOn === 'rounded' ? roundHalfUp(exactTotal, decimals) : exactTotal,
  };
}

function exactTotalOf({ price, rounding }: TenderRules, { bid, lot, quality, priced }: TotalPlace): ExactTotal {
  const own = { bid, lot, quality };
  if (!priced) return methodOf(price).total(price, own);
  const { reference, qualities } = priced;
  return methodOf(price).total(price, {
    ...own,
    price: priced.price.compared,
    reference,
    qualities,
    pointsDecimals: rounding.price,
  });
}
