import { compare } from '../number.ts';
import { weightedCriteria } from '../rules/criteria-tree.ts';
import { pricedRules } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { Ranked } from './ranking.ts';

const OTHERS = /\b(lowest|highest|mean|median|bids|(best|mean|median)_quality)\b/;

/**
 * Whether what one bid earns depends on the other bids: on the lowest price, or on the best quality. Then a bid that falls away
 * can change the order of the others, so the rules must say beforehand what happens (HR 9-5-2014, secondary source).
 */
export const isRelativeRules = (rules: TenderRules): boolean => measure(rules) !== 'itself';

/**
 * Whether the others in a ranking could earn something else if this bid were not there. Where the lowest price is all that they are
 * measured by, only the one bid that has it is missed.
 */
export function isMissed(rules: TenderRules, ranking: readonly Ranked[], bid: string): boolean {
  const by = measure(rules);
  if (by !== 'lowest-price') return by === 'others';
  const own = ranking.find((one) => one.bid === bid);
  return !own?.price || ranking.every((one) => one === own || compare(own.price!.compared, one.price!.compared) < 0);
}

/** What a bid is measured by: nothing outside itself, the lowest price alone, or others in more ways. */
function measure(rules: TenderRules): 'itself' | 'lowest-price' | 'others' {
  if (weightedCriteria(rules).some((node) => node.criterion.relativeToBest)) return 'others';
  const price = pricedRules(rules.price);
  if (price?.method === 'formula') return OTHERS.test(price.expression) ? 'others' : 'itself';
  if (price?.method !== 'weighted-factor') return 'itself';
  const { points } = price;
  switch (points.kind) {
    case 'saving':
      return 'lowest-price';
    case 'closest-to-mean':
      return 'others';
    case 'bounds':
      if (points.ceiling === 'highest') return 'others';
      return points.floor === 'lowest' ? 'lowest-price' : 'itself';
    case 'formula':
      return OTHERS.test(points.expression) ? 'others' : 'itself';
    default:
      return points.reference === 'lowest' ? 'lowest-price' : 'itself';
  }
}
