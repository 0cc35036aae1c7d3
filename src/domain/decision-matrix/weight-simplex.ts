import { bigints, type Vector, type WholeNumbers } from './whole-numbers.ts';

/**
 * A linear form on weights, by its coefficient per criterion: the difference between the scores of two alternatives, for instance.
 * Its sign tells on which side of a hyperplane a weighting lies.
 */
export type Form = readonly bigint[];

/**
 * A simplex in weight space. Each corner is a ray of non-negative whole numbers, so that no fractions are needed:
 * first the coordinates (one per criterion), then their sum, then the heights, which are the values of the forms in use.
 * The weighting of a corner is its coordinates divided by their sum.
 */
export interface Cell<T extends number | bigint> {
  readonly corners: readonly Vector<T>[];
  /** The size of the determinant of the corners' coordinates. Divided by the product of the sums it is the volume. */
  readonly determinant: T;
}

/** A part of something whole as two whole numbers, not in lowest terms. */
export interface Part<T extends number | bigint> {
  readonly part: T;
  readonly whole: T;
}

/** Where in a corner the sum stands; the heights follow. */
export const sumAt = (criteria: number): number => criteria;
export const heightAt = (criteria: number, form: number): number => criteria + 1 + form;

/** All weightings: the simplex whose corners give all weight to one criterion. Its volume counts as 1. */
export function wholeSimplex(criteria: number): Cell<bigint> {
  const corners = Array.from({ length: criteria }, (_, corner) => {
    const coordinates = Array.from({ length: criteria }, (_, index) => (index === corner ? 1n : 0n));
    return [...coordinates, 1n];
  });
  return { corners, determinant: 1n };
}

/** The same cell with the heights of other forms, in numbers of another kind; undefined when a number does not fit. */
export function withHeights<T extends number | bigint>(
  cell: Cell<bigint>,
  forms: readonly Form[],
  numbers: WholeNumbers<T>,
): Cell<T> | undefined {
  const criteria = cell.corners.length;
  const determinant = numbers.from(cell.determinant);
  const corners: T[][] = [];
  for (const corner of cell.corners) {
    const coordinates = corner.slice(0, criteria);
    const heights = forms.map((form) =>
      coordinates.reduce((height, coordinate, index) => height + coordinate * form[index]!, 0n),
    );
    const converted = [...coordinates, corner[sumAt(criteria)]!, ...heights].map(numbers.from);
    if (converted.includes(undefined)) return undefined;
    corners.push(converted as T[]);
  }
  return determinant === undefined ? undefined : { corners, determinant };
}

/**
 * Cuts the edge between two corners where a form is zero, which divides the cell into two cells: one without the lower corner,
 * one without the upper corner. The new corner lies on the hyperplane, so fewer edges of either cell cross it.
 * @param upper index of a corner where the form is positive
 * @param lower index of a corner where the form is negative
 * @param height index of the form's height in a corner
 * @returns undefined when a number does not fit
 */
export function cutEdge<T extends number | bigint>(
  { corners, determinant }: Cell<T>,
  upper: number,
  lower: number,
  height: number,
  numbers: WholeNumbers<T>,
): { readonly withoutLower: Cell<T>; readonly withoutUpper: Cell<T> } | undefined {
  const above = corners[upper]!;
  const below = corners[lower]!;
  const rise = above[height]!;
  const fall = -below[height]! as T;
  const met = numbers.combine(fall, above, rise, below, corners.length);
  if (met === undefined) return undefined;
  const upperPart = numbers.scale(determinant, rise, met.divisor);
  const lowerPart = numbers.scale(determinant, fall, met.divisor);
  if (Number.isNaN(upperPart) || Number.isNaN(lowerPart)) return undefined;
  return {
    withoutLower: { corners: corners.with(lower, met.vector), determinant: upperPart },
    withoutUpper: { corners: corners.with(upper, met.vector), determinant: lowerPart },
  };
}

/**
 * The part of a cell's volume where a form is positive: Varsi's formula (G. Varsi, The multidimensional content of the frustum
 * of the simplex, Pacific Journal of Mathematics 46, 1973; also M. M. Ali, Content of the frustum of a simplex, same journal 48, 1973).
 *
 * Cutting the edge between an upper corner j and a lower corner k leaves two simplices whose volumes are to each other as the
 * heights of j and k. Let P(j, k) be the part above the hyperplane with the first j upper and the first k lower corners; then
 * P(j, k) = (u_j P(j, k-1) + d_k P(j-1, k)) / (u_j + d_k), with P(j, 0) = 1 and P(0, k) = 0, where u and d are heights and
 * depths. Corners on the hyperplane play no part. All fractions keep a common denominator, so no division is needed.
 * @returns NaN parts when a double cannot hold them
 */
export function partAbove<T extends number | bigint>(
  corners: readonly Vector<T>[],
  height: number,
  numbers: WholeNumbers<T>,
): Part<T> {
  const { zero, one, multiply, add } = numbers;
  const sum = sumAt(corners.length);
  const lower = corners.filter((corner) => corner[height]! < 0);
  const parts: T[] = lower.map(() => zero);
  const columns: T[] = lower.map(() => one);
  let whole = one;
  let uppers = 0;
  for (const corner of corners) {
    const up = corner[height]!;
    if (up <= 0) continue;
    uppers++;
    let left = one;
    let row = one;
    for (let k = 0; k < lower.length; k++) {
      const rise = multiply(up, lower[k]![sum]!);
      const fall = multiply(-lower[k]![height]! as T, corner[sum]!);
      const both = add(rise, fall);
      left = add(multiply(multiply(rise, left), columns[k]!), multiply(multiply(fall, parts[k]!), row));
      parts[k] = left;
      columns[k] = multiply(columns[k]!, both);
      row = multiply(row, both);
    }
    whole = multiply(whole, row);
  }
  if (lower.length === 0) return { part: one, whole: one };
  return uppers === 0 ? { part: zero, whole: one } : { part: parts.at(-1)!, whole };
}

/** {@link partAbove} in BigInt, whatever the kind of the corners. */
export const partAboveInBigints = (corners: readonly Vector<number | bigint>[], height: number): Part<bigint> =>
  partAbove(
    corners.map((corner) => corner.map(BigInt)),
    height,
    bigints,
  );
