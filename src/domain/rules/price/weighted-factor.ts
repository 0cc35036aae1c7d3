import { z } from 'zod';
import { mustBePositive } from '../../faults.ts';
import { add, exact, ONE } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { betterOf, constants, priceBasis } from './basis.ts';
import { kindOf, pricePoints, pricePointsRules } from './points.ts';
import type { PriceMethod } from './record.ts';

/** Weighted factor: total = quality points + price points; the highest total is best. `weight` is in the same points as the criteria. */
export const weightedFactorRules = z.strictObject({
  method: z.literal('weighted-factor'),
  weight: decimalText,
  points: pricePointsRules,
  constants: constants.optional(),
  ...priceBasis,
});

export const weightedFactor: PriceMethod<z.infer<typeof weightedFactorRules>> = {
  asksPrice: true,
  totalIn: 'points',
  qualityIn: 'points',
  withoutCriteria: false,
  needsQuality: false,
  best: () => 'highest',
  weight: (rules) => exact(rules.weight),
  total: (rules, place) => {
    const points = pricePoints(rules.points, {
      ...place,
      weight: exact(rules.weight),
      better: betterOf(rules),
      constants: rules.constants,
    });
    return { exactTotal: add(place.quality, points), points };
  },
  perPoint: ({ points }) => (kindOf(points).straight(points) ? () => ONE : null),
  measuredBy: ({ points }) => kindOf(points).measuredBy(points),
  zeroPrice: (rules) => kindOf(rules.points).zeroPrice(rules.points, betterOf(rules)),
  standsAlone: ({ points }) => kindOf(points).standsAlone(points),
  faults: (rules) => [
    ...mustBePositive(['price', 'weight'], rules.weight),
    ...kindOf(rules.points).faults(rules.points, {
      path: ['price', 'points'],
      better: betterOf(rules),
      constants: rules.constants,
    }),
  ],
};
