import type { BudgetSetting } from '../domain/contract/budget.ts';
import { type BudgetOutcome, computeBudget } from '../domain/contract/budget.ts';
import { checkUsers, followGrowthPath, type GrowthPath } from '../domain/contract/growth-path.ts';
import { checkQuarterIsOver } from '../domain/contract/quarter.ts';
import type { ContractRules } from '../domain/contract/rules/contract-rules.ts';
import { followTerm, type Term } from '../domain/contract/term.ts';
import { DomainError, type Fault } from '../domain/errors.ts';
import { fault } from '../domain/faults.ts';
import { growthPathShortfalls } from '../domain/rules/growth-path.ts';
import {
  type BudgetFile,
  type GrowthPathFile,
  type ReadContractFile,
  refuseAll,
  type TermFile,
} from '../exchange/contract-file.ts';

/** What follows from a file about contracts; everything that is wrong in it is said at once, with its place. */

/** The budget of a file, with what its blocks are made from. */
export interface FollowedBudget {
  readonly rules: NonNullable<ContractRules['budget']>;
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly setting: BudgetSetting;
  readonly outcome: BudgetOutcome;
}

/** @throws DomainError `no-such-part`, and what `computeBudget` throws, with its place */
export function budgetOfFile({ file, rules }: ReadContractFile<BudgetFile>): FollowedBudget {
  const { budget, term } = rules;
  if (!budget) throw new DomainError('no-such-part', { part: 'budget' });
  const { setting: given, indexes = [], range = null, asOf } = file;
  const areas = file.areas ?? rules.areas;
  const setting: BudgetSetting = {
    firstYear: given.firstYear,
    chosen: given.chosen ?? [],
    catchUp: given.catchUp ?? 'ratio',
    keys: given.keys ?? [],
    figures: given.figures ?? [],
    volumes: given.volumes ?? [],
    savings: given.savings ?? [],
    agreements: given.agreements ?? [],
    available: given.available ?? [],
  };
  const years = term ? term.years + term.extensions.reduce((sum, one) => sum + one.years, 0) : 1;
  const lastYear = file.lastYear ?? setting.firstYear + years - 1;
  if (lastYear < setting.firstYear) {
    const dates = { start: `${setting.firstYear}-01-01`, by: `${lastYear}-12-31` };
    refuseAll([fault('end-before-start', ['lastYear'], dates, null)]);
  }
  const outcome = placed(() => computeBudget({ rules: budget, areas, setting, lastYear, indexes, asOf, range }), file);
  return { rules: budget, areas, setting, outcome };
}

/** A refusal of a budget with the place in the file that it is about. */
function placed<T>(compute: () => T, { setting, indexes = [] }: BudgetFile): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, details } = error;
    const path = ((): Fault['path'] => {
      switch (code) {
        case 'index-not-published':
        case 'index-too-low':
          return ['indexes', indexes.findLastIndex((one) => one.year === details.year)];
        case 'range-upside-down':
          return ['range'];
        case 'year-before-price-level':
          return ['setting', 'firstYear'];
        case 'component-not-a-choice':
        case 'component-above-maximum':
          return ['setting', 'chosen', (setting.chosen ?? []).findIndex((one) => one.component === details.component)];
        case 'division-key-unknown':
          return ['setting', 'keys'];
        case 'volume-missing':
          return ['setting', 'volumes'];
        case 'saving-above-sum':
        case 'saving-decreases':
          return ['setting', 'savings'];
        default:
          return ['setting', 'figures'];
      }
    })();
    throw new DomainError(code, details, [fault(code, path, details, null)]);
  }
}

export interface FollowedGrowth {
  readonly name: string;
  readonly path: GrowthPath;
  readonly quarters: GrowthPathFile['areas'][number]['quarters'];
}

/** @throws DomainError `no-such-part`; `quarter-not-over`, `initiatives-above-basic`, `growth-path-dates`, `percentage-above-100`, each with its place */
export function growthOfFile({ file, rules }: ReadContractFile<GrowthPathFile>): FollowedGrowth[] {
  const { growthPath } = rules;
  if (!growthPath) throw new DomainError('no-such-part', { part: 'growth-path' });
  refuseAll(
    file.areas.flatMap(({ promise, quarters }, area) => [
      ...(promise ? caught(['areas', area, 'promise'], () => growthPathShortfalls(growthPath, promise)) : []),
      ...quarters.flatMap((one, place) => [
        ...caught(['areas', area, 'quarters', place], () => checkQuarterIsOver(one.quarter, file.asOf)),
        ...caught(['areas', area, 'quarters', place, 'users'], () => checkUsers(one)),
      ]),
    ]),
  );
  const norms = {
    steps: growthPath.steps,
    communityInitiatives: growthPath.communityInitiatives.minimumPercentage,
  };
  return file.areas.map(({ name, promise, quarters }) => ({
    name,
    path: followGrowthPath(norms, promise ?? null, quarters, file.asOf),
    quarters,
  }));
}

export interface FollowedTerm {
  readonly name: string;
  readonly start: string;
  readonly term: Term;
  readonly awardedOn: string | null;
  readonly consulted: boolean | null;
}

/** @throws DomainError `no-such-part`; `end-before-start`, `extension-unknown`, `extension-too-late`, each with its place */
export function termOfFile({ file, rules }: ReadContractFile<TermFile>): FollowedTerm[] {
  const { term } = rules;
  if (!term) throw new DomainError('no-such-part', { part: 'term' });
  const follow = ({ start, until, decisions = [], considered = [], endedOn }: TermFile['areas'][number]): Term =>
    followTerm({
      rules: term,
      start,
      until: until ?? null,
      deciding: file.deciding ?? null,
      decisions,
      considered,
      endedOn: endedOn ?? null,
      asOf: file.asOf,
    });
  refuseAll(
    file.areas.flatMap((area, place) => {
      const { start, endedOn, decisions = [] } = area;
      const wrong = caught(['areas', place, 'until'], () => follow(area));
      if (wrong.length > 0) return wrong;
      const { periods } = follow(area);
      return [
        ...(endedOn !== undefined && endedOn < start
          ? [fault('end-before-start', ['areas', place, 'endedOn'], { start, by: endedOn }, null)]
          : []),
        ...decisions.flatMap(({ extension, extended, decidedOn }, at): Fault[] => {
          const path = ['areas', place, 'decisions', at] as const;
          const by = periods[extension]?.decideBy;
          if (by === undefined || by === null) return [fault('extension-unknown', path, { extension }, null)];
          return extended && decidedOn > by ? [fault('extension-too-late', path, { extension, by }, null)] : [];
        }),
      ];
    }),
  );
  return file.areas.map((area) => ({
    name: area.name,
    start: area.start,
    term: follow(area),
    awardedOn: area.awardedOn ?? null,
    consulted: area.consulted ?? null,
  }));
}

/** What is refused, as a fault at a place. */
function caught(path: Fault['path'], check: () => unknown): Fault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [fault(error.code, path, error.details, null)];
  }
}
