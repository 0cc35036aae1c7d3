import { scoredCriteria, type WeightedCriterion } from './criteria-tree.ts';
import type { Criterion } from './criterion.ts';
import type { Combination, Lot, PriceInLot } from './lot.ts';
import { lowTests } from './price/basis.ts';
import type { PricePoints } from './price/points.ts';
import type { PricedRules, PriceRules } from './price-rules.ts';
import { biddable, type TenderRules } from './rules.ts';

/** What is scored once and counted everywhere has a place of its own beside the lots. */
export const COMMON = 'common';

/** Rules never change, so those of a lot are worked out once. */
const known = new WeakMap<TenderRules, Map<string, TenderRules>>();

/**
 * The rules as they hold in one lot or combination: the criteria that count there, with the weights, the bounds and the quantities of that lot.
 * The rules themselves where the lot has nothing of its own.
 */
export function rulesIn(rules: TenderRules, lot: string): TenderRules {
  const ofRules = known.get(rules) ?? new Map<string, TenderRules>();
  known.set(rules, ofRules);
  const before = ofRules.get(lot);
  if (before) return before;
  const found = worked(rules, lot);
  ofRules.set(lot, found);
  return found;
}

/** What assessors score of a bid in a lot; at {@link COMMON} what they score once for all its lots. */
export const assessedIn = (rules: TenderRules, lot: string): readonly WeightedCriterion[] => {
  const isCommon = lot === COMMON;
  const nodes = scoredCriteria(isCommon ? rules : rulesIn(rules, lot));
  return hasCommon(rules) || isCommon ? nodes.filter((node) => node.common === isCommon) : nodes;
};

/** Whether the rules are the same in every lot and combination, and nothing is common to them. */
export const sameEverywhere = (rules: TenderRules): boolean =>
  !hasCommon(rules) && biddable(rules).every(({ id }) => rulesIn(rules, id) === rules);

/** Whether anything is scored, or handed in, once for all lots. */
export const hasCommon = ({ criteria }: Pick<TenderRules, 'criteria'>): boolean => criteria.some(isOrHoldsCommon);

const isOrHoldsCommon = ({ common, children }: Criterion): boolean =>
  common === true || (children ?? []).some(isOrHoldsCommon);

/** Places in the order of the lots: what is common to all lots first. */
export const inOrderOfLots = <P extends { readonly lot: string }>(rules: TenderRules, places: readonly P[]): P[] =>
  [COMMON, ...biddable(rules).map(({ id }) => id)].flatMap((id) => places.filter(({ lot }) => lot === id));

function worked(rules: TenderRules, lot: string): TenderRules {
  const own: Lot | Combination | undefined =
    rules.lots.find(({ id }) => id === lot) ?? rules.combinations?.find(({ id }) => id === lot);
  const weights = new Map(own?.weights?.map(({ criterion, weight }) => [criterion, weight]));
  const criteria = countingIn(rules.criteria, lot, weights);
  const price = own?.prices ? priceIn(rules.price, own.prices) : rules.price;
  return criteria === rules.criteria && price === rules.price ? rules : { ...rules, criteria: [...criteria], price };
}

/** The same list where every criterion counts, with the weights it has everywhere. */
function countingIn(
  criteria: readonly Criterion[],
  lot: string,
  weights: ReadonlyMap<string, string>,
): readonly Criterion[] {
  const counting = criteria.flatMap((one): Criterion[] => {
    if (one.lots && !one.lots.includes(lot)) return [];
    const children = one.children && countingIn(one.children, lot, weights);
    if (children?.length === 0) return [];
    const weight = weights.get(one.id) ?? one.weight;
    if (children === one.children && weight === one.weight) return [one];
    return [{ ...one, weight, ...(children ? { children } : {}) }];
  });
  return counting.length === criteria.length && counting.every((one, place) => one === criteria[place])
    ? criteria
    : counting;
}

function priceIn(price: PriceRules, own: readonly PriceInLot[]): PriceRules {
  if (price.method === 'price-parts') {
    const parts = price.parts.map((part) => {
      const change = own.find((one) => one.part === part.id);
      return change ? { ...part, ...changed(part, change), points: pointsIn(part.points, change) } : part;
    });
    return { ...price, parts };
  }
  const change = own.find(({ part }) => part === undefined);
  if (!change || !('form' in price)) return price;
  const basis = { ...price, ...changed(price, change) };
  return basis.method === 'weighted-factor' ? { ...basis, points: pointsIn(basis.points, change) } : basis;
}

type Changed = Pick<PricedRules, 'form' | 'bounds' | 'abnormallyLow'> & { weight?: string };

function changed(
  { form, bounds, abnormallyLow }: Pick<PricedRules, 'form' | 'bounds' | 'abnormallyLow'>,
  { weight, minimum, maximum, estimate, quantities }: PriceInLot,
): Changed {
  const quantityOf = new Map(quantities?.map(({ line, quantity }) => [line, quantity]));
  return {
    form:
      form.kind === 'sheet' && quantities
        ? {
            ...form,
            lines: form.lines.map((line) =>
              quantityOf.has(line.id) ? { ...line, quantity: quantityOf.get(line.id)! } : line,
            ),
          }
        : form,
    ...(bounds || minimum !== undefined || maximum !== undefined
      ? {
          bounds: {
            outside: 'set-aside',
            ...bounds,
            ...(minimum === undefined ? {} : { minimum }),
            ...(maximum === undefined ? {} : { maximum }),
          },
        }
      : {}),
    ...(abnormallyLow === undefined
      ? {}
      : {
          abnormallyLow: lowTests({ abnormallyLow }).map((test) =>
            test.of === 'estimate' && estimate !== undefined ? { ...test, estimate } : test,
          ),
        }),
    ...(weight === undefined ? {} : { weight }),
  };
}

/** The formula with the amounts of the lot in the places that it has for them. */
function pointsIn(points: PricePoints, { reference, floor, ceiling }: PriceInLot): PricePoints {
  switch (points.kind) {
    case 'proportional':
    case 'linear':
    case 'steps':
    case 'logarithmic':
    case 'saving':
      return reference === undefined ? points : { ...points, reference };
    case 'bounds':
      return { ...points, floor: floor ?? points.floor, ceiling: ceiling ?? points.ceiling };
    case 'brackets':
    case 'formula':
    case 'closest-to-mean':
      return points;
    default:
      return points satisfies never;
  }
}
