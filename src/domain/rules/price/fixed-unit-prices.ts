import { z } from 'zod';
import { bilingualName, bilingualText, decimalText, identifier } from '../../text.ts';
import { qualityAlone } from './quality-alone.ts';
import type { PriceMethod } from './record.ts';

/** Announced prices per unit and quantities; quality alone decides. */
export const fixedUnitPricesRules = z.strictObject({
  method: z.literal('fixed-unit-prices'),
  description: bilingualText.optional(),
  lines: z
    .array(
      z.strictObject({
        id: identifier,
        name: bilingualName,
        unit: bilingualName,
        price: decimalText,
        quantity: decimalText,
        vatPercentage: decimalText.optional(),
      }),
    )
    .min(1)
    .max(200),
});

export const fixedUnitPrices: PriceMethod<z.infer<typeof fixedUnitPricesRules>> = qualityAlone;
