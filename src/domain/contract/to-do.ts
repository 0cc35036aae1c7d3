import { addDays, addMonths } from '../procedure/calendar.ts';
import type { GrowthStep } from './growth-path.ts';
import { type AreaOverview, lastDayOf, type Overview } from './overview.ts';
import { endOfQuarter, quarterOf, quartersOf } from './quarter.ts';
import { type ContractState, lastStanding } from './state.ts';

/** The area that something is to be done in. */
type Area = { readonly id: string; readonly name: string };

/** Something that contracts ask of who follows them, now. */
export type ToDo =
  | { readonly kind: 'no-contracts' | 'deciding' | 'budget' | 'budget-refused' }
  | { readonly kind: 'unsigned'; readonly area: Area }
  | { readonly kind: 'extension'; readonly area: Area; readonly extension: number; readonly by: string }
  | { readonly kind: 'late'; readonly area: Area; readonly extension: number; readonly by: string }
  | { readonly kind: 'consider'; readonly extension: number; readonly by: string }
  | {
      readonly kind: 'growth';
      readonly area: Area;
      readonly is: 'at-risk' | 'missed';
      readonly step: GrowthStep;
    }
  /** Quarters that are over and of which nothing was reported, the oldest first. */
  | { readonly kind: 'figures'; readonly area: Area; readonly quarters: readonly string[] }
  | { readonly kind: 'evaluation'; readonly area: Area; readonly year: number }
  | { readonly kind: 'index'; readonly year: number };

/** How long before the last day to decide it becomes something to do now: ours. */
const MONTHS_AHEAD = 12;

/**
 * What is to be done now, in the order of what presses most.
 * @param asOf the day on which it is looked at
 */
export function toDoFor(state: Readonly<ContractState>, { areas, budget }: Overview, asOf: string): ToDo[] {
  if (state.phase === 'closed') return [];
  const last = areas.filter(({ contract }) => contract.until === null);
  const running = last.filter(({ contract }) => !contract.ended || contract.ended.payload.on >= asOf);
  if (areas.length === 0) return [{ kind: 'no-contracts' }];
  return [
    ...running.flatMap(extensionsOf),
    ...considerations(running, asOf),
    ...(state.rules.term && lastStanding(state, 'deciding-agreed') === undefined
      ? [{ kind: 'deciding' } as const]
      : []),
    ...running
      .filter(({ contract }) => contract.signed === null && !contract.ended)
      .map(({ contract: { area } }) => ({ kind: 'unsigned', area }) as const),
    ...running.flatMap(growthOf),
    ...last.flatMap((one) => missingFigures(state, one, asOf)),
    ...last.flatMap((one) => missingEvaluations(state, one, asOf)),
    ...budgetToDo(state, budget, asOf),
  ];

  function extensionsOf({ contract: { area }, term }: AreaOverview): ToDo[] {
    return (term?.periods ?? []).flatMap(({ extension, status, decideBy }): ToDo[] => {
      if (decideBy === null) return [];
      if (status === 'late') return [{ kind: 'late', area, extension, by: decideBy }];
      return status === 'open' && term?.next?.extension === extension && presses(decideBy, asOf)
        ? [{ kind: 'extension', area, extension, by: decideBy }]
        : [];
    });
  }
}

const presses = (by: string, asOf: string): boolean => addMonths(by, -MONTHS_AHEAD) <= asOf;

/** Each extension once: what is considered holds in all areas. */
function considerations(areas: readonly AreaOverview[], asOf: string): ToDo[] {
  const first = new Map<number, string>();
  for (const { term } of areas) {
    const next = term?.next;
    if (!next?.toConsider || next.decideBy === null || !presses(next.decideBy, asOf)) continue;
    const before = first.get(next.extension);
    if (before === undefined || next.decideBy < before) first.set(next.extension, next.decideBy);
  }
  return [...first].map(([extension, by]) => ({ kind: 'consider', extension, by }));
}

/** Of each area the first norm that is at risk, and the last one that was missed. */
function growthOf({ contract: { area }, growthPath }: AreaOverview): ToDo[] {
  const steps = growthPath?.steps ?? [];
  const missed = steps.findLast(({ status }) => status === 'missed');
  const atRisk = steps.find(({ status }) => status === 'at-risk');
  return [
    ...(missed ? [{ kind: 'growth', area, is: 'missed', step: missed } as const] : []),
    ...(atRisk ? [{ kind: 'growth', area, is: 'at-risk', step: atRisk } as const] : []),
  ];
}

function missingFigures({ rules }: Readonly<ContractState>, one: AreaOverview, asOf: string): ToDo[] {
  if (!rules.growthPath && !rules.evaluation) return [];
  const { area } = one.contract;
  const known = new Set(one.quarters.map(({ quarter }) => quarter));
  const quarters = yearsOver(one, asOf)
    .flatMap(quartersOf)
    .filter((quarter) => endOfQuarter(quarter) < asOf && !known.has(quarter))
    .filter(
      (quarter) => quarter >= quarterOf(one.contract.added.payload.start) && quarter <= quarterOf(endOf(one, asOf)),
    );
  return quarters.length === 0 ? [] : [{ kind: 'figures', area, quarters }];
}

function missingEvaluations({ rules }: Readonly<ContractState>, one: AreaOverview, asOf: string): ToDo[] {
  if (!rules.evaluation) return [];
  const known = new Set(one.evaluations.map(({ payload }) => payload.year));
  return yearsOver(one, asOf)
    .filter((year) => `${year}-12-31` < asOf && !known.has(year))
    .map((year) => ({ kind: 'evaluation', area: one.contract.area, year }));
}

/** The years in which the contract ran, up to the day on which it is looked at. */
function yearsOver(one: AreaOverview, asOf: string): number[] {
  const [first, last] = [one.contract.added.payload.start, endOf(one, asOf)].map((date) => Number(date.slice(0, 4)));
  return Array.from({ length: Math.max(0, last! - first! + 1) }, (_, place) => first! + place);
}

/** The last day on which it ran, of those that have passed. */
const endOf = (one: AreaOverview, asOf: string): string => [lastDayOf(one), addDays(asOf, -1)].sort()[0]!;

/** A budget that is not set or cannot be computed, and the first year without a percentage up to the next. */
function budgetToDo({ rules }: Readonly<ContractState>, budget: Overview['budget'], asOf: string): ToDo[] {
  if (!rules.budget) return [];
  if (!budget) return [{ kind: 'budget' }];
  if ('refusal' in budget) return [{ kind: 'budget-refused' }];
  const next = Number(asOf.slice(0, 4)) + 1;
  const missing = budget.outcome.missing.find((year) => year <= next);
  return missing === undefined ? [] : [{ kind: 'index', year: missing }];
}
