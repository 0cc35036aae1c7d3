import { toFractionText } from '../../domain/number.ts';
import { assessedIn } from '../../domain/rules/in-lot.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { scaleOf } from '../../domain/rules/scale.ts';
import type { DraftScore } from '../../domain/tender/state/events.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { errorAt } from './fields.ts';

/** One criterion to score: the scale with its meanings as radio buttons, and a motivation. */
export interface ScoreField {
  readonly id: string;
  readonly legend: string;
  readonly progress: string;
  readonly description: string;
  readonly weight: string;
  readonly minimum: string | null;
  readonly scoreLabel: string;
  readonly scoreName: string;
  readonly options: readonly {
    value: string;
    /** The value as people read it. */
    shown: string;
    label: string;
    anchor: string;
    checked: boolean;
    id: string;
  }[];
  /** On a scale of numbers: what is filled in, and from what up to what. The scale then has no options. */
  readonly points: null | {
    readonly hint: string;
    readonly minimum: string;
    readonly maximum: string;
    readonly value: string;
  };
  readonly scoreError: string | null;
  readonly motivationLabel: string;
  readonly motivationHint: string;
  readonly motivationName: string;
  readonly motivation: string;
  readonly motivationError: string | null;
  /** What is stored now, when the form was made from an older version. */
  readonly nowStored: string | null;
  readonly versionName: string | null;
  readonly version: number;
}

export interface ScoreFieldOptions {
  readonly scoreLabel: string;
  readonly motivationLabel: string;
  readonly motivationHint: string;
  readonly problems: readonly FieldProblem[];
  readonly nowStored?: (criterion: string) => string | null;
  /** The version of each score, where scores are versioned one by one. */
  readonly versionOf?: (criterion: string) => number;
}

/** @param lot of the place that is scored @param entries what is filled in, per criterion */
export function scoreFields(
  m: Messages,
  rules: TenderRules,
  lot: string,
  entries: readonly DraftScore[],
  options: ScoreFieldOptions,
): ScoreField[] {
  const nodes = assessedIn(rules, lot);
  const problemAt = (field: string): string | null => errorAt(field, options.problems, m.app.errorPrefix);
  return nodes.map((node, index) => {
    const { criterion, weight } = node;
    const scale = scaleOf(rules, node);
    const entry = entries.find((one) => one.criterion === criterion.id);
    const scoreName = `score.${criterion.id}`;
    const motivationName = `motivation.${criterion.id}`;
    return {
      id: criterion.id,
      legend: inLanguage(criterion.name, m),
      progress: m.assessment.progress(index + 1, nodes.length),
      description: criterion.description ? inLanguage(criterion.description, m) : '',
      weight: criterion.knockOut ? m.assessment.knockOut : m.assessment.weight(m.format.number(weight, 1)),
      minimum: criterion.minimumScore === undefined ? null : m.assessment.minimum(criterion.minimumScore),
      scoreLabel: options.scoreLabel,
      scoreName,
      points:
        scale.kind === 'numbers'
          ? {
              hint: m.assessment.pointsHint(m.format.readable(scale.minimum), m.format.readable(scale.maximum)),
              minimum: toFractionText(scale.minimum),
              maximum: toFractionText(scale.maximum),
              value: m.format.decimal(entry?.score ?? ''),
            }
          : null,
      options: (scale.kind === 'numbers' ? [] : scale.steps).map((step, place) => ({
        value: step.value,
        shown: m.format.decimal(step.value),
        label: step.label ? inLanguage(step.label, m) : '',
        anchor: step.anchor ? inLanguage(step.anchor, m) : '',
        checked: entry?.score === step.value,
        id: place === 0 ? scoreName : `${scoreName}-${step.value}`,
      })),
      scoreError: problemAt(scoreName),
      motivationLabel: options.motivationLabel,
      motivationHint: options.motivationHint,
      motivationName,
      motivation: entry?.motivation ?? '',
      motivationError: problemAt(motivationName),
      nowStored: options.nowStored?.(criterion.id) ?? null,
      versionName: options.versionOf ? `version.${criterion.id}` : null,
      version: options.versionOf?.(criterion.id) ?? 0,
    };
  });
}

export const errorLinks = (problems: readonly FieldProblem[]): { href: string; text: string }[] =>
  problems.map(({ field, text }) => ({ href: `#${field}`, text }));
