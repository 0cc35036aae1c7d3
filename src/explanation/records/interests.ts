import { namesOf } from '../../domain/rules/names.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { cells, type FlatBlock, paragraph } from '../blocks.ts';

/** What everybody declared of every bidder, and what was decided; why stays with who decided. Null where nobody declared anything. */
export function interestBlocks(
  m: Messages,
  { rules, bids, interests }: Readonly<TenderState>,
  nameOf: (account: string) => string,
): FlatBlock[] | null {
  if (interests.size === 0) return null;
  const t = m.records.interests;
  const names = namesOf(rules, bids.values());
  const rows = [...interests].map(([account, declared]) => {
    const conflicts = [...declared].filter(([, { conflict, judged }]) => conflict || judged !== null);
    const told = conflicts.map(([bid, { judged }]) =>
      t.ofBidder(names.bidder(bid), judged === null ? t.undecided : judged.conflict ? t.staysOut : t.noConflict),
    );
    return cells(nameOf(account), t.declared(declared.size), told.length === 0 ? t.none : told.join(' '));
  });
  return [
    paragraph(t.lead),
    {
      kind: 'table',
      caption: t.caption,
      columns: [
        { header: m.records.who, align: 'start', width: 3 },
        { header: t.about, align: 'start', width: 2 },
        { header: t.found, align: 'start', width: 5, prose: true },
      ],
      rows,
      stacks: true,
    },
  ];
}
