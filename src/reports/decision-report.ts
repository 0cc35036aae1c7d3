import type { DecisionOutcome } from '../domain/decision/analyse.ts';
import type { Weighing } from '../domain/decision/weighing.ts';
import type { MatrixRules } from '../domain/decision-matrix/rules.ts';
import { type Block, cells, type Fact, heading, list, marked, paragraph, typedPassage } from '../explanation/blocks.ts';
import { type DecisionInWords, decisionInWords } from '../explanation/decision.ts';
import { inWords } from '../explanation/sources.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import type { Attachment, Report } from './report.ts';

export interface DecisionReportSource {
  readonly title: string;
  readonly rules: MatrixRules;
  readonly weighing: Weighing;
  readonly outcome: DecisionOutcome;
  /** The choice, when one was made. */
  readonly chosen: { readonly alternative: string; readonly reason: string | null } | null;
  /** When the dossier stood like this; null for a weighing without one, which has no moment of its own. */
  readonly asOf: string | null;
  readonly proof: readonly Fact[];
  /** How to check it, in blocks. */
  readonly verification: readonly Block[];
  readonly attachments: readonly Attachment[];
  readonly contentHash: string;
}

/** The advice on a contract model: the choice, how it was weighed, how sure it is, and how to check it. */
export function decisionReport(m: Messages, source: DecisionReportSource): Report {
  const words = decisionInWords(m, source.rules, source.weighing, source.outcome);
  const chosen = source.rules.alternatives.find((one) => one.id === source.chosen?.alternative);
  const t = m.decision;
  return {
    language: m.locale,
    title: `${t.report.title}: ${source.title}`,
    subtitle: t.report.subtitle,
    author: m.app.name,
    date: source.asOf === null ? null : new Date(source.asOf),
    contentHash: source.contentHash,
    cover: [
      ...(source.asOf === null ? [] : [{ term: m.report.date, value: m.format.moment(source.asOf) }]),
      { term: t.report.chosen, value: chosen ? inLanguage(chosen.name, m) : t.choose.none },
      ...source.proof,
    ],
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    blocks: [...summary(m, source, words, chosen), ...ranking(m, words), ...certainty(m, words), ...proof(m, source)],
    attachments: source.attachments,
  };
}

function summary(
  m: Messages,
  { chosen: choice }: DecisionReportSource,
  words: DecisionInWords,
  chosen: MatrixRules['alternatives'][number] | undefined,
): Block[] {
  const t = m.decision;
  const statements = (items: MatrixRules['alternatives'][number]['pros']): string[] =>
    items.map((one) => inLanguage(one.text, m));
  return [
    heading(1, t.summary),
    ...(chosen
      ? [
          { kind: 'note', tone: 'success', title: t.report.chosen, text: inLanguage(chosen.name, m) } satisfies Block,
          ...(choice?.reason ? [paragraph([typedPassage(m, choice.reason)])] : []),
        ]
      : [{ kind: 'note', tone: 'warning', title: t.choose.none, text: t.report.unsigned } satisfies Block]),
    ...words.conclusion.map(paragraph),
    ...(words.purchase ? [heading(2, t.advice), paragraph(sentences(words.purchase.name, words.purchase.advice))] : []),
    ...(chosen
      ? [
          heading(2, t.report.how),
          paragraph(inLanguage(chosen.description, m)),
          ...(chosen.pros.length > 0 ? [heading(2, t.report.pros), ...list(statements(chosen.pros))] : []),
          ...(chosen.cons.length > 0 ? [heading(2, t.report.cons), ...list(statements(chosen.cons))] : []),
        ]
      : []),
    heading(2, t.adjustments),
    ...(words.adjustments.length === 0 ? [paragraph(t.noAdjustments)] : list(words.adjustments)),
  ];
}

function ranking(m: Messages, words: DecisionInWords): Block[] {
  const t = m.decision;
  return [
    heading(1, t.heatmap),
    {
      kind: 'bars',
      title: t.sum,
      alternative: t.sumChart(words.rows.map((row) => [row.name, row.total])),
      full: 1,
      bars: words.rows.map((row) => ({ label: row.name, value: row.length, text: row.total, highlighted: row.wins })),
    },
    {
      kind: 'table',
      caption: t.heatmapCaption,
      columns: [
        { header: t.choose.model, align: 'start', width: 3.4 },
        { header: m.common.rank, align: 'end', width: 1 },
        ...words.criteria.map((one) => ({
          header: `${one.name} (${one.weight})`,
          align: 'start' as const,
          width: 2,
        })),
        { header: t.sum, align: 'end', width: 1.4 },
      ],
      rows: words.rows.map((row) => {
        const told = cells(
          row.name,
          String(row.rank),
          ...row.cells.map((cell) => (cell.was === '' ? cell.symbol : `${cell.symbol} (${cell.was})`)),
          row.total,
        );
        return row.wins ? marked(told) : told;
      }),
    },
  ];
}

function certainty(m: Messages, words: DecisionInWords): Block[] {
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

function proof(m: Messages, { proof: facts, verification, rules }: DecisionReportSource): Block[] {
  return [
    heading(1, m.report.proof),
    paragraph(m.decision.report.proofText),
    ...(verification.length === 0 ? [] : [paragraph(m.decision.report.verify), ...verification]),
    ...facts.flatMap(({ term, value }): Block[] => [heading(2, term), { kind: 'code', text: value }]),
    heading(2, m.common.source),
    ...list(
      rules.sources.map((source) => inWords(m, source)).map(({ document, section }) => `${document}, ${section}`),
    ),
  ];
}
