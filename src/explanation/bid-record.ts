import type { TenderState } from '../domain/tender/state/state.ts';
import type { Messages } from '../messages/messages.ts';
import { type Prose, withTyped } from './blocks.ts';

/** What became of a bid besides its lots: that it came too late, was corrected, and what two people found of the requirements. */
export function bidRecordInWords(
  m: Messages,
  { bidRecords }: Readonly<TenderState>,
  bid: string,
  nameOf: (account: string) => string,
): Prose[] {
  const record = bidRecords.get(bid);
  if (!record) return [];
  const t = m.bids;
  return [
    ...(record.late === null ? [] : [withTyped(m, t.lateNote(record.late), record.late)]),
    ...record.corrections.map(({ reason, at }) => withTyped(m, t.corrected(m.format.moment(at), reason), reason)),
    ...[...record.checks].map(([person, { met, findings }]) =>
      withTyped(m, t.checked(nameOf(person), met, findings), findings),
    ),
    ...(record.checks.size < 2 ? [t.checksNeeded] : []),
  ];
}
