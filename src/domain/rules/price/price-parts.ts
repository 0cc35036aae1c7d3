import { z } from 'zod';
import { mustBePositive, mustDiffer } from '../../faults.ts';
import { add, type Exact, exact, ONE, sum } from '../../number.ts';
import { bilingualName, bilingualText, decimalText, identifier } from '../../text.ts';
import { basisFaults, betterOf, constants, partBasis } from './basis.ts';
import type { MeasuredBy } from './measure.ts';
import { kindOf, pricePoints, pricePointsRules } from './points.ts';
import type { PriceMethod } from './record.ts';

/** One part of a price, with points of its own. */
const part = z.strictObject({
  id: identifier,
  name: bilingualName,
  weight: decimalText,
  points: pricePointsRules,
  constants: constants.optional(),
  ...partBasis,
});

/** Weighted factor with a price in parts: total = quality points + the points of every part; the highest total is best. */
export const pricePartsRules = z.strictObject({
  method: z.literal('price-parts'),
  description: bilingualText.optional(),
  parts: z.array(part).min(2).max(20),
});
type Rules = z.infer<typeof pricePartsRules>;

export const priceParts: PriceMethod<Rules> = {
  asksPrice: true,
  totalIn: 'points',
  qualityIn: 'points',
  withoutCriteria: false,
  needsQuality: false,
  best: () => 'highest',
  weight: ({ parts }) => sum(parts.map(({ weight }) => exact(weight))),
  total: ({ parts }, { parts: priced, ...place }) => {
    const partPoints = new Map(
      parts.map((one): [string, Exact] => {
        const { price, reference } = priced.get(one.id)!;
        const weight = exact(one.weight);
        const own = { ...place, price, reference, weight, better: betterOf(one), constants: one.constants };
        return [one.id, pricePoints(one.points, own)];
      }),
    );
    const points = sum(partPoints.values());
    return { exactTotal: add(place.quality, points), points, partPoints };
  },
  perPoint: ({ parts }) => (parts.every(({ points }) => kindOf(points).straight(points)) ? () => ONE : null),
  measuredBy: ({ parts }): MeasuredBy => {
    const by = parts.map(({ points }) => kindOf(points).measuredBy(points));
    // Who has the lowest price in one part need not have it in another.
    return by.every((one) => one === 'itself') ? 'itself' : 'others';
  },
  zeroPrice: () => null,
  standsAlone: ({ parts }) => parts.every(({ points }) => kindOf(points).standsAlone(points)),
  faults: ({ parts }) => [
    ...mustDiffer(
      'price.parts',
      parts.map(({ id }, place) => ({ id, path: ['price', 'parts', place, 'id'] })),
    ),
    ...parts.flatMap((one, place) => {
      const path = ['price', 'parts', place];
      return [
        ...mustBePositive([...path, 'weight'], one.weight),
        ...kindOf(one.points).faults(one.points, {
          path: [...path, 'points'],
          better: betterOf(one),
          constants: one.constants,
        }),
        ...basisFaults(one, path),
      ];
    }),
  ],
};
