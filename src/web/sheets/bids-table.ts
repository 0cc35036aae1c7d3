import { shortest } from '../../domain/figures.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { bidAsTyped } from '../forms/bid-as-typed.ts';
import { type BidColumn, bidColumns, FORM, LOT } from '../forms/bid-columns.ts';
import type { FormBody } from '../forms/text.ts';

/** Bids as the sheet has them from which they are registered: a row for each bid and lot. What it says can be read back. */
export function bidsTable(given: Messages, rules: TenderRules, bids: readonly Bid[]): Table {
  const m = forRules(given, rules);
  const lotNames = new Map([...rules.lots, ...biddable(rules)].map(({ id, name }) => [id, name]));
  const filled = bids.map((bid) => ({ bid, form: bidAsTyped(m, bid) }));
  const textOf = ({ key, field }: BidColumn, form: FormBody, bid: Bid, lot: string): string => {
    if (key === LOT) return lotNames.get(lot) ?? lot;
    if (key === FORM) return m.bids.form[bid.bidder.form];
    const value = form[field!(lot)];
    if (Array.isArray(value)) return value.map((one) => lotNames.get(String(one)) ?? String(one)).join('; ');
    return typeof value === 'string' ? (key === 'subcontractors' ? value.replaceAll('\n', '; ') : value) : '';
  };
  const isUsed = (column: BidColumn): boolean =>
    column.isNeeded ||
    filled.some(({ bid, form }) => bid.lots.some(({ lot }) => textOf(column, form, bid, lot) !== ''));
  const columns = bidColumns(m, rules).filter(isUsed);
  return {
    name: m.sheets.bids.sheet,
    columns: columns.map(({ head, width, takes }) => ({ header: head, width, takes })),
    rows: filled.flatMap(({ bid, form }) =>
      bid.lots.map(({ lot }) =>
        columns.map((column): TableCell => {
          const text = textOf(column, form, bid, lot);
          if (text === '') return null;
          return column.takes === 'figure' ? { number: shortest(text.replace(',', '.')), decimals: null } : text;
        }),
      ),
    ),
  };
}
