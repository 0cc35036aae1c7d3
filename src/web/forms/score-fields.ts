import { scoredCriteria } from '../../domain/evaluation/criteria-tree.ts';
import type { DraftScore } from '../../domain/tender/events.ts';
import type { TenderRules } from '../../domain/tender/rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

const MAXIMUM_MOTIVATION = 20_000;

export interface ScoreFields {
  /** One entry per scored criterion, in the announced order; null is what was left blank. */
  readonly entries: readonly DraftScore[];
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads a score and a motivation per criterion: the assessment form and the consensus form share these fields.
 * @param demand 'nothing': blanks are fine; 'pairs': a score needs a motivation and the other way round; 'all': every criterion needs both
 */
export function readScoreFields(
  m: Messages,
  rules: TenderRules,
  body: FormBody,
  demand: 'nothing' | 'pairs' | 'all',
): ScoreFields {
  const problems: FieldProblem[] = [];
  const entries = scoredCriteria(rules).map(({ criterion }): DraftScore => {
    const name = inLanguage(criterion.name, m);
    const score = typed(body, `score.${criterion.id}`) || null;
    const motivation = typed(body, `motivation.${criterion.id}`) || null;
    const problem = (field: 'score' | 'motivation', text: string): void => {
      problems.push({ field: `${field}.${criterion.id}`, text });
    };
    const known = score === null || rules.scale.some((step) => step.value === score);
    if (!known) {
      problem(
        'score',
        m.errors['score-outside-scale']({ criterion: name, score, scale: rules.scale.map((step) => step.value) }),
      );
    }
    const wrong = motivation === null ? undefined : textProblem(m, motivation, name, MAXIMUM_MOTIVATION);
    if (wrong !== undefined) problem('motivation', wrong);

    const needed = demand === 'all' || (demand === 'pairs' && (score !== null || motivation !== null));
    if (needed && score === null) problem('score', m.assessment.missingScore(name));
    if (needed && motivation === null) problem('motivation', m.assessment.missingMotivation(name));
    return { criterion: criterion.id, score, motivation };
  });
  return { entries, problems };
}

/** The version that a form was made from; 0 for something new, and for nonsense, which is then found stale. */
export function readVersion(body: FormBody, name: string): number {
  const text = typed(body, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
