import type { EntryOf } from './events.ts';
import { type ContractState, standing } from './state.ts';

/** A contract as it stands: what was awarded or entered, and what was recorded of it since. */
export interface Contract {
  readonly added: EntryOf<'contract-added'>;
  readonly area: { readonly id: string; readonly name: string };
  readonly provider: EntryOf<'contract-added'>['payload']['provider'];
  /** After the changes. */
  readonly subcontractors: readonly string[];
  readonly signed: EntryOf<'contract-signed'> | null;
  readonly changes: readonly EntryOf<'contract-changed'>[];
  readonly ended: EntryOf<'contract-ended'> | null;
}

/** The contracts that there are, in the order in which they were added. */
export function contractsOf(state: Pick<ContractState, 'entries' | 'withdrawn'>): Contract[] {
  const of = <E extends { readonly payload: { readonly area: string } }>(list: readonly E[], area: string): E[] =>
    list.filter(({ payload }) => payload.area === area);
  const signatures = standing(state, 'contract-signed');
  const changes = standing(state, 'contract-changed');
  const ends = standing(state, 'contract-ended');
  return standing(state, 'contract-added').map((added): Contract => {
    const { area, provider, subcontractors } = added.payload;
    const changed = of(changes, area.id);
    return {
      added,
      area,
      provider,
      subcontractors:
        changed.findLast(({ payload }) => payload.subcontractors)?.payload.subcontractors ?? subcontractors,
      signed: of(signatures, area.id).at(-1) ?? null,
      changes: changed,
      ended: of(ends, area.id).at(-1) ?? null,
    };
  });
}
