import { toFractionText } from '../../domain/number.ts';
import { scoredCriteria } from '../../domain/rules/criteria-tree.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import type { DraftScore } from '../../domain/tender/events.ts';
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
  /** Where the committee gives the points itself: what is filled in, and up to what. The scale then has no options. */
  readonly points: null | { readonly hint: string; readonly maximum: string; readonly value: string };
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

/** @param entries what is filled in, per criterion */
export function scoreFields(
  m: Messages,
  rules: TenderRules,
  entries: readonly DraftScore[],
  options: ScoreFieldOptions,
): ScoreField[] {
  const nodes = scoredCriteria(rules);
  const problemAt = (field: string): string | null => errorAt(field, options.problems, m.app.errorPrefix);
  return nodes.map(({ criterion, weight }, index) => {
    const entry = entries.find((one) => one.criterion === criterion.id);
    const scoreName = `score.${criterion.id}`;
    const motivationName = `motivation.${criterion.id}`;
    return {
      id: criterion.id,
      legend: inLanguage(criterion.name, m),
      progress: m.assessment.progress(index + 1, nodes.length),
      description: inLanguage(criterion.description, m),
      weight: m.assessment.weight(m.format.number(weight, 1)),
      minimum: criterion.minimumScore === undefined ? null : m.assessment.minimum(criterion.minimumScore),
      scoreLabel: options.scoreLabel,
      scoreName,
      points:
        criterion.scoring?.kind === 'points'
          ? {
              hint: m.assessment.pointsHint(m.format.readable(weight)),
              maximum: toFractionText(weight),
              value: m.format.decimal(entry?.score ?? ''),
            }
          : null,
      options: (criterion.scoring?.kind === 'points' ? [] : rules.scale).map((step, place) => ({
        value: step.value,
        shown: m.format.decimal(step.value),
        label: inLanguage(step.label, m),
        anchor: inLanguage(step.anchor, m),
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
