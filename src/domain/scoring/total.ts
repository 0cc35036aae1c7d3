import { DomainError } from '../errors.ts';
import {
  add,
  divide,
  type Exact,
  equals,
  exact,
  isNegative,
  multiply,
  roundHalfUp,
  subtract,
  ZERO,
} from '../number.ts';
import { pricedRules } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import { ownFormula, type QualityReference } from './own-formula.ts';
import type { ComparedPrice, PriceReference } from './price.ts';
import { pricePoints } from './price-points.ts';

/** Whether the highest or the lowest total is best under these rules. */
export function bestTotal({ price }: Pick<TenderRules, 'price'>): 'highest' | 'lowest' {
  switch (price.method) {
    case 'award-on-value':
    case 'price-per-quality':
    case 'lowest-price':
      return 'lowest';
    case 'formula':
      return price.best;
    default:
      return 'highest';
  }
}

/** One valid bid in one lot, with what it is measured against. */
export interface TotalPlace {
  readonly bid: string;
  readonly lot: string;
  readonly quality: Exact;
  /** Absent where no formula looks at it. */
  readonly qualities?: QualityReference | undefined;
  /** Absent where the price is fixed beforehand. */
  readonly priced: { readonly price: ComparedPrice; readonly reference: PriceReference } | undefined;
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
    pricePoints: points ?? null,
    exactTotal,
    total: rankOn === 'rounded' ? roundHalfUp(exactTotal, decimals) : exactTotal,
  };
}

function exactTotalOf(rules: TenderRules, place: TotalPlace): { exactTotal: Exact; points?: Exact } {
  const price = pricedRules(rules.price);
  if (!price || !place.priced) return { exactTotal: place.quality };
  const { quality, qualities, priced } = place;
  const { compared } = priced.price;
  const own = (weight: Exact) => (): Exact =>
    byOwnFormula(rules, place, {
      price: compared,
      quality,
      reference: priced.reference,
      qualities: qualities!,
      weight,
    });

  switch (price.method) {
    case 'weighted-factor': {
      const weight = exact(price.weight);
      const given = { price: compared, reference: priced.reference, weight, ownFormula: own(weight) };
      const points = pricePoints(price.points, given, rules.rounding.price);
      return { exactTotal: add(quality, points), points };
    }
    case 'award-on-value':
      return { exactTotal: subtract(compared, quality) };
    case 'quality-per-euro':
      return { exactTotal: divide(multiply(quality, exact(price.per)), compared) };
    case 'price-per-quality': {
      if (equals(quality, ZERO) || isNegative(quality)) {
        throw new DomainError('quality-zero', { bid: place.bid, lot: place.lot });
      }
      return { exactTotal: divide(multiply(compared, exact(price.divisor)), quality) };
    }
    case 'lowest-price':
      return { exactTotal: compared };
    case 'formula':
      return { exactTotal: own(ZERO)() };
  }
}

function byOwnFormula(
  rules: TenderRules,
  { bid, lot }: TotalPlace,
  values: Parameters<NonNullable<ReturnType<typeof ownFormula>>>[0],
): Exact {
  try {
    return ownFormula(rules)!(values);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'division-by-zero') {
      throw new DomainError('formula-divides-by-zero', { bid, lot });
    }
    throw error;
  }
}
