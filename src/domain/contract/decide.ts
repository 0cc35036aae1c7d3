import { admitBy } from '../admission/procedure.ts';
import { DomainError } from '../errors.ts';
import { CONTRACT_ENGINE, evaluateYear } from './evaluate-year.ts';
import type { ContractPayloads, NewContractEvent } from './events.ts';
import { evolveContracts, startContracts } from './evolve.ts';
import { contractProcedure } from './procedure.ts';
import type { ContractState } from './state.ts';

/** What a person wants to do with a contract dossier. */
export type ContractCommand =
  /** Opens it, with the contracts that are known. */
  | {
      readonly type: 'open-contracts';
      readonly opening: ContractPayloads['contracts-opened'];
      readonly contracts: readonly ContractPayloads['contract-added'][];
    }
  /** An evaluation: its figures are computed, not given. */
  | {
      readonly type: 'evaluate-year';
      readonly evaluation: Omit<ContractPayloads['year-evaluated'], 'engine' | 'outcome'>;
    }
  /** Events that are said as they are; all of them, or none. `version`: of the dossier as the form showed it, where that matters. */
  | { readonly type: 'say'; readonly events: readonly NewContractEvent[]; readonly version?: number };

/** @throws DomainError the broken rule; `stale` when the dossier moved since the form was shown */
export function decideContracts(
  state: ContractState | undefined,
  actor: string,
  command: ContractCommand,
): NewContractEvent[] {
  if (command.type === 'say' && command.version !== undefined && state && command.version !== state.version) {
    throw new DomainError('stale', { version: command.version, current: state.version });
  }
  const events = eventsFor(state, command);
  // Each is asked with those before it: two figures for one quarter in one sheet are a correction without a reason.
  let after = state && { ...state, entries: [...state.entries], withdrawn: new Map(state.withdrawn) };
  for (const [place, event] of events.entries()) {
    admitBy(contractProcedure, after, actor, event);
    const told = { ...event, seq: (state?.version ?? 0) + place + 1, at: state?.lastEventAt ?? '', actor };
    if (after) evolveContracts(after, told);
    else after = startContracts('', told);
  }
  return events;
}

function eventsFor(state: ContractState | undefined, command: ContractCommand): NewContractEvent[] {
  switch (command.type) {
    case 'open-contracts':
      return [
        { type: 'contracts-opened', payload: command.opening },
        ...command.contracts.map((payload): NewContractEvent => ({ type: 'contract-added', payload })),
      ];
    case 'evaluate-year': {
      if (!state) throw new DomainError('contracts-not-opened');
      const { evaluation } = command;
      const outcome = JSON.parse(JSON.stringify(evaluateYear(state, evaluation.area, evaluation.year)));
      return [{ type: 'year-evaluated', payload: { ...evaluation, engine: CONTRACT_ENGINE, outcome } }];
    }
    case 'say':
      return [...command.events];
    default:
      return command satisfies never;
  }
}
