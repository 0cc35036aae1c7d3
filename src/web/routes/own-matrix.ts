import { openDecision } from '../../actions/open-decision.ts';
import { hashed } from '../../exchange/matrix-file.ts';
import type { Asked, Reply } from '../asked.ts';
import { readOwnMatrixForm } from '../forms/own-matrix-form.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { emptyOwnMatrix, type OwnMatrixModel, ownMatrixModel, type Prefill } from '../pages/own-matrix.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';

const OFFICER = ['procurement-officer'] as const;

/** A decision matrix of one's own: names or a file first, then a score per cell, then it is a decision like any other. */
export function ownMatrixRoutes({ services, routes, render, layout }: Web): void {
  const page = (request: Asked, response: Reply, model: OwnMatrixModel, problems: readonly FieldProblem[]) => {
    const { title } = request.context.messages.decision.own;
    const trail = [{ href: '/decisions/new', label: request.context.messages.decision.newForm.title }];
    const frame = { title, trail, returnTo: '/matrices/new', errors: errorLinks(problems) };
    const status = problems.length > 0 ? 422 : 200;
    return render(response, 'decision/own-matrix', { layout: layout(request, frame), ...model }, status);
  };

  /** The comparison that the address names; null where it names none. */
  const prefillOf = (form: FormBody): Prefill | null => {
    const key = typed(form, 'comparison');
    if (key === '') return null;
    const comparison = services.ruleSets.comparisons.get(key)?.rules;
    if (!comparison) throw new HttpError(404);
    const { attributes } = comparison;
    return { key, comparison, attribute: attributes.find(({ id }) => id === form.attribute) ?? attributes[0]! };
  };

  routes.get('/matrices/new', OFFICER, (request, response) =>
    page(request, response, emptyOwnMatrix(request.context.messages, prefillOf(request.query)), []),
  );

  routes.postLarge('/matrices', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const form = request.body as FormBody;
    const read = readOwnMatrixForm(m, form);
    if (!read.matrix || read.step !== 'scores' || read.problems.length > 0) {
      return await page(request, response, ownMatrixModel(m, form, read), read.problems);
    }
    const dossier = openDecision(services.decisions, account.id, typed(form, 'title'), hashed(read.matrix));
    response.redirect(303, `/decisions/${dossier}?notice=created`);
  });
}
