import { z } from 'zod';
import { add, exact, ONE, subtract } from '../../number.ts';
import { priceBasis } from './basis.ts';
import { pricedAbsolutely } from './priced-absolutely.ts';
import type { PriceMethod } from './record.ts';

/** Award on value: amount minus the value of quality; criteria weigh in euro, the lowest is best. Where the bidder pays: amount plus value, the highest. */
export const awardOnValueRules = z.strictObject({ method: z.literal('award-on-value'), ...priceBasis });

const MINUS_ONE = exact('-1');

export const awardOnValue: PriceMethod<z.infer<typeof awardOnValueRules>> = {
  ...pricedAbsolutely,
  totalIn: 'euro',
  qualityIn: 'euro',
  withoutCriteria: false,
  needsQuality: false,
  best: ({ bidderPays }) => (bidderPays ? 'highest' : 'lowest'),
  total: ({ bidderPays }, { price, quality }) => ({
    exactTotal: bidderPays ? add(price, quality) : subtract(price, quality),
    points: null,
  }),
  perPoint: ({ bidderPays }) => (bidderPays ? () => ONE : () => MINUS_ONE),
  zeroPrice: () => null,
  faults: () => [],
};
