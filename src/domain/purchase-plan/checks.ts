import { DomainError } from '../errors.ts';
import { checkStart } from '../procedure/plan.ts';
import type { EntryType, Planned, PlanPayloads, Service } from './events.ts';
import { pillarsOf } from './functional-model.ts';
import { isAsAdopted, type PlanState, standing, standingOf } from './state.ts';

/** What the events of a plan must satisfy in themselves; each throws a DomainError with the rule that is broken. */

/** @throws DomainError `not-the-planner` */
export function officerOpens(_: unknown, { officer }: PlanPayloads['plan-opened'], actor: string): void {
  if (actor !== officer) throw new DomainError('not-the-planner', { actor });
}

/** @throws DomainError `officer-already` */
export function officerIsAnother(state: PlanState, { officer }: PlanPayloads['officer-changed']): void {
  if (state.officer === officer) throw new DomainError('officer-already', { account: officer });
}

/** @throws DomainError `unknown-pillar`, `pillar-reason-needed`, and what dates and periods can have */
export function serviceFits({ model }: PlanState, service: PlanPayloads['service-planned']): void {
  const { pillar, pillarReason, current, starts, until, begun, moments } = service;
  if (pillar === null && pillarReason === null) throw new DomainError('pillar-reason-needed');
  if (pillar !== null && !pillarsOf(model).some(({ id }) => id === pillar)) {
    throw new DomainError('unknown-pillar', { pillar });
  }
  checkDates(current?.ends ?? null, begun);
  checkPeriod(service.name, starts, until);
  for (const one of moments) periodFits(null, one);
}

/** @throws DomainError `ends-before-start`, `date-invalid`, `start-year-invalid` */
export function periodFits(_: unknown, { name, from, until }: Pick<Planned, 'name' | 'from' | 'until'>): void {
  checkPeriod(name, from, until);
}

function checkPeriod(name: string, from: string | null, until: string | null): void {
  checkDates(from, until);
  if (from !== null && until !== null && until < from)
    throw new DomainError('ends-before-start', { name, from, until });
}

function checkDates(...dates: readonly (string | null)[]): void {
  for (const date of dates) if (date !== null) checkStart(date);
}

/** What is planned otherwise has a reason; after the plan was adopted, what is added too. */
const reasoned =
  <T extends EntryType>(type: T, subjectOf: (payload: PlanPayloads[T]) => string) =>
  (state: PlanState, payload: PlanPayloads[T]): void => {
    if (payload.reason !== null) return;
    if (state.adopted !== null || standingOf(state, type, subjectOf(payload))) throw new DomainError('reason-needed');
  };

/** @throws DomainError `reason-needed` */
export const serviceIsReasoned = reasoned('service-planned', ({ service }: Service) => service);
/** @throws DomainError `reason-needed` */
export const phaseIsReasoned = reasoned('phase-planned', ({ phase }: PlanPayloads['phase-planned']) => phase);
/** @throws DomainError `reason-needed` */
export const momentIsReasoned = reasoned('moment-planned', ({ moment }: PlanPayloads['moment-planned']) => moment);

/** @throws DomainError `not-in-plan` where no entry stands at that place, or it was planned otherwise since */
export function entryStands(state: PlanState, { seq }: PlanPayloads['entry-withdrawn']): void {
  const stands = (['service-planned', 'phase-planned', 'moment-planned'] as const).some((type) =>
    standing(state, type).some((one) => one.seq === seq),
  );
  if (!stands) throw new DomainError('not-in-plan', { seq });
}

/** @throws DomainError `plan-is-empty`, `already-adopted` where nothing changed since, and of its day `date-invalid`, `start-year-invalid` */
export function planIsAdoptable(state: PlanState, { on }: PlanPayloads['plan-adopted']): void {
  checkStart(on);
  const planned = (['service-planned', 'phase-planned', 'moment-planned'] as const).flatMap((type) =>
    standing(state, type),
  );
  if (planned.length === 0) throw new DomainError('plan-is-empty');
  if (isAsAdopted(state)) throw new DomainError('already-adopted');
}
