import { ZERO } from '../../number.ts';
import type { PriceMethod } from './record.ts';

/** What the methods have in common in which a bid is measured by its own price and quality alone. */
export const pricedAbsolutely = {
  asksPrice: true,
  weight: () => ZERO,
  measuredBy: () => 'itself',
  standsAlone: () => true,
} as const satisfies Partial<PriceMethod<{ form: unknown }>>;
