import type { Outcome } from '../domain/evaluation/evaluate.ts';
import type { SmallestChange } from '../domain/guards/robustness.ts';
import { namesOf } from '../domain/rules/names.ts';
import { biddable } from '../domain/rules/rules.ts';
import type { RulesStanding } from '../domain/rules/standing.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { type AwardInWords, awardInWords } from '../explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../explanation/award-blocks.ts';
import { bidsInWords } from '../explanation/bids.ts';
import { bidsTable } from '../explanation/bids-table.ts';
import {
  type Block,
  type Fact,
  type FlatBlock,
  heading,
  lowered,
  onItsPage,
  type Prose,
  paragraph,
  type SignaturesBlock,
  small,
} from '../explanation/blocks.ts';
import { findingsBlocks } from '../explanation/findings.ts';
import { firstChangeInWords } from '../explanation/guards.ts';
import { lotBlocks } from '../explanation/lot-blocks.ts';
import { rulesInWords, rulesWarning } from '../explanation/rules.ts';
import { rulesWithoutHash, warningNote } from '../explanation/rules-blocks.ts';
import { SourceNotes } from '../explanation/sources.ts';
import { RELEASE } from '../explanation/verification.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import type { Attachment, Report } from './report.ts';
import { scoresAnnex } from './scores-annex.ts';

export interface TenderReportSource {
  readonly title: string;
  readonly input: EvaluationInput;
  readonly outcome: Outcome;
  readonly rulesSha256: string;
  readonly rulesStanding: RulesStanding;
  /** When the dossier stood like this; null for a file, which has no moment of its own. */
  readonly asOf: string | null;
  /** Who chaired and assessed; nobody for an evaluation from a file, which nobody signs. */
  readonly chair: string | null;
  readonly assessors: readonly string[];
  /** What would change the outcome first; undefined where that is not known. */
  readonly firstChange: SmallestChange | undefined;
  /** What happened on the way and asks for attention, in words. */
  readonly course: readonly Prose[];
  /** What was assessed anew, and the awards of before; empty where nothing was. */
  readonly rounds: readonly FlatBlock[];
  /** The draws that were held, in words. */
  readonly draws: readonly Prose[];
  /** Bids that were corrected, by the name of the bidder. */
  readonly corrected: readonly string[];
  /** What it is known by, for the cover; null for a file. */
  readonly reference: string | null;
  /** Where this comes from, and hashes of what it is made of, in full: for the colophon. */
  readonly checksums: readonly Fact[];
  /** How to calculate it again, in blocks. */
  readonly verification: readonly FlatBlock[];
  /** What is made up in it; null when nothing is. */
  readonly fictional: string | null;
  readonly attachments: readonly Attachment[];
  readonly contentHash: string;
}

/**
 * The evaluation report of a tender: the decision on the page after the cover, then findings and conclusions, every lot, the bids and the
 * rules; the scores with their motivations are an annex, and where it comes from stands at the end.
 */
export function tenderReport(given: Messages, source: TenderReportSource): Report {
  const { input, outcome } = source;
  const m = forRules(given, input.rules);
  const award = awardInWords(m, input, outcome);
  const names = biddable(input.rules).map(({ name }) => name);
  return {
    language: m.locale,
    title: `${m.report.title}: ${source.title}`,
    subtitle: m.report.subtitle,
    author: m.report.committee,
    date: source.asOf === null ? null : new Date(source.asOf),
    contentHash: source.contentHash,
    front: { kind: 'cover', facts: coverFacts(m, source, award) },
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    opening: opening(m, award, source),
    blocks: [
      ...findingsBlocks(m, input, outcome, award, { course: found(m, source) }),
      heading(1, m.report.rankings),
      ...lowered([...award.lots, ...award.combinations].flatMap((lot) => lotBlocks(m, lot, lot.name))),
      ...chapter(m.report.division, limitBlocks(m, award)),
      heading(1, m.report.bids),
      ...bidsTable(m, bidsInWords(m, input.rules, input.bids, input.fallen), names),
      heading(1, m.report.rules),
      ...lowered(
        rulesWithoutHash(m, rulesInWords(m, input.rules, source.rulesSha256, source.rulesStanding, new SourceNotes())),
      ),
      ...chapter(m.rounds.title, source.rounds),
      ...signing(m, source),
      ...scoresAnnex(m, input, award),
      ...colophon(m, source),
    ],
    attachments: source.attachments,
  };
}

/** None without blocks. */
const chapter = (title: string, blocks: readonly FlatBlock[]): Block[] =>
  blocks.length === 0 ? [] : [heading(1, title), ...lowered(blocks)];

function coverFacts(m: Messages, source: TenderReportSource, { statusShort }: AwardInWords): Fact[] {
  const { asOf, reference, chair, assessors } = source;
  const { rules } = source.input;
  return [
    { term: m.report.summary, value: statusShort },
    ...(asOf === null ? [] : [{ term: m.report.date, value: m.format.moment(asOf) }]),
    ...(rules.procedure ? [{ term: m.report.procedure, value: m.choose.law.procedures[rules.procedure] }] : []),
    ...(reference === null ? [] : [{ term: m.report.dossier, value: reference }]),
    { term: m.report.rules, value: m.tender.rulesVersion(inLanguage(rules.title, m), rules.version) },
    ...(chair === null ? [] : [{ term: m.tender.chair, value: chair }]),
    ...(assessors.length === 0 ? [] : [{ term: m.report.assessedBy, value: m.format.list(assessors) }]),
  ];
}

/** The decision at a glance, under one heading. */
function opening(m: Messages, award: AwardInWords, source: TenderReportSource): Block[] {
  const { fictional, rulesStanding, firstChange, course, input } = source;
  const [title, ...outcome] = outcomeBlocks(m, award, {
    title: m.report.decision,
    attention: course,
    turns:
      firstChange === undefined
        ? null
        : firstChangeInWords(m, input.rules, namesOf(input.rules, input.bids), firstChange),
  });
  return [title!, ...warningNote(rulesWarning(m, rulesStanding)), ...outcome, ...small(fictional ?? '')];
}

/** What the findings tell besides the outcome: what happened on the way, every draw in full. */
const found = (m: Messages, { course, draws, corrected }: TenderReportSource): Prose[] => [
  ...corrected.map(m.findings.corrected),
  ...course,
  ...draws,
];

function signing(m: Messages, { chair, assessors }: TenderReportSource): Block[] {
  if (chair === null) return [];
  const { title, lead, member, labels } = m.report.sign;
  const lines: SignaturesBlock['lines'] = [
    { label: m.tender.chair, name: chair },
    ...assessors.map((name) => ({ label: member, name })),
  ];
  return [heading(1, title), paragraph(lead), { kind: 'signatures', lines, labels }];
}

const colophon = (m: Messages, { checksums, verification }: TenderReportSource): Block[] => [
  onItsPage(m.report.proof),
  paragraph(m.report.proofText),
  ...verification,
  ...checksums.flatMap(({ term, value }): Block[] => [paragraph(term), { kind: 'code', text: value }]),
  ...small(m.report.madeWith(RELEASE)),
];
