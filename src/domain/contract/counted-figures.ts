import { add, type Exact, equals, exact, maximum, minimum, multiply, ratio, subtract, sum, ZERO } from '../number.ts';
import type { FiguresRules } from './rules/figures.ts';

type Table = FiguresRules['tables'][number];
type Comparison = FiguresRules['comparisons'][number];

/** A column of a table of a source: the total that it prints beside the one that was counted. */
export interface CountedColumn {
  readonly column: string;
  readonly counted: Exact;
  /** Null where the source prints none. */
  readonly printed: Exact | null;
  /** Printed minus counted; null where nothing is printed. */
  readonly gap: Exact | null;
  /** Rows without a figure: then the count says less. */
  readonly unknown: number;
}

/** Counts the columns of a table, and holds the printed totals against the counts. */
export const countColumns = ({ columns, rows, totals }: Table): CountedColumn[] =>
  columns.map(({ id }, place) => {
    const values = rows.map((row) => row.values[place] ?? null);
    const counted = sum(values.flatMap((value) => (value === null ? [] : [exact(value)])));
    const total = totals?.[place] ?? null;
    const printed = total === null ? null : exact(total);
    const unknown = values.filter((value) => value === null).length;
    return { column: id, counted, printed, gap: printed && subtract(printed, counted), unknown };
  });

export interface ComparedCounts {
  /** In the order of the counts. */
  readonly results: readonly Exact[];
  /** Highest minus lowest: zero where they agree. */
  readonly gap: Exact;
}

/** The same thing counted in several ways. What differs is shown, and not made to fit. */
export function compareCounts({ tables }: FiguresRules, { counts }: Comparison): ComparedCounts {
  const results = counts.map(({ terms }) =>
    terms.reduce((total, { times, of }) => add(total, multiply(ratio(BigInt(times), 1n), figureAt(tables, of))), ZERO),
  );
  return { results, gap: subtract(results.reduce(maximum), results.reduce(minimum)) };
}

function figureAt(
  tables: readonly Table[],
  { table, row, column }: Comparison['counts'][number]['terms'][number]['of'],
): Exact {
  const found = tables.find(({ id }) => id === table)!;
  const place = found.columns.findIndex(({ id }) => id === column);
  // A figure that is not there is refused when the rules are loaded (rules/faults.ts).
  return exact(found.rows.find(({ id }) => id === row)!.values[place]!);
}

export const agree = ({ gap }: ComparedCounts): boolean => equals(gap, ZERO);

/** The figures of a table that is a key to divide by, per area; what has no figure is left out. */
export function keyFigures({ tables }: FiguresRules, key: NonNullable<Table['key']>['key']): Map<string, string> {
  const table = tables.find((one) => one.key?.key === key);
  const place = table ? table.columns.findIndex(({ id }) => id === table.key!.column) : -1;
  return new Map((table?.rows ?? []).flatMap(({ id, values }) => (values[place] == null ? [] : [[id, values[place]]])));
}
