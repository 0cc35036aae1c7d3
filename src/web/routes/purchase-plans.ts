import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { listPlans } from '../../actions/lists.ts';
import { openPlan } from '../../actions/open-plan.ts';
import { reportPlan } from '../../actions/report-plan.ts';
import { newestVersions } from '../../criteria/rule-sets.ts';
import { mayViewPlan } from '../../domain/purchase-plan/access.ts';
import type { PlanState } from '../../domain/purchase-plan/state.ts';
import { calendarFile } from '../../exchange/calendar-file.ts';
import { dateInWords, moreOnDate } from '../../explanation/plan-blocks.ts';
import { CHOICE_READERS } from '../access.ts';
import type { Asked } from '../asked.ts';
import { todayBy } from '../dutch-date.ts';
import { readListQuery } from '../forms/list-query.ts';
import { type FieldProblem, textProblem, typed } from '../forms/text.ts';
import { plansModel } from '../pages/home.ts';
import { noticeFrom } from '../pages/layout.ts';
import { EMPTY_PLAN, newPlanModel } from '../pages/new-plan.ts';
import { oneLine } from '../pages/one-line.ts';
import { partOf } from '../pages/pager.ts';
import { planFormPage } from '../pages/plan-form.ts';
import { purchasePlanModel } from '../pages/purchase-plan.ts';
import { errorLinks } from '../pages/score-field.ts';
import { sendSheet } from '../send-sheet.ts';
import { allDates, planTables } from '../sheets/plan-sheets.ts';
import { dossierFor, type Web } from './context.ts';
import { concludedEvaluation } from './what-it-follows.ts';

const OFFICER = ['procurement-officer'] as const;

/** The plan in the path, for who may see it. */
export function planOf(
  { services }: Pick<Web, 'services'>,
  { params, context }: Pick<Asked, 'params' | 'context'>,
  account: Account,
): Readonly<PlanState> {
  const mayKnow = (state: Readonly<PlanState> | undefined) => state !== undefined && mayViewPlan(state, account);
  const state = dossierFor(services.plans, params.plan, mayKnow);
  context.subject = state.title;
  return state;
}

/** Purchase plans: the list, a new one, and one to read and take along. */
export function purchasePlanRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const today = (): string => todayBy(services);

  routes.get('/plans', CHOICE_READERS, async (request, response, account) => {
    const asked = readListQuery(request.query);
    const filter = { archived: false, today: today(), title: asked.q === '' ? undefined : asked.q };
    const found = listPlans(services.storage, account, { ...filter, ...partOf(asked.page) });
    const model = plansModel(request.context.messages, asked, found, today());
    await render(response, 'home/decisions', {
      layout: layout(request, { title: model.title, ownSheets: true }),
      ...model,
    });
  });

  const newPage = (
    request: Request,
    response: Response,
    account: Account,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const asked = request.method === 'POST' ? request.body : request.query;
    const from = concludedEvaluation(services, account, typed(asked, 'contract'), typed(asked, 'event'));
    const hidden = from ? ['contract', 'event'].map((name) => ({ name, value: typed(asked, name) })) : [];
    const form = request.method === 'POST' ? request.body : { title: from?.name ?? '' };
    const frame = { title: m.planPages.begin.title, returnTo: '/plans/new', errors: errorLinks(problems) };
    const model = newPlanModel(m, services.ruleSets, form, hidden, problems, today());
    return render(
      response,
      'purchase-plan/form',
      { layout: layout(request, frame), ...planFormPage(m, model) },
      status,
    );
  };
  routes.get('/plans/new', OFFICER, (request, response, account) => newPage(request, response, account, [], 200));
  routes.post('/plans', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const t = m.planPages.begin;
    const title = typed(request.body, 'title');
    const year = typed(request.body, 'year');
    const example = typed(request.body, 'example');
    const wrong = title === '' ? t.nameRequired : textProblem(m, title, t.name, 200, 'one');
    const offered = newestVersions(services.ruleSets.purchasePlans).map(([key]) => key);
    const problems: FieldProblem[] = [
      ...(wrong === undefined ? [] : [{ field: 'title', text: wrong }]),
      ...(/^(199\d|20\d\d|21\d\d)$/.test(year) ? [] : [{ field: 'year', text: t.yearInvalid }]),
      ...([EMPTY_PLAN, ...offered].includes(example) ? [] : [{ field: 'example', text: t.exampleRequired }]),
    ];
    if (problems.length > 0) return await newPage(request, response, account, problems, 422);
    const from = concludedEvaluation(services, account, typed(request.body, 'contract'), typed(request.body, 'event'));
    const begun = {
      ...(from ? { follows: from.link } : {}),
      title,
      year: Number(year),
      example: example === EMPTY_PLAN ? null : example,
    };
    const dossier = openPlan(m, services, account.id, begun);
    response.redirect(303, `/plans/${dossier}?notice=created`);
  });

  routes.get('/plans/:plan', CHOICE_READERS, async (request, response, account) => {
    const state = planOf(web, request, account);
    const m = request.context.messages;
    const frame = { title: state.title, notice: noticeFrom(request, m.planPages.notices) };
    const line = oneLine(m, services, account, state.dossier, 'plan');
    const model = purchasePlanModel(m, account, services.accounts, state, today(), line);
    await render(response, 'purchase-plan/plan', { layout: layout(request, frame), ...model });
  });

  routes.long('get', '/plans/:plan/plan.pdf', CHOICE_READERS, 'report', async (request, response, account) => {
    const { dossier } = planOf(web, request, account);
    const report = reportPlan(request.context.messages, services, dossier, today());
    const pdf = await services.renderer.render(report);
    response
      .type('application/pdf')
      .set('Content-Disposition', `attachment; filename="${dossier}.pdf"`)
      .send(Buffer.from(pdf));
  });

  routes.get('/plans/:plan/plan.ics', CHOICE_READERS, (request, response, account) => {
    const state = planOf(web, request, account);
    const m = request.context.messages;
    const entries = allDates(state).map((one, at) => ({
      id: String(at + 1),
      summary: dateInWords(m, one),
      description: moreOnDate(m, one),
      start: one.on,
      end: one.on,
    }));
    response
      .type('text/calendar')
      .set('Content-Disposition', `attachment; filename="${state.dossier}.ics"`)
      .send(calendarFile(state.dossier, state.title, entries));
  });

  for (const type of ['xlsx', 'csv'] as const) {
    routes.get(`/plans/:plan/plan.${type}`, CHOICE_READERS, (request, response, account) => {
      const state = planOf(web, request, account);
      const m = request.context.messages;
      sendSheet(response, m, type, planTables(m, state), state.title, m.planPages.plan);
    });
  }
}
