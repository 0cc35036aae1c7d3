import { admitBy, type EventOf } from '../admission/procedure.ts';
import { DomainError } from '../errors.ts';
import type { NewPlanEvent, PlanEventType } from './events.ts';
import { evolvePlan, startPlan } from './evolve.ts';
import { type PlanShape, planProcedure } from './procedure.ts';
import { type PlanState, standingOf } from './state.ts';

/**
 * What a person wants to do with a plan. `version` is that of the thing that the form edits: the place of the entry that stood when it was opened,
 * or 0 where there was none; of adopting and closing that of the last change.
 */
export type PlanCommand =
  | { readonly type: 'open'; readonly events: readonly NewPlanEvent[] }
  | { readonly type: 'say'; readonly event: NewPlanEvent; readonly version: number | null };

/** @throws DomainError the broken rule; `stale` when the thing that the form edits has changed since */
export function decidePlan(state: PlanState | undefined, actor: string, command: PlanCommand): readonly NewPlanEvent[] {
  switch (command.type) {
    case 'open': {
      let seen = state;
      for (const [at, event] of command.events.entries()) {
        admitPlan(seen, actor, event);
        const told = { ...event, seq: at + 1, at: '', actor };
        if (seen === undefined) seen = startPlan('', told);
        else evolvePlan(seen, told);
      }
      return command.events;
    }
    case 'say': {
      const { event, version } = command;
      if (state && version !== null) fresh(version, versionOf(state, event));
      admitPlan(state, actor, event);
      return [event];
    }
  }
}

/** The place of what an event would change. */
function versionOf(state: PlanState, event: NewPlanEvent): number {
  switch (event.type) {
    case 'service-planned':
      return standingOf(state, event.type, event.payload.service)?.seq ?? 0;
    case 'phase-planned':
      return standingOf(state, event.type, event.payload.phase)?.seq ?? 0;
    case 'moment-planned':
      return standingOf(state, event.type, event.payload.moment)?.seq ?? 0;
    case 'plan-adopted':
      return state.changedVersion;
    default:
      return state.version;
  }
}

/**
 * The business rules of a plan, once: asked of every new event, and again of every stored one by the audit.
 * @throws DomainError with the rule that is broken
 */
const admitPlan = <T extends PlanEventType>(
  state: PlanState | undefined,
  actor: string,
  event: EventOf<PlanShape, T>,
): void => admitBy(planProcedure, state, actor, event);

function fresh(version: number, current: number): void {
  if (version !== current) throw new DomainError('stale', { version, current });
}
