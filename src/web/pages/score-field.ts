import { toFractionText } from '../../domain/number.ts';
import type { WeightedCriterion } from '../../domain/rules/criteria-tree.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { type Scale, scaleOf } from '../../domain/rules/scale.ts';
import type { TypedScore } from '../../domain/tender/own-work.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { printOf } from '../forms/score-fields.ts';
import type { FieldProblem } from '../forms/text.ts';
import type { DocumentsModel } from './documents.ts';
import { errorAt } from './fields.ts';

/** One score to give: a step of the scale or a number, a motivation, and where in the bid it is found. */
export interface ScoreField {
  /** What it is known by in its form: part of the names of its inputs. */
  readonly key: string;
  /** What is scored: the criterion, or the bid where a page is about one criterion. */
  readonly legend: string;
  /** Whether the legend is a heading of the page; else one stands above it. */
  readonly isHeading: boolean;
  /** How much it weighs, and what it must be at least; null where the page says so for all its scores. */
  readonly rule: RuleOfScore | null;
  /** What is asked, or what the bid holds, to unfold. */
  readonly more: ScoreMore | null;
  readonly scoreLabel: string;
  readonly scoreName: string;
  readonly options: readonly ScoreOption[];
  /** On a scale of numbers: what is filled in, and from what up to what. The scale then has no options. */
  readonly points: null | {
    readonly hint: string;
    readonly minimum: string;
    readonly maximum: string;
    readonly value: string;
  };
  readonly scoreError: string | null;
  /** What marks a passage of the motivation as confidential, with a script. */
  readonly mark: string;
  readonly markLabel: string;
  readonly motivationLabel: string;
  readonly motivationName: string;
  readonly motivation: string;
  readonly motivationError: string | null;
  /** Null where no place in the bid is asked. */
  readonly foundAt: null | {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly error: string | null;
  };
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  /** What another window had here. */
  readonly behind: readonly BehindField[];
  /** Where it is saved by itself; null where it is not. */
  readonly autosave: string | null;
}

export interface RuleOfScore {
  readonly weight: string;
  readonly minimum: string | null;
}

export interface ScoreMore {
  readonly title: string;
  readonly text: string | null;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  /** Where what is scored can be read. */
  readonly documents: DocumentsModel | null;
}

interface ScoreOption {
  readonly value: string;
  /** The value as people read it. */
  readonly shown: string;
  readonly label: string;
  readonly anchor: string;
  readonly checked: boolean;
  readonly id: string;
}

interface BehindField {
  readonly text: string;
  readonly score: string;
  readonly motivation: string;
  readonly restore: string;
  readonly discard: string;
}

export interface GivenScore {
  readonly key: string;
  readonly legend: string;
  readonly node: WeightedCriterion;
  readonly more?: ScoreMore | null;
  readonly typed: TypedScore;
  /** The versions that the form is made from, by the names of their fields. */
  readonly versions: Readonly<Record<string, number>>;
  readonly behind?: readonly BehindField[];
  readonly autosave?: string | null;
  /** Whether the weight and the minimum stand with it. */
  readonly saysRule?: boolean;
  readonly isHeading?: boolean;
}

export interface ScoreTexts {
  readonly scoreLabel: string;
  readonly motivationLabel: string;
  /** Null where no place in the bid is asked. */
  readonly foundAtLabel: string | null;
}

/** @param problems of the form that it stands in */
export function scoreField(
  m: Messages,
  rules: TenderRules,
  given: GivenScore,
  { scoreLabel, motivationLabel, foundAtLabel }: ScoreTexts,
  problems: readonly FieldProblem[],
): ScoreField {
  const {
    key,
    legend,
    node,
    more = null,
    typed,
    versions,
    behind = [],
    autosave = null,
    saysRule = true,
    isHeading = true,
  } = given;
  const scale = scaleOf(rules, node);
  const [scoreName, motivationName, foundName] = [`score.${key}`, `motivation.${key}`, `found.${key}`];
  const problemAt = (field: string): string | null => errorAt(field, problems, m.app.errorPrefix);
  return {
    key,
    legend,
    isHeading,
    rule: saysRule ? ruleOf(m, node) : null,
    more,
    scoreLabel,
    scoreName,
    points:
      scale.kind === 'numbers'
        ? {
            hint: m.assessment.pointsHint(m.format.readable(scale.minimum), m.format.readable(scale.maximum)),
            minimum: toFractionText(scale.minimum),
            maximum: toFractionText(scale.maximum),
            value: m.format.decimal(typed.score),
          }
        : null,
    options: stepsOf(m, scale).map((step, place) => ({
      ...step,
      checked: typed.score === step.value,
      id: place === 0 ? scoreName : `${scoreName}-${step.value}`,
    })),
    scoreError: problemAt(scoreName),
    mark: m.confidential.mark,
    markLabel: m.confidential.markFor(legend),
    motivationLabel,
    motivationName,
    motivation: typed.motivation,
    motivationError: problemAt(motivationName),
    foundAt:
      foundAtLabel === null
        ? null
        : { name: foundName, label: foundAtLabel, value: typed.foundAt, error: problemAt(foundName) },
    hidden: [
      ...Object.entries(versions).map(([name, version]) => ({ name: `${name}.${key}`, value: String(version) })),
      { name: `was.${key}`, value: printOf(typed) },
    ],
    behind,
    autosave,
  };
}

export const ruleOf = (m: Messages, { criterion, weight }: WeightedCriterion): RuleOfScore => ({
  weight: criterion.knockOut ? m.assessment.knockOut : m.assessment.weight(m.format.number(weight, 1)),
  minimum: criterion.minimumScore === undefined ? null : m.assessment.minimum(criterion.minimumScore),
});

/** A scale as it is read beside the scores. */
export interface ScaleModel {
  /** The criteria that it holds for; null where it holds for all on the page. */
  readonly title: string | null;
  readonly steps: readonly { readonly value: string; readonly shown: string; label: string; anchor: string }[];
  /** Of a scale of numbers: from what up to what. */
  readonly text: string | null;
}

/** The scales of what is scored on a page, each once. */
export function scalesOf(m: Messages, rules: TenderRules, nodes: readonly WeightedCriterion[]): ScaleModel[] {
  const found = new Map<string, { scale: Scale; names: string[] }>();
  for (const node of nodes) {
    const scale = scaleOf(rules, node);
    const key =
      scale.kind === 'steps'
        ? JSON.stringify(scale.steps)
        : `${toFractionText(scale.minimum)} ${toFractionText(scale.maximum)}`;
    const known = found.get(key) ?? { scale, names: [] };
    found.set(key, known);
    const name = inLanguage(node.criterion.name, m);
    if (!known.names.includes(name)) known.names.push(name);
  }
  return [...found.values()].map(({ scale, names }) => ({
    title: found.size > 1 ? names.join('; ') : null,
    steps: [...stepsOf(m, scale)].reverse(),
    text:
      scale.kind === 'numbers'
        ? m.assessment.pointsHint(m.format.readable(scale.minimum), m.format.readable(scale.maximum))
        : null,
  }));
}

const stepsOf = (m: Messages, scale: Scale) =>
  scale.kind === 'numbers'
    ? []
    : scale.steps.map((step) => ({
        value: step.value,
        shown: m.format.decimal(step.value),
        label: step.label ? inLanguage(step.label, m) : '',
        anchor: step.anchor ? inLanguage(step.anchor, m) : '',
      }));

export const errorLinks = (problems: readonly FieldProblem[]): { href: string; text: string }[] =>
  problems.map(({ field, text }) => ({ href: `#${field}`, text }));
