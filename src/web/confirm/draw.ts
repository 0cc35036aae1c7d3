import type { TenderState } from '../../domain/tender/state/state.ts';
import { typedFact } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Confirmation } from './confirmation.ts';

/** A draw as it will be on record. */
export interface DrawToRecord {
  /** The bids in the order in which they were drawn. */
  readonly order: readonly string[];
  readonly method: string;
  readonly witnesses: string;
  /** Why it is recorded again; null for the first one. */
  readonly reason: string | null;
}

/** What was drawn, how and before whom, before the award is calculated with it. @param action where it is recorded */
export function confirmationOfDraw(
  m: Messages,
  { bids, draws, award }: Readonly<TenderState>,
  { order, method, witnesses, reason }: DrawToRecord,
  action: string,
): Confirmation {
  const { title, yes, consequences, undo } = m.draw.confirm;
  const typed = (term: string, value: string) => typedFact(m, term, value);
  return {
    title,
    yes,
    action,
    facts: [
      ...order.map((bid, index) => ({ term: m.draw.place(index + 1), value: bids.get(bid)!.bidder.name })),
      typed(m.draw.method, method),
      typed(m.draw.witnesses, witnesses),
      ...(reason === null ? [] : [typed(m.draw.reason, reason)]),
    ],
    consequences,
    undo,
    basis: [award?.seq, draws.length],
  };
}
