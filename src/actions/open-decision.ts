import type { Published } from '../criteria/rule-sets.ts';
import { startWeighing } from '../domain/decision/weighing.ts';
import { type MatrixRules, matrixOf } from '../domain/decision-matrix/rules.ts';
import type { Link } from '../domain/link.ts';
import type { Decisions } from './decisions.ts';

/** The seed that a decision starts with; it is part of the dossier, and whoever weighs may choose another. */
const FIRST_SEED = 1;

/**
 * Opens the dossier of a contract-model decision: the published matrix is copied into it whole, every criterion weighs the same.
 * @param follows the plan in which it was foreseen
 * @returns the id of the dossier
 */
export function openDecision(
  decisions: Decisions,
  officer: string,
  title: string,
  { rules, sha256 }: Published<MatrixRules>,
  follows: Link | null = null,
): string {
  const dossier = decisions.freeId(rules.id);
  const weighing = startWeighing(matrixOf(rules), FIRST_SEED);
  decisions.execute(dossier, officer, {
    type: 'publish-matrix',
    title,
    rules,
    rulesSha256: sha256,
    officer,
    weighing,
    ...(follows ? { follows } : {}),
  });
  return dossier;
}
