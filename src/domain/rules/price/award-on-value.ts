import { z } from 'zod';
import { exact, subtract } from '../../number.ts';
import { priceBasis } from './basis.ts';
import { pricedAbsolutely } from './priced-absolutely.ts';
import type { PriceMethod } from './record.ts';

/** Award on value: amount minus the value of quality; criteria weigh in euro, the lowest is best. */
export const awardOnValueRules = z.strictObject({ method: z.literal('award-on-value'), ...priceBasis });

const MINUS_ONE = exact('-1');

export const awardOnValue: PriceMethod<z.infer<typeof awardOnValueRules>> = {
  ...pricedAbsolutely,
  totalIn: 'euro',
  qualityIn: 'euro',
  withoutCriteria: false,
  needsQuality: false,
  best: () => 'lowest',
  total: (_, { price, quality }) => ({ exactTotal: subtract(price, quality), points: null }),
  perPoint: () => () => MINUS_ONE,
  zeroPrice: () => null,
  faults: () => [],
};
