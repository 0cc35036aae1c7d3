/** The best value of a linear program and where it is reached, all as fractions over one positive denominator. */
export interface LinearOptimum {
  readonly denominator: bigint;
  /** Times 1/denominator. */
  readonly value: bigint;
  /** Per variable, times 1/denominator. */
  readonly solution: readonly bigint[];
  /** Per constraint its shadow price, times 1/denominator; never negative. */
  readonly prices: readonly bigint[];
}

/**
 * Maximises a linear goal under constraints `row . x <= bound`, x >= 0, exactly in whole numbers: the simplex method with Bland's rule,
 * which cannot cycle (R. G. Bland, New finite pivoting rules for the simplex method, Mathematics of Operations Research 2, 1977),
 * on a tableau without fractions (J. Edmonds, 1967; E. H. Bareiss, 1968: every entry stays a determinant of the data).
 * @param goal coefficient per variable
 * @param constraints rows with a bound that is not negative, so that x = 0 is allowed
 * @returns undefined when the goal has no upper bound
 */
export function maximise(
  goal: readonly bigint[],
  constraints: readonly { readonly row: readonly bigint[]; readonly bound: bigint }[],
): LinearOptimum | undefined {
  const variables = goal.length;
  const columns = variables + constraints.length;
  const tableau = constraints.map(({ row, bound }, index) => [
    ...row,
    ...constraints.map((_, slack) => (slack === index ? 1n : 0n)),
    bound,
  ]);
  const bottom = [...goal.map((coefficient) => -coefficient), ...constraints.map(() => 0n), 0n];
  const basis = constraints.map((_, index) => variables + index);
  let denominator = 1n;
  for (;;) {
    const entering = bottom.findIndex((reduced, column) => column < columns && reduced < 0n);
    if (entering < 0) break;
    const leaving = blockingRow(tableau, basis, entering, columns);
    if (leaving < 0) return undefined;
    denominator = pivot([...tableau, bottom], leaving, entering, denominator);
    basis[leaving] = entering;
  }
  const solution = goal.map((_, variable) => {
    const row = basis.indexOf(variable);
    return row < 0 ? 0n : tableau[row]![columns]!;
  });
  return { denominator, value: bottom[columns]!, solution, prices: bottom.slice(variables, columns) };
}

/** The row that first reaches zero when the entering variable grows; among equals the lowest variable (Bland). -1 when none does. */
function blockingRow(tableau: readonly bigint[][], basis: readonly number[], entering: number, last: number): number {
  let best = -1;
  tableau.forEach((row, index) => {
    if (row[entering]! <= 0n) return;
    const champion = tableau[best];
    if (champion === undefined) {
      best = index;
      return;
    }
    const difference = row[last]! * champion[entering]! - champion[last]! * row[entering]!;
    if (difference < 0n || (difference === 0n && basis[index]! < basis[best]!)) best = index;
  });
  return best;
}

/** Makes the entering column a unit column times the new denominator, which is returned. Every division leaves no remainder. */
function pivot(rows: readonly bigint[][], leaving: number, entering: number, denominator: bigint): bigint {
  const pivotRow = rows[leaving]!;
  const element = pivotRow[entering]!;
  rows.forEach((row, index) => {
    if (index === leaving) return;
    const factor = row[entering]!;
    for (let column = 0; column < row.length; column++) {
      row[column] = (row[column]! * element - factor * pivotRow[column]!) / denominator;
    }
  });
  return element;
}
