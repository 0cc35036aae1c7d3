import type { TenderState } from '../domain/tender/state/state.ts';
import type { Messages } from '../messages/messages.ts';

/** What became of a bid besides its lots: that it came too late, was corrected, and what two people found of the requirements. */
export function bidRecordInWords(
  m: Messages,
  { bidRecords }: Readonly<TenderState>,
  bid: string,
  nameOf: (account: string) => string,
): string[] {
  const record = bidRecords.get(bid);
  if (!record) return [];
  const t = m.bids;
  return [
    ...(record.late === null ? [] : [t.lateNote(record.late)]),
    ...record.corrections.map(({ reason, at }) => t.corrected(m.format.moment(at), reason)),
    ...[...record.checks].map(([person, { met, findings }]) => t.checked(nameOf(person), met, findings)),
    ...(record.checks.size < 2 ? [t.checksNeeded] : []),
  ];
}
