import { DomainError } from '../errors.ts';
import { add, type Exact, ratio, ZERO } from '../number.ts';
import { criterionIndex, type DecisionMatrix } from './matrix.ts';
import { type Cell, cutEdge, type Form, heightAt, sumAt, wholeSimplex, withHeights } from './weight-simplex.ts';
import { bigints } from './whole-numbers.ts';

/** What a person knows about the weights without naming numbers: pairs "this criterion weighs at least as much as that one". */
export type CriteriaOrdering = readonly { readonly heavier: string; readonly lighter: string }[];

/** The weightings that agree with an ordering, as simplices without overlap. */
export interface Region {
  readonly criteria: number;
  readonly cells: readonly Cell<bigint>[];
  /** The share of all weightings: 1 without an ordering. */
  readonly volume: Exact;
}

/**
 * Checks an ordering and gives per criterion the criteria that weigh at least as much, as indices.
 * @throws DomainError `unknown-criterion`; `ordering-contradicts` with a criterion that would be heavier than itself
 */
export function heavierCriteria(matrix: Pick<DecisionMatrix, 'criteria'>, ordering: CriteriaOrdering): number[][] {
  const heavier: number[][] = matrix.criteria.map(() => []);
  for (const pair of ordering) {
    const above = criterionIndex(matrix, pair.heavier);
    const below = criterionIndex(matrix, pair.lighter);
    if (!heavier[below]!.includes(above)) heavier[below]!.push(above);
  }
  const placed = new Set<number>();
  for (let before = -1; placed.size > before; ) {
    before = placed.size;
    heavier.forEach((above, index) => {
      if (above.every((criterion) => placed.has(criterion))) placed.add(index);
    });
  }
  const stuck = heavier.findIndex((_, index) => !placed.has(index));
  if (stuck >= 0) throw new DomainError('ordering-contradicts', { criterion: matrix.criteria[stuck] });
  return heavier;
}

/**
 * The weightings that agree with an ordering, exactly: the simplex of all weightings cut at the hyperplane of each pair,
 * keeping the heavier side. A total order, or any set of separate chains, remains one simplex (a linear change of variables).
 * @param budget the largest number of simplices
 * @returns undefined when more simplices are needed
 * @throws DomainError `unknown-criterion`, `ordering-contradicts`
 */
export function orderedRegion(
  matrix: Pick<DecisionMatrix, 'criteria'>,
  ordering: CriteriaOrdering,
  budget: number,
): Region | undefined {
  const criteria = matrix.criteria.length;
  const heavier = heavierCriteria(matrix, ordering);
  let cells: Cell<bigint>[] = [wholeSimplex(criteria)];
  for (const lighter of lightestLast(heavier)) {
    for (const above of heavier[lighter]!) {
      const lead = Array.from({ length: criteria }, (_, index) =>
        BigInt(Number(index === above) - Number(index === lighter)),
      );
      cells = cells.flatMap((cell) => keepAbove(cell, lead));
      if (cells.length > budget) return undefined;
    }
  }
  return { criteria, cells, volume: cells.map(volumeOf).reduce(add, ZERO) };
}

/** A criterion comes after everything that is heavier: then a chain is cut from its heavy end, and stays one simplex. */
function lightestLast(heavier: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  while (order.length < heavier.length) {
    order.push(
      heavier.findIndex(
        (above, index) => !order.includes(index) && above.every((criterion) => order.includes(criterion)),
      ),
    );
  }
  return order;
}

/** The cells of the part of a cell where a form is not negative. */
function keepAbove(cell: Cell<bigint>, form: Form): Cell<bigint>[] {
  const height = heightAt(cell.corners.length, 0);
  const cut = (whole: Cell<bigint>): Cell<bigint>[] => {
    const upper = whole.corners.findIndex((corner) => corner[height]! > 0n);
    const lower = whole.corners.findIndex((corner) => corner[height]! < 0n);
    if (lower < 0) return [whole];
    if (upper < 0) return [];
    const { withoutLower, withoutUpper } = cutEdge(whole, upper, lower, height, bigints)!;
    return [...cut(withoutLower), ...cut(withoutUpper)];
  };
  const withoutHeights = ({ corners, determinant }: Cell<bigint>): Cell<bigint> => ({
    corners: corners.map((corner) => corner.slice(0, height)),
    determinant,
  });
  return cut(withHeights(cell, [form], bigints)!).map(withoutHeights);
}

const volumeOf = ({ corners, determinant }: Cell<bigint>): Exact =>
  ratio(
    determinant,
    corners.reduce((product, corner) => product * corner[sumAt(corners.length)]!, 1n),
  );
