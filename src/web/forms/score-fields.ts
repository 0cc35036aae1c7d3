import { sha256 } from '../../chain/canonical.ts';
import { faultOfMarks } from '../../domain/confidential.ts';
import { DomainError } from '../../domain/errors.ts';
import type { WeightedCriterion } from '../../domain/rules/criteria-tree.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { checkOnScale } from '../../domain/scoring/input.ts';
import type { TypedScore } from '../../domain/tender/own-work.ts';
import { type DraftScore, LONGEST_PLACE } from '../../domain/tender/state/events.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import { asTyped, type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

const MAXIMUM_MOTIVATION = 20_000;

/** A score in a form: what was typed on it, and what the form was made from. */
export interface SentScore {
  readonly typed: TypedScore;
  /** The version of the draft that the form was made from. */
  readonly version: number;
  /** Whether something was typed in this window: what nobody touched, or what was not sent, says nothing. */
  readonly isTouched: boolean;
}

/** What the one score is known by that a script sends to be kept, whatever it is called on its page. */
export const KEPT_CELL = 'kept';

/** @param key what the score is known by in its form */
export function readScore(body: FormBody, key: string): SentScore {
  const cell = {
    score: asTyped(body, `score.${key}`).trim(),
    motivation: typed(body, `motivation.${key}`),
    foundAt: typed(body, `found.${key}`),
  };
  return {
    typed: cell,
    version: readVersion(body, `draft.${key}`),
    isTouched: Object.hasOwn(body, `motivation.${key}`) && asTyped(body, `was.${key}`) !== printOf(cell),
  };
}

/** Stands for what a score held when its form was made. */
export const printOf = ({ score, motivation, foundAt }: TypedScore): string =>
  sha256(JSON.stringify([score, motivation, foundAt])).slice(0, 16);

/**
 * What is wrong with what was typed, or missing.
 * @param name of what is scored, as the score is called
 * @param read what the text comes to
 * @param demand 'nothing': blanks are fine; 'pairs': a score needs a motivation and the other way round; 'all': both are needed
 */
export function scoreProblems(
  m: Messages,
  rules: TenderRules,
  node: WeightedCriterion,
  { key, name, typed: cell, read }: { key: string; name: string; typed: TypedScore; read: DraftScore },
  demand: 'nothing' | 'pairs' | 'all',
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const problem = (field: 'score' | 'motivation' | 'found', text: string): void => {
    problems.push({ field: `${field}.${key}`, text });
  };
  const { score, motivation } = read;
  const refusal = score === null ? undefined : refusalOf(rules, node, score);
  if (refusal)
    problem('score', describeError(m, { code: refusal.code, details: { ...refusal.details, criterion: name } }));
  const wrong = motivation === null ? undefined : textProblem(m, motivation, name, MAXIMUM_MOTIVATION);
  if (wrong !== undefined) problem('motivation', wrong);
  const unmarked = motivation === null ? undefined : faultOfMarks(motivation);
  if (unmarked !== undefined) problem('motivation', m.confidential.faults[unmarked](name));
  const misplaced = textProblem(m, cell.foundAt, m.assessment.foundAt, LONGEST_PLACE, 'one');
  if (misplaced !== undefined) problem('found', misplaced);
  const needed = demand === 'all' || (demand === 'pairs' && (score !== null || motivation !== null));
  if (needed && score === null) problem('score', m.assessment.missingScore(name));
  if (needed && motivation === null) problem('motivation', m.assessment.missingMotivation(name));
  return problems;
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
