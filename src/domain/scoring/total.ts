import { type Exact, roundHalfUp } from '../number.ts';
import type { ExactTotal } from '../rules/price/record.ts';
import type { PriceReference, QualityReference } from '../rules/price/reference.ts';
import { methodOf } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { ComparedPrice } from './price.ts';

/** Whether the highest or the lowest total is best under these rules. */
export const bestTotal = ({ price }: Pick<TenderRules, 'price'>): 'highest' | 'lowest' => methodOf(price).best(price);

/** What prices are measured against: as a whole (null), or of each part. */
export type PriceReferences = ReadonlyMap<string | null, PriceReference>;

/** One valid bid in one lot, with what it is measured against. */
export interface TotalPlace {
  readonly bid: string;
  readonly lot: string;
  readonly quality: Exact;
  /** Absent where the price is fixed beforehand. */
  readonly priced:
    | {
        readonly price: ComparedPrice;
        readonly references: PriceReferences;
        /** Worked out only where a formula looks at it. */
        readonly qualities: () => QualityReference;
      }
    | undefined;
}

export interface Total {
  /** Points that the price earns; null where the price enters the total in another way. */
  readonly pricePoints: Exact | null;
  /** Of every part of the price, where it has several. */
  readonly partPoints: ReadonlyMap<string, Exact> | null;
  readonly exactTotal: Exact;
  /** What ranks: the exact total, or the rounded one where that was announced. */
  readonly total: Exact;
}

/**
 * The total of a bid under the announced method.
 * @throws DomainError `quality-zero` where the method divides by quality and there is none, `formula-divides-by-zero`
 */
export function totalOf(rules: TenderRules, place: TotalPlace): Total {
  const { exactTotal, points, partPoints = null } = exactTotalOf(rules, place);
  const { decimals, rankOn } = rules.rounding;
  return {
    pricePoints: points,
    partPoints,
    exactTotal,
    total: rankOn === 'rounded' ? roundHalfUp(exactTotal, decimals) : exactTotal,
  };
}

function exactTotalOf({ price, rounding }: TenderRules, { bid, lot, quality, priced }: TotalPlace): ExactTotal {
  const own = { bid, lot, quality };
  if (!priced) return methodOf(price).total(price, own);
  const { price: compared, references, qualities } = priced;
  const asked = { ...own, qualities, pointsDecimals: rounding.price };
  if (price.method === 'price-parts') {
    const parts = new Map(
      [...compared.parts!].map(([part, one]) => [part, { price: one.compared, reference: references.get(part)! }]),
    );
    return methodOf(price).total(price, { ...asked, parts });
  }
  return methodOf(price).total(price, { ...asked, price: compared.compared, reference: references.get(null)! });
}
