import type { DecisionOutcome } from '../domain/decision/analyse.ts';
import type { Weighing } from '../domain/decision/weighing.ts';
import type { MatrixRules } from '../domain/decision-matrix/rules.ts';
import { type Block, type Fact, heading, list, paragraph, typedPassage } from '../explanation/blocks.ts';
import { type DecisionInWords, decisionInWords } from '../explanation/decision.ts';
import { certaintyBlocks, rankingBlocks } from '../explanation/decision-blocks.ts';
import { inWords } from '../explanation/sources.ts';
import { forMatrix, inLanguage, type Messages } from '../messages/messages.ts';
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
export function decisionReport(given: Messages, source: DecisionReportSource): Report {
  const m = forMatrix(given, source.rules);
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
    front: {
      kind: 'cover',
      facts: [
        ...(source.asOf === null ? [] : [{ term: m.report.date, value: m.format.moment(source.asOf) }]),
        { term: t.report.chosen, value: chosen ? inLanguage(chosen.name, m) : t.choose.none },
        ...source.proof,
      ],
    },
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    blocks: [
      ...summary(m, source, words, chosen),
      ...rankingBlocks(m, words),
      ...certaintyBlocks(m, words),
      ...proof(m, source),
    ],
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
          ...(chosen.description ? [heading(2, t.report.how), paragraph(inLanguage(chosen.description, m))] : []),
          ...(chosen.pros.length > 0 ? [heading(2, t.report.pros), ...list(statements(chosen.pros))] : []),
          ...(chosen.cons.length > 0 ? [heading(2, t.report.cons), ...list(statements(chosen.cons))] : []),
        ]
      : []),
    heading(2, words.adjustmentsTitle),
    ...(words.adjustments.length === 0 ? [paragraph(t.noAdjustments)] : list(words.adjustments)),
  ];
}

function proof(m: Messages, { proof: facts, verification, rules }: DecisionReportSource): Block[] {
  const sources = rules.sources.map((source) => inWords(m, source));
  const told = sources.map(({ document, section }) => `${document}, ${section}`);
  return [
    heading(1, m.report.proof),
    paragraph(m.decision.report.proofText),
    ...(verification.length === 0 ? [] : [paragraph(m.decision.report.verify), ...verification]),
    ...facts.flatMap(({ term, value }): Block[] => [heading(2, term), { kind: 'code', text: value }]),
    ...(sources.length === 0 ? [] : [heading(2, m.common.source), ...list(told)]),
  ];
}
