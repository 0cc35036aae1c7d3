import { maySee, refusalOfStep } from '../admission/procedure.ts';
import { DomainError } from '../errors.ts';
import type { Viewer } from '../roles.ts';
import type { DecisionEventType } from './events.ts';
import { type DecisionShape, decisionProcedure } from './procedure.ts';
import type { DecisionState } from './state.ts';

/** In which capacity somebody looks on; null for who has nothing to do with this choice. */
export function readerOf(state: DecisionState, { id, role }: Viewer): DecisionShape['reader'] | null {
  switch (role) {
    case 'procurement-officer':
      return state.officer === id ? 'officer' : null;
    case 'committee-member':
      return 'committee';
    case 'auditor':
      return 'auditor';
    case 'assessor':
    case 'administrator':
      return null;
    default:
      return role satisfies never;
  }
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

/** Whether this person can do such a thing now. */
export const may = (state: DecisionState, actor: string, type: DecisionEventType): boolean =>
  refusalOfStep(decisionProcedure, state, actor, type) === undefined;

/** Whether the choice is signed: then it changes no more, and tenders can follow from it. */
export const isSigned = (state: DecisionState): boolean => decisionProcedure.reached(state, 'signed');

/** For what there is only of a choice that was made. @throws DomainError `decision-not-signed` */
export function requireSigned(state: DecisionState): void {
  if (!isSigned(state)) throw new DomainError('decision-not-signed');
}
