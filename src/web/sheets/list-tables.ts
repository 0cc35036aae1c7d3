import type { ListedTender, Page } from '../../actions/lists.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { statusInWords } from '../../explanation/status.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import type { ContractTable } from '../pages/contract-list.ts';
import type { DecisionTable } from '../pages/home.ts';
import { deadlineOf } from '../pages/work.ts';

/** @param today "2027-03-10" */
export function tendersTable(m: Messages, { rows }: Pick<Page<ListedTender>, 'rows'>, today: string): Table {
  const t = m.home.list;
  return {
    name: m.home.dossiers,
    columns: [
      { header: t.tender, width: 50 },
      { header: t.status, width: 50 },
      { header: t.date, width: 22 },
      { header: m.sheets.deadlineOf, width: 40 },
      { header: t.changed, width: 30 },
    ],
    rows: rows.map((row) => {
      const deadline = deadlineOf(m, row, today);
      return [
        row.title,
        statusInWords(forRules(m, { award: row.words }), row.seat.status),
        row.date?.on ?? null,
        deadline?.what ?? null,
        m.format.moment(row.seat.lastSeen),
      ];
    }),
  };
}

/** Choices of a contract model, or purchase plans. */
export const decisionsTable = (name: string, { headers, rows }: DecisionTable): Table => ({
  name,
  columns: [
    { header: headers.decision, width: 50 },
    { header: headers.status, width: 30 },
    { header: headers.changed, width: 40 },
  ],
  rows: rows.map(({ title, status, changed }) => [title, status, changed]),
});

export const contractsTable = ({ text: t, rows }: ContractTable): Table => ({
  name: t.title,
  columns: [
    { header: t.dossier, width: 50 },
    { header: t.standing, width: 14 },
    { header: t.areas, width: 12 },
    { header: t.providers, width: 12 },
    { header: t.next, width: 22 },
    { header: t.nextWhat, width: 40 },
  ],
  rows: rows.map(({ title, closed, areas, providers, deadline }): TableCell[] => [
    title,
    closed ? t.closed : t.running,
    { number: areas, decimals: 0 },
    { number: providers, decimals: 0 },
    deadline?.date ?? null,
    deadline?.what ?? null,
  ]),
});
