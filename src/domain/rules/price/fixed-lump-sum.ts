import { z } from 'zod';
import { bilingualText } from '../../text.ts';
import { qualityAlone } from './quality-alone.ts';
import type { PriceMethod } from './record.ts';

/** The price is fixed beforehand, so quality alone decides. */
export const fixedLumpSumRules = z.strictObject({
  method: z.literal('fixed-lump-sum'),
  description: bilingualText.optional(),
});

export const fixedLumpSum: PriceMethod<z.infer<typeof fixedLumpSumRules>> = qualityAlone;
