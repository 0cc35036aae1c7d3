/** A figure of an outcome: in which part of it, what it is, and what it is in the notation of the reader, to the last digit. */
export interface Figure {
  readonly part: string;
  readonly what: string;
  readonly value: string;
}

/** A figure in two outcomes; null where one of them has none such. */
export interface ComparedFigure {
  readonly part: string;
  readonly what: string;
  readonly one: string | null;
  readonly other: string | null;
}

export interface Compared {
  /** In the order of the figures. */
  readonly different: readonly ComparedFigure[];
  readonly equal: readonly ComparedFigure[];
}

/** Lays two outcomes beside each other, figure by figure. */
export function compareFigures(one: readonly Figure[], other: readonly Figure[]): Compared {
  const keyOf = ({ part, what }: Figure): string => JSON.stringify([part, what]);
  const [values, others] = [one, other].map((figures) => new Map(figures.map((figure) => [keyOf(figure), figure])));
  const all = new Map([...values!, ...others!]);
  const different: ComparedFigure[] = [];
  const equal: ComparedFigure[] = [];
  for (const [key, { part, what }] of all) {
    const [a, b] = [values!.get(key)?.value ?? null, others!.get(key)?.value ?? null];
    (a === b ? equal : different).push({ part, what, one: a, other: b });
  }
  return { different, equal };
}

/** Where two values of JSON first differ, by the keys that lead there; null where they do not. */
export function firstDifference(one: unknown, other: unknown): string | null {
  const path = pathOfDifference(one, other);
  return path === null ? null : path.join('.');
}

function pathOfDifference(one: unknown, other: unknown): readonly string[] | null {
  if (!isBranch(one) || !isBranch(other)) return one === other ? null : [];
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const below = pathOfDifference(one[key], other[key]);
    if (below !== null) return [key, ...below];
  }
  return null;
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
