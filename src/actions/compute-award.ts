import { DomainError } from '../domain/errors.ts';
import { evaluate, type Outcome } from '../domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { may } from '../domain/tender/admit.ts';
import { suggesting } from '../domain/tender/decide.ts';
import { evaluationInputOf } from '../domain/tender/evaluation-input.ts';
import { unscoredCells } from '../domain/tender/state/rounds.ts';
import type { Tenders } from './tenders.ts';

/** Computes and stores the award of a tender. @throws DomainError what `decide` throws, `dossier-moves` */
export async function computeAward(tenders: Tenders, dossier: string, actor: string): Promise<void> {
  await tenders.executeLong(dossier, actor, async (state) => {
    const suggestion =
      may(state, actor, 'award-computed') && unscoredCells(state).length === 0
        ? (await evaluateWithHelp(evaluationInputOf(state))).suggestion
        : undefined;
    return { type: 'compute-award', ...(suggestion ? { suggestion } : {}) };
  });
}

/**
 * Evaluates; only where the own search spends its budget of branches HiGHS is loaded and asked for a division, which is then checked
 * exactly and improved on. The suggestion is part of what the outcome follows from.
 * @throws DomainError what `evaluate` throws
 */
export async function evaluateWithHelp(
  input: EvaluationInput,
): Promise<{ readonly outcome: Outcome; readonly suggestion?: readonly number[] }> {
  const own = tryAlone(input);
  if (own && own.award.status !== 'best-found') return { outcome: own };
  const { loadHighs } = await import('../solver/highs.ts');
  const highs = await loadHighs();
  let asked: readonly number[] | undefined;
  evaluate(input, {
    integerProgram: (program) => {
      asked = highs(program);
      return asked;
    },
  });
  return asked
    ? { outcome: evaluate(input, suggesting(asked)), suggestion: asked }
    : { outcome: own ?? evaluate(input) };
}

/** Undefined when no division at all was found within the budget, though there may be one. */
function tryAlone(input: EvaluationInput): Outcome | undefined {
  try {
    return evaluate(input);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'award-too-large') return undefined;
    throw error;
  }
}
