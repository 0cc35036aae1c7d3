import type { Table } from '../../exchange/spreadsheet/table.ts';
import type { Messages } from '../../messages/messages.ts';
import type { AssessorProgress } from '../pages/tender.ts';

/** How far each assessor is, as the page of the tender has it, and what is still open. */
export function progressTable({ common, tender: t }: Messages, rows: readonly AssessorProgress[]): Table {
  const count = (value: number) => ({ number: String(value), decimals: 0 });
  return {
    name: t.progressSheet,
    columns: [
      { header: common.assessor, width: 36 },
      { header: t.submitted, width: 14 },
      { header: t.draft, width: 14 },
      { header: t.stillOpen, width: 14 },
      { header: t.inAll, width: 14 },
    ],
    rows: rows.map(({ assessor, done, drafts, all }) => [
      assessor,
      count(done),
      count(drafts),
      count(all - done),
      count(all),
    ]),
  };
}
