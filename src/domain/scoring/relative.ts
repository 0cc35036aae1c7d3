import { compare } from '../number.ts';
import { measuredCriteria, weightedCriteria } from '../rules/criteria-tree.ts';
import type { Measured } from '../rules/criterion.ts';
import type { MeasuredBy } from '../rules/price/measure.ts';
import { kindOf } from '../rules/price/points.ts';
import { methodOf } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { Ranked } from './ranking.ts';

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

/** Rules never change, so what bids are measured by is worked out once. */
const known = new WeakMap<TenderRules, MeasuredBy>();

function measure(rules: TenderRules): MeasuredBy {
  const before = known.get(rules);
  if (before) return before;
  const found = worked(rules);
  known.set(rules, found);
  return found;
}

function worked(rules: TenderRules): MeasuredBy {
  const byOthers =
    weightedCriteria(rules).some((node) => node.criterion.relativeToBest) ||
    measuredCriteria(rules).some(({ criterion: { measured } }) => isMeasuredByOthers(measured!));
  return byOthers ? 'others' : methodOf(rules.price).measuredBy(rules.price);
}

/** Whether the points for a figure depend on the figures of others. */
export const isMeasuredByOthers = ({ points }: Measured): boolean => kindOf(points).measuredBy(points) !== 'itself';
