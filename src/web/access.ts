import { rolesToCause } from '../domain/admission/procedure.ts';
import type { ContractEventType } from '../domain/contract/events.ts';
import { contractProcedure } from '../domain/contract/procedure.ts';
import type { DecisionEventType } from '../domain/decision/events.ts';
import { decisionProcedure } from '../domain/decision/procedure.ts';
import type { Role } from '../domain/roles.ts';
import { tenderProcedure } from '../domain/tender/procedure.ts';
import type { TenderEventType } from '../domain/tender/state/events.ts';
import { rolesToSeeThing, type Thing } from '../domain/tender/visibility.ts';

/** Who may use a route. There is no default: a route without an answer does not compile. */
export type Access = 'everyone' | readonly Role[] | Sees;

/** A route that shows these things of a tender: for the roles that may ever see all of them, in the tender for who may now. */
export interface Sees {
  readonly things: readonly Thing[];
  readonly roles: readonly Role[];
}

export const sees = (...things: readonly [Thing, ...Thing[]]): Sees => ({
  things,
  roles: things.map(rolesToSeeThing).reduce((all, some) => all.filter((role) => some.includes(role))),
});

/** The roles that the procedure of tenders asks for one of these events. */
export const causes = (...types: readonly TenderEventType[]): readonly Role[] =>
  rolesToCause(tenderProcedure, ...types);

/** The same of the choice of a contract model. */
export const decides = (...types: readonly DecisionEventType[]): readonly Role[] =>
  rolesToCause(decisionProcedure, ...types);

/** Who may look into contract dossiers at all. */
export const CONTRACT_READERS = [
  'procurement-officer',
  'contract-manager',
  'committee-member',
  'auditor',
] as const satisfies readonly Role[];

/** Who may look into choices of a contract model and purchase plans. */
export const CHOICE_READERS = ['procurement-officer', 'committee-member', 'auditor'] as const satisfies readonly Role[];

/** The same of what is recorded of contracts: the contract manager acts for the team, whatever other role he or she has. */
export const records = (...types: readonly ContractEventType[]): readonly Role[] =>
  rolesToCause(contractProcedure, ...types).filter(
    (role) => role === 'procurement-officer' || role === 'contract-manager',
  );

export const rolesOf = (access: Exclude<Access, 'everyone'>): readonly Role[] =>
  'roles' in access ? access.roles : access;
