import { pricedRules } from '../tender/price-rules.ts';
import type { TenderRules } from '../tender/rules.ts';
import { weightedCriteria } from './criteria-tree.ts';

const OTHERS = /\b(lowest|highest|mean|bids|best_quality)\b/;

/**
 * Whether what one bid earns depends on the other bids: on the lowest price, or on the best quality. Then a bid that falls away
 * can change the order of the others, so the rules must say beforehand what happens (HR 9-5-2014, secondary source).
 */
export function isRelativeRules(rules: TenderRules): boolean {
  if (weightedCriteria(rules).some((node) => node.criterion.relativeToBest)) return true;
  const price = pricedRules(rules.price);
  if (price?.method === 'formula') return OTHERS.test(price.expression);
  if (price?.method !== 'weighted-factor') return false;
  const { points } = price;
  switch (points.kind) {
    case 'saving':
    case 'closest-to-mean':
      return true;
    case 'bounds':
      return false;
    case 'formula':
      return OTHERS.test(points.expression);
    default:
      return points.reference === 'lowest';
  }
}
