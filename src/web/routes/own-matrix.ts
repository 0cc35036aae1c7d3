import type { Request, Response } from 'express';
import { openDecision } from '../../actions/open-decision.ts';
import { canonicalJson, sha256 } from '../../chain/canonical.ts';
import { OWN_SCALE, ownMatrix } from '../../domain/decision-matrix/own-matrix.ts';
import type { ComparisonRules } from '../../domain/decision-matrix/rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { textField } from '../pages/fields.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';

const OFFICER = ['procurement-officer'] as const;
const MOST_CRITERIA = 12;
const MAXIMUM_NAME = 200;

/** A decision matrix of one's own on a comparison: first the criteria, then a score per cell, then it is a decision like any other. */
export function ownMatrixRoutes({ services, routes, render, layout }: Web): void {
  const comparisonOf = (form: FormBody): { key: string; comparison: ComparisonRules } => {
    const key = typed(form, 'comparison');
    const found = services.ruleSets.comparisons.get(key);
    if (!found) throw new HttpError(404);
    return { key, comparison: found.rules };
  };

  const page = (
    request: Request,
    response: Response,
    form: FormBody,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const t = m.decision.own;
    const { key, comparison } = comparisonOf(form);
    const criteria = criteriaIn(form);
    const attribute = attributeIn(comparison, form);
    const scored = criteria.length > 0 && !problems.some((problem) => problem.field === 'criteria');
    const errorAt = (field: string): string | null => {
      const problem = problems.find((one) => one.field === field);
      return problem ? `${m.app.errorPrefix}${problem.text}` : null;
    };
    return render(
      response,
      'decision/own-matrix',
      {
        layout: layout(request, { title: t.title, errors: errorLinks(problems) }),
        text: t,
        comparison: key,
        attributes: comparison.attributes.map(({ id, name }) => ({
          value: id,
          label: inLanguage(name, m),
          selected: id === attribute.id,
        })),
        attributeId: attribute.id,
        attributeName: inLanguage(attribute.name, m),
        criteriaField: textField(
          {
            name: 'criteria',
            label: t.criteria,
            hint: t.criteriaHint,
            value: typed(form, 'criteria'),
            multiline: true,
          },
          problems,
          m.app.errorPrefix,
        ),
        criteriaText: typed(form, 'criteria'),
        titleField: textField(
          {
            name: 'title',
            label: m.newTender.name,
            hint: m.decision.newForm.nameHint,
            value: typed(form, 'title'),
          },
          problems,
          m.app.errorPrefix,
        ),
        criteria,
        rows: scored
          ? attribute.values.map(({ id, name }) => ({
              name: inLanguage(name, m),
              cells: criteria.map((criterion, index) => {
                const field = `score.${id}.${index}`;
                return {
                  id: field,
                  label: t.scoreOf(criterion, inLanguage(name, m)),
                  error: errorAt(field),
                  options: ['', ...OWN_SCALE.map((level) => level.symbol)].map((symbol) => ({
                    value: symbol,
                    label: symbol === '' ? t.choose : symbol,
                    selected: typed(form, field) === symbol,
                  })),
                };
              }),
            }))
          : [],
        legend: OWN_SCALE.map((level) => `${level.symbol} ${inLanguage(level.meaning, m)}`),
      } as never,
      status,
    );
  };

  routes.get('/matrices/new', OFFICER, async (request, response) => {
    const form = request.query as FormBody;
    const asked = Object.hasOwn(form, 'criteria');
    const problems = asked ? criteriaProblems(request.context.messages, criteriaIn(form)) : [];
    await page(request, response, form, problems, problems.length > 0 ? 422 : 200);
  });

  routes.post('/matrices', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const form = request.body as FormBody;
    const { comparison } = comparisonOf(form);
    const criteria = criteriaIn(form);
    const attribute = attributeIn(comparison, form);
    const title = typed(form, 'title');
    const wrong =
      title === '' ? m.decision.newForm.nameRequired : textProblem(m, title, m.decision.newForm.name, 200, 'one');
    const problems: FieldProblem[] = [
      ...criteriaProblems(m, criteria),
      ...(wrong === undefined ? [] : [{ field: 'title', text: wrong }]),
      ...attribute.values.flatMap(({ id, name }) =>
        criteria.flatMap((criterion, index): FieldProblem[] => {
          const field = `score.${id}.${index}`;
          if (OWN_SCALE.some((level) => level.symbol === typed(form, field))) return [];
          return [{ field, text: m.decision.own.scoreRequired(criterion, inLanguage(name, m)) }];
        }),
      ),
    ];
    if (problems.length > 0) return await page(request, response, form, problems, 422);
    const rules = ownMatrix(comparison, attribute.id, criteria, (alternative, criterion) =>
      typed(form, `score.${alternative}.${criterion}`),
    );
    const published = { rules, sha256: sha256(canonicalJson(rules)) };
    const dossier = openDecision(services.decisions, account.id, title, published);
    response.redirect(303, `/decisions/${dossier}?notice=created`);
  });
}

const criteriaIn = (form: FormBody): string[] =>
  typed(form, 'criteria')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const attributeIn = (comparison: ComparisonRules, form: FormBody): ComparisonRules['attributes'][number] =>
  comparison.attributes.find((one) => one.id === typed(form, 'attribute')) ?? comparison.attributes[0]!;

function criteriaProblems(m: Messages, criteria: readonly string[]): FieldProblem[] {
  const t = m.decision.own;
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
