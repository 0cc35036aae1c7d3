import type { Request, Response } from 'express';
import { openDecision } from '../../actions/open-decision.ts';
import { canonicalJson, sha256 } from '../../chain/canonical.ts';
import { ownMatrix } from '../../domain/decision-matrix/own-matrix.ts';
import type { ComparisonRules } from '../../domain/decision-matrix/rules.ts';
import { attributeIn, criteriaIn, criteriaProblems, matrixProblems, scoreName } from '../forms/own-matrix-form.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { ownMatrixModel } from '../pages/own-matrix.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';

const OFFICER = ['procurement-officer'] as const;

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
    const { key, comparison } = comparisonOf(form);
    const frame = { title: m.decision.own.title, errors: errorLinks(problems) };
    const model = ownMatrixModel(m, key, comparison, form, problems);
    return render(response, 'decision/own-matrix', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/matrices/new', OFFICER, async (request, response) => {
    const form = request.query as FormBody;
    const asked = Object.hasOwn(form, 'criteria');
    const problems = asked ? criteriaProblems(request.context.messages, form) : [];
    await page(request, response, form, problems, problems.length > 0 ? 422 : 200);
  });

  routes.postLarge('/matrices', OFFICER, async (request, response, account) => {
    const form = request.body as FormBody;
    const { comparison } = comparisonOf(form);
    const problems = matrixProblems(request.context.messages, comparison, form);
    if (problems.length > 0) return await page(request, response, form, problems, 422);
    const rules = ownMatrix(comparison, attributeIn(comparison, form).id, criteriaIn(form), (alternative, criterion) =>
      typed(form, scoreName(alternative, criterion)),
    );
    const published = { rules, sha256: sha256(canonicalJson(rules)) };
    const dossier = openDecision(services.decisions, account.id, typed(form, 'title'), published);
    response.redirect(303, `/decisions/${dossier}?notice=created`);
  });
}
