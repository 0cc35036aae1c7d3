import { z } from 'zod';
import { ZERO } from '../../number.ts';
import { constants, priceBasis } from './basis.ts';
import { expressionFaults, formulaMeasuredBy, ownValue } from './own-formula.ts';
import { pricedAbsolutely } from './priced-absolutely.ts';
import type { PriceMethod } from './record.ts';

/** An own formula for the total. */
export const ownTotalRules = z.strictObject({
  method: z.literal('formula'),
  expression: z.string().min(1).max(2000),
  constants: constants.optional(),
  best: z.enum(['highest', 'lowest']),
  ...priceBasis,
});

export const ownTotal: PriceMethod<z.infer<typeof ownTotalRules>> = {
  ...pricedAbsolutely,
  totalIn: 'figure',
  qualityIn: 'points',
  withoutCriteria: false,
  needsQuality: false,
  best: ({ best }) => best,
  total: (rules, place) => ({ exactTotal: ownValue(rules, rules.constants, place, ZERO), points: null }),
  perPoint: () => null,
  measuredBy: formulaMeasuredBy,
  // What a formula of one's own divides by is found when it is worked out.
  zeroPrice: () => null,
  standsAlone: () => false,
  faults: (rules) => expressionFaults(rules, { path: ['price'], constants: rules.constants }),
};
