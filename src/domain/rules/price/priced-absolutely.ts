import type { Fault } from '../../errors.ts';
import { fault } from '../../faults.ts';
import { ZERO } from '../../number.ts';
import type { PriceMethod } from './record.ts';

/** What the methods have in common in which a bid is measured by its own price and quality alone. */
export const pricedAbsolutely = {
  asksPrice: true,
  weight: () => ZERO,
  measuredBy: () => 'itself',
  standsAlone: () => true,
} as const satisfies Partial<PriceMethod<{ form: unknown }>>;

/** `bidder-pays-refused` where price and quality are divided: of an amount that is received, more would count against a bid. */
export const mustBePaid = (bidderPays: true | undefined): Fault[] =>
  bidderPays ? [fault('bidder-pays-refused', ['price', 'bidderPays'], {}, { kind: 'remove' })] : [];
