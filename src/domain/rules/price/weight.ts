import { exact, sum, toFractionText } from '../../number.ts';
import type { PriceRules } from './methods.ts';

/** What the price weighs, all its parts together; null where it has no weight of its own. */
export function weightOfPrice({ price }: { readonly price: PriceRules }): string | null {
  if (price.method === 'price-parts') return toFractionText(sum(price.parts.map(({ weight }) => exact(weight))));
  return price.method === 'weighted-factor' ? price.weight : null;
}
