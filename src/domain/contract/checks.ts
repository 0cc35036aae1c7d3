import { DomainError } from '../errors.ts';
import { compare, exact } from '../number.ts';
import { growthPathShortfalls } from '../rules/growth-path.ts';
import { type Contract, contractIn } from './contracts.ts';
import { CONTRACT_ENGINE, readYearOutcome } from './evaluate-year.ts';
import { type ContractPayloads, ENTRY_TYPES, type Entry } from './events.ts';
import { checkUsers } from './growth-path.ts';
import { checkIndex } from './indexing.ts';
import { normsOf } from './norms.ts';
import { ALL_PUBLISHED, budgetWith, entriesOf, lastDayOf, termOf } from './overview.ts';
import { checkQuarterIsOver, endOfQuarter, startOfQuarter } from './quarter.ts';
import { type ContractState, lastStanding, standing } from './state.ts';
import { decideByOf } from './term.ts';

/** What the events of a contract dossier must satisfy in themselves; each throws a DomainError with the rule that is broken. */

type Payload<T extends keyof ContractPayloads> = ContractPayloads[T];

/** @throws DomainError `not-the-officer` */
export function officerOpens(_: unknown, { officer }: Payload<'contracts-opened'>, actor: string): void {
  if (actor !== officer) throw new DomainError('not-the-officer', { actor });
}

/** @throws DomainError `nobody-changes` */
export function peopleChange({ officer, manager }: ContractState, payload: Payload<'people-changed'>): void {
  if (payload.officer === officer && payload.manager === manager) throw new DomainError('nobody-changes');
}

/** @throws DomainError `area-has-contract`, `end-before-start`, `growth-path-dates`, `percentage-above-100` */
export function contractCanBeAdded(state: ContractState, payload: Payload<'contract-added'>): void {
  const { area, start, until, promises } = payload;
  const before = contractIn(state, area.id);
  if (before && (before.ended === null || before.ended.payload.on >= start)) {
    throw new DomainError('area-has-contract', { area: area.name });
  }
  if (until < start) throw new DomainError('end-before-start', { start, by: until });
  const { growthPath } = state.rules;
  if (growthPath && promises.growthPath) growthPathShortfalls(growthPath, promises.growthPath);
}

/** @throws DomainError `contract-unknown`, `contract-already-signed`, `contract-has-ended` */
export function contractCanBeSigned(state: ContractState, { area }: Payload<'contract-signed'>): void {
  if (running(state, area).signed) throw new DomainError('contract-already-signed');
}

/** @throws DomainError `contract-unknown`, `contract-has-ended`, `before-the-start` */
export function contractCanChange(state: ContractState, { area, from }: Payload<'contract-changed'>): void {
  const { added } = running(state, area);
  if (from < added.payload.start) throw new DomainError('before-the-start', { by: added.payload.start });
}

/** @throws DomainError `contract-unknown`, `contract-has-ended`, `before-the-start` */
export function contractCanEnd(state: ContractState, { area, on }: Payload<'contract-ended'>): void {
  const { added } = running(state, area);
  if (on < added.payload.start) throw new DomainError('before-the-start', { by: added.payload.start });
}

/** @throws DomainError `no-such-part`, `change-needs-reason`, and what `computeBudget` throws */
export function budgetCanBeSet(state: ContractState, payload: Payload<'budget-set'>): void {
  requireReason(lastStanding(state, 'budget-set') !== undefined, payload.reason);
  budgetWith(state, payload, ALL_PUBLISHED);
}

/** @throws DomainError `no-such-part`, `index-not-published`, `index-too-low`, `index-already-final`, `change-needs-reason`, `index-of-price-level` */
export function indexCanBeRecorded(state: ContractState, payload: Payload<'index-recorded'>): void {
  const { budget } = state.rules;
  if (!budget?.indexing) throw new DomainError('no-such-part', { part: 'indexing' });
  if (payload.year <= budget.priceLevel)
    throw new DomainError('index-of-price-level', { year: payload.year, priceLevel: budget.priceLevel });
  checkIndex(payload, payload.on);
  const before = standing(state, 'index-recorded').filter(({ payload: { year } }) => year === payload.year);
  if (payload.status === 'provisional' && before.some((one) => one.payload.status === 'final')) {
    throw new DomainError('index-already-final', { year: payload.year });
  }
  requireReason(
    before.some((one) => one.payload.status === payload.status),
    payload.reason,
  );
}

/** @throws DomainError `contract-unknown`, `quarter-not-over`, `quarter-outside-term`, `initiatives-above-basic`, `change-needs-reason` */
export function figuresCanBeRecorded(state: ContractState, payload: Payload<'figures-recorded'>): void {
  const { area, quarter, on, reason } = payload;
  const contract = contractFor(state, area);
  checkQuarterIsOver(quarter, on);
  const end = endOfQuarter(quarter);
  const ended = contract.ended?.payload.on;
  if (end < contract.added.payload.start || (ended !== undefined && startOfQuarter(quarter) > ended)) {
    throw new DomainError('quarter-outside-term', { quarter });
  }
  checkUsers(payload);
  const before = entriesOf(state, contract, 'figures-recorded');
  requireReason(
    before.some(({ payload: { quarter: other } }) => other === quarter),
    reason,
  );
}

/** An extension that was not recorded yet does not run. @throws DomainError `quarter-after-term` by the last day that is certain */
export function quarterIsWithinTerm(state: ContractState, { area, quarter, on }: Payload<'figures-recorded'>): void {
  const contract = contractFor(state, area);
  const until = lastDayOf({ contract, term: termOf(state, contract, on) });
  if (startOfQuarter(quarter) > until) throw new DomainError('quarter-after-term', { by: until });
}

/** @throws DomainError `no-such-part`, `extension-unknown`, `norms-not-in-order`, `percentage-above-100` */
export function normsCanBeConsidered(state: ContractState, payload: Payload<'growth-path-considered'>): void {
  const { rules } = state;
  const { extension, steps, communityInitiatives } = payload;
  if (!rules.growthPath || !rules.term) throw new DomainError('no-such-part', { part: 'growth-path' });
  requireExtension(state, extension);
  const others = { ...state, entries: state.entries.filter((one) => !isConsidered(one, extension)) };
  let last = normsOf(others)?.steps.at(-1)?.by ?? '';
  for (const { by, minimumPercentage } of steps) {
    if (by <= last) throw new DomainError('norms-not-in-order', { by });
    last = by;
    requirePercentage(minimumPercentage);
  }
  if (communityInitiatives !== null) requirePercentage(communityInitiatives);
}
const isConsidered = (entry: Entry, extension: number): boolean =>
  entry.type === 'growth-path-considered' && entry.payload.extension === extension;

/** @throws DomainError `no-such-part`, `change-needs-reason` */
export function decidingCanBeAgreed(state: ContractState, { reason }: Payload<'deciding-agreed'>): void {
  if (!state.rules.term) throw new DomainError('no-such-part', { part: 'term' });
  requireReason(lastStanding(state, 'deciding-agreed') !== undefined, reason);
}

/**
 * @throws DomainError `contract-unknown`, `contract-has-ended`, `extension-unknown`, `extension-not-next`, `extension-already-decided`, `extension-too-late`,
 * `growth-path-not-considered`
 */
export function extensionCanBeDecided(state: ContractState, payload: Payload<'extension-decided'>): void {
  const { area, extension, extended, decidedOn } = payload;
  const contract = running(state, area);
  requireExtension(state, extension);
  const periods = termOf(state, contract, decidedOn)?.periods ?? [];
  const [before, period] = [periods[extension - 1], periods[extension]];
  if (!before || !period) throw new DomainError('extension-unknown', { extension });
  if (period.decidedOn !== null) throw new DomainError('extension-already-decided', { extension });
  if (before.status !== 'sure') throw new DomainError('extension-not-next', { extension });
  const deciding = lastStanding(state, 'deciding-agreed')?.payload.monthsBefore ?? 0;
  const last = decideByOf(before.until, deciding);
  if (extended && decidedOn > last) throw new DomainError('extension-too-late', { extension, by: last });
  const considered = standing(state, 'growth-path-considered').some((one) => isConsidered(one, extension));
  if (extended && state.rules.growthPath && state.rules.term?.reconsiderGrowthPath && !considered) {
    throw new DomainError('growth-path-not-considered', { extension });
  }
}

/** @throws DomainError `contract-unknown`, `no-such-part` */
export function takeOverCanBeRecorded(state: ContractState, { area }: Payload<'take-over-recorded'>): void {
  if (!state.rules.continuity) throw new DomainError('no-such-part', { part: 'continuity' });
  contractFor(state, area);
}

/** @throws DomainError `contract-unknown`, `no-such-part`, `year-not-over`, `year-before-contract`, `goal-unknown`, `goal-twice`, `goal-missing`, `change-needs-reason`, `unknown-engine`, `outcome-of-another-year` */
export function yearCanBeEvaluated(state: ContractState, payload: Payload<'year-evaluated'>): void {
  const { area, year, on, findings, engine, outcome, reason } = payload;
  const template = state.rules.evaluation;
  if (!template) throw new DomainError('no-such-part', { part: 'evaluation' });
  const contract = contractFor(state, area);
  if (on <= `${year}-12-31`) throw new DomainError('year-not-over', { year });
  if (year < Number(contract.added.payload.start.slice(0, 4))) throw new DomainError('year-before-contract', { year });
  const goals = findings.map(({ goal }) => goal);
  for (const [place, goal] of goals.entries()) {
    if (!template.goals.some(({ id }) => id === goal)) throw new DomainError('goal-unknown', { goal });
    if (goals.indexOf(goal) !== place) throw new DomainError('goal-twice', { goal });
  }
  const missing = template.goals.find(({ id }) => !goals.includes(id));
  if (missing) throw new DomainError('goal-missing', { goal: missing.id });
  if (engine !== CONTRACT_ENGINE) throw new DomainError('unknown-engine', { engine });
  const read = readYearOutcome(outcome);
  if (read?.area !== area || read.year !== year) throw new DomainError('outcome-of-another-year', { year });
  const before = entriesOf(state, contract, 'year-evaluated');
  requireReason(
    before.some(({ payload: { year: other } }) => other === year),
    reason,
  );
}

/** @throws DomainError `entry-unknown`, `entry-already-withdrawn`, `entry-is-used` where something that was recorded since needs it */
export function entryCanBeWithdrawn(state: ContractState, { seq }: Payload<'entry-withdrawn'>): void {
  const entry = state.entries.find((one) => one.seq === seq);
  if (!entry) throw new DomainError('entry-unknown', { seq });
  if (state.withdrawn.has(seq)) throw new DomainError('entry-already-withdrawn', { seq });
  if (isUsed(state, entry)) throw new DomainError('entry-is-used', { seq });
}

/** Whether something that counts was recorded since that cannot stand without it. */
function isUsed(state: ContractState, entry: Entry): boolean {
  const later = ENTRY_TYPES.flatMap((type): Entry[] => standing(state, type)).filter(({ seq }) => seq > entry.seq);
  switch (entry.type) {
    case 'contract-added':
      return later.some(({ payload }) => 'area' in payload && areaIdOf(payload.area) === entry.payload.area.id);
    case 'contract-ended':
      return later.some((one) => one.type === 'contract-added' && one.payload.area.id === entry.payload.area);
    case 'growth-path-considered':
      return later.some(
        (one) =>
          (one.type === 'extension-decided' &&
            one.payload.extended &&
            one.payload.extension === entry.payload.extension) ||
          (one.type === 'growth-path-considered' && one.payload.extension > entry.payload.extension),
      );
    case 'extension-decided':
      return later.some(
        (one) =>
          one.type === 'extension-decided' &&
          one.payload.area === entry.payload.area &&
          one.payload.extension > entry.payload.extension,
      );
    case 'contract-signed':
    case 'contract-changed':
    case 'budget-set':
    case 'index-recorded':
    case 'figures-recorded':
    case 'deciding-agreed':
    case 'take-over-recorded':
    case 'year-evaluated':
      return false;
    default:
      return entry satisfies never;
  }
}

const areaIdOf = (area: string | { readonly id: string }): string => (typeof area === 'string' ? area : area.id);

function contractFor(state: ContractState, area: string): Contract {
  const contract = contractIn(state, area);
  if (!contract) throw new DomainError('contract-unknown', { area });
  return contract;
}

function running(state: ContractState, area: string): Contract {
  const contract = contractFor(state, area);
  if (contract.ended) throw new DomainError('contract-has-ended', { by: contract.ended.payload.on });
  return contract;
}

function requireExtension({ rules }: ContractState, extension: number): void {
  if (!rules.term?.extensions[extension - 1]) throw new DomainError('extension-unknown', { extension });
}

function requireReason(needed: boolean, reason: string | null): void {
  if (needed && reason === null) throw new DomainError('change-needs-reason');
}

function requirePercentage(percentage: string): void {
  if (compare(exact(percentage), exact('100')) > 0)
    throw new DomainError('percentage-above-100', { committed: percentage });
}
