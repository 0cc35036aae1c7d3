import type { Remainder } from './cases.ts';
import { type Cells, integers } from './cells.ts';
import type { Instance } from './instance.ts';
import type { Whole, Wholes } from './whole.ts';

/** The offers of one lot that are left, lot by lot. */
export interface Arcs<W extends Whole> {
  /** Where the arcs of each lot begin. */
  readonly first: number[];
  readonly offer: Cells<number>;
  readonly bidOf: Cells<number>;
  readonly value: Wholes<W>;
}

/** Sorts the offers of parties that do not lose by lot; within a lot in the order of the problem. */
export function arcsByLot<W extends Whole>(instance: Instance<W>, { singles, status }: Remainder<W>): Arcs<W> {
  const { numbers, values, bidOf, lotOf, partyOf } = instance;
  const { lots } = instance.problem;
  const first = new Array<number>(lots + 1).fill(0);
  for (let place = 0; place < singles.length; place++) {
    const single = singles[place]!;
    if (status[partyOf[bidOf[single]!]!] !== -1) first[lotOf[single]! + 1]!++;
  }
  for (let lot = 0; lot < lots; lot++) first[lot + 1]! += first[lot]!;
  const count = first[lots]!;
  const next = first.slice(0, lots);
  const offer = integers(count);
  const arcBid = integers(count);
  const value = numbers.list(count);
  for (let place = 0; place < singles.length; place++) {
    const single = singles[place]!;
    const bid = bidOf[single]!;
    if (status[partyOf[bid]!] === -1) continue;
    const arc = next[lotOf[single]!]!++;
    offer[arc] = single;
    arcBid[arc] = bid;
    value[arc] = values[single]!;
  }
  return { first, offer, bidOf: arcBid, value };
}
