import type { Outcome } from '../domain/evaluation/evaluate.ts';
import { weightedCriteria } from '../domain/rules/criteria-tree.ts';
import { biddable } from '../domain/rules/rules.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { type AwardInWords, awardInWords, type LotInWords, type RankInWords } from '../explanation/award.ts';
import { bidsInWords } from '../explanation/bids.ts';
import type { Block, Cell, Fact } from '../explanation/blocks.ts';
import { rulesInWords } from '../explanation/rules.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import type { Attachment, Report } from './report.ts';

export interface TenderReportSource {
  readonly title: string;
  readonly input: EvaluationInput;
  readonly outcome: Outcome;
  readonly rulesSha256: string;
  /** The moment the outcome stands for. */
  /** When the dossier stood like this; null for a file, which has no moment of its own. */
  readonly asOf: string | null;
  /** For the properties of the file. */
  readonly date: Date;
  /** Who chaired and assessed, for the cover; empty for an evaluation from a file. */
  readonly people: readonly Fact[];
  /** The draw that was held, in words. */
  readonly draw: string | null;
  /** Facts for the cover and the last chapter that prove where this comes from: a term and a value, hashes in full. */
  readonly proof: readonly Fact[];
  readonly verifySteps: readonly string[];
  /** What is made up in it; null when nothing is. */
  readonly fictional: string | null;
  readonly attachment: Attachment;
  readonly contentHash: string;
}

/** The evaluation report of a tender: outcome, rules, bids, scores with their motivations, and how to check it. */
export function tenderReport(given: Messages, source: TenderReportSource): Report {
  const { input, outcome } = source;
  const m = forRules(given, input.rules);
  const award = awardInWords(m, input.rules, input.bids, outcome);
  return {
    language: m.locale,
    title: `${m.report.title}: ${source.title}`,
    subtitle: m.report.subtitle,
    author: m.app.name,
    date: source.date,
    contentHash: source.contentHash,
    cover: [
      ...(source.asOf === null ? [] : [{ term: m.report.date, value: m.format.moment(source.asOf) }]),
      { term: m.report.summary, value: award.statusShort },
      ...source.people,
      ...source.proof,
    ],
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    blocks: [
      ...summary(m, award, source),
      heading(1, m.report.rankings),
      ...[...award.lots, ...award.combinations].flatMap((lot) => lotSection(m, lot)),
      ...rulesChapter(m, source),
      ...bidsChapter(m, input),
      ...scoresChapter(m, input, award),
      ...proofChapter(m, source),
    ],
    attachments: [source.attachment],
  };
}

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const small = (text: string): Block[] => (text === '' ? [] : [{ kind: 'paragraph', text, style: 'small' }]);
const list = (items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
const cells = (...texts: string[]): Cell[] => texts.map((text) => ({ text }));

function summary(m: Messages, award: AwardInWords, { fictional, draw }: TenderReportSource): Block[] {
  return [
    heading(1, m.report.summary),
    ...(fictional === null ? [] : [{ kind: 'note', tone: 'warning', title: '', text: fictional } satisfies Block]),
    {
      kind: 'note',
      tone: award.status === 'awarded' ? 'success' : 'warning',
      title: award.statusShort,
      text: award.statusText,
    },
    {
      kind: 'table',
      caption: m.award.caption,
      columns: [
        { header: m.common.lot, align: 'start', width: 3 },
        { header: m.award.winner, align: 'start', width: 4 },
        { header: m.common.total, align: 'end', width: 1 },
      ],
      rows: award.lots.map((lot) => cells(lot.name, lot.result, lot.winnerTotal)),
    },
    ...(award.total === null ? [] : [paragraph(`${m.award.totalScore(award.total)} · ${award.winnersText}`)]),
    ...(award.drawBetween ? [paragraph(award.drawBetween)] : []),
    ...(award.contradiction.length > 0 ? [heading(2, m.award.contradiction), ...list(award.contradiction)] : []),
    paragraph(award.mechanism),
    ...(award.proof ? [paragraph(award.proof)] : []),
    ...(draw ? [paragraph(draw)] : []),
    ...(award.limitCosts.length === 0
      ? []
      : [
          heading(2, m.award.limits),
          paragraph(m.award.limitsLead),
          {
            kind: 'table',
            caption: m.award.limitsCaption,
            columns: [
              { header: m.award.whichLimit, align: 'start', width: 4 },
              { header: m.award.sum, align: 'end', width: 1.2 },
              { header: m.award.cost, align: 'end', width: 1.4 },
              { header: m.award.division, align: 'start', width: 5 },
            ],
            rows: award.limitCosts.map((cost) => cells(cost.what, cost.total, cost.cost, cost.division)),
          } satisfies Block,
          ...variants(m, award),
          heading(2, m.award.unique),
          ...award.uniqueness.map(paragraph),
          ...equalOutcomes(m, award),
        ]),
  ];
}

function variants(m: Messages, award: AwardInWords): Block[] {
  if (award.variants.length === 0) return [];
  return [
    heading(2, m.award.variants),
    paragraph(m.award.variantsLead),
    {
      kind: 'table',
      caption: m.award.variantsCaption,
      columns: [
        { header: m.award.variantLimit, align: 'start', width: 4 },
        { header: m.award.sum, align: 'end', width: 1.4 },
        { header: m.award.cost, align: 'end', width: 1.4 },
        { header: m.award.division, align: 'start', width: 5 },
      ],
      rows: award.variants.map((one) =>
        cells(one.current ? `${one.what} (${m.award.variantCurrent})` : one.what, one.total, one.cost, one.division),
      ),
    },
  ];
}

function equalOutcomes(m: Messages, { equalOutcomes: equal }: AwardInWords): Block[] {
  if (!equal) return [];
  return [
    {
      kind: 'table',
      caption: m.award.equalCaption,
      columns: [
        { header: m.award.division, align: 'start', width: 5 },
        ...equal.criteria.map((header) => ({ header, align: 'end' as const, width: 1.5 })),
        { header: m.award.remains, align: 'start', width: 1.5 },
      ],
      rows: equal.rows.map((row) => cells(row.division, ...row.points, row.remains)),
    },
  ];
}

const numeric = (header: string) => ({ header, align: 'end' as const, width: 1.8 });

function lotSection(m: Messages, lot: LotInWords): Block[] {
  const priced = lot.ranking.some((one) => one.price !== null);
  const pointed = lot.ranking.some((one) => one.pricePoints !== null);
  return [
    heading(2, lot.name),
    ...(lot.result === ''
      ? []
      : [{ kind: 'paragraph', text: `${m.award.winner}: ${lot.result}`, style: 'lead' } satisfies Block]),
    ...(lot.flags.length > 0 ? [heading(3, m.award.flags), ...list(lot.flags)] : []),
    ...(lot.reasons.length === 0
      ? []
      : [heading(3, m.award.why), ...list(lot.reasons.map(({ text, detail }) => `${text} ${detail}`.trim()))]),
    ...(lot.ranking.length === 0
      ? [paragraph(m.award.noBids)]
      : [
          {
            kind: 'bars',
            title: m.award.ranking(lot.name),
            alternative: m.award.chart(
              lot.name,
              lot.ranking.map((one) => [one.bidder, one.total]),
            ),
            full: lot.full,
            bars: lot.ranking.map((one) => ({
              label: one.wins ? m.award.asWinner(one.bidder) : one.bidder,
              value: one.length,
              text: one.total,
              highlighted: one.wins,
            })),
          } satisfies Block,
          {
            kind: 'table',
            caption: m.award.rankingCaption(lot.name),
            columns: [
              { header: m.common.bidder, align: 'start', width: 4 },
              { header: m.common.rank, align: 'end', width: 1 },
              ...(priced ? [numeric(m.award.qualityPoints), numeric(m.award.comparedPrice)] : []),
              ...(pointed ? [numeric(m.award.pricePoints)] : []),
              { header: m.common.total, align: 'end', width: priced ? 1.8 : 1.2 },
              { header: m.common.status, align: 'start', width: priced ? 2.5 : 4 },
            ],
            rows: lot.ranking.map((one) =>
              [
                one.bidder,
                String(one.rank),
                ...(priced ? [one.quality, one.price ?? '–'] : []),
                ...(pointed ? [one.pricePoints ?? '–'] : []),
                one.total,
                one.wins ? m.award.winner : one.remark,
              ].map((text) => ({ text, strong: one.wins })),
            ),
          } satisfies Block,
          ...(lot.prices ? [paragraph(lot.prices)] : []),
          ...list(lot.ranking.flatMap((one) => one.howTotal.map((line) => `${one.bidder}: ${line}`))),
        ]),
    ...(lot.setAside.length === 0
      ? []
      : [
          heading(3, m.award.setAside),
          ...list(lot.setAside.map(({ bidder, reasons }) => `${bidder}: ${reasons.join(' ')}`)),
        ]),
  ];
}

function rulesChapter(m: Messages, { input, rulesSha256 }: TenderReportSource): Block[] {
  const rules = rulesInWords(m, input.rules, rulesSha256);
  const seeNotice = rules.seeNotice === null ? [] : small(rules.seeNotice);
  const hasSources = rules.criteria.some(({ source }) => source !== '');
  return [
    heading(1, m.report.rules),
    paragraph(rules.description),
    ...(rules.exampleNotice === null
      ? []
      : [{ kind: 'note', tone: 'warning', title: m.rules.example, text: rules.exampleNotice } satisfies Block]),
    heading(2, m.rules.award),
    ...list(rules.award),
    ...small(rules.awardSource),
    ...seeNotice,
    heading(2, m.rules.price),
    paragraph(rules.price),
    ...list(rules.method),
    ...seeNotice,
    heading(2, m.rules.criteria),
    {
      kind: 'table',
      caption: m.rules.criteriaCaption,
      columns: [
        { header: m.common.criterion, align: 'start', width: 6 },
        { header: m.rules.wholeWeight, align: 'end', width: 1.8 },
        { header: m.common.minimumScore, align: 'end', width: 2.3 },
        ...(hasSources ? [{ header: m.common.source, align: 'start', width: 4 } as const] : []),
      ],
      rows: rules.criteria.map((one) => {
        const text = sentences(`${'– '.repeat(one.depth)}${one.name}`, one.description, one.scoring);
        return cells(text, one.weight, one.minimum, ...(hasSources ? [one.source] : []));
      }),
    },
    ...list(rules.rounding),
    ...seeNotice,
    heading(2, m.rules.scale),
    {
      kind: 'table',
      caption: m.rules.scaleCaption,
      columns: [
        { header: m.common.score, align: 'end', width: 1 },
        { header: m.rules.label, align: 'start', width: 2 },
        { header: m.rules.anchor, align: 'start', width: 7 },
      ],
      rows: rules.scale.map((step) => cells(step.value, step.label, step.anchor)),
    },
    ...seeNotice,
    ...(rules.growthPath === null
      ? []
      : [
          heading(2, m.rules.growthPath),
          paragraph(m.rules.growthPathLead),
          {
            kind: 'table',
            caption: m.rules.growthPathCaption,
            columns: [
              { header: m.rules.by, align: 'start', width: 4 },
              { header: m.rules.minimum, align: 'end', width: 1 },
            ],
            rows: rules.growthPath.rows.map((row) => cells(row.by, row.minimum)),
          } satisfies Block,
          ...small(rules.growthPath.source),
          ...seeNotice,
        ]),
    heading(2, m.rules.term),
    paragraph(rules.term),
    ...(rules.termExample === null ? [] : [paragraph(rules.termExample)]),
    ...small(rules.termSource),
  ];
}

function bidsChapter(m: Messages, input: EvaluationInput): Block[] {
  const bids = bidsInWords(m, input.rules, input.bids, input.fallen);
  return [
    heading(1, m.report.bids),
    ...bids.bids.flatMap((bid): Block[] => [
      heading(2, bid.name),
      paragraph(bid.form),
      {
        kind: 'table',
        caption: m.bids.captionOf(bid.name, bids.caption),
        columns: [
          { header: m.common.lot, align: 'start', width: 3 },
          ...bids.growthColumns.map((header) => ({ header, align: 'end' as const, width: 1.2 })),
          { header: m.common.status, align: 'start', width: 4.5 },
        ],
        rows: bid.lots.map((lot) =>
          cells(
            lot.lot,
            ...lot.percentages,
            lot.reasons.length > 0 ? sentences(lot.status, ...lot.reasons) : lot.status,
          ),
        ),
      },
    ]),
  ];
}

function scoresChapter(m: Messages, input: EvaluationInput, award: AwardInWords): Block[] {
  const ranked = new Map([...award.lots, ...award.combinations].map(({ lot, ranking }) => [lot, ranking]));
  return [
    heading(1, m.report.scores),
    ...biddable(input.rules).flatMap((lot) =>
      input.bids.flatMap((bid): Block[] => {
        const scores = input.consensus.filter((one) => one.bid === bid.id && one.lot === lot.id);
        if (scores.length === 0) return [];
        const entry = ranked.get(lot.id)?.find((one) => one.bid === bid.id);
        return [heading(2, m.report.scoresIn(bid.bidder.name, lot.name)), scoreTable(m, input, scores, entry)];
      }),
    ),
  ];
}

/** Score, weight, points and motivation per criterion, groups included; a bid that was set aside has no points. */
function scoreTable(
  m: Messages,
  { rules }: EvaluationInput,
  scores: EvaluationInput['consensus'],
  entry: RankInWords | undefined,
): Block {
  const rows = weightedCriteria(rules).map(({ criterion, depth }, place): Cell[] => {
    const one = scores.find((score) => score.criterion === criterion.id);
    const line = entry?.lines[place];
    return [
      { text: `${'– '.repeat(depth)}${inLanguage(criterion.name, m)}` },
      { text: m.format.decimal(one?.score ?? '') },
      ...(entry ? [{ text: line!.weight }, { text: line!.points }] : []),
      { text: one?.motivation ?? '' },
    ];
  });
  const total = entry && [m.report.qualityTotal, '', '', entry.linesTotal, ''].map((text) => ({ text, strong: true }));
  return {
    kind: 'table',
    caption: entry ? m.report.scoresCaption : m.report.scoresCaptionSetAside,
    columns: [
      { header: m.common.criterion, align: 'start', width: 3 },
      { header: m.common.score, align: 'end', width: 0.9 },
      ...(entry
        ? [
            { header: m.report.weightShort, align: 'end' as const, width: 1.2 },
            { header: m.common.points, align: 'end' as const, width: 1.1 },
          ]
        : []),
      { header: m.common.motivation, align: 'start', width: 6.5 },
    ],
    rows: [...rows, ...(total ? [total] : [])],
  };
}

function proofChapter(m: Messages, { proof, verifySteps }: TenderReportSource): Block[] {
  return [
    heading(1, m.report.proof),
    paragraph(m.report.proofText),
    { kind: 'list', ordered: true, items: verifySteps },
    ...proof.flatMap(({ term, value }): Block[] => [heading(2, term), { kind: 'code', text: value }]),
  ];
}
