import type { Link } from '../link.ts';
import type { Succession } from '../succession.ts';
import type { Withdrawal } from '../withdrawal.ts';
import type { Entry, EntryOf, EntryType } from './events.ts';
import type { ContractRules } from './rules/contract-rules.ts';

export type ContractPhase = 'followed' | 'closed';

/** The fold of the events of one contract dossier. Only `evolveContracts` writes in it; what follows from its entries is computed from them. */
export interface ContractState {
  readonly dossier: string;
  version: number;
  phase: ContractPhase;
  readonly title: string;
  readonly rules: ContractRules;
  readonly rulesSha256: string;
  readonly fictional: boolean;
  readonly follows: Link | null;
  readonly openedAt: string;
  officer: string;
  manager: string;
  succession: Succession | null;
  /** Everything that was recorded, in order; what was withdrawn too. */
  readonly entries: Entry[];
  /** By the place of the entry. */
  readonly withdrawn: Map<number, Withdrawal>;
  lastEventAt: string;
}

/** The entries of a type that count, in order. */
export const standing = <T extends EntryType>(
  { entries, withdrawn }: Pick<ContractState, 'entries' | 'withdrawn'>,
  type: T,
): EntryOf<T>[] => entries.filter((one): one is EntryOf<T> => one.type === type && !withdrawn.has(one.seq));

/** The last entry of a type that counts. */
export const lastStanding = <T extends EntryType>(
  state: Pick<ContractState, 'entries' | 'withdrawn'>,
  type: T,
): EntryOf<T> | undefined => standing(state, type).at(-1);
