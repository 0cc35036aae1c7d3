import type { Account } from '../../actions/accounts.ts';
import { refusalOfStep } from '../../domain/admission/procedure.ts';
import { mayViewContracts } from '../../domain/contract/access.ts';
import type { ContractEventType } from '../../domain/contract/events.ts';
import { contractProcedure } from '../../domain/contract/procedure.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import type { Asked } from '../asked.ts';
import type { Services } from '../context.ts';
import { dossierFor } from './context.ts';

/** The contract dossier in the path, when this person may see it; otherwise it does not exist for him or her (404). */
export function contractOf(services: Services, account: Account, { params, context }: Asked): Readonly<ContractState> {
  const mayKnow = (state: Readonly<ContractState> | undefined) =>
    state !== undefined && mayViewContracts(state, account);
  const state = dossierFor(services.contracts, params.contract, mayKnow);
  context.subject = state.title;
  return state;
}

export const contractTrail = ({ dossier, title }: Readonly<ContractState>): { href: string; label: string } => ({
  href: `/contracts/${dossier}`,
  label: title,
});

/** @throws DomainError why this person cannot record such a thing now */
export function requireContractStep(state: Readonly<ContractState>, account: Account, type: ContractEventType): void {
  const refusal = refusalOfStep(contractProcedure, state, account.id, type);
  if (refusal) throw refusal;
}
