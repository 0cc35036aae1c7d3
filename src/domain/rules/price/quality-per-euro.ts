import { z } from 'zod';
import { mustBePositive } from '../../faults.ts';
import { divide, exact, multiply } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { priceBasis } from './basis.ts';
import { mustBePaid, pricedAbsolutely } from './priced-absolutely.ts';
import type { PriceMethod } from './record.ts';

/** Quality points per `per` euro; the highest is best. */
export const qualityPerEuroRules = z.strictObject({
  method: z.literal('quality-per-euro'),
  per: decimalText,
  ...priceBasis,
});

export const qualityPerEuro: PriceMethod<z.infer<typeof qualityPerEuroRules>> = {
  ...pricedAbsolutely,
  totalIn: 'figure',
  qualityIn: 'points',
  withoutCriteria: false,
  needsQuality: false,
  best: () => 'highest',
  total: ({ per }, { price, quality }) => ({
    exactTotal: divide(multiply(quality, exact(per)), price),
    points: null,
  }),
  perPoint:
    ({ per }) =>
    (price) =>
      divide(exact(per), price!),
  zeroPrice: () => 'divides-by-price',
  faults: ({ per, bidderPays }) => [...mustBePositive(['price', 'per'], per), ...mustBePaid(bidderPays)],
};
