import { COMMON } from '../../domain/rules/in-lot.ts';
import { mechanismOf } from '../../domain/rules/mechanisms.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import type { Table } from '../../exchange/spreadsheet/table.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';
import { capital } from '../../messages/noun.ts';
import { CAPACITY, discountField, MOST_DISCOUNTS, valueField, valueFields } from './bid-figures.ts';
import { growthPathFields } from './bid-form.ts';
import { MOST_MEMBERS, memberField } from './member-rows.ts';

/** A column of the sheet of bids: a row of it is a bid in a lot. */
export interface BidColumn {
  /** A name by which it is known. */
  readonly key: string;
  readonly head: string;
  readonly meaning: string;
  readonly takes: 'text' | 'figure' | { readonly oneOf: readonly string[] };
  readonly width: number;
  /** The field of the form of a bid that it fills: one of the whole bid, or one in the lot of the row; null for what is read apart. */
  readonly field: ((lot: string) => string) | null;
  readonly isOfLot: boolean;
  /** Where it is not asked in every lot. */
  readonly isAskedIn?: (lot: string) => boolean;
  readonly isNeeded: boolean;
  /** Whether it stands in the empty sheet; more of the same may be added. */
  readonly isShown: boolean;
  /** Whether it is one more of a kind that was explained. */
  readonly isMore: boolean;
}

/** The columns that are read apart. */
export const LOT = 'lot';
export const FORM = 'form';

const SHOWN_MEMBERS = 4;
const SHOWN_DISCOUNTS = 2;
/** Rows of the empty sheet that can be filled in. */
const OPEN_ROWS = 300;

/** The columns that these rules ask, in the order of the empty sheet. */
export function bidColumns(given: Messages, rules: TenderRules): readonly BidColumn[] {
  const m = forRules(given, rules);
  const t = m.sheets.bids;
  const form = m.bids.form;
  const ofBid = (key: string, head: string, meaning: string, rest: Partial<BidColumn> = {}): BidColumn => ({
    key,
    head,
    meaning,
    takes: 'text',
    width: 24,
    field: () => key,
    isOfLot: false,
    isNeeded: false,
    isShown: true,
    isMore: false,
    ...rest,
  });
  const figure = { takes: 'figure', width: 16 } as const;
  const lots = biddable(rules);
  const growth = growthPathFields(rules, '').map(({ year }, index): BidColumn => {
    const step = rules.growthPath?.steps[index]?.by;
    const isAlone = rules.growthPath?.steps.filter(({ by }) => by.slice(0, 4) === year).length === 1;
    const label = year === null ? m.bids.initiatives : m.bids.endOf(isAlone ? year : step!);
    return ofBid(`growth.${step ?? 'initiatives'}`, t.heads.percentage(label), t.meanings.percentage, {
      ...figure,
      isOfLot: true,
      isNeeded: true,
      field: (lot) => growthPathFields(rules, lot)[index]!.name,
    });
  });
  const measured = new Map(
    lots.flatMap(({ id }) =>
      valueFields(m, rules, id).map(({ name, label }) => [name.slice(valueField(id, '').length), label] as const),
    ),
  );
  return distinct([
    ofBid('name', t.heads.name, t.meanings.name, { width: 32, isNeeded: true }),
    ofBid(FORM, t.heads.form, t.meanings.form(form.single, form.consortium), {
      takes: { oneOf: [form.single, form.consortium] },
      isNeeded: true,
      field: null,
    }),
    ofBid(LOT, capital(m.common.lot), t.meanings.lot, {
      takes: { oneOf: lots.map(({ name }) => name) },
      isOfLot: true,
      isNeeded: true,
      field: null,
    }),
    ...growth,
    ...[...measured].map(([criterion, label]) =>
      ofBid(`value.${criterion}`, label, t.meanings.figure, {
        ...figure,
        isOfLot: true,
        isNeeded: true,
        field: (lot) => valueField(lot, criterion),
        isAskedIn: (lot) => valueFields(m, rules, lot).some(({ name }) => name === valueField(lot, criterion)),
      }),
    ),
    ...(mechanismOf(rules).asksPreferences
      ? [
          ofBid('preference', t.heads.preference, t.meanings.preference, {
            ...figure,
            isOfLot: true,
            isNeeded: true,
            field: (lot) => `preference.${lot}`,
          }),
        ]
      : []),
    ...Array.from({ length: MOST_MEMBERS }, (_, index) => {
      const row = index + 1;
      const repeated = { isShown: row <= SHOWN_MEMBERS, isMore: row > 1 };
      return [
        ofBid(memberField(row, 'name'), t.heads.member(row), t.meanings.member, repeated),
        ofBid(memberField(row, 'number'), t.heads.number(row), t.meanings.number, { ...repeated, width: 16 }),
        ofBid(memberField(row, 'registerName'), t.heads.registerName(row), t.meanings.registerName, {
          ...repeated,
          width: 16,
        }),
      ];
    }).flat(),
    ofBid('subcontractors', t.heads.subcontractors, t.meanings.subcontractors),
    ...(rules.award.affiliated ? [ofBid('group', t.heads.group, t.meanings.group, { width: 16 })] : []),
    ...[
      ...valueFields(m, rules, COMMON),
      ...(rules.award.capacity
        ? [
            {
              name: CAPACITY,
              label: form.value(inLanguage(rules.award.capacity.name, m), inLanguage(rules.award.capacity.unit, m)),
            },
          ]
        : []),
    ].map(({ name, label }) =>
      ofBid(name, label, `${t.meanings.figure} ${t.meanings.once}`, { ...figure, isNeeded: true }),
    ),
    ...(rules.award.discounts ? Array.from({ length: MOST_DISCOUNTS }, (_, index) => index + 1) : []).flatMap((row) => {
      const repeated = { isShown: row <= SHOWN_DISCOUNTS, isMore: row > 1 };
      return [
        ofBid(discountField(row, 'lots'), t.heads.discountLots(row), t.meanings.discountLots, repeated),
        ofBid(discountField(row, 'percentage'), t.heads.discountPercentage(row), t.meanings.percentage, {
          ...figure,
          ...repeated,
        }),
      ];
    }),
    ofBid('late', t.heads.late, t.meanings.late, { width: 32 }),
  ]);
}

/** Two criteria may have one name: their columns are told apart by a number. */
function distinct(columns: readonly BidColumn[]): BidColumn[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const times = (seen.get(column.head) ?? 0) + 1;
    seen.set(column.head, times);
    return times === 1 ? column : { ...column, head: `${column.head} (${times})` };
  });
}

/** The empty sheet of bids, and what stands in each of its columns on a sheet of its own. */
export function emptyBidsSheet(m: Messages, rules: TenderRules): readonly [empty: Table, explanation: Table] {
  const t = m.sheets;
  const shown = bidColumns(m, rules).filter(({ isShown }) => isShown);
  return [
    {
      name: t.bids.sheet,
      columns: shown.map(({ head, takes, width }) => ({ header: head, takes, width, isOpen: true })),
      rows: [],
      openRows: OPEN_ROWS,
    },
    {
      name: t.explanation,
      columns: [
        { header: t.column, width: 32 },
        { header: t.meaning, width: 90 },
      ],
      rows: shown.filter(({ isMore }) => !isMore).map(({ head, meaning }) => [head, meaning]),
    },
  ];
}
