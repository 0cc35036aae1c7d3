import { z } from 'zod';
import { ends } from './ends.ts';
import { expressionFaults, formulaMeasuredBy, ownValue } from './own-formula.ts';
import type { PointsKind } from './record.ts';

/** An own formula for the points. */
export const ownPointsRules = z.strictObject({
  kind: z.literal('formula'),
  expression: z.string().min(1).max(2000),
  ...ends,
});
type Rules = z.infer<typeof ownPointsRules>;

export const ownPoints: PointsKind<Rules> = {
  points: (rules, place) => ownValue(rules, place.constants, place, place.weight),
  measuredBy: formulaMeasuredBy,
  // What a formula of one's own divides by is found when it is worked out.
  zeroPrice: () => null,
  straight: () => false,
  standsAlone: () => false,
  faults: (rules, at) => expressionFaults(rules, at),
};
