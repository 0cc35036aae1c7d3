import { maySee, refusalOfStep } from '../admission/procedure.ts';
import { hasRole, type Viewer } from '../roles.ts';
import type { ContractEventType } from './events.ts';
import { type ContractShape, contractProcedure } from './procedure.ts';
import type { ContractState } from './state.ts';

/** In which capacity somebody looks on; null for who has nothing to do with these contracts. Of several the one counts in which somebody takes part. */
export function readerOf(
  state: Pick<ContractState, 'officer' | 'manager'>,
  viewer: Viewer,
): Exclude<ContractShape['reader'], 'author'> | null {
  const [leads, manages] = [state.officer === viewer.id, state.manager === viewer.id];
  if (leads && hasRole(viewer, 'procurement-officer')) return 'officer';
  if (manages && hasRole(viewer, 'contract-manager', 'procurement-officer')) return 'manager';
  if (hasRole(viewer, 'committee-member')) return 'committee';
  return hasRole(viewer, 'auditor') && !leads && !manages ? 'auditor' : null;
}

/** Whether somebody may see the dossier at all, now. */
export function mayViewContracts(state: ContractState, viewer: Viewer): boolean {
  const reader = readerOf(state, viewer);
  return (
    reader !== null && maySee(contractProcedure, state, reader, contractProcedure.steps['contracts-opened'].seen.what)
  );
}

export const mayAuditContracts = (state: ContractState, viewer: Viewer): boolean =>
  readerOf(state, viewer) === 'auditor';

/** Whether this person can do such a thing now. */
export const mayCause = (state: ContractState, viewer: Viewer, type: ContractEventType): boolean => {
  const reader = readerOf(state, viewer);
  return (
    (reader === 'officer' || reader === 'manager') &&
    refusalOfStep(contractProcedure, state, viewer.id, type) === undefined
  );
};
