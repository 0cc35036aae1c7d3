import { z } from 'zod';
import { type Exact, roundHalfUp } from '../../number.ts';
import { cutOff } from './ends.ts';
import { bounds, boundsRules } from './points-bounds.ts';
import { brackets, bracketsRules } from './points-brackets.ts';
import { closestToMean, closestToMeanRules } from './points-closest-to-mean.ts';
import { ownPoints, ownPointsRules } from './points-formula.ts';
import { linear, linearRules } from './points-linear.ts';
import { logarithmic, logarithmicRules } from './points-logarithmic.ts';
import { proportional, proportionalRules } from './points-proportional.ts';
import { saving, savingRules } from './points-saving.ts';
import { steps, stepsRules } from './points-steps.ts';
import type { PointsKind, PointsPlace } from './record.ts';

/** Points out of `weight` (W) from an amount (P) of a bid: the compared price, or another figure that it is measured by. */
export const pricePointsRules = z.discriminatedUnion('kind', [
  proportionalRules,
  linearRules,
  boundsRules,
  savingRules,
  stepsRules,
  bracketsRules,
  logarithmicRules,
  ownPointsRules,
  closestToMeanRules,
]);
export type PricePoints = z.infer<typeof pricePointsRules>;

/** One record per kind; a kind without one does not compile. */
export const KINDS = {
  proportional,
  linear,
  bounds,
  saving,
  steps,
  brackets,
  logarithmic,
  formula: ownPoints,
  'closest-to-mean': closestToMean,
} as const satisfies { [K in PricePoints['kind']]: PointsKind<Extract<PricePoints, { kind: K }>> };

/** The record of a kind, for rules of that very kind. */
export const kindOf = (rules: PricePoints): PointsKind<PricePoints> => KINDS[rules.kind];

/** Points that an amount earns under the announced formula, cut off at zero and at the maximum where that was announced, then rounded where announced. */
export function pricePoints(rules: PricePoints, place: PointsPlace): Exact {
  const raw = kindOf(rules).points(rules, place);
  const points = 'belowZero' in rules ? cutOff(rules, raw, place.weight) : raw;
  return place.pointsDecimals === undefined ? points : roundHalfUp(points, place.pointsDecimals);
}
