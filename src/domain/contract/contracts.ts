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
  /** The place of the entry with which the area got a later one; null where this is the last. */
  readonly until: number | null;
}

/**
 * The contracts that there were, in the order in which they were added. An area can have a new one after the one before ended: what is recorded of an area is
 * about the contract that it had then.
 */
export function contractsOf(state: Pick<ContractState, 'entries' | 'withdrawn'>): Contract[] {
  const all = standing(state, 'contract-added');
  const signatures = standing(state, 'contract-signed');
  const changes = standing(state, 'contract-changed');
  const ends = standing(state, 'contract-ended');
  return all.map((added): Contract => {
    const { area, provider, subcontractors } = added.payload;
    const next = all.find(({ seq, payload }) => seq > added.seq && payload.area.id === area.id);
    const own = <E extends About>(list: readonly E[]): E[] =>
      list.filter(({ seq, payload }) => payload.area === area.id && seq > added.seq && (!next || seq < next.seq));
    const changed = own(changes);
    return {
      added,
      area,
      provider,
      subcontractors:
        changed.findLast(({ payload }) => payload.subcontractors)?.payload.subcontractors ?? subcontractors,
      signed: own(signatures).at(-1) ?? null,
      changes: changed,
      ended: own(ends).at(-1) ?? null,
      until: next?.seq ?? null,
    };
  });
}

/** An entry about one area. */
interface About {
  readonly seq: number;
  readonly payload: { readonly area: string };
}

/** The contract that an area has now: the last one that was added. */
export const contractIn = (state: Pick<ContractState, 'entries' | 'withdrawn'>, area: string): Contract | undefined =>
  contractsOf(state).findLast((one) => one.area.id === area);

/** The last day of a contract without its extensions, or the day on which it ended. */
export const untilOf = ({ added, ended }: Contract): string => ended?.payload.on ?? added.payload.until;
