import { DomainError } from '../errors.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  equals,
  exact,
  multiply,
  roundHalfUp,
  subtract,
  sum,
  ZERO,
} from '../number.ts';
import type { ContractPayloads } from './events.ts';
import { type CatchUp, checkIndex, type Index, type IndexedYear, indexYears } from './indexing.ts';
import type { BudgetRules, DivisionKey } from './rules/budget.ts';
import { divideInCents, type Share } from './shares.ts';

/** How the user filled in what the rules leave open. */
export type BudgetSetting = Omit<ContractPayloads['budget-set'], 'reason'>;

export interface BudgetInput {
  readonly rules: BudgetRules;
  readonly areas: readonly { readonly id: string }[];
  readonly setting: BudgetSetting;
  /** The last year of the term, with all its extensions. */
  readonly lastYear: number;
  readonly indexes: readonly Index[];
  /** The day for which it is computed, "2027-03-01": a percentage that was not published by then cannot be used. */
  readonly asOf: string;
  /** The lowest and highest percentage for years that have none, where a range is asked for. */
  readonly range: { readonly lowest: string; readonly highest: string } | null;
}

export interface BudgetOutcome {
  /** Amounts in euro a year, at the price level. */
  readonly components: readonly {
    readonly id: string;
    readonly euro: Exact;
    readonly is: 'in' | 'out' | 'chosen' | 'not-chosen';
  }[];
  /** All that the source names as an amount, what was taken out too; the choices not. */
  readonly named: Exact;
  /** Of what is in; of a decreasing sum: the volumes of all areas. */
  readonly base: Exact;
  readonly steps: readonly { readonly id: string; readonly factor: Exact; readonly after: Exact }[];
  /** After the steps. */
  readonly sum: Exact;
  readonly indexed: readonly IndexedYear[];
  readonly years: readonly YearBudget[];
  /** Years up to the last one for which no percentage is known. */
  readonly missing: readonly number[];
}

export interface YearBudget {
  readonly year: number;
  /** Of this year, counted from 1. */
  readonly number: number;
  /** At the price level; of a decreasing sum the saving, else null. */
  readonly saving: Exact | null;
  /** At the price level, after the saving. */
  readonly atPriceLevel: Exact;
  /** From the price level to this year; null where a percentage is missing. */
  readonly level: Exact | null;
  /** Exact, and in whole cents; null where a percentage is missing. */
  readonly exact: Exact | null;
  readonly euro: Exact | null;
  /** With the lowest and the highest percentage, in whole cents; null where nothing is missing or no range was asked for. */
  readonly range: { readonly lowest: Exact; readonly highest: Exact } | null;
  /** In the order of the areas; empty where the sum is not divided or not known. */
  readonly shares: readonly Share[];
  /** What the municipality has for it, and what is left of that (negative: it does not fit); null where it is not known. */
  readonly available: { readonly euro: Exact; readonly left: Exact } | null;
}

const CENT_DECIMALS = 2;

/**
 * Computes a budget over the whole term: the sum from its components, the path, the indexing and the division over the areas. Every year is computed
 * from exact amounts and then rounded half up to cents; the shares of a year sum to it exactly ({@link divideInCents}).
 * Source of the method: Koersnota 2025, 3.3; Raadsbrief 2020 (the decreasing path); the catch-up and the rounding are ours.
 * @throws DomainError `component-not-a-choice`, `component-above-maximum`, `volume-missing`, `saving-above-sum`, `saving-decreases`, `division-key-unknown`,
 * `division-figure-missing`, `division-negative`, `division-empty`, `index-not-published`, `index-too-low`, `range-upside-down`, `year-before-price-level`
 */
export function computeBudget(input: BudgetInput): BudgetOutcome {
  const { rules, setting, lastYear, indexes, asOf, range } = input;
  if (setting.firstYear < rules.priceLevel) {
    throw new DomainError('year-before-price-level', { year: setting.firstYear, priceLevel: rules.priceLevel });
  }
  for (const index of indexes) checkIndex(index, asOf);
  if (range && compare(exact(range.lowest), exact(range.highest)) > 0) throw new DomainError('range-upside-down');
  const components = componentsOf(rules, setting);
  const base = baseOf(input, components);
  const steps: BudgetOutcome['steps'][number][] = [];
  let total = base;
  for (const { id, factor } of rules.steps) {
    total = multiply(total, exact(factor));
    steps.push({ id, factor: exact(factor), after: total });
  }
  const indexed = levels(rules, lastYear, indexes, setting.catchUp);
  const weights = weightsOf(input);
  const years = range
    ? [
        levels(rules, lastYear, indexes, setting.catchUp, range.lowest),
        levels(rules, lastYear, indexes, setting.catchUp, range.highest),
      ]
    : null;
  const levelIn = (list: readonly IndexedYear[], year: number): Exact | null =>
    year === rules.priceLevel || !rules.indexing ? exact('1') : (list.find((one) => one.year === year)?.level ?? null);
  const made: YearBudget[] = [];
  for (let year = setting.firstYear; year <= lastYear; year++) {
    const number = year - setting.firstYear + 1;
    const saving = savingIn(rules, setting, year, number, made.at(-1)?.saving ?? null);
    const atPriceLevel = saving ? subtract(total, saving) : total;
    if (compare(atPriceLevel, ZERO) < 0) throw new DomainError('saving-above-sum', { year });
    const level = levelIn(indexed, year);
    const amount = level && multiply(atPriceLevel, level);
    const euro = amount && roundHalfUp(amount, CENT_DECIMALS);
    const has = setting.available.find((one) => one.year === year);
    const bound = (list: readonly IndexedYear[]): Exact =>
      roundHalfUp(multiply(atPriceLevel, levelIn(list, year)!), CENT_DECIMALS);
    made.push({
      year,
      number,
      saving,
      atPriceLevel,
      level,
      exact: amount,
      euro,
      range: euro === null && years ? { lowest: bound(years[0]!), highest: bound(years[1]!) } : null,
      shares: euro && weights.length > 0 ? divideInCents(euro, weights) : [],
      available: has && euro ? { euro: exact(has.euro), left: subtract(exact(has.euro), euro) } : null,
    });
  }
  const missing = indexed.filter(({ year, used }) => used === null && year <= lastYear).map(({ year }) => year);
  const named = sum(components.filter(({ is }) => is === 'in' || is === 'out').map(({ euro }) => euro));
  return { components, named, base, steps, sum: total, indexed, years: made, missing };
}

/** The years after the price level with their level; none where nothing is indexed. */
const levels = (
  { priceLevel, indexing }: BudgetRules,
  lastYear: number,
  indexes: readonly Index[],
  catchUp: CatchUp,
  instead?: string,
): IndexedYear[] => (indexing ? indexYears(priceLevel, lastYear, indexes, catchUp, instead) : []);

function componentsOf({ components }: BudgetRules, { chosen }: BudgetSetting): BudgetOutcome['components'] {
  const unknown = chosen.find(({ component }) => components.find(({ id }) => id === component)?.is !== 'choice');
  if (unknown) throw new DomainError('component-not-a-choice', { component: unknown.component });
  return components.map(({ id, amount, is }) => {
    const most = amount.kind === 'fixed' ? exact(amount.euro) : multiply(exact(amount.number), exact(amount.euroEach));
    if (is !== 'choice') return { id, euro: most, is };
    const taken = chosen.find(({ component }) => component === id);
    if (!taken) return { id, euro: most, is: 'not-chosen' };
    const euro = exact(taken.euro);
    if (compare(euro, most) > 0) throw new DomainError('component-above-maximum', { component: id, euro: taken.euro });
    return { id, euro, is: 'chosen' };
  });
}

function baseOf({ rules, areas, setting }: BudgetInput, components: BudgetOutcome['components']): Exact {
  switch (rules.path.method) {
    case 'fixed':
      return sum(components.filter(({ is }) => is === 'in' || is === 'chosen').map(({ euro }) => euro));
    case 'decreasing':
      return sum(areas.map(({ id }) => volumeOf(setting, id)));
    default:
      return rules.path satisfies never;
  }
}

function volumeOf({ volumes }: BudgetSetting, area: string): Exact {
  const found = volumes.find((one) => one.area === area);
  if (!found) throw new DomainError('volume-missing', { area });
  return exact(found.euro);
}

/** What is saved in a year, at the price level: once structural it never becomes less. Null where the sum is fixed. */
function savingIn(
  { path }: BudgetRules,
  { savings }: BudgetSetting,
  year: number,
  number: number,
  before: Exact | null,
): Exact | null {
  if (path.method === 'fixed') return null;
  const own = savings.find((one) => one.year === year);
  const saving = number >= path.fullFrom ? exact(path.fullSaving) : own ? exact(own.euro) : (before ?? ZERO);
  const structural = number > path.structuralFrom;
  if (structural && before && compare(saving, before) < 0) throw new DomainError('saving-decreases', { year });
  return saving;
}

/** What every area weighs: the mix of the keys, or its part of the volume. Empty where the sum is not divided. */
function weightsOf({ rules, areas, setting }: BudgetInput): { readonly id: string; readonly weight: Exact }[] {
  if (rules.path.method === 'decreasing') return areas.map(({ id }) => ({ id, weight: volumeOf(setting, id) }));
  const asked = setting.keys.filter(({ weight }) => !equals(exact(weight), ZERO));
  const unknown = asked.find(({ key }) => !rules.keys.includes(key));
  if (unknown) throw new DomainError('division-key-unknown', { key: unknown.key });
  if (asked.length === 0 || areas.length === 0) return [];
  const keyed = asked.map(({ key, weight }) => ({ weight: exact(weight), parts: partsBy(key, areas, setting) }));
  return areas.map(({ id }) => ({
    id,
    weight: sum(keyed.map(({ weight, parts }) => multiply(weight, parts.get(id)!))),
  }));
}

/** The part of each area by one key; together 1. */
function partsBy(key: DivisionKey, areas: BudgetInput['areas'], { figures }: BudgetSetting): Map<string, Exact> {
  const of = (area: string): Exact => {
    if (key === 'equal') return exact('1');
    const found = figures.findLast((one) => one.key === key && one.area === area);
    if (!found) throw new DomainError('division-figure-missing', { key, area });
    return exact(found.figure);
  };
  const all = areas.map(({ id }) => ({ id, figure: of(id) }));
  const total = all.reduce((before, { figure }) => add(before, figure), ZERO);
  if (equals(total, ZERO)) throw new DomainError('division-empty', { key });
  return new Map(all.map(({ id, figure }) => [id, divide(figure, total)]));
}
