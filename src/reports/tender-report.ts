import type { Outcome } from '../domain/evaluation/evaluate.ts';
import { scoredCriteria } from '../domain/rules/criteria-tree.ts';
import { COMMON } from '../domain/rules/in-lot.ts';
import { namesOf } from '../domain/rules/names.ts';
import { type PlaceKey, placeKey } from '../domain/rules/place.ts';
import { biddable } from '../domain/rules/rules.ts';
import type { RulesStanding } from '../domain/rules/standing.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { type AwardInWords, awardInWords } from '../explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../explanation/award-blocks.ts';
import { bidsInWords } from '../explanation/bids.ts';
import { bidsBlocks } from '../explanation/bids-blocks.ts';
import {
  type Block,
  type Cell,
  type Fact,
  type FlatBlock,
  heading,
  lowered,
  type Prose,
  paragraph,
  typedPassage,
} from '../explanation/blocks.ts';
import { givenColumn } from '../explanation/columns.ts';
import { withMarksSaid } from '../explanation/confidential.ts';
import { calculationBlocks, lotBlocks } from '../explanation/lot-blocks.ts';
import { rulesInWords, rulesWarning } from '../explanation/rules.ts';
import { rulesBlocks, warningNote } from '../explanation/rules-blocks.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import type { Attachment, Report } from './report.ts';

export interface TenderReportSource {
  readonly title: string;
  readonly input: EvaluationInput;
  readonly outcome: Outcome;
  readonly rulesSha256: string;
  readonly rulesStanding: RulesStanding;
  /** When the dossier stood like this; null for a file, which has no moment of its own. */
  readonly asOf: string | null;
  /** Who chaired and assessed, for the cover; empty for an evaluation from a file. */
  readonly people: readonly Fact[];
  /** What was assessed anew, and the awards of before; empty where nothing was. */
  readonly rounds: readonly FlatBlock[];
  /** The draws that were held, in words. */
  readonly draws: readonly Prose[];
  /** Where this comes from, for the cover; hashes in full. */
  readonly origin: readonly Fact[];
  /** Hashes of what it is made of, for the last chapter. */
  readonly checksums: readonly Fact[];
  /** How to calculate it again, in blocks. */
  readonly verification: readonly FlatBlock[];
  /** What is made up in it; null when nothing is. */
  readonly fictional: string | null;
  readonly attachments: readonly Attachment[];
  readonly contentHash: string;
}

/** The evaluation report of a tender: outcome, rules, bids, scores with their motivations, and how to check it. */
export function tenderReport(given: Messages, source: TenderReportSource): Report {
  const { input, outcome } = source;
  const m = forRules(given, input.rules);
  const award = awardInWords(m, input, outcome);
  return {
    language: m.locale,
    title: `${m.report.title}: ${source.title}`,
    subtitle: m.report.subtitle,
    author: m.app.name,
    date: source.asOf === null ? null : new Date(source.asOf),
    contentHash: source.contentHash,
    front: {
      kind: 'cover',
      facts: [
        ...(source.asOf === null ? [] : [{ term: m.report.date, value: m.format.moment(source.asOf) }]),
        { term: m.report.summary, value: award.statusShort },
        ...source.people,
        ...source.origin,
      ],
    },
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    blocks: [
      ...summary(m, award, source),
      heading(1, m.report.rankings),
      ...lowered([...award.lots, ...award.combinations].flatMap((lot) => lotBlocks(m, lot, lot.name))),
      heading(1, m.report.rules),
      ...lowered(rulesBlocks(m, rulesInWords(m, input.rules, source.rulesSha256, source.rulesStanding))),
      heading(1, m.report.bids),
      ...lowered(bidsBlocks(m, bidsInWords(m, input.rules, input.bids, input.fallen))),
      ...scoresChapter(m, input, award),
      ...(source.rounds.length === 0 ? [] : [heading(1, m.rounds.title), ...lowered(source.rounds)]),
      ...proofChapter(m, source),
    ],
    attachments: source.attachments,
  };
}

function summary(m: Messages, award: AwardInWords, { fictional, draws, rulesStanding }: TenderReportSource): Block[] {
  const [title, ...outcome] = outcomeBlocks(m, award, { draws });
  return [
    title!,
    ...warningNote(rulesWarning(m, rulesStanding)),
    ...(fictional === null ? [] : [{ kind: 'note', tone: 'information', title: '', text: fictional } satisfies Block]),
    ...outcome,
    ...lowered(limitBlocks(m, award)),
  ];
}

function scoresChapter(m: Messages, input: EvaluationInput, award: AwardInWords): Block[] {
  const ranked = new Map(
    [...award.lots, ...award.combinations].flatMap(({ lot, ranking }) =>
      ranking.map((one) => [placeKey(one.bid, lot), one] as const),
    ),
  );
  const scored = scoresByPlace(input.consensus);
  return [
    heading(1, m.report.scores),
    // What is scored once for all lots is told once.
    ...input.bids.flatMap((bid): Block[] => {
      const scores = scored.get(placeKey(bid.id, COMMON));
      if (!scores) return [];
      return [heading(2, m.report.scoresIn(bid.bidder.name, m.common.allLots)), motivationTable(m, input, scores)];
    }),
    ...biddable(input.rules).flatMap((lot) =>
      input.bids.flatMap((bid): Block[] => {
        const place = placeKey(bid.id, lot.id);
        const scores = scored.get(place);
        const entry = ranked.get(place);
        if (!scores && !entry) return [];
        return [
          heading(2, m.report.scoresIn(bid.bidder.name, lot.name)),
          ...(entry ? calculationBlocks(m, entry) : [paragraph(m.report.withoutPoints)]),
          ...(scores ? [motivationTable(m, input, scores)] : []),
        ];
      }),
    ),
  ];
}

function scoresByPlace(consensus: EvaluationInput['consensus']): Map<PlaceKey, EvaluationInput['consensus']> {
  const scored = new Map<PlaceKey, EvaluationInput['consensus']>();
  for (const score of consensus) {
    const key = placeKey(score.bid, score.lot);
    const known = scored.get(key);
    if (known) known.push(score);
    else scored.set(key, [score]);
  }
  return scored;
}

/** Score and motivation per criterion, as they were recorded. */
const motivationTable = (m: Messages, { rules }: EvaluationInput, scores: EvaluationInput['consensus']): Block => ({
  kind: 'table',
  caption: m.report.scoresCaption,
  columns: [
    { header: m.common.criterion, align: 'start', width: 3 },
    { header: m.common.score, align: 'end', width: 0.9 },
    { header: m.common.motivation, align: 'start', width: 7, prose: true },
  ],
  rows: scoredIn(m, rules, scores).map(({ name, score, motivation }): Cell[] => [
    { text: name },
    { text: score },
    { text: motivation === undefined ? '–' : [typedPassage(m, withMarksSaid(m, motivation))] },
  ]),
});

/** The criteria that have a score, in the order of the rules. */
function scoredIn(m: Messages, rules: EvaluationInput['rules'], scores: EvaluationInput['consensus']) {
  const found = scoredCriteria(rules).flatMap(({ criterion }) => {
    const one = scores.find((score) => score.criterion === criterion.id);
    const { id, scale } = criterion;
    const name = inLanguage(criterion.name, m);
    return one ? [{ criterion: id, scale, name, score: one.score, motivation: one.motivation }] : [];
  });
  const isYesNo = ({ scale }: (typeof found)[number]): boolean => scale?.kind === 'yes-no';
  const written = givenColumn(
    m,
    found.filter((one) => !isYesNo(one)).map(({ score }) => score),
  );
  const names = namesOf(rules, []);
  return found.map((one) => {
    const label = isYesNo(one) ? names.score(one.criterion, one.score) : null;
    return { ...one, score: isYesNo(one) ? (label ? inLanguage(label, m) : one.score) : written.shift()! };
  });
}

const proofChapter = (m: Messages, { checksums, verification }: TenderReportSource): Block[] => [
  heading(1, m.report.proof),
  paragraph(m.report.proofText),
  ...verification,
  ...checksums.flatMap(({ term, value }): Block[] => [heading(2, term), { kind: 'code', text: value }]),
];
