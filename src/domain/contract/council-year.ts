import type { Exact } from '../number.ts';
import { contractsOf } from './contracts.ts';
import type { GrowthStep } from './growth-path.ts';
import { ALL_PUBLISHED, type AreaOverview, areaOverview, lastDayOf, overviewOf } from './overview.ts';
import type { ContractState } from './state.ts';
import type { Period } from './term.ts';

/** How a contract went in a year, for who looks at all of them. */
export interface ContractInYear {
  readonly area: { readonly id: string; readonly name: string };
  readonly provider: string;
  /** Euro of that year for the area; null where it is not known. */
  readonly granted: Exact | null;
  readonly spent: Exact | null;
  /** The norms with a date in that year. */
  readonly steps: readonly GrowthStep[];
  /** Null where no quarter was reported. */
  readonly complaints: number | null;
  /** How many quarters were reported. */
  readonly quarters: number;
  /** The place of the evaluation of that year; null where there is none. */
  readonly evaluation: number | null;
  /** The extensions that had to be decided on in that year, or still have. */
  readonly due: readonly Period[];
}

/** The contracts of a dossier that ran in a year. @param today the day on which it is looked at; of a year that is over its end counts */
export function contractsInYear(state: Readonly<ContractState>, year: number, today: string): ContractInYear[] {
  const afterwards = `${year + 1}-01-01`;
  const asOf = today < afterwards ? today : afterwards;
  const { budget } = overviewOf(state, ALL_PUBLISHED);
  const granted = budget && 'outcome' in budget ? budget.outcome.years.find((one) => one.year === year)?.shares : [];
  return contractsOf(state)
    .map((contract) => areaOverview(state, contract, asOf))
    .filter((one) => ranIn(one, year))
    .map(({ contract, growthPath, years, evaluations, term }): ContractInYear => {
      const reported = years.find((one) => one.year === year);
      const evaluated = evaluations.find(({ payload }) => payload.year === year);
      return {
        area: contract.area,
        provider: contract.provider.name,
        granted: granted?.find(({ id }) => id === contract.area.id)?.euro ?? null,
        spent: reported?.spent ?? null,
        steps: (growthPath?.steps ?? []).filter(({ by }) => yearOf(by) === year),
        complaints: reported?.complaints ?? null,
        quarters: reported?.quarters.length ?? 0,
        evaluation: evaluated?.seq ?? null,
        due: (term?.periods ?? []).filter(
          ({ decideBy, status }) => decideBy !== null && yearOf(decideBy) === year && status !== 'off',
        ),
      };
    });
}

/** The years in which a contract of the dossier ran, up to the one of today, the last first. */
export function yearsToLookAt(state: Readonly<ContractState>, today: string): number[] {
  const first = Math.min(...contractsOf(state).map(({ added }) => yearOf(added.payload.start)));
  const last = yearOf(today);
  return Number.isFinite(first) && first <= last
    ? Array.from({ length: last - first + 1 }, (_, place) => last - place)
    : [];
}

/** Whether a contract ran in some part of a year: from its start to the last day that is certain. */
const ranIn = (one: AreaOverview, year: number): boolean =>
  yearOf(one.contract.added.payload.start) <= year && yearOf(lastDayOf(one)) >= year;

const yearOf = (date: string): number => Number(date.slice(0, 4));
