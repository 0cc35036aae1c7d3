import type { Account, Accounts } from '../../actions/accounts.ts';
import { type Names, namesOf } from '../../domain/rules/names.ts';
import type { NewTenderEvent, TenderEventType } from '../../domain/tender/state/events.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import type { Act, ActField, Asking, Values } from './act.ts';

/** Under which heading an act of a tender is offered. */
export const ACT_GROUPS = ['bids', 'people', 'assessment', 'prices', 'lots', 'tender'] as const;

/** What is done in a tender beside the usual course. */
export interface TenderActs {
  readonly state: TenderState;
  readonly group: (typeof ACT_GROUPS)[number];
  readonly event: TenderEventType;
  readonly said: NewTenderEvent;
  readonly field: keyof Messages['acts']['fields'];
  readonly text: keyof Messages['confirm']['acts'];
  readonly more: { readonly names: Names };
}

export type TenderAct = Act<TenderActs>;
export type TenderActField = ActField<TenderActs>;
export type TenderAsking = Asking<TenderActs>;
export type TenderValues = Values<TenderActs>;

export const askingOf = (
  m: Messages,
  state: Readonly<TenderState>,
  account: Account,
  accounts: Accounts,
): TenderAsking => ({
  m,
  words: { fields: m.acts.fields, confirmations: forRules(m, state.rules).confirm.acts },
  state,
  lastOf: (event) => state.lastOf.get(event),
  account,
  accounts,
  names: namesOf(state.rules, state.bids.values()),
});
