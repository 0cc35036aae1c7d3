import { DomainError } from '../../domain/errors.ts';
import { readDecimal } from '../../domain/figures.ts';
import type { WeightedCriterion } from '../../domain/rules/criteria-tree.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { checkOnScale, scoreAsAnnounced } from '../../domain/scoring/input.ts';
import type { DraftScore } from '../../domain/tender/state/events.ts';
import { describeError, inLanguage, type Messages } from '../../messages/messages.ts';
import { asTyped, type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

const MAXIMUM_MOTIVATION = 20_000;

export interface ScoreFields {
  /** One entry per scored criterion, in the announced order; null is what was left blank. */
  readonly entries: readonly DraftScore[];
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads a score and a motivation per criterion: the assessment form and the consensus form share these fields.
 * @param asked the criteria that are scored at this place
 * @param demand 'nothing': blanks are fine; 'pairs': a score needs a motivation and the other way round; 'all': every criterion needs both
 */
export function readScoreFields(
  m: Messages,
  rules: TenderRules,
  asked: readonly WeightedCriterion[],
  body: FormBody,
  demand: 'nothing' | 'pairs' | 'all',
): ScoreFields {
  const problems: FieldProblem[] = [];
  const entries = asked.map((node): DraftScore => {
    const { criterion } = node;
    const name = inLanguage(criterion.name, m);
    const given = asTyped(body, `score.${criterion.id}`);
    const score =
      given.trim() === '' ? null : scoreAsAnnounced(rules, criterion.id, readDecimal(given) ?? given.trim());
    const motivation = typed(body, `motivation.${criterion.id}`) || null;
    const problem = (field: 'score' | 'motivation', text: string): void => {
      problems.push({ field: `${field}.${criterion.id}`, text });
    };
    const refusal = score === null ? undefined : refusalOf(rules, node, score);
    if (refusal)
      problem('score', describeError(m, { code: refusal.code, details: { ...refusal.details, criterion: name } }));
    const wrong = motivation === null ? undefined : textProblem(m, motivation, name, MAXIMUM_MOTIVATION);
    if (wrong !== undefined) problem('motivation', wrong);

    const needed = demand === 'all' || (demand === 'pairs' && (score !== null || motivation !== null));
    if (needed && score === null) problem('score', m.assessment.missingScore(name));
    if (needed && motivation === null) problem('motivation', m.assessment.missingMotivation(name));
    return { criterion: criterion.id, score, motivation };
  });
  return { entries, problems };
}

/** Why a score may not be given; undefined when it may. */
function refusalOf(rules: TenderRules, node: WeightedCriterion, score: string): DomainError | undefined {
  try {
    checkOnScale(rules, node, score);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** The version that a form was made from; 0 for something new, and for nonsense, which is then found stale. */
export function readVersion(body: FormBody, name: string): number {
  const text = typed(body, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
