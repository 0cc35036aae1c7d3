import {
  add,
  type Exact,
  multiply,
  ratio,
  roundHalfUp,
  subtract,
  toDecimalText,
  toFractionText,
} from '../domain/number.ts';
import { scoredCriteria, type WeightedCriterion } from '../domain/rules/criteria-tree.ts';
import { rulesIn } from '../domain/rules/in-lot.ts';
import { biddable, type TenderRules } from '../domain/rules/rules.ts';
import { scaleOf } from '../domain/rules/scale.ts';
import { pointsOfScore } from '../domain/scoring/quality-score.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { cells, type FlatBlock, heading, paragraph, type TableBlock } from './blocks.ts';
import { pointsOfLines } from './totals.ts';

/** Criteria that have the same scores, and what each of these is worth on them. */
interface StepPoints {
  readonly scores: readonly Shown[];
  readonly rows: readonly {
    readonly name: string;
    readonly points: readonly string[];
    /** Where it is so; empty where it is so everywhere. */
    readonly lots: readonly string[];
  }[];
}

/** A score as people read it. */
interface Shown {
  readonly score: string;
  readonly label: string;
}

/** More scores than this have no columns: the lowest and the highest do, and some between them. */
const MOST_SCORES = 7;
/** More rows than this are not shown. */
const MOST_ROWS = 40;

/** What each step of the scale is worth, criterion by criterion; nothing where nothing is scored. @param m of the tender: see `forRules` */
export function stepPointsBlocks(m: Messages, rules: TenderRules): FlatBlock[] {
  const t = m.tryOut.steps;
  const scales = stepPoints(m, rules);
  if (scales.length === 0) return [];
  const isCut = scales.some(({ rows }) => rows.length > MOST_ROWS);
  const isRelative = scoredCriteria(rules).some(({ criterion }) => criterion.relativeToBest);
  return [
    heading(1, t.title, 'steps'),
    paragraph(t.lead),
    ...scales.map(
      ({ scores, rows }): TableBlock => ({
        kind: 'table',
        caption: t.caption,
        stacks: true,
        columns: [
          { header: m.common.criterion, align: 'start', width: 4 },
          ...scores.map(({ score, label }) => ({
            header: label === '' ? score : `${score} (${label})`,
            align: 'end' as const,
            width: 1.4,
          })),
        ],
        rows: rows
          .slice(0, MOST_ROWS)
          .map(({ name, points, lots }) => [
            { text: name, ...(lots.length === 0 ? {} : { notes: [t.only(lots)] }) },
            ...cells(...points),
          ]),
      }),
    ),
    ...(isCut ? [paragraph(t.cut(MOST_ROWS))] : []),
    ...(isRelative ? [paragraph(t.relative)] : []),
  ];
}

/** A criterion that is worth the same in several lots is told of once. */
function stepPoints(m: Messages, rules: TenderRules): StepPoints[] {
  const places = biddable(rules);
  const rows = new Map<string, { readonly scores: readonly Shown[]; readonly row: StepPoints['rows'][number] }>();
  for (const { id, name: lot } of places) {
    for (const { name, scores, points } of worthIn(m, rulesIn(rules, id))) {
      const key = JSON.stringify([name, scores, points]);
      const lots = [...(rows.get(key)?.row.lots ?? []), lot];
      rows.set(key, { scores, row: { name, points, lots } });
    }
  }
  const scales = new Map<string, StepPoints>();
  for (const { scores, row } of rows.values()) {
    const key = JSON.stringify(scores);
    const told = row.lots.length === places.length ? { ...row, lots: [] } : row;
    scales.set(key, { scores, rows: [...(scales.get(key)?.rows ?? []), told] });
  }
  return [...scales.values()];
}

/** Every criterion that earns points in a lot. @param rules as they hold there */
const worthIn = (m: Messages, rules: TenderRules) =>
  scoredCriteria(rules)
    .filter(({ criterion }) => !criterion.knockOut)
    .map((node) => {
      const scores = scoresOf(m, rules, node);
      const worth = scores.map(({ exactly }) => toFractionText(pointsOfScore(rules, node, exactly)));
      return {
        name: inLanguage(node.criterion.name, m),
        scores: scores.map(({ score, label }): Shown => ({ score, label })),
        points: pointsOfLines(m, rules, worth),
      };
    });

/** Scores of a scale, the lowest first: as they are calculated with, and as people read them. */
function scoresOf(
  m: Messages,
  rules: TenderRules,
  node: WeightedCriterion,
): { readonly exactly: string; readonly score: string; readonly label: string }[] {
  const scale = scaleOf(rules, node);
  if (scale.kind === 'steps') {
    return spread(scale.steps).map(({ value, label }) => ({
      exactly: value,
      score: m.format.decimal(value),
      label: label ? inLanguage(label, m) : '',
    }));
  }
  const { minimum, maximum, decimals } = scale;
  const between = (quarters: bigint): Exact =>
    roundHalfUp(add(minimum, multiply(subtract(maximum, minimum), ratio(quarters, 4n))), decimals);
  const texts = [minimum, between(1n), between(2n), between(3n), maximum].map((score) =>
    score === maximum ? toFractionText(maximum) : toDecimalText(score, decimals),
  );
  return [...new Set(texts)].map((text) => ({ exactly: text, score: m.format.readable(text), label: '' }));
}

/** As many as there is room for, evenly from the first to the last. */
function spread<One>(all: readonly One[]): One[] {
  if (all.length <= MOST_SCORES) return [...all];
  const places = Array.from({ length: MOST_SCORES }, (_, nth) =>
    Math.round((nth * (all.length - 1)) / (MOST_SCORES - 1)),
  );
  return places.map((place) => all[place]!);
}
