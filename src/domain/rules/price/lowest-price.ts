import { z } from 'zod';
import { fault } from '../../faults.ts';
import { bilingualText } from '../../text.ts';
import { priceBasis } from './basis.ts';
import { pricedAbsolutely } from './priced-absolutely.ts';
import type { PriceMethod } from './record.ts';

/** The lowest amount is best; the highest where the bidder pays. Only with the motivation that AW 2.114-2.115 asks, and not for Wmo support. */
export const lowestPriceRules = z.strictObject({
  method: z.literal('lowest-price'),
  motivation: bilingualText,
  ...priceBasis,
});

export const lowestPrice: PriceMethod<z.infer<typeof lowestPriceRules>> = {
  ...pricedAbsolutely,
  totalIn: 'euro',
  qualityIn: 'points',
  withoutCriteria: true,
  needsQuality: false,
  best: ({ bidderPays }) => (bidderPays ? 'highest' : 'lowest'),
  total: (_, { price }) => ({ exactTotal: price, points: null }),
  perPoint: () => null,
  zeroPrice: () => null,
  faults: (_, service) =>
    service === 'wmo' ? [fault('lowest-price-wmo', ['price', 'method'], {}, { kind: 'choose-other' })] : [],
};
