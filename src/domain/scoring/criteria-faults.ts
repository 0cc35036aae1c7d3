import type { Fault } from '../errors.ts';
import { fault, mustDiffer, type Path } from '../faults.ts';
import { add, compare, type Exact, equals, exact, subtract, sum, toPlainText, ZERO } from '../number.ts';
import {
  countCriteria,
  MOST_SCORED_CRITERIA,
  type WeightedCriterion,
  weightedCriteria,
  weightsTotal,
} from '../rules/criteria-tree.ts';
import { methodOf } from '../rules/price-rules.ts';
import type { Criterion, TenderRules } from '../rules/rules.ts';

/**
 * Rules with more criteria than an assessment can hold could never be assessed. Asked of new rules only.
 * @returns `too-many-criteria`, for the criteria that are scored and for the groups
 */
export function criteriaSizeFaults(rules: TenderRules): Fault[] {
  const counted = countCriteria(rules);
  return (['scored', 'groups'] as const).flatMap((what) => {
    const [found, limit] = [counted[what], MOST_SCORED_CRITERIA];
    return found <= limit ? [] : [fault('too-many-criteria', ['criteria'], { what, found, limit }, null)];
  });
}

/** A criterion with its place in the rules, parents before their children. */
export interface PlacedCriterion extends WeightedCriterion {
  readonly path: Path;
}

/** Rules never change, so the places in them are worked out once. */
const places = new WeakMap<object, readonly PlacedCriterion[]>();

export function placedCriteria(rules: TenderRules): readonly PlacedCriterion[] {
  const known = places.get(rules.criteria);
  if (known) return known;
  const walk = (criteria: readonly Criterion[], path: Path): Path[] =>
    criteria.flatMap(({ children }, place) => {
      const own = [...path, place];
      return [own, ...walk(children ?? [], [...own, 'children'])];
    });
  const paths = walk(rules.criteria, ['criteria']);
  const placed = weightedCriteria(rules).map((node, index) => ({ ...node, path: paths[index]! }));
  places.set(rules.criteria, placed);
  return placed;
}

const HUNDRED = exact('100');

/**
 * @param rules as they hold in a lot
 * @returns `no-criteria`; `weights-do-not-sum` for every group: weights are never normalised in silence
 */
export function weightFaults(rules: TenderRules): Fault[] {
  const method = methodOf(rules.price);
  if (rules.criteria.length === 0) {
    return method.withoutCriteria ? [] : [fault('no-criteria', ['criteria'], {}, { kind: 'add' })];
  }
  const groups = placedCriteria(rules).flatMap(({ criterion, path }) =>
    criterion.children ? sumFaults(criterion.children, [...path, 'children'], criterion.id, HUNDRED, ZERO) : [],
  );
  return [...sumFaults(rules.criteria, ['criteria'], null, weightsTotal(rules), method.weight(rules.price)), ...groups];
}

/** @param price what the price weighs beside these criteria */
function sumFaults(
  criteria: readonly Criterion[],
  path: Path,
  parent: string | null,
  whole: Exact,
  price: Exact,
): Fault[] {
  const total = add(sum(criteria.map(({ weight }) => exact(weight))), price);
  if (equals(total, whole)) return [];
  const [now, all] = [toPlainText(total), toPlainText(whole)];
  const details = { parent, total: now, whole: all, price: equals(price, ZERO) ? null : toPlainText(price) };
  const difference = toPlainText(subtract(whole, total));
  return [fault('weights-do-not-sum', path, details, { kind: 'sum-to', whole: all, now, difference })];
}

/**
 * What is wrong with the ids and the combinations of lots, wherever the criteria count.
 * @returns `duplicate-id`; a criterion under itself has the same id twice, so a cycle cannot pass either; `unknown-lot`
 */
export function idFaults(rules: TenderRules): Fault[] {
  const combinations = rules.combinations ?? [];
  const lots = rules.lots.map(({ id }, place) => ({ id, path: ['lots', place, 'id'] }));
  const known = rules.lots.map(({ id }) => id);
  return [
    ...mustDiffer(
      'criteria',
      placedCriteria(rules).map(({ criterion: { id }, path }) => ({ id, path: [...path, 'id'] })),
    ),
    ...mustDiffer('lots', [
      ...lots,
      ...combinations.map(({ id }, place) => ({ id, path: ['combinations', place, 'id'] })),
    ]),
    ...combinations.flatMap((one, place) => {
      const members = one.lots.map((id, index) => ({ id, path: ['combinations', place, 'lots', index] }));
      return [
        ...mustDiffer(one.id, members),
        ...members.flatMap(({ id, path }) =>
          known.includes(id)
            ? []
            : [fault('unknown-lot', path, { lot: id, place: one.id }, { kind: 'one-of', values: known })],
        ),
      ];
    }),
  ];
}

/** Whether one decimal is more than another number. */
export const isMore = (text: string, most: Exact): boolean => compare(exact(text), most) > 0;
