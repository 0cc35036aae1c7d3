import type { Account, Accounts } from '../../actions/accounts.ts';
import type { ContractEventType, NewContractEvent } from '../../domain/contract/events.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Act, ActField, Asking, Values } from './act.ts';

/** Under which heading an act of contracts is offered. */
export const CONTRACT_ACT_GROUPS = ['contract', 'term', 'continuity', 'dossier'] as const;

/** What is recorded of contracts with a form of a few fields. */
export interface ContractActs {
  readonly state: ContractState;
  readonly group: (typeof CONTRACT_ACT_GROUPS)[number];
  readonly event: ContractEventType;
  readonly said: NewContractEvent;
  readonly field: keyof Messages['contractActs']['fields'];
  readonly text: keyof Messages['contractActs']['confirmations'];
  /** The day on which it is asked, "2028-02-01". */
  readonly more: { readonly today: string };
}

export type ContractAct = Act<ContractActs>;
export type ContractActField = ActField<ContractActs>;
export type ContractAsking = Asking<ContractActs>;
export type ContractValues = Values<ContractActs>;

/** @param today "2028-02-01" */
export const contractAsking = (
  m: Messages,
  state: Readonly<ContractState>,
  account: Account,
  accounts: Accounts,
  today: string,
): ContractAsking => ({
  m,
  words: m.contractActs,
  state,
  lastOf: (event) => state.entries.findLast(({ type }) => type === event)?.seq,
  account,
  accounts,
  today,
});
