import type { TenderState } from '../../domain/tender/state/state.ts';
import { bidsInWords } from '../../explanation/bids.ts';
import { bidsBlocks } from '../../explanation/bids-blocks.ts';
import type { Block } from '../../explanation/blocks.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import type { SheetBid } from '../forms/bids-sheet.ts';
import type { Confirmation } from './confirmation.ts';
import { firstRows } from './first-rows.ts';
import { withoutNumber } from './without-number.ts';

/** The bids of a sheet as they were read, before all of them are registered. */
export function confirmationOfBids(
  given: Messages,
  { dossier, rules, bids, bidRecords }: Readonly<TenderState>,
  read: readonly SheetBid[],
): { readonly confirmation: Confirmation; readonly details: readonly Block[] } {
  const m = forRules(given, rules);
  const t = m.sheets.bids;
  const late = new Map(read.map((one) => [one.bid.id, one.late]));
  const isLate = read.some((one) => one.late !== '');
  return {
    confirmation: {
      title: t.confirmTitle(read.length),
      yes: t.confirmYes(read.length),
      action: `/tenders/${dossier}/bids/sheet/register`,
      facts: [
        { term: m.confirm.terms.inSheet, value: t.inSheet(read.length) },
        { term: m.confirm.terms.registered, value: m.tender.bidsCount(bids.size) },
      ],
      consequences: [
        ...withoutNumber(
          m,
          read.map(({ bid }) => bid),
        ),
        ...(isLate ? [t.lateCounts] : []),
        ...t.consequences,
      ],
      undo: t.undo,
      basis: [...bids.keys(), bidRecords.size],
    },
    details: firstRows(
      m,
      bidsBlocks(
        m,
        bidsInWords(
          m,
          rules,
          read.map(({ bid }) => bid),
        ),
        (bid) => {
          const why = late.get(bid) ?? '';
          return why === '' ? [] : [m.bids.lateNote(why)];
        },
      ),
    ),
  };
}
