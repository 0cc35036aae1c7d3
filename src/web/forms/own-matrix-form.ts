import { OWN_SCALE } from '../../domain/decision-matrix/own-matrix.ts';
import type { ComparisonRules } from '../../domain/decision-matrix/rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

const MOST_CRITERIA = 12;
const MAXIMUM_NAME = 200;

/** The criteria that were typed, one a line. */
export const criteriaIn = (form: FormBody): string[] =>
  typed(form, 'criteria')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The attribute whose values are compared; the first one until it is chosen. */
export const attributeIn = (comparison: ComparisonRules, form: FormBody): ComparisonRules['attributes'][number] =>
  comparison.attributes.find((one) => one.id === typed(form, 'attribute')) ?? comparison.attributes[0]!;

/** The field of a score, by alternative and the place of the criterion. */
export const scoreName = (alternative: string, criterion: number): string => `score.${alternative}.${criterion}`;

/** What is wrong with the criteria as they were typed. */
export function criteriaProblems(m: Messages, form: FormBody): FieldProblem[] {
  const t = m.decision.own;
  const criteria = criteriaIn(form);
  const twin = criteria.find((name, index) => criteria.indexOf(name) !== index);
  const all = criteria.join('\n');
  const tooLong = criteria.find((name) => name.length > MAXIMUM_NAME);
  const wrong = textProblem(m, tooLong ?? all, t.criteria, tooLong === undefined ? all.length : MAXIMUM_NAME);
  const text =
    criteria.length === 0
      ? t.criteriaRequired
      : criteria.length > MOST_CRITERIA
        ? t.tooMany
        : twin !== undefined
          ? t.twice(twin)
          : wrong;
  return text === undefined ? [] : [{ field: 'criteria', text }];
}

/** What is wrong with the whole matrix: its criteria, its name, and scores that are not given. */
export function matrixProblems(m: Messages, comparison: ComparisonRules, form: FormBody): FieldProblem[] {
  const title = typed(form, 'title');
  const wrong =
    title === '' ? m.decision.newForm.nameRequired : textProblem(m, title, m.decision.newForm.name, 200, 'one');
  return [
    ...criteriaProblems(m, form),
    ...(wrong === undefined ? [] : [{ field: 'title', text: wrong }]),
    ...attributeIn(comparison, form).values.flatMap(({ id, name }) =>
      criteriaIn(form).flatMap((criterion, index): FieldProblem[] => {
        const field = scoreName(id, index);
        if (OWN_SCALE.some((level) => level.symbol === typed(form, field))) return [];
        return [{ field, text: m.decision.own.scoreRequired(criterion, inLanguage(name, m)) }];
      }),
    ),
  ];
}
