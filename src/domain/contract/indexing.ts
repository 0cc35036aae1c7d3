import { DomainError } from '../errors.ts';
import { add, compare, divide, type Exact, exact, multiply, ONE, subtract } from '../number.ts';

/** The percentage for one year as it was advised. */
export interface Index {
  readonly year: number;
  /** "2.5" */
  readonly percentage: string;
  readonly status: 'provisional' | 'final';
  readonly publishedOn: string;
  readonly source: string;
}

/**
 * How a final percentage that differs from the provisional one is caught up with in the next year. `ratio`: the next year is multiplied by (1 + final) /
 * (1 + provisional), so that from then on it is as if the final one had been used at once. `difference`: final - provisional is added to the
 * percentage of the next year.
 */
export type CatchUp = 'ratio' | 'difference';

/** How a year was indexed. */
export interface IndexedYear {
  readonly year: number;
  /** What the sum of this year was made with: the provisional percentage where there was one. Null where there is none yet. */
  readonly used: Index | null;
  /** The provisional and the final percentage of the year before, where those differ and are caught up with in this year. */
  readonly caughtUp: { readonly provisional: Index; readonly final: Index } | null;
  /** What the sum of the year before is multiplied by; null where it is not known. */
  readonly factor: Exact | null;
  /** From the price level to this year; null where a percentage is missing up to here. */
  readonly level: Exact | null;
}

const HUNDRED = exact('100');
const shareOf = (percentage: string): Exact => divide(exact(percentage), HUNDRED);

/**
 * Indexes from the price level on, year by year. No percentage is invented: from the first year that has none nothing is known.
 * @param priceLevel the year of the prices: the first year that is indexed is the next one
 * @param last the last year
 * @param indexes of which per year and status the last counts
 * @param instead a percentage to use where there is none; for a range. Left out: none is used
 */
export function indexYears(
  priceLevel: number,
  last: number,
  indexes: readonly Index[],
  catchUp: CatchUp,
  instead?: string,
): IndexedYear[] {
  const of = (year: number, status: Index['status']): Index | null =>
    indexes.findLast((one) => one.year === year && one.status === status) ?? null;
  const years: IndexedYear[] = [];
  let level: Exact | null = ONE;
  for (let year = priceLevel + 1; year <= last; year++) {
    const provisional = of(year - 1, 'provisional');
    const final = of(year - 1, 'final');
    const caughtUp: IndexedYear['caughtUp'] =
      year - 1 > priceLevel && provisional && final && provisional.percentage !== final.percentage
        ? { provisional, final }
        : null;
    const used = of(year, 'provisional') ?? of(year, 'final');
    const percentage = used?.percentage ?? instead;
    const factor: Exact | null = percentage === undefined ? null : factorOf(percentage, caughtUp, catchUp);
    level = level && factor ? multiply(level, factor) : null;
    years.push({ year, used, caughtUp, factor, level });
  }
  return years;
}

function factorOf(percentage: string, caughtUp: IndexedYear['caughtUp'], catchUp: CatchUp): Exact {
  const plain = add(ONE, shareOf(percentage));
  if (!caughtUp) return plain;
  const [before, after] = [shareOf(caughtUp.provisional.percentage), shareOf(caughtUp.final.percentage)];
  switch (catchUp) {
    case 'ratio':
      return divide(multiply(plain, add(ONE, after)), add(ONE, before));
    case 'difference':
      return add(plain, subtract(after, before));
    default:
      return catchUp satisfies never;
  }
}

/** @param asOf the day on which it is used @throws DomainError `index-not-published`, `index-too-low` */
export function checkIndex({ year, percentage, publishedOn }: Index, asOf: string): void {
  if (publishedOn > asOf) throw new DomainError('index-not-published', { year, by: publishedOn });
  if (compare(exact(percentage), exact('-100')) <= 0) throw new DomainError('index-too-low', { year });
}
