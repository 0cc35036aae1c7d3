import { overviewOf } from '../../domain/contract/overview.ts';
import { calendarFile } from '../../exchange/calendar-file.ts';
import { daysOfTerm } from '../../explanation/contract/term-calendar.ts';
import { CONTRACT_READERS } from '../access.ts';
import { contractAsking } from '../acts/contract-act-kind.ts';
import { todayBy } from '../dutch-date.ts';
import { HttpError } from '../http-error.ts';
import { askedRange, budgetQuestions } from '../pages/budget-questions.ts';
import { contractActsDone } from '../pages/contract-acts.ts';
import { contractAreaModel } from '../pages/contract-area.ts';
import { CONTRACT_PARTS, contractDossierModel, hasPart } from '../pages/contract-dossier.ts';
import { contractPartModel } from '../pages/contract-part.ts';
import { contractRulesModel } from '../pages/contract-rules.ts';
import { noticeFrom } from '../pages/layout.ts';
import { oneLine } from '../pages/one-line.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';
import { contractOf, contractTrail } from './contract-context.ts';

/** A dossier of contracts: its overview, its areas and its parts. */
export function contractRoutes({ services, routes, render, layout }: Web): void {
  const { accounts, ruleSets } = services;
  const today = (): string => todayBy(services);

  routes.get('/contracts/:contract', CONTRACT_READERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = contractOf(services, account, request);
    const line = oneLine(m, services, account, state.dossier, 'contract');
    const model = contractDossierModel(m, account, accounts, state, overviewOf(state, today()), line, today());
    const frame = {
      title: state.title,
      trail: [{ href: '/contracts', label: m.watching.list.title }],
      notice: noticeFrom(request, {
        created: m.watching.opening.created,
        sheetRecorded: m.contractForms.sheet.saved,
        ...contractActsDone(m),
      }),
    };
    await render(response, 'contracts/dossier', { layout: layout(request, frame), ...model });
  });

  routes.get('/contracts/:contract/areas/:area', CONTRACT_READERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = contractOf(services, account, request);
    const asking = contractAsking(m, state, account, accounts, today());
    const model = contractAreaModel(asking, account, String(request.params.area));
    if (!model) throw new HttpError(404);
    const frame = {
      title: model.title,
      trail: [contractTrail(state)],
      notice: noticeFrom(request, { figuresRecorded: m.contractForms.figures.saved }),
    };
    await render(response, 'contracts/area', { layout: layout(request, frame), ...model });
  });

  for (const part of CONTRACT_PARTS) {
    routes.get(`/contracts/:contract/${part}`, CONTRACT_READERS, async (request, response, account) => {
      const m = request.context.messages;
      const state = contractOf(services, account, request);
      if (!hasPart(state, part)) throw new HttpError(404);
      const asked = part === 'budget' ? askedRange(m, request.query) : { range: null, problems: [] };
      const overview = overviewOf(state, today(), asked.range);
      const made = contractPartModel(m, account, state, overview, part, request.query);
      const { questions, problems } =
        part === 'budget'
          ? budgetQuestions(m, state, overview, request.query, asked.problems)
          : { questions: [], problems: made.problems };
      const model = { ...made.model, questions };
      const frame = {
        title: model.title,
        trail: [contractTrail(state)],
        errors: errorLinks(problems),
        notice: noticeFrom(request, {
          budgetSet: m.contractForms.budget.saved,
          indexRecorded: m.contractForms.index.saved,
        }),
      };
      const status = problems.length > 0 ? 422 : 200;
      await render(response, 'contracts/part', { layout: layout(request, frame), ...model }, status);
    });
  }

  routes.get('/contracts/:contract/term.ics', CONTRACT_READERS, (request, response, account) => {
    const m = request.context.messages;
    const state = contractOf(services, account, request);
    if (!hasPart(state, 'term')) throw new HttpError(404);
    const entries = daysOfTerm(m, overviewOf(state, today()).areas).map(({ on, ...day }) => ({
      ...day,
      start: on,
      end: on,
    }));
    response
      .type('text/calendar')
      .set('Content-Disposition', `attachment; filename="${state.dossier}.ics"`)
      .send(calendarFile(state.dossier, m.watching.calendar.name(state.title), entries));
  });

  routes.get('/contracts/:contract/rules', CONTRACT_READERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = contractOf(services, account, request);
    const model = contractRulesModel(m, state, ruleSets.contracts, request.path, request.query);
    const frame = { title: model.title, trail: [contractTrail(state)] };
    await render(response, 'contracts/rules', { layout: layout(request, frame), ...model });
  });
}
