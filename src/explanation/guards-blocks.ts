import type { Messages } from '../messages/messages.ts';
import {
  type Block,
  cells,
  type FlatBlock,
  heading,
  list,
  type NoteTone,
  paragraph,
  small,
  type TableBlock,
} from './blocks.ts';
import type { AnswerInWords, ContestInWords, GuardsInWords, MechanismsInWords, ReversalInWords } from './guards.ts';

/** The anchor of what a bid fewer changes. */
export const REVERSALS = 'reversals';

/** How firm an outcome is: three mechanisms side by side, a bid fewer, another score or weight. @param m of the tender: see `forRules` */
export function guardsBlocks(m: Messages, { mechanisms, reversals, robustness }: GuardsInWords): Block[] {
  const t = m.rehearsal;
  return [
    heading(1, t.mechanisms, 'mechanisms'),
    ...(mechanisms ? mechanismBlocks(m, mechanisms) : [paragraph(t.notComparable)]),
    heading(1, t.reversals, REVERSALS),
    paragraph(t.reversalsLead),
    ...(reversals.length === 0 ? [paragraph(t.reversalsNone)] : reversals.flatMap((one) => reversalBlocks(m, one))),
    heading(1, t.robustness, 'robustness'),
    paragraph(t.robustnessLead),
    ...(robustness === null
      ? [paragraph(t.robustnessTooLarge)]
      : [robustnessTable(m, robustness), ...small(t.weightsNote)]),
  ];
}

function mechanismBlocks(m: Messages, { notes, rows }: MechanismsInWords): Block[] {
  const t = m.rehearsal;
  const lots = rows[0]?.division ?? [];
  return [
    paragraph(t.mechanismsLead),
    ...notes.map(paragraph),
    {
      kind: 'table',
      caption: t.mechanismsCaption,
      columns: [
        { header: m.common.lot, align: 'start', width: 2 },
        ...rows.map((row) => ({
          header: row.announced ? `${row.name} (${t.announced})` : row.name,
          align: 'start' as const,
          width: 3,
        })),
      ],
      rows: [
        ...lots.map(({ lot }, index) => cells(lot, ...rows.map(({ division }) => division[index]!.bidder))),
        cells(t.status, ...rows.map((row) => row.status)),
        cells(m.award.sum, ...rows.map((row) => row.total)),
      ],
    },
    ...rows.map(
      (row): Block => ({
        kind: 'details',
        level: 2,
        summary: row.name,
        blocks: [
          paragraph(row.description),
          ...(row.complaints.length === 0 ? [] : [heading(3, t.complaints), ...list(row.complaints)]),
          ...(row.orders.length === 0 ? [] : [heading(3, t.otherOrders), ...list(row.orders)]),
        ],
      }),
    ),
  ];
}

const reversalBlocks = (m: Messages, { title, texts, tables }: ReversalInWords): FlatBlock[] => [
  heading(2, title),
  ...texts.map(paragraph),
  ...tables.map(
    ({ caption, rows }): TableBlock => ({
      kind: 'table',
      caption,
      columns: [m.rehearsal.before, m.rehearsal.after].map((header) => ({ header, align: 'start', width: 1 })),
      rows: rows.map(({ before, after }) => cells(before, after)),
    }),
  ),
];

const robustnessTable = (m: Messages, rows: NonNullable<GuardsInWords['robustness']>): TableBlock => ({
  kind: 'table',
  caption: m.rehearsal.robustnessCaption,
  columns: [
    { header: m.common.lot, align: 'start', width: 2 },
    { header: m.rehearsal.oneScore, align: 'start', width: 4, prose: true },
    { header: m.rehearsal.oneWeight, align: 'start', width: 4, prose: true },
  ],
  rows: rows.map(({ lot, score, weight }) => cells(lot, score, weight)),
});

/** Whether contested scores can change the outcome, of all lots together and lot by lot. */
export const contestBlocks = ({ title, contested, answers, nothing }: ContestInWords): FlatBlock[] => [
  heading(2, title),
  ...list(contested),
  ...answers.map(
    ({ title: where, changes, verdict, texts }): FlatBlock => ({
      kind: 'note',
      tone: TONES[changes],
      title: where,
      text: verdict,
      items: texts,
    }),
  ),
  ...(nothing === null ? [] : [paragraph(nothing)]),
];

const TONES = { yes: 'warning', no: 'success', unknown: 'information' } as const satisfies Record<
  AnswerInWords['changes'],
  NoteTone
>;
