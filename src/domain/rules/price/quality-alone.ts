import { ONE, ZERO } from '../../number.ts';
import type { PriceMethod } from './record.ts';

/** The record of every method under which the price is fixed beforehand: the quality points are the total. */
export const qualityAlone: PriceMethod<object> = {
  asksPrice: false,
  totalIn: 'points',
  qualityIn: 'points',
  withoutCriteria: false,
  needsQuality: false,
  best: () => 'highest',
  weight: () => ZERO,
  total: (_, { quality }) => ({ exactTotal: quality, points: null }),
  perPoint: () => () => ONE,
  measuredBy: () => 'itself',
  zeroPrice: () => null,
  standsAlone: () => true,
  faults: () => [],
};
