import type { Fault } from '../errors.ts';
import { fault, mustDiffer, type Path } from '../faults.ts';
import { compare, exact, ZERO } from '../number.ts';
import { weightedCriteria } from '../rules/criteria-tree.ts';
import { COMMON, hasCommon } from '../rules/in-lot.ts';
import type { PriceInLot } from '../rules/lot.ts';
import { partsOf } from '../rules/price-rules.ts';
import { biddable, type TenderRules } from '../rules/rules.ts';
import { placedCriteria } from './criteria-faults.ts';

/** What is wrong in what lots, and groups of lots, have of their own. */
export const lotFaults = (rules: TenderRules): Fault[] => [
  ...nameFaults(rules),
  ...countingFaults(rules),
  ...overrideFaults(rules),
  ...groupFaults(rules),
  ...sizeFaults(rules),
];

/** @returns `duplicate-id` for a lot that has the name of what is common to all lots */
const nameFaults = (rules: TenderRules): Fault[] =>
  hasCommon(rules)
    ? rules.lots.flatMap(({ id }, place) =>
        id === COMMON ? [fault('duplicate-id', ['lots', place, 'id'], { place: 'lots', id }, { kind: 'rename' })] : [],
      )
    : [];

/** @returns `unknown-lot` for a lot in which a criterion should count */
function countingFaults(rules: TenderRules): Fault[] {
  const values = biddable(rules).map(({ id }) => id);
  return placedCriteria(rules).flatMap(({ criterion, path }) =>
    (criterion.lots ?? []).flatMap((lot, place) =>
      values.includes(lot)
        ? []
        : [fault('unknown-lot', [...path, 'lots', place], { lot, place: criterion.id }, { kind: 'one-of', values })],
    ),
  );
}

/** @returns `duplicate-id` for what a lot says twice, `unknown-criterion`, and what is wrong with its prices */
function overrideFaults(rules: TenderRules): Fault[] {
  const criteria = weightedCriteria(rules).map(({ criterion }) => criterion.id);
  return [
    ...rules.lots.map((lot, place) => ({ lot, path: ['lots', place] as Path })),
    ...(rules.combinations ?? []).map((lot, place) => ({ lot, path: ['combinations', place] as Path })),
  ].flatMap(({ lot, path }) => [
    ...mustDiffer(
      `${lot.id}.weights`,
      (lot.weights ?? []).map(({ criterion: id }, place) => ({ id, path: [...path, 'weights', place, 'criterion'] })),
    ),
    ...mustDiffer(
      `${lot.id}.prices`,
      (lot.prices ?? []).map(({ part: id = 'price' }, place) => ({ id, path: [...path, 'prices', place] })),
    ),
    ...(lot.weights ?? []).flatMap(({ criterion }, place) =>
      criteria.includes(criterion)
        ? []
        : [
            fault(
              'unknown-criterion',
              [...path, 'weights', place, 'criterion'],
              { criterion },
              { kind: 'one-of', values: criteria },
            ),
          ],
    ),
    ...(lot.prices ?? []).flatMap((own, place) => priceFaults(rules, own, [...path, 'prices', place])),
  ]);
}

/** @returns `price-part-unknown`, `unknown-price-line`, `duplicate-id` for a line that is named twice */
function priceFaults(rules: TenderRules, { part, quantities }: PriceInLot, path: Path): Fault[] {
  const parts = partsOf(rules.price);
  const found = parts.find(({ id }) => id === (part ?? null));
  const values = parts.flatMap(({ id }) => id ?? []);
  if (!found) {
    const mends = values.length > 0 ? ({ kind: 'one-of', values } as const) : ({ kind: 'remove' } as const);
    return [fault('price-part-unknown', [...path, 'part'], { part: part ?? null, parts: parts.length }, mends)];
  }
  const { form } = found.rules;
  const lines = form.kind === 'sheet' ? form.lines.map(({ id }) => id) : [];
  const listed = (quantities ?? []).map(({ line: id }, place) => ({
    id,
    path: [...path, 'quantities', place, 'line'],
  }));
  return [
    ...mustDiffer('prices.quantities', listed),
    ...listed.flatMap(({ id: line, path: at }) =>
      lines.includes(line) ? [] : [fault('unknown-price-line', at, { line }, { kind: 'one-of', values: lines })],
    ),
  ];
}

/** @returns `duplicate-id`, `unknown-lot` */
function groupFaults({ award: { lotGroups = [] }, lots }: TenderRules): Fault[] {
  const values = lots.map(({ id }) => id);
  const path = ['award', 'lotGroups'];
  return [
    ...mustDiffer(
      'award.lotGroups',
      lotGroups.map(({ id }, place) => ({ id, path: [...path, place, 'id'] })),
    ),
    ...lotGroups.flatMap((group, place) => [
      ...mustDiffer(
        group.id,
        group.lots.map((id, at) => ({ id, path: [...path, place, 'lots', at] })),
      ),
      ...group.lots.flatMap((lot, at) =>
        values.includes(lot)
          ? []
          : [fault('unknown-lot', [...path, place, 'lots', at], { lot, place: group.id }, { kind: 'one-of', values })],
      ),
    ]),
  ];
}

/** @returns `lot-size-missing` for every lot without a size, where bidders declare a capacity */
function sizeFaults({ award, lots }: TenderRules): Fault[] {
  if (!award.capacity) return [];
  return lots.flatMap(({ id, size }, place) =>
    size === undefined || compare(exact(size), ZERO) <= 0
      ? [fault('lot-size-missing', ['lots', place, 'size'], { lot: id }, { kind: 'above', limit: '0' })]
      : [],
  );
}
