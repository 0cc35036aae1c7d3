import { DomainError } from '../errors.ts';
import { add, type Exact, exact, ZERO } from '../number.ts';
import { type BudgetOutcome, computeBudget } from './budget.ts';
import { type Continuity, followContinuity } from './continuity.ts';
import { type Contract, contractsOf } from './contracts.ts';
import type { EntryOf, EntryType } from './events.ts';
import { followGrowthPath, type GrowthPath } from './growth-path.ts';
import { normsOf } from './norms.ts';
import { quarterNumber, yearOfQuarter } from './quarter.ts';
import { type ContractState, lastStanding, standing } from './state.ts';
import { followTerm, lastDayAfterYears, type Term } from './term.ts';

/** A day after every publication: percentages were held against the day on which they were recorded, and here all of them count. */
export const ALL_PUBLISHED = '9999-12-31';

/** What was reported of one quarter of an area: the figures that count, and those that they corrected. */
export interface ReportedQuarter {
  readonly quarter: string;
  readonly now: EntryOf<'figures-recorded'>;
  /** The oldest first. */
  readonly before: readonly EntryOf<'figures-recorded'>[];
}

/** Sums of the quarters of a year that were reported. */
export interface ReportedYear {
  readonly year: number;
  readonly quarters: readonly string[];
  readonly complaints: number;
  /** Null where no quarter says what was spent. */
  readonly spent: Exact | null;
}

export interface AreaOverview {
  readonly contract: Contract;
  /** Null where the rules have no term. */
  readonly term: Term | null;
  readonly growthPath: GrowthPath | null;
  readonly continuity: Continuity | null;
  readonly quarters: readonly ReportedQuarter[];
  readonly years: readonly ReportedYear[];
  /** Per year the last one, the oldest year first. */
  readonly evaluations: readonly EntryOf<'year-evaluated'>[];
}

export interface Overview {
  readonly areas: readonly AreaOverview[];
  /** Null where the rules have no budget, or none was set; a refusal where what was recorded since does not go with it. */
  readonly budget: { readonly outcome: BudgetOutcome } | { readonly refusal: DomainError } | null;
}

/**
 * Everything that follows from what was recorded of contracts.
 * @param asOf the day on which it is looked at, "2028-02-01"
 * @param range a lowest and a highest percentage for years that have no index, where a range is asked for
 */
export function overviewOf(
  state: Readonly<ContractState>,
  asOf: string,
  range: { readonly lowest: string; readonly highest: string } | null = null,
): Overview {
  return {
    areas: contractsOf(state).map((contract) => areaOverview(state, contract, asOf)),
    budget: budgetOf(state, asOf, range),
  };
}

/** The last day that is certain: of its end, of its term with the extensions that were decided, or as it was agreed. */
export const lastDayOf = ({ contract: { ended, added }, term }: Pick<AreaOverview, 'contract' | 'term'>): string =>
  ended?.payload.on ?? term?.sureUntil ?? added.payload.until;

/** What follows from what was recorded of one contract. */
export function areaOverview(state: Readonly<ContractState>, contract: Contract, asOf: string): AreaOverview {
  const { rules } = state;
  const own = <T extends EntryType>(type: T): EntryOf<T>[] => entriesOf(state, contract, type);
  const quarters = quartersIn(own('figures-recorded'));
  const norms = normsOf(state);
  const evaluations = new Map(own('year-evaluated').map((entry) => [entry.payload.year, entry]));
  return {
    contract,
    term: termOf(state, contract, asOf),
    growthPath: norms
      ? followGrowthPath(
          norms,
          contract.added.payload.promises.growthPath,
          quarters.map(({ now }) => now.payload),
          asOf,
        )
      : null,
    continuity: rules.continuity ? followContinuity(own('take-over-recorded')) : null,
    quarters,
    years: yearsOf(quarters),
    evaluations: [...evaluations.values()].sort((a, b) => a.payload.year - b.payload.year),
  };
}

/** The terms of one contract, with what was decided of its extensions; null where the rules have no part about them. */
export const termOf = (state: Readonly<ContractState>, contract: Contract, asOf: string): Term | null =>
  state.rules.term
    ? followTerm({
        rules: state.rules.term,
        start: contract.added.payload.start,
        until: contract.added.payload.until,
        deciding: lastStanding(state, 'deciding-agreed')?.payload ?? null,
        decisions: entriesOf(state, contract, 'extension-decided').map(({ payload }) => payload),
        considered: standing(state, 'growth-path-considered').map(({ payload }) => payload.extension),
        endedOn: contract.ended?.payload.on ?? null,
        asOf,
      })
    : null;

/** The entries of a type that count, and are about this contract. */
export const entriesOf = <T extends EntryType>(
  state: Pick<ContractState, 'entries' | 'withdrawn'>,
  contract: Contract,
  type: T,
): EntryOf<T>[] => standing(state, type).filter((entry) => isAbout(contract, entry));

/** Whether an entry is about this contract, and not about one that its area had before or after. */
function isAbout({ area, added, until }: Contract, entry: { readonly seq: number; readonly payload: object }): boolean {
  const { payload } = entry;
  return (
    'area' in payload && payload.area === area.id && entry.seq > added.seq && (until === null || entry.seq < until)
  );
}

function quartersIn(entries: readonly EntryOf<'figures-recorded'>[]): ReportedQuarter[] {
  const byQuarter = new Map<string, EntryOf<'figures-recorded'>[]>();
  for (const entry of entries) {
    const { quarter } = entry.payload;
    const list = byQuarter.get(quarter);
    if (list) list.push(entry);
    else byQuarter.set(quarter, [entry]);
  }
  return [...byQuarter]
    .sort(([a], [b]) => quarterNumber(a) - quarterNumber(b))
    .map(([quarter, list]) => ({ quarter, now: list.at(-1)!, before: list.slice(0, -1) }));
}

function yearsOf(quarters: readonly ReportedQuarter[]): ReportedYear[] {
  const years = [...new Set(quarters.map(({ quarter }) => yearOfQuarter(quarter)))];
  return years.map((year) => {
    const own = quarters.filter(({ quarter }) => yearOfQuarter(quarter) === year);
    const spent = own.flatMap(({ now }) => (now.payload.spent === null ? [] : [exact(now.payload.spent)]));
    return {
      year,
      quarters: own.map(({ quarter }) => quarter),
      complaints: own.reduce((sum, { now }) => sum + now.payload.complaints, 0),
      spent: spent.length === 0 ? null : spent.reduce(add, ZERO),
    };
  });
}

function budgetOf(
  state: Readonly<ContractState>,
  asOf: string,
  range: Parameters<typeof overviewOf>[2],
): Overview['budget'] {
  const set = lastStanding(state, 'budget-set');
  if (!state.rules.budget || !set) return null;
  try {
    return { outcome: budgetWith(state, set.payload, asOf, range) };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}

/**
 * The budget as it would be with these settings, for the contracts and the percentages that were recorded.
 * @throws DomainError what `computeBudget` throws; `no-such-part` where the rules have no budget
 */
export function budgetWith(
  state: Readonly<ContractState>,
  setting: EntryOf<'budget-set'>['payload'],
  asOf: string,
  range: Parameters<typeof overviewOf>[2] = null,
): BudgetOutcome {
  const { rules } = state;
  if (!rules.budget) throw new DomainError('no-such-part', { part: 'budget' });
  return computeBudget({
    rules: rules.budget,
    areas: areasOf(state),
    setting,
    lastYear: lastYearOf(state, setting.firstYear),
    indexes: standing(state, 'index-recorded').map(({ payload }) => payload),
    asOf,
    range,
  });
}

/** The areas with a contract, each once, in the order in which they got one; before there is one those of the rules. */
export function areasOf(
  state: Pick<ContractState, 'rules' | 'entries' | 'withdrawn'>,
): { readonly id: string; readonly name: string }[] {
  const areas = new Map(standing(state, 'contract-added').map(({ payload }) => [payload.area.id, payload.area]));
  return areas.size > 0 ? [...areas.values()] : [...state.rules.areas];
}

/** The last year of the term with all its extensions, decided or not: a budget looks over all of it. */
function lastYearOf(state: Readonly<ContractState>, firstYear: number): number {
  const { term } = state.rules;
  const years = term ? term.years + term.extensions.reduce((sum, one) => sum + one.years, 0) : null;
  const ends = contractsOf(state).map(({ added }) =>
    years === null ? added.payload.until : lastDayAfterYears(added.payload.start, years),
  );
  const last = Math.max(firstYear, ...ends.map((date) => Number(date.slice(0, 4))));
  return ends.length === 0 && years !== null ? firstYear + years - 1 : last;
}
