import type { Bid } from '../../domain/rules/bid.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { bidsInWords } from '../../explanation/bids.ts';
import { bidsBlocks } from '../../explanation/bids-blocks.ts';
import { type Block, typedFact } from '../../explanation/blocks.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import type { Confirmation } from './confirmation.ts';
import { withoutNumber } from './without-number.ts';

/** A bid as it was read, before it is registered. @param late why it is registered though it came too late; empty where it did not */
export function confirmationOfBid(
  given: Messages,
  { dossier, rules, bids, bidRecords }: Readonly<TenderState>,
  bid: Bid,
  late: string,
): { readonly confirmation: Confirmation; readonly details: readonly Block[] } {
  const m = forRules(given, rules);
  const t = m.confirm.register;
  return {
    confirmation: {
      title: t.title,
      yes: t.yes,
      action: `/tenders/${dossier}/bids`,
      facts: [
        { term: m.confirm.terms.registered, value: m.tender.bidsCount(bids.size) },
        ...(late === '' ? [] : [typedFact(m, m.confirm.terms.late, late)]),
      ],
      consequences: [...withoutNumber(m, [bid]), ...(late === '' ? [] : [t.lateCounts]), ...t.consequences],
      undo: t.undo,
      basis: [...bids.keys(), bidRecords.size],
    },
    details: bidsBlocks(m, bidsInWords(m, rules, [bid])),
  };
}
