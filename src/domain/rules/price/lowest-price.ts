import { z } from 'zod';
import { bilingualText } from '../../text.ts';
import { priceBasis } from './basis.ts';
import { pricedAbsolutely } from './priced-absolutely.ts';
import type { PriceMethod } from './record.ts';

/** The lowest amount is best. Only with the motivation that AW 2.114-2.115 asks, and not for Wmo support. */
export const lowestPriceRules = z.strictObject({
  method: z.literal('lowest-price'),
  motivation: bilingualText,
  ...priceBasis,
});

export const lowestPrice: PriceMethod<z.infer<typeof lowestPriceRules>> = {
  ...pricedAbsolutely,
  totalIn: 'euro',
  withoutCriteria: true,
  notForWmo: true,
  best: () => 'lowest',
  total: (_, { price }) => ({ exactTotal: price, points: null }),
  perPoint: () => null,
};
