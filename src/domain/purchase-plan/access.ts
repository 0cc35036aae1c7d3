import { maySee, refusalOfStep } from '../admission/procedure.ts';
import { hasRole, type Viewer } from '../roles.ts';
import type { PlanEventType } from './events.ts';
import { type PlanShape, planProcedure } from './procedure.ts';
import type { PlanState } from './state.ts';

/**
 * In which capacity somebody looks on; null for who has nothing to do with this plan. Of several roles the one counts in which somebody takes
 * part here: who leads the plan does not audit it.
 */
export function readerOf(state: Pick<PlanState, 'officer'>, viewer: Viewer): PlanShape['reader'] | null {
  const leads = state.officer === viewer.id;
  if (leads && hasRole(viewer, 'procurement-officer')) return 'officer';
  if (hasRole(viewer, 'committee-member')) return 'committee';
  return hasRole(viewer, 'auditor') && !leads ? 'auditor' : null;
}

/** Whether somebody may see the plan at all, now: as the procedure tells of what opens it. */
export function mayViewPlan(state: PlanState, viewer: Viewer): boolean {
  const reader = readerOf(state, viewer);
  return reader !== null && maySee(planProcedure, state, reader, planProcedure.steps['plan-opened'].seen.what);
}

/** Whether this person leads the plan. */
export const mayPlan = (state: PlanState, viewer: Viewer): boolean => readerOf(state, viewer) === 'officer';

export const mayAuditPlan = (state: PlanState, viewer: Viewer): boolean => readerOf(state, viewer) === 'auditor';

/** Whether this person can do such a thing now. */
export const mayCause = (state: PlanState, actor: string, type: PlanEventType): boolean =>
  refusalOfStep(planProcedure, state, actor, type) === undefined;

/** Whether the plan was adopted at some time: then the committee and everybody may read it. */
export const wasAdopted = ({ adopted }: Pick<PlanState, 'adopted'>): boolean => adopted !== null;
