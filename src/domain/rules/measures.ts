import { DomainError } from '../errors.ts';
import { compare, equals, exact, ZERO } from '../number.ts';
import { measuredCriteria, type WeightedCriterion } from './criteria-tree.ts';
import { COMMON, rulesIn } from './in-lot.ts';
import { kindOf } from './price/points.ts';
import { type OfferedValue, partsOf } from './price-rules.ts';
import type { TenderRules } from './rules.ts';

/**
 * The measured criteria of which a bid hands in a figure at a place: for a lot, or once for all lots ({@link COMMON}); with the bid itself, or sealed
 * with its price.
 */
export const measuresOf = (rules: TenderRules, lot: string, when: 'open' | 'sealed'): readonly WeightedCriterion[] =>
  measuredCriteria(lot === COMMON ? rules : rulesIn(rules, lot)).filter(
    ({ criterion, common }) => common === (lot === COMMON) && criterion.measured!.sealed === (when === 'sealed'),
  );

/** Whether anything stays sealed until quality is closed: a price, or a figure that is handed in with it. */
export const hasSealed = (rules: TenderRules): boolean =>
  partsOf(rules.price).length > 0 || measuredCriteria(rules).some(({ criterion }) => criterion.measured!.sealed);

/**
 * Checks the figures that were handed in at a place against what is asked there.
 * @throws DomainError `value-missing`, `value-not-asked`, `value-twice`, `value-decimals`, `value-zero` where the formula then has no outcome
 */
export function checkValues(
  at: { readonly bid: string; readonly lot: string },
  asked: readonly WeightedCriterion[],
  given: readonly OfferedValue[] = [],
): void {
  const seen = new Set<string>();
  for (const { criterion, value } of given) {
    const node = asked.find((one) => one.criterion.id === criterion);
    if (!node) throw new DomainError('value-not-asked', { ...at, criterion });
    if (seen.has(criterion)) throw new DomainError('value-twice', { ...at, criterion });
    seen.add(criterion);
    const { decimals, points, better } = node.criterion.measured!;
    if (decimals !== undefined && (value.split('.')[1] ?? '').length > decimals) {
      throw new DomainError('value-decimals', { ...at, criterion, value, decimals });
    }
    const why = equals(exact(value), ZERO) ? kindOf(points).zeroPrice(points, better) : null;
    if (why && !boundOf(node, value)) throw new DomainError('value-zero', { ...at, criterion, why });
  }
  const missing = asked.find(({ criterion }) => !seen.has(criterion.id));
  if (missing) {
    const { id, measured } = missing.criterion;
    throw new DomainError('value-missing', { ...at, criterion: id, unit: measured!.unit });
  }
}

/** A figure outside the announced bounds of its criterion. */
export interface OutsideMeasure {
  readonly criterion: string;
  readonly value: string;
  readonly bound: 'minimum' | 'maximum';
  readonly limit: string;
}

/** Which announced bound of its criterion a figure breaks; undefined where it breaks none. Bounds are inclusive. */
export function boundOf({ criterion }: WeightedCriterion, value: string): OutsideMeasure | undefined {
  const { minimum, maximum } = criterion.measured ?? {};
  if (minimum !== undefined && compare(exact(value), exact(minimum)) < 0) {
    return { criterion: criterion.id, value, bound: 'minimum', limit: minimum };
  }
  if (maximum !== undefined && compare(exact(value), exact(maximum)) > 0) {
    return { criterion: criterion.id, value, bound: 'maximum', limit: maximum };
  }
  return undefined;
}
