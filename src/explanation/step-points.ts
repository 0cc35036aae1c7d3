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

/** The points of every score on every criterion, weighed. */
interface StepPoints {
  /** Where it is so; empty where it is so everywhere. */
  readonly lots: readonly string[];
  /** Criteria that have the same scores. */
  readonly scales: readonly {
    readonly scores: readonly { readonly score: string; readonly label: string }[];
    readonly rows: readonly { readonly name: string; readonly points: readonly string[] }[];
  }[];
}

/** More scores than this have no columns: the lowest and the highest do, and some between them. */
const MOST_SCORES = 7;
/** More criteria than this are told of in the rules, and not here. */
const MOST_CRITERIA = 40;

/** What each step of the scale is worth, criterion by criterion; nothing where nothing is scored. @param m of the tender: see `forRules` */
export function stepPointsBlocks(m: Messages, rules: TenderRules): FlatBlock[] {
  const t = m.tryOut.steps;
  const found = stepPoints(m, rules);
  if (found.every(({ scales }) => scales.length === 0)) return [];
  const isCut = found.some(({ scales }) => scales.some(({ rows }) => rows.length > MOST_CRITERIA));
  const isRelative = scoredCriteria(rules).some(({ criterion }) => criterion.relativeToBest);
  return [
    heading(1, t.title, 'steps'),
    paragraph(t.lead),
    ...found.flatMap(({ lots, scales }) =>
      scales.map(
        ({ scores, rows }): TableBlock => ({
          kind: 'table',
          caption: lots.length === 0 ? t.caption : t.captionIn(lots),
          stacks: true,
          columns: [
            { header: m.common.criterion, align: 'start', width: 4 },
            ...scores.map(({ score, label }) => ({
              header: label === '' ? score : `${score} (${label})`,
              align: 'end' as const,
              width: 1.4,
            })),
          ],
          rows: rows.slice(0, MOST_CRITERIA).map(({ name, points }) => cells(name, ...points)),
        }),
      ),
    ),
    ...(isCut ? [paragraph(t.cut(MOST_CRITERIA))] : []),
    ...(isRelative ? [paragraph(t.relative)] : []),
  ];
}

/** Lots in which everything is worth the same are told of together. */
function stepPoints(m: Messages, rules: TenderRules): StepPoints[] {
  const places = biddable(rules).map(({ id, name }) => ({ name, scales: scalesIn(m, rulesIn(rules, id)) }));
  const different = new Map<string, StepPoints>();
  for (const { name, scales } of places) {
    const key = JSON.stringify(scales);
    different.set(key, { scales, lots: [...(different.get(key)?.lots ?? []), name] });
  }
  const all = [...different.values()];
  return all.length === 1 ? [{ ...all[0]!, lots: [] }] : all;
}

function scalesIn(m: Messages, rules: TenderRules): StepPoints['scales'] {
  const byScale = new Map<string, StepPoints['scales'][number]>();
  for (const node of scoredCriteria(rules)) {
    if (node.criterion.knockOut) continue;
    const scores = scoresOf(m, rules, node);
    const worth = scores.map(({ exactly }) => toFractionText(pointsOfScore(rules, node, exactly)));
    const shown = scores.map(({ score, label }) => ({ score, label }));
    const key = JSON.stringify(shown);
    byScale.set(key, {
      scores: shown,
      rows: [
        ...(byScale.get(key)?.rows ?? []),
        { name: inLanguage(node.criterion.name, m), points: pointsOfLines(m, rules, worth) },
      ],
    });
  }
  return [...byScale.values()];
}

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
