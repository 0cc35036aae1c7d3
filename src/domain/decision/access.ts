import { maySee, refusalOfStep } from '../admission/procedure.ts';
import { DomainError } from '../errors.ts';
import { hasRole, type Viewer } from '../roles.ts';
import type { DecisionEventType } from './events.ts';
import { type DecisionShape, decisionProcedure } from './procedure.ts';
import type { DecisionState } from './state.ts';

/**
 * In which capacity somebody looks on; null for who has nothing to do with this choice. Of several roles the one counts in which somebody
 * takes part here: who prepares the choice does not audit it.
 */
export function readerOf(state: DecisionState, viewer: Viewer): DecisionShape['reader'] | null {
  const prepares = state.officer === viewer.id;
  if (prepares && hasRole(viewer, 'procurement-officer')) return 'officer';
  if (hasRole(viewer, 'committee-member')) return 'committee';
  return hasRole(viewer, 'auditor') && !prepares ? 'auditor' : null;
}

/** Whether somebody may see the choice at all, now: as the procedure tells of what opens it. */
export function mayViewDecision(state: DecisionState, viewer: Viewer): boolean {
  const reader = readerOf(state, viewer);
  const { seen } = decisionProcedure.steps['matrix-published'];
  return reader !== null && maySee(decisionProcedure, state, reader, seen.what);
}

/** Whether somebody may see, now, all that was ever recorded of the choice: what a file with the whole dossier in it asks. */
export function mayViewWholeDecision(state: DecisionState, viewer: Viewer): boolean {
  const reader = readerOf(state, viewer);
  const steps = Object.values(decisionProcedure.steps);
  return reader !== null && steps.every(({ seen }) => maySee(decisionProcedure, state, reader, seen.what));
}

/** Whether it is this person's choice to prepare. */
export const mayDecide = (state: DecisionState, viewer: Viewer): boolean => readerOf(state, viewer) === 'officer';

export const mayAuditDecision = (state: DecisionState, viewer: Viewer): boolean =>
  readerOf(state, viewer) === 'auditor';

/** Whether this person can do such a thing now. */
export const may = (state: DecisionState, actor: string, type: DecisionEventType): boolean =>
  refusalOfStep(decisionProcedure, state, actor, type) === undefined;

/** Whether the choice is signed: then it changes no more, and tenders can follow from it. */
export const isSigned = (state: DecisionState): boolean => decisionProcedure.reached(state, 'signed');

/** For what there is only of a choice that was made. @throws DomainError `decision-not-signed` */
export function requireSigned(state: DecisionState): void {
  if (!isSigned(state)) throw new DomainError('decision-not-signed');
}
