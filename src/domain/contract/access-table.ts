import { DomainError } from '../errors.ts';
import type { AccessRules } from './rules/access.ts';

export type AccessRow = AccessRules['rows'][number];

/**
 * Who decides in a case: the first row that fits.
 * @param answers an answer for each question
 * @throws DomainError `answer-missing` with the question, for one that is missing or not among the answers
 */
export function whoDecides({ questions, rows }: AccessRules, answers: Readonly<Record<string, string>>): AccessRow {
  for (const { id, answers: offered } of questions) {
    if (!offered.some((one) => one.id === answers[id])) throw new DomainError('answer-missing', { question: id });
  }
  const found = rows.find(({ when }) =>
    Object.entries(when).every(([question, fits]) => fits.includes(answers[question] ?? '')),
  );
  // Rules in which a case has no row are refused when they are loaded (rules/faults.ts).
  if (!found) throw new DomainError('answer-missing', { question: questions[0]!.id });
  return found;
}
