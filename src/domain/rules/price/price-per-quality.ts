import { z } from 'zod';
import { DomainError } from '../../errors.ts';
import { mustBePositive } from '../../faults.ts';
import { compare, divide, exact, multiply, ZERO } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { priceBasis } from './basis.ts';
import { mustBePaid, pricedAbsolutely } from './priced-absolutely.ts';
import type { PriceMethod } from './record.ts';

/** Amount divided by the coefficient of quality (quality points / `divisor`); the lowest is best. */
export const pricePerQualityRules = z.strictObject({
  method: z.literal('price-per-quality'),
  divisor: decimalText,
  ...priceBasis,
});

export const pricePerQuality: PriceMethod<z.infer<typeof pricePerQualityRules>> = {
  ...pricedAbsolutely,
  totalIn: 'euro',
  qualityIn: 'points',
  withoutCriteria: false,
  needsQuality: true,
  best: () => 'lowest',
  total: ({ divisor }, { bid, lot, price, quality }) => {
    if (compare(quality, ZERO) <= 0) throw new DomainError('quality-zero', { bid, lot });
    return { exactTotal: divide(multiply(price, exact(divisor)), quality), points: null };
  },
  perPoint: () => null,
  // The price is divided, by the quality: nothing for free is nothing per quality.
  zeroPrice: () => null,
  faults: ({ divisor, bidderPays }) => [...mustBePositive(['price', 'divisor'], divisor), ...mustBePaid(bidderPays)],
};
