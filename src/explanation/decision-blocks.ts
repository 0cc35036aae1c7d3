import type { Messages } from '../messages/messages.ts';
import { cells, type FlatBlock, heading, list, marked, paragraph } from './blocks.ts';
import type { DecisionInWords } from './decision.ts';

/** So many criteria stand beside each other; more become a table each. */
const CRITERIA_ABREAST = 6;

/** The alternatives with their scores, best first. @param m of the matrix: see `forMatrix` */
export function rankingBlocks(m: Messages, words: DecisionInWords): FlatBlock[] {
  const t = m.decision;
  const tables = Math.ceil(words.criteria.length / CRITERIA_ABREAST);
  const abreast = Math.ceil(words.criteria.length / tables);
  return [
    heading(1, t.heatmap),
    {
      kind: 'bars',
      title: t.sum,
      alternative: t.sumChart(words.rows.map((row) => [row.name, row.total])),
      full: words.full,
      bars: words.rows.map((row) => ({ label: row.name, value: row.length, text: row.total, highlighted: row.wins })),
    },
    ...Array.from({ length: tables }, (_, table) =>
      scoreTable(
        m,
        words,
        tables === 1 ? t.heatmapCaption : `${t.heatmapCaption} ${t.tablePart(table + 1, tables)}`,
        table * abreast,
        (table + 1) * abreast,
      ),
    ),
  ];
}

/** The scores on the criteria from one place up to another. */
function scoreTable(m: Messages, words: DecisionInWords, caption: string, from: number, to: number): FlatBlock {
  const t = m.decision;
  return {
    kind: 'table',
    caption,
    columns: [
      { header: t.choose.model, align: 'start', width: 3.4 },
      { header: m.common.rank, align: 'end', width: 1 },
      ...words.criteria.slice(from, to).map((one) => ({
        header: `${one.name} (${one.weight})`,
        align: 'start' as const,
        width: 2,
      })),
      { header: t.sum, align: 'end', width: 1.4 },
    ],
    rows: words.rows.map((row) => {
      const scores = row.cells.slice(from, to);
      const told = cells(
        row.name,
        String(row.rank),
        ...scores.map((cell) => (cell.was === '' ? cell.symbol : `${cell.symbol} (${cell.was})`)),
        row.total,
      );
      return row.wins ? marked(told) : told;
    }),
  };
}

/** How sure the ranking is: over all weightings, by weight, and by method. @param m of the matrix: see `forMatrix` */
export function certaintyBlocks(m: Messages, words: DecisionInWords): FlatBlock[] {
  const t = m.decision;
  return [
    heading(1, t.sure),
    heading(2, t.acceptability),
    ...words.acceptability.map(paragraph),
    {
      kind: 'bars',
      title: t.acceptability,
      alternative: t.chart(words.rows.map((row) => [row.name, row.first])),
      full: 1,
      bars: words.rows
        .filter((row) => row.firstLength > 0)
        .map((row) => ({ label: row.name, value: row.firstLength, text: row.first, highlighted: row.wins })),
    },
    {
      kind: 'table',
      caption: t.acceptabilityCaption(words.ranks, words.rows.length),
      columns: [
        { header: t.choose.model, align: 'start', width: 3.4 },
        ...Array.from({ length: words.ranks }, (_, rank) => ({
          header: t.place(rank + 1),
          align: 'end' as const,
          width: 1.3,
        })),
        { header: t.expectedRank, align: 'end', width: 1.7 },
      ],
      rows: words.rows.map((row) => cells(row.name, ...row.shares, row.expectedRank)),
    },
    heading(2, t.dominance),
    paragraph(t.dominanceLead),
    paragraph(words.undominated),
    ...list(words.dominated),
    heading(2, t.stability),
    paragraph(t.stabilityLead),
    {
      kind: 'table',
      caption: t.stabilityCaption,
      columns: [
        { header: t.criterion, align: 'start', width: 3 },
        { header: t.current, align: 'end', width: 1.2 },
        { header: t.from, align: 'end', width: 2 },
        { header: t.to, align: 'end', width: 2 },
        { header: t.beyond, align: 'start', width: 4 },
      ],
      rows: words.stability.map((row) => cells(row.criterion, row.current, row.from, row.to, row.beyond)),
    },
    heading(2, t.methods),
    paragraph(words.agreement),
    {
      kind: 'table',
      caption: t.methodsCaption,
      columns: [
        { header: t.method, align: 'start', width: 4 },
        { header: t.winner, align: 'start', width: 4 },
      ],
      rows: words.methods.map((row) => cells(row.method, row.winners)),
    },
  ];
}
