import type { Fault } from '../errors.ts';
import { fault, mustDiffer } from '../faults.ts';
import { equals, exact, ZERO } from '../number.ts';
import type { Remedy } from '../remedy.ts';
import { weightedCriteria } from '../rules/criteria-tree.ts';
import { mechanismOf } from '../rules/mechanisms.ts';
import { methodOf, partsOf } from '../rules/price-rules.ts';
import type { TenderRules, TieBreakStep } from '../rules/rules.ts';

/** What is wrong with the limits on winners, the tie-break, and what the mechanism needs or cannot do. */
export const awardFaults = (rules: TenderRules): Fault[] => [
  ...winnersFaults(rules),
  ...tieBreakFaults(rules),
  ...lotOrderFaults(rules),
  ...mechanismFaults(rules),
  ...lotValueFaults(rules),
  ...affiliatedFaults(rules),
];

/** @returns `winners-limits` */
function winnersFaults({ award: { winners }, lots }: TenderRules): Fault[] {
  const { minimum, maximum } = winners;
  const most = Math.min(maximum, lots.length);
  if (minimum <= most) return [];
  const details = { minimum, maximum, lots: lots.length };
  return [fault('winners-limits', ['award', 'winners', 'minimum'], details, { kind: 'at-most', limit: String(most) })];
}

const tieBreakFaults = (rules: TenderRules): Fault[] =>
  rules.award.tieBreak.flatMap((step, index) => tieBreakStepFaults(rules, step, index));

/** @returns `unknown-tie-break-criterion`, `tie-break-without-price`, `draw-not-last` */
function tieBreakStepFaults(rules: TenderRules, step: TieBreakStep, index: number): Fault[] {
  const path = ['award', 'tieBreak', index];
  switch (step.rule) {
    case 'higher-score': {
      const { criterion } = step;
      const values = weightedCriteria(rules).map((node) => node.criterion.id);
      if (values.includes(criterion)) return [];
      const mends: Remedy = values.length === 0 ? { kind: 'remove' } : { kind: 'one-of', values };
      return [fault('unknown-tie-break-criterion', [...path, 'criterion'], { criterion }, mends)];
    }
    case 'lower-price':
      return lowerPriceFaults(rules, step, path);
    case 'draw': {
      const isLast = index === rules.award.tieBreak.length - 1;
      return isLast ? [] : [fault('draw-not-last', path, {}, { kind: 'move-to-end' })];
    }
  }
}

/** @returns `tie-break-without-price`, `price-part-unknown`: of a price in parts, the part is named */
function lowerPriceFaults(
  rules: TenderRules,
  { part }: Extract<TieBreakStep, { rule: 'lower-price' }>,
  path: Fault['path'],
): Fault[] {
  const parts = partsOf(rules.price);
  if (parts.length === 0) return [fault('tie-break-without-price', path, {}, { kind: 'remove' })];
  const values = parts.flatMap(({ id }) => id ?? []);
  if (parts.some(({ id }) => id === (part ?? null))) return [];
  const mends: Remedy = values.length === 0 ? { kind: 'remove' } : { kind: 'one-of', values };
  return [fault('price-part-unknown', [...path, 'part'], { part: part ?? null, parts: parts.length }, mends)];
}

/** @returns `lot-order`, `duplicate-id` */
function lotOrderFaults(rules: TenderRules): Fault[] {
  const { lotOrder } = rules.award;
  const path = ['award', 'lotOrder'];
  const values = rules.lots.map(({ id }) => id);
  if (!mechanismOf(rules).needsLotOrder) {
    return lotOrder === undefined ? [] : [fault('lot-order', path, {}, { kind: 'remove' })];
  }
  if (lotOrder === undefined) return [fault('lot-order', path, {}, { kind: 'each-once', values })];
  const complete = lotOrder.length === values.length && lotOrder.every((id) => values.includes(id));
  return [
    ...mustDiffer(
      'award.lotOrder',
      lotOrder.map((id, place) => ({ id, path: [...path, place] })),
    ),
    ...(complete ? [] : [fault('lot-order', path, { order: lotOrder }, { kind: 'each-once', values })]),
  ];
}

/** @returns `combinations-need-highest-total`, `lot-weights-need-highest-total`, `capacity-by-preferences`, `combination-never-wins`, `discounts-need-own-measure` */
function mechanismFaults(rules: TenderRules): Fault[] {
  const { allowsCombinations, allowsLotValues } = mechanismOf(rules);
  const { capacity, discounts, mechanism, maximumLotsPerBidder, lotGroups = [] } = rules.award;
  const details = { mechanism };
  const fits = (lots: readonly string[]): boolean =>
    lots.length <= maximumLotsPerBidder &&
    lotGroups.every((group) => lots.filter((lot) => group.lots.includes(lot)).length <= group.maximumLots);
  return [
    ...(rules.combinations ?? []).flatMap((one, place) =>
      fits(one.lots)
        ? []
        : [
            fault(
              'combination-never-wins',
              ['combinations', place, 'lots'],
              { combination: one.name },
              { kind: 'remove' },
            ),
          ],
    ),
    ...(capacity && mechanismOf(rules).asksPreferences
      ? [fault('capacity-by-preferences', ['award', 'capacity'], { limit: 'capacity' }, { kind: 'remove' })]
      : []),
    ...(mechanismOf(rules).asksPreferences && lotGroups.length > 0 && !canBeStable(rules)
      ? [fault('capacity-by-preferences', ['award', 'lotGroups'], { limit: 'lot-groups' }, { kind: 'remove' })]
      : []),
    ...(discounts && !allowsCombinations
      ? [
          fault(
            'combinations-need-highest-total',
            ['award', 'discounts'],
            { mechanism, what: 'discounts' },
            { kind: 'remove' },
          ),
        ]
      : []),
    ...(discounts && (methodOf(rules.price).measuredBy(rules.price) !== 'itself' || partsOf(rules.price).length !== 1)
      ? [fault('discounts-need-own-measure', ['award', 'discounts'], {}, { kind: 'remove' })]
      : []),
    ...(rules.combinations && !allowsCombinations
      ? [
          fault(
            'combinations-need-highest-total',
            ['combinations'],
            { mechanism, what: 'combinations' },
            { kind: 'remove' },
          ),
        ]
      : []),
    ...(rules.award.weighLotsByValue && !allowsLotValues
      ? [fault('lot-weights-need-highest-total', ['award', 'weighLotsByValue'], details, { kind: 'remove' })]
      : []),
  ];
}

/** By preferences a stable division is sure where groups of lots do not overlap and every bid is a bidder by itself. */
function canBeStable({ award: { lotGroups = [], affiliated, organisationInSeveralBids } }: TenderRules): boolean {
  const grouped = lotGroups.flatMap(({ lots }) => lots);
  return new Set(grouped).size === grouped.length && !affiliated && organisationInSeveralBids !== 'counted-as-one';
}

/** @returns `lot-value-missing` for every lot without a value, where lots are weighed by it */
function lotValueFaults({ award, lots }: TenderRules): Fault[] {
  if (!award.weighLotsByValue) return [];
  return lots.flatMap(({ id, value }, place) =>
    value === undefined || equals(exact(value), ZERO)
      ? [fault('lot-value-missing', ['lots', place, 'value'], { lot: id }, { kind: 'above', limit: '0' })]
      : [],
  );
}

/** @returns `one-bid-not-by-preferences`, `affiliated-below-bidder` */
function affiliatedFaults(rules: TenderRules): Fault[] {
  const { affiliated, maximumLotsPerBidder } = rules.award;
  if (!affiliated) return [];
  const path = ['award', 'affiliated'];
  if (affiliated.oneBid) {
    if (mechanismOf(rules).allowsOneBid) return [];
    return [fault('one-bid-not-by-preferences', [...path, 'oneBid'], {}, { kind: 'one-of', values: ['false'] })];
  }
  if (affiliated.maximumLots >= maximumLotsPerBidder) return [];
  const details = { maximum: affiliated.maximumLots, perBidder: maximumLotsPerBidder };
  const mends = { kind: 'at-least', limit: String(maximumLotsPerBidder) } as const;
  return [fault('affiliated-below-bidder', [...path, 'maximumLots'], details, mends)];
}
