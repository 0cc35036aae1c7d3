import type { Request } from 'express';
import { DomainError } from '../../domain/errors.ts';
import { checkStart, MOST_WEEKS, type ProcedurePlan, planProcedure, START_YEARS } from '../../domain/procedure/plan.ts';
import { calendarFile } from '../../exchange/calendar-file.ts';
import { inLanguage } from '../../messages/messages.ts';
import { readDate } from '../forms/date.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { chosenRules } from '../pages/choose.ts';
import { decidesAt, nameOfStep, planModel } from '../pages/plan.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';

const READERS = ['procurement-officer', 'committee-member', 'auditor'] as const;

/** The procedure of a contract model as a plan: everything stands in the address, nothing is stored. */
export function planRoutes({ services, routes, render, layout }: Web): void {
  const { matrices } = services.ruleSets;

  const asked = (request: Request) => {
    const m = request.context.messages;
    const chosen = chosenRules(matrices, request.query.rules);
    const model = chosen?.rules.alternatives.find((one) => one.id === request.params.model);
    const procedure = model?.procedure;
    if (!chosen || !model || !procedure) throw new HttpError(404);
    const form = request.query as FormBody;
    const start = readDate(typed(form, 'start'));
    const weeksOf = (id: string): string =>
      Object.hasOwn(form, `weeks.${id}`)
        ? typed(form, `weeks.${id}`)
        : String(procedure.find((step) => step.id === id)!.exampleWeeks);
    const given = Object.hasOwn(form, 'start');
    const problems: FieldProblem[] = [
      ...(given && !mayStart(start)
        ? [{ field: 'start', text: m.plan.startInvalid(START_YEARS.first, START_YEARS.last) }]
        : []),
      ...procedure
        .filter(({ id }) => !/^[1-9]\d{0,2}$/.test(weeksOf(id)) || Number(weeksOf(id)) > MOST_WEEKS)
        .map(({ id }) => ({ field: `weeks.${id}`, text: m.plan.weeksInvalid(nameOfStep(m, model, id)) })),
    ];
    const plan: ProcedurePlan | null =
      given && problems.length === 0
        ? planProcedure(
            procedure.map(({ id }) => ({ id, weeks: Number(weeksOf(id)) })),
            start,
            model.leadTime,
          )
        : null;
    const query = new URLSearchParams([
      ...(chosen.key ? [['rules', chosen.key] as [string, string]] : []),
      ['start', start],
      ...procedure.map(({ id }): [string, string] => [`weeks.${id}`, weeksOf(id)]),
    ]).toString();
    return { m, model, plan, problems, typed: { start, weeks: weeksOf, query, rulesKey: chosen.key } };
  };

  routes.get('/contract-models/:model/plan', READERS, async (request, response) => {
    const { m, model, plan, problems, typed: entered } = asked(request);
    const page = planModel(m, model, entered, plan, problems);
    const frame = {
      title: page.title,
      trail: [
        { href: '/contract-models', label: m.choose.contractModels.title },
        { href: `/contract-models/${model.id}`, label: inLanguage(model.name, m) },
      ],
      errors: errorLinks(problems),
    };
    await render(response, 'plan/plan', { layout: layout(request, frame), ...page }, problems.length > 0 ? 422 : 200);
  });

  routes.get('/contract-models/:model/plan.ics', READERS, (request, response) => {
    const { m, model, plan } = asked(request);
    if (!plan) throw new HttpError(422);
    const entries = plan.steps.map((step) => ({
      id: step.id,
      summary: nameOfStep(m, model, step.id),
      description: `${m.plan.decides}: ${decidesAt(m, model, step.id)}`,
      start: step.start,
      end: step.end,
    }));
    response
      .type('text/calendar')
      .set('Content-Disposition', `attachment; filename="${model.id}.ics"`)
      .send(calendarFile(model.id, m.plan.title(inLanguage(model.name, m)), entries));
  });
}

function mayStart(text: string): boolean {
  try {
    checkStart(text);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
