import type { LotOutcome, Outcome } from '../../domain/evaluation/evaluate.ts';
import { exact } from '../../domain/number.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { type Names, namesOf } from '../../domain/rules/names.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { sheetNames } from '../../exchange/spreadsheet/sheet-names.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { forRules, lotName, type Messages } from '../../messages/messages.ts';
import { figureCell, type LiveCell, liveCell } from './live-cell.ts';
import { type LotSheet, lotSheet } from './lot-sheet.ts';

/**
 * An award as a workbook: who gets each lot, the points and the price of every bid, with totals that a spreadsheet program works out
 * itself. Where its binary fractions would show other decimals, or the method is no such formula, a cell holds the value, and a sheet says so.
 */
export function awardWorkbook(
  given: Messages,
  rules: TenderRules,
  bids: Iterable<Bid>,
  outcome: Outcome,
): readonly [Table, ...Table[]] {
  const m = forRules(given, rules);
  const names = namesOf(rules, bids);
  const t = m.sheets.workbook;
  const nameSheet = sheetNames([t.award, t.prices, m.sheets.explanation]);
  const lots = outcome.lots
    .filter(({ ranking }) => ranking.length > 0)
    .map((lot) => {
      const name = nameSheet(lotName(m, names, lot.lot));
      return { lot, name, sheet: lotSheet(m, rules, names, lot, name) };
    });
  const award = awardSheet(m, outcome, names, lots);
  const prices = pricesSheet(m, names, outcome.lots);
  const held = [
    ...award.held,
    ...prices.held,
    ...lots.flatMap(({ name, sheet }) => sheet.held.map(({ ref, why }) => ({ sheet: name, ref, why }))),
  ];
  const explanation: Table = {
    name: m.sheets.explanation,
    columns: [
      { header: t.where, width: 40 },
      { header: m.sheets.explanation, width: 100 },
    ],
    rows: [[t.totals, t.live], ...held.map(({ sheet, ref, why }) => [t.cell(sheet, ref), t.held[why]])],
  };
  return [
    award.table,
    ...lots.map(({ sheet }) => sheet.table),
    ...(prices.table.rows.length > 0 ? [prices.table] : []),
    explanation,
  ];
}

interface MadeSheet {
  readonly table: Table;
  readonly held: readonly {
    readonly sheet: string;
    readonly ref: string;
    readonly why: NonNullable<LiveCell['held']>;
  }[];
}

const heldIn = (sheet: string, cells: readonly LiveCell[]): MadeSheet['held'] =>
  cells.flatMap(({ held, placed }) => (held ? [{ sheet, ref: placed.ref, why: held }] : []));

/** Who gets each lot, with its total and what these come to. */
function awardSheet(
  m: Messages,
  { award, lots }: Outcome,
  names: Names,
  sheets: readonly { readonly lot: LotOutcome; readonly name: string; readonly sheet: LotSheet }[],
): MadeSheet {
  const t = m.sheets.workbook;
  const totals: LiveCell[] = [];
  const counted = new Set<string>();
  const rows = award.lots.map(({ lot, winner, combination }, index): TableCell[] => {
    const counts = combination ?? lot;
    const found = sheets.find((one) => one.lot.lot === counts);
    const standing = winner === null ? undefined : found?.sheet.totals.get(winner);
    // The total of a combination of lots stands at the first of them.
    const isFirst = !counted.has(counts);
    counted.add(counts);
    const total = standing && found && isFirst ? totalOf(`C${index + 2}`, found.name, standing) : null;
    if (total) totals.push(total);
    return [lotName(m, names, lot), winner === null ? m.common.none : names.bidder(winner), total?.cell ?? null];
  });
  const decimals = Math.max(0, ...totals.map(({ cell }) => cell.decimals ?? 0));
  const sum =
    award.total !== null && totals.length > 0 && lots.length > 0
      ? liveCell(
          `C${rows.length + 2}`,
          { kind: 'sum', of: totals.map(({ placed }) => placed) },
          exact(award.total),
          decimals,
        )
      : null;
  return {
    table: {
      name: t.award,
      columns: [
        { header: m.common.lot, width: 36 },
        { header: t.winner, width: 44 },
        { header: m.common.total, width: 18 },
      ],
      rows: sum ? [...rows, [t.sum, null, sum.cell]] : rows,
    },
    held: heldIn(t.award, [...totals, ...(sum ? [sum] : [])]),
  };
}

/** The total of the winner, as it stands on the sheet of the lot. */
const totalOf = (ref: string, sheet: string, { placed, cell }: LiveCell): LiveCell =>
  liveCell(
    ref,
    { kind: 'sum', of: [{ ...placed, ref: `${quoted(sheet)}!${placed.ref}` }] },
    placed.exact,
    cell.decimals ?? 0,
  );

/** What was offered, and how it becomes the price that is compared. */
function pricesSheet(m: Messages, names: Names, lots: readonly LotOutcome[]): MadeSheet {
  const t = m.sheets.workbook;
  const cells: LiveCell[] = [];
  const priced = lots.flatMap(({ lot, ranking }) =>
    ranking.flatMap(({ bid, price }) => (price ? [{ lot, bid, price }] : [])),
  );
  const rows = priced.map(({ lot, bid, price }, index): TableCell[] => {
    const row = index + 2;
    const parts = (['offered', 'vat', 'timeCost'] as const).map((key, place) =>
      figureCell(`${'CDE'[place]}${row}`, exact(price[key]), CENTS),
    );
    const compared = liveCell(
      `F${row}`,
      { kind: 'sum', of: parts.map(({ placed }) => placed) },
      exact(price.compared),
      CENTS,
    );
    cells.push(compared);
    return [lotName(m, names, lot), names.bidder(bid), ...parts.map(({ cell }) => cell), compared.cell];
  });
  return {
    table: {
      name: t.prices,
      columns: [
        { header: m.common.lot, width: 36 },
        { header: m.common.bidder, width: 36 },
        ...[t.offered, t.vat, t.timeCost, t.compared].map((header) => ({ header, width: 18 })),
      ],
      rows,
    },
    held: heldIn(t.prices, cells),
  };
}
const CENTS = 2;

const quoted = (sheet: string): string => `'${sheet}'`;
