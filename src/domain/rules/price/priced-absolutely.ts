import { ZERO } from '../../number.ts';
import type { PriceMethod } from './record.ts';

/** What the methods have in common in which a bid is measured by its own price and quality alone, and a price of zero is one like any other. */
export const pricedAbsolutely = {
  asksPrice: true,
  qualityIn: 'points',
  withoutCriteria: false,
  needsQuality: false,
  notForWmo: false,
  weight: () => ZERO,
  measuredBy: () => 'itself',
  zeroPrice: () => null,
  standsAlone: () => true,
  faults: () => [],
} as const satisfies Partial<PriceMethod<{ form: unknown }>>;
