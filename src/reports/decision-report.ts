import type { DecisionOutcome } from '../domain/decision/analyse.ts';
import type { Weighing } from '../domain/decision/weighing.ts';
import type { MatrixRules } from '../domain/decision-matrix/rules.ts';
import {
  type Block,
  type Cell,
  type Fact,
  heading,
  list,
  marked,
  onItsPage,
  paragraph,
  small,
  typedPassage,
} from '../explanation/blocks.ts';
import { type DecisionInWords, decisionInWords } from '../explanation/decision.ts';
import { certaintyBlocks, rankingBlocks } from '../explanation/decision-blocks.ts';
import { inWords, type Source, SourceNotes } from '../explanation/sources.ts';
import { RELEASE } from '../explanation/verification.ts';
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
  /** Who weighed and chose; null for a weighing without a dossier. */
  readonly officer: string | null;
  /** When the choice was signed; null while it is not. */
  readonly signedAt: string | null;
  /** What it is known by; null for a weighing without a dossier. */
  readonly reference: string | null;
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
  const notes = new SourceNotes();
  return {
    language: m.locale,
    title: `${t.report.title}: ${source.title}`,
    subtitle: t.report.subtitle,
    author: source.officer,
    date: source.asOf === null ? null : new Date(source.asOf),
    contentHash: source.contentHash,
    front: {
      kind: 'cover',
      brief: true,
      facts: [
        { term: t.report.chosen, value: chosen ? inLanguage(chosen.name, m) : t.choose.none },
        ...(source.asOf === null ? [] : [{ term: m.report.date, value: m.format.moment(source.asOf) }]),
        ...signedBy(m, source),
        ...(source.reference === null ? [] : [{ term: m.report.dossier, value: source.reference }]),
      ],
    },
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    opening: opening(m, source, words, chosen),
    blocks: [
      ...groundsBlocks(m, words, chosen, source, notes),
      ...rankingBlocks(m, words),
      ...small(citing(m, notes, source.rules.sources)),
      ...certaintyBlocks(m, words),
      ...proof(m, source, notes),
    ],
    attachments: source.attachments,
  };
}

type Alternative = MatrixRules['alternatives'][number];

/** Who signs, and when that was; nobody for a weighing without a dossier. */
const signedBy = (m: Messages, { officer, signedAt }: DecisionReportSource): Fact[] => [
  ...(officer === null ? [] : [{ term: m.decision.officer, value: officer }]),
  ...(signedAt === null ? [] : [{ term: m.decision.report.signedOn, value: m.format.moment(signedAt) }]),
];

/** The choice at a glance: what was chosen, by whom and why, and how sure the ranking is. */
function opening(
  m: Messages,
  source: DecisionReportSource,
  words: DecisionInWords,
  chosen: Alternative | undefined,
): Block[] {
  const t = m.decision;
  const { chosen: choice, signedAt } = source;
  const by = signedBy(m, source);
  return [
    heading(1, t.report.decision),
    chosen
      ? {
          kind: 'note',
          tone: signedAt === null ? 'warning' : 'success',
          title: inLanguage(chosen.name, m),
          text: signedAt === null ? t.report.unsigned : t.report.signed,
        }
      : { kind: 'note', tone: 'warning', title: t.choose.none, text: t.report.unsigned },
    ...(by.length === 0 ? [] : [{ kind: 'facts', caption: t.report.chosenBy, facts: by } satisfies Block]),
    ...(choice?.reason ? [heading(2, t.report.reason), paragraph([typedPassage(m, choice.reason)])] : []),
    heading(2, t.sure),
    ...howSure(m, words, chosen),
    ...words.conclusion.slice(0, 1).map(paragraph),
  ];
}

/** So many alternatives stand on the first page, and who shares the rank of the last; all of them stand in the ranking. */
const MOST_AT_A_GLANCE = 6;

function howSure(m: Messages, { rows, full }: DecisionInWords, chosen: Alternative | undefined): Block[] {
  const t = m.decision;
  const own = rows.find(({ id }) => id === chosen?.id) ?? rows[0];
  const others = rows.filter((row) => row !== own).sort((one, other) => other.firstLength - one.firstLength);
  const [second] = others;
  const last = rows[MOST_AT_A_GLANCE - 1]?.rank;
  const shown = rows.filter((row, place) => place < MOST_AT_A_GLANCE || row.rank === last || row === own);
  return [
    ...(own && second ? [paragraph(t.report.firstIn(own.name, own.first, second.name, second.first))] : []),
    {
      kind: 'table',
      caption: shown.length < rows.length ? t.report.glanceCaption(shown.length) : t.sum,
      columns: [
        { header: t.choose.model, align: 'start', width: 4 },
        { header: m.common.rank, align: 'end', width: 1 },
        { header: t.sum, align: 'end', width: 3 },
        { header: t.report.firstShare, align: 'end', width: 3.4 },
      ],
      rows: shown.map((row) => {
        const told: Cell[] = [
          { text: row.name },
          { text: String(row.rank) },
          { text: row.total, bar: { value: row.length, full } },
          { text: row.first, bar: { value: row.firstLength, full: 1 } },
        ];
        return row === own && chosen ? marked(told) : told;
      }),
    },
  ];
}

/** What speaks for and against the choice, what the source advises, and where the weighing departs from it, with the notes of the sources. */
function groundsBlocks(
  m: Messages,
  words: DecisionInWords,
  chosen: Alternative | undefined,
  { rules, weighing }: Pick<DecisionReportSource, 'rules' | 'weighing'>,
  notes: SourceNotes,
): Block[] {
  const t = m.decision;
  const cited = (text: string, sources: readonly Source[]): string =>
    [text, ...notes.cite(sources.map((one) => inWords(m, one)))].join('\u00a0');
  const statements = (items: Alternative['pros']): string[] =>
    items.map((one) => cited(inLanguage(one.text, m), one.sources));
  const purchase = rules.purchaseKinds.find(({ id }) => id === weighing.purchaseKind);
  return [
    heading(1, t.summary),
    ...words.conclusion.map(paragraph),
    ...(words.purchase
      ? [
          heading(2, t.advice),
          paragraph(cited(sentences(words.purchase.name, words.purchase.advice), purchase?.sources ?? [])),
        ]
      : []),
    ...(chosen
      ? [
          ...(chosen.description
            ? [heading(2, t.report.how), paragraph(cited(inLanguage(chosen.description, m), chosen.sources))]
            : []),
          ...(chosen.pros.length > 0 ? [heading(2, t.report.pros), ...list(statements(chosen.pros))] : []),
          ...(chosen.cons.length > 0 ? [heading(2, t.report.cons), ...list(statements(chosen.cons))] : []),
        ]
      : []),
    heading(2, words.adjustmentsTitle),
    ...(words.adjustments.length === 0 ? [paragraph(t.noAdjustments)] : list(words.adjustments)),
  ];
}

/** By their numbers where what stands above comes from; empty without sources. */
const citing = (m: Messages, notes: SourceNotes, sources: readonly Source[]): string =>
  sources.length === 0 ? '' : m.common.sources(notes.cite(sources.map((one) => inWords(m, one))));

/** What each number says. */
const sourceList = (m: Messages, { list: items }: SourceNotes): Block[] =>
  items.length === 0
    ? []
    : [heading(2, m.rules.sources), paragraph(m.decision.report.sourcesLead), { kind: 'list', ordered: true, items }];

function proof(m: Messages, { proof: facts, verification }: DecisionReportSource, notes: SourceNotes): Block[] {
  return [
    onItsPage(m.report.proof),
    paragraph(m.decision.report.proofText),
    ...(verification.length === 0 ? [] : [paragraph(m.decision.report.verify), ...verification]),
    ...facts.flatMap(({ term, value }): Block[] => [paragraph(term), { kind: 'code', text: value }]),
    ...sourceList(m, notes),
    ...small(m.report.madeWith(RELEASE)),
  ];
}
