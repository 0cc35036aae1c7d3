import { scoredCriteria } from '../domain/rules/criteria-tree.ts';
import { COMMON } from '../domain/rules/in-lot.ts';
import { namesOf } from '../domain/rules/names.ts';
import { type PlaceKey, placeKey } from '../domain/rules/place.ts';
import { biddable } from '../domain/rules/rules.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import type { AwardInWords } from '../explanation/award.ts';
import type { RankInWords } from '../explanation/award-lot.ts';
import { type Block, type Cell, heading, marked, onItsPage, paragraph, typedPassage } from '../explanation/blocks.ts';
import { givenColumn } from '../explanation/columns.ts';
import { withMarksSaid } from '../explanation/confidential.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';

/** Every score with its motivation and what it came to, lot by lot and bidder by bidder. @param m of the tender: see `forRules` */
export function scoresAnnex(m: Messages, input: EvaluationInput, award: AwardInWords): Block[] {
  const ranked = new Map(
    [...award.lots, ...award.combinations].flatMap(({ lot, ranking }) =>
      ranking.map((one) => [placeKey(one.bid, lot), one] as const),
    ),
  );
  const scored = scoresByPlace(input.consensus);
  // What is scored once for all lots is told once.
  const places = [{ id: COMMON, name: m.common.allLots }, ...biddable(input.rules)];
  const lots = places.flatMap(({ id, name }): Block[] => {
    const told = input.bids.flatMap(({ id: bid, bidder }): Block[] => {
      const place = placeKey(bid, id);
      const [scores, entry] = [scored.get(place), ranked.get(place)];
      if (!scores && !entry) return [];
      return [
        heading(3, bidder.name),
        ...bidBlocks(m, input, m.report.pointsIn(name), scores ?? [], entry, id === COMMON),
      ];
    });
    return told.length === 0 ? [] : [heading(2, id === COMMON ? m.report.scoredOnce : name), ...told];
  });
  return lots.length === 0 ? [] : [onItsPage(m.report.scores), ...lots];
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

/** One bid in one lot: with its points where it is ranked, else its scores alone. @param isCommon what is scored once has its points in every lot */
function bidBlocks(
  m: Messages,
  input: EvaluationInput,
  caption: string,
  scores: EvaluationInput['consensus'],
  entry: RankInWords | undefined,
  isCommon: boolean,
): Block[] {
  const found = scoresInWords(m, input.rules, scores);
  const motivation = (criterion: string): Cell => {
    const typed = found.get(criterion)?.motivation;
    return { text: typed === undefined ? '' : [typedPassage(m, withMarksSaid(m, typed))] };
  };
  const motivated = { header: m.common.motivation, align: 'start', width: 1, prose: true, under: true } as const;
  if (!entry) {
    return [
      ...(isCommon ? [] : [paragraph(m.report.withoutPoints)]),
      {
        kind: 'table',
        caption,
        columns: [
          { header: m.common.criterion, align: 'start', width: 6 },
          { header: m.common.score, align: 'end', width: 1.2 },
          motivated,
        ],
        rows: [...found].map(([criterion, { name, score }]) => [
          { text: name, strong: true },
          { text: score },
          motivation(criterion),
        ]),
      },
    ];
  }
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { header: m.common.criterion, align: 'start', width: 4 },
        { header: m.common.score, align: 'end', width: 1.2 },
        { header: m.award.howPoints, align: 'start', width: 5.6 },
        { header: m.common.points, align: 'end', width: 1.5 },
        motivated,
      ],
      rows: [
        ...entry.lines.map(({ id, criterion, depth, calculation, points }): Cell[] => [
          { text: criterion, depth, strong: true },
          { text: found.get(id)?.score ?? '' },
          { text: calculation },
          { text: points, ...(depth > 0 ? { part: true } : {}) },
          motivation(id),
        ]),
        marked([{ text: m.report.qualityTotal }, { text: '' }, { text: '' }, { text: entry.linesTotal }, { text: '' }]),
      ],
      sums: 1,
    },
    paragraph(sentences(...entry.howTotal, entry.beforeRounding)),
  ];
}

interface ScoreInWords {
  readonly name: string;
  readonly score: string;
  readonly motivation: string | undefined;
}

/** The criteria that have a score, in the order of the rules. */
function scoresInWords(
  m: Messages,
  rules: EvaluationInput['rules'],
  scores: EvaluationInput['consensus'],
): Map<string, ScoreInWords> {
  const given = new Map(scores.map((score) => [score.criterion, score]));
  const found = scoredCriteria(rules).flatMap(({ criterion: { id, name, scale } }) => {
    const one = given.get(id);
    return one ? [{ ...one, isYesNo: scale?.kind === 'yes-no', name: inLanguage(name, m) }] : [];
  });
  const written = givenColumn(
    m,
    found.filter(({ isYesNo }) => !isYesNo).map(({ score }) => score),
  );
  const names = namesOf(rules, []);
  const shown = ({ isYesNo, criterion, score }: (typeof found)[number]): string => {
    if (!isYesNo) return written.shift()!;
    const label = names.score(criterion, score);
    return label ? inLanguage(label, m) : score;
  };
  return new Map(
    found.map((one) => [one.criterion, { name: one.name, score: shown(one), motivation: one.motivation }]),
  );
}
