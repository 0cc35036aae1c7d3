import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { requireOpenAccount } from '../../actions/open-account.ts';
import { DomainError } from '../../domain/errors.ts';
import { idOf } from '../../domain/ids.ts';
import { mayCause, mayPlan } from '../../domain/purchase-plan/access.ts';
import { decidePlan } from '../../domain/purchase-plan/decide.ts';
import type { EntryOf, EntryType, NewPlanEvent, PlanEventType } from '../../domain/purchase-plan/events.ts';
import { before, type PlanState, standing, standingOf } from '../../domain/purchase-plan/state.ts';
import { hasRole } from '../../domain/roles.ts';
import { describeError } from '../../messages/messages.ts';
import { confirmationOfAdoption } from '../confirm/adoption.ts';
import { carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { fieldReader } from '../forms/plan-fields.ts';
import { bodyOf, offeredModels, readEntry, stepsToType } from '../forms/plan-form.ts';
import { readVersion } from '../forms/score-fields.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { type EntryForm, entryFormModel, NEW_SERVICE, type PlanFormModel, planFormPage } from '../pages/plan-form.ts';
import { adoptionFormModel, officerFormModel, reasonFormModel } from '../pages/plan-steps.ts';
import { ROOM_OF, subjectOf } from '../pages/purchase-plan.ts';
import { errorLinks } from '../pages/score-field.ts';
import { confirmPage } from './confirming.ts';
import { requireAccess, type Web } from './context.ts';
import { planOf } from './purchase-plans.ts';

const OFFICER = ['procurement-officer'] as const;

/** What is changed in a purchase plan: what is planned, adopting it, closing it, and who leads it. */
export function planEntryRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const { plans, accounts, ruleSets } = services;

  const trail = (state: Readonly<PlanState>) => [{ href: `/plans/${state.dossier}`, label: state.title }];
  /** @throws HttpError 403 for who does not lead the plan; DomainError where it cannot be done now */
  const leading = (request: Request, account: Account, type: PlanEventType): Readonly<PlanState> => {
    const state = planOf(web, request, account);
    requireAccess(mayPlan(state, account));
    if (!mayCause(state, account.id, type)) {
      throw new DomainError('plan-in-other-state', { phase: state.phase });
    }
    return state;
  };
  const show = (
    request: Request,
    response: Response,
    state: Readonly<PlanState>,
    model: PlanFormModel,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const frame = { title: model.title, trail: trail(state), returnTo: request.path, errors: errorLinks(problems) };
    return render(
      response,
      'purchase-plan/form',
      { layout: layout(request, frame), ...planFormPage(request.context.messages, model) },
      status,
    );
  };
  /** What the rules refuse, at the field that it is about. @throws what is no refusal */
  const problemIn = (request: Request, error: unknown, fields: readonly string[], otherwise: string): FieldProblem => {
    if (!(error instanceof DomainError) || error.code === 'plan-in-other-state') throw error;
    const field = error.field !== null && fields.includes(error.field) ? error.field : otherwise;
    return { field, text: describeError(request.context.messages, error) };
  };
  const statusOf = (error: unknown): number => (error instanceof DomainError && error.code === 'stale' ? 409 : 422);
  const say = (state: Readonly<PlanState>, account: Account, event: NewPlanEvent, version: number | null): void =>
    plans.execute(state.dossier, account.id, { type: 'say', event, version });

  for (const type of ['service-planned', 'phase-planned', 'moment-planned'] as const) {
    const room = ROOM_OF[type];
    const page = (
      request: Request,
      response: Response,
      state: Readonly<PlanState>,
      form: EntryForm,
      body: FormBody,
      problems: readonly FieldProblem[],
      status: number,
    ) => {
      const m = request.context.messages;
      const model = entryFormModel(m, state, form, body, problems, offeredModels(m, ruleSets));
      return show(request, response, state, model, problems, status);
    };

    const save = async (
      request: Request,
      response: Response,
      account: Account,
      state: Readonly<PlanState>,
      entry: EntryOf<EntryType> | undefined,
      form: EntryForm,
    ) => {
      const m = request.context.messages;
      const models = offeredModels(m, ruleSets);
      if (typed(request.body, 'intent') === 'steps') {
        const chosen = models.find(({ value }) => value === typed(request.body, 'contractModel'));
        const nothing = { field: 'contractModel', text: m.planPages.forms.noSteps };
        const problems = chosen && chosen.steps.length > 0 ? [] : [nothing];
        const body = problems.length > 0 ? request.body : { ...request.body, steps: stepsToType(chosen!.steps) };
        return await page(request, response, state, form, body, problems, problems.length > 0 ? 422 : 200);
      }
      const id = entry ? subjectOf(entry) : freeId(state, type, typed(request.body, 'name'));
      const read = readEntry(m, type, request.body, id, entry, models);
      if ('problems' in read) return await page(request, response, state, form, request.body, read.problems, 422);
      try {
        say(state, account, read.event, readVersion(request.body, 'version'));
      } catch (error) {
        const problem = problemIn(request, error, ['pillar', 'pillarReason', 'until', 'reason'], 'name');
        return await page(request, response, state, form, request.body, [problem], statusOf(error));
      }
      response.redirect(303, `/plans/${state.dossier}?notice=planned`);
    };

    const blank = ({ dossier }: Readonly<PlanState>): EntryForm => ({
      type,
      changes: null,
      action: `/plans/${dossier}/${room}/new`,
      version: '0',
    });
    routes.get(`/plans/:plan/${room}/new`, OFFICER, (request, response, account) => {
      const state = leading(request, account, type);
      return page(request, response, state, blank(state), type === 'service-planned' ? NEW_SERVICE : {}, [], 200);
    });
    routes.postLarge(`/plans/:plan/${room}/new`, OFFICER, (request, response, account) => {
      const state = leading(request, account, type);
      return save(request, response, account, state, undefined, blank(state));
    });

    const entryOf = (request: Request, state: Readonly<PlanState>): EntryOf<EntryType> => {
      const entry = standingOf(state, type, String(request.params.entry));
      if (!entry) throw new HttpError(404);
      return entry;
    };
    const changing = ({ dossier }: Readonly<PlanState>, entry: EntryOf<EntryType>, version: string): EntryForm => ({
      type,
      changes: entry.payload.name,
      action: `/plans/${dossier}/${room}/${subjectOf(entry)}`,
      version,
    });
    routes.get(`/plans/:plan/${room}/:entry`, OFFICER, (request, response, account) => {
      const state = leading(request, account, type);
      const entry = entryOf(request, state);
      return page(request, response, state, changing(state, entry, String(entry.seq)), bodyOf(entry), [], 200);
    });
    routes.postLarge(`/plans/:plan/${room}/:entry`, OFFICER, (request, response, account) => {
      const state = leading(request, account, type);
      const entry = entryOf(request, state);
      const form = changing(state, entry, typed(request.body, 'version'));
      return save(request, response, account, state, entry, form);
    });
  }

  /** A step for which nothing is asked but a reason. */
  const reasoned = (
    path: string,
    type: 'entry-withdrawn' | 'dossier-closed' | 'dossier-reopened',
    notice: string,
    modelOf: (
      request: Request,
      state: Readonly<PlanState>,
      body: FormBody,
      problems: readonly FieldProblem[],
    ) => PlanFormModel,
    eventOf: (request: Request, reason: string) => NewPlanEvent,
  ) => {
    routes.get(path, OFFICER, (request, response, account) => {
      const state = leading(request, account, type);
      return show(request, response, state, modelOf(request, state, {}, []), [], 200);
    });
    routes.post(path, OFFICER, async (request, response, account) => {
      const state = leading(request, account, type);
      const f = request.context.messages.planPages.forms;
      const read = fieldReader(request.context.messages, request.body);
      const reason = read.required('reason', f.reasonOnly, f.reasonRequired, 2000);
      let { problems }: { problems: FieldProblem[] } = read;
      const model = modelOf(request, state, request.body, problems);
      if (problems.length === 0) {
        try {
          say(state, account, eventOf(request, reason), null);
          return response.redirect(303, `/plans/${state.dossier}?notice=${notice}`);
        } catch (error) {
          problems = [problemIn(request, error, ['reason'], 'reason')];
          return await show(request, response, state, modelOf(request, state, request.body, problems), problems, 422);
        }
      }
      await show(request, response, state, model, problems, 422);
    });
  };

  const entryAt = (request: Request, state: Readonly<PlanState>): EntryOf<EntryType> => {
    const found = (['service-planned', 'phase-planned', 'moment-planned'] as const)
      .flatMap((type): EntryOf<EntryType>[] => standing(state, type))
      .find(({ seq }) => String(seq) === request.params.entry);
    if (!found) throw new HttpError(404);
    return found;
  };
  reasoned(
    '/plans/:plan/entries/:entry/withdraw',
    'entry-withdrawn',
    'withdrawn',
    (request, state, body, problems) => {
      const m = request.context.messages;
      const entry = entryAt(request, state);
      const f = m.planPages.forms;
      const after = before(state, entry).length > 0 ? f.withdrawAgain : f.withdrawGone;
      return reasonFormModel(m, state, body, problems, {
        title: m.planPages.actions.withdrawOf(entry.payload.name),
        lead: `${f.withdrawLead} ${after}`,
        action: `/plans/${state.dossier}/entries/${entry.seq}/withdraw`,
        button: m.planPages.actions.withdraw,
      });
    },
    (request, reason) => ({ type: 'entry-withdrawn', payload: { seq: Number(request.params.entry), reason } }),
  );
  for (const [step, type, lead, notice] of [
    ['close', 'dossier-closed', 'closeLead', 'closed'],
    ['reopen', 'dossier-reopened', 'reopenLead', 'reopened'],
  ] as const) {
    reasoned(
      `/plans/:plan/${step}`,
      type,
      notice,
      (request, state, body, problems) => {
        const m = request.context.messages;
        const label = m.planPages.actions[step];
        const action = `/plans/${state.dossier}/${step}`;
        return reasonFormModel(m, state, body, problems, {
          title: label,
          lead: m.planPages.forms[lead],
          action,
          button: label,
        });
      },
      (_, reason) => ({ type, payload: { reason } }),
    );
  }

  const adoptionPage = (
    request: Request,
    response: Response,
    state: Readonly<PlanState>,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const model = adoptionFormModel(request.context.messages, state, request.body ?? {}, problems);
    return show(request, response, state, model, problems, status);
  };
  routes.get('/plans/:plan/adoption', OFFICER, (request, response, account) =>
    adoptionPage(request, response, leading(request, account, 'plan-adopted'), [], 200),
  );
  routes.post('/plans/:plan/adoption', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const state = leading(request, account, 'plan-adopted');
    if (goesBack(request.body)) return await adoptionPage(request, response, state, [], 200);
    const f = m.planPages.forms;
    const read = fieldReader(m, request.body);
    const on = read.date('on', f.on);
    if (on === null) read.problems.push({ field: 'on', text: f.noDate(f.on) });
    const by = read.required('by', f.by, f.byRequired, 200, 'one');
    const payload = { on: on ?? '', by, document: read.text('document', f.document, 300, 'one') };
    if (read.problems.length > 0) return await adoptionPage(request, response, state, read.problems, 422);
    try {
      const event = { type: 'plan-adopted', payload } as const;
      // What the rules refuse is said before anything is to be agreed to.
      decidePlan(state, account.id, { type: 'say', event, version: null });
      const confirmation = confirmationOfAdoption(m, state, payload);
      const carried = carriedFields(request.body);
      if (!isAgreed(request.body, confirmation, carried)) {
        return await confirmPage(web, request, response, confirmation, { carried, trail: trail(state) });
      }
      say(state, account, event, state.changedVersion);
    } catch (error) {
      const problem = problemIn(request, error, [], 'on');
      return await adoptionPage(request, response, state, [problem], statusOf(error));
    }
    response.redirect(303, `/plans/${state.dossier}?notice=adopted`);
  });

  const colleagues = (state: Readonly<PlanState>) =>
    accounts
      .list()
      .filter((one) => hasRole(one, 'procurement-officer') && !one.closed && one.id !== state.officer)
      .map(({ id, name }): readonly [string, string] => [id, name]);
  const officerPage = (
    request: Request,
    response: Response,
    state: Readonly<PlanState>,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const model = officerFormModel(request.context.messages, state, colleagues(state), request.body ?? {}, problems);
    return show(request, response, state, model, problems, status);
  };
  routes.get('/plans/:plan/officer', OFFICER, (request, response, account) =>
    officerPage(request, response, leading(request, account, 'officer-changed'), [], 200),
  );
  routes.post('/plans/:plan/officer', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const state = leading(request, account, 'officer-changed');
    const f = m.planPages.forms;
    const read = fieldReader(m, request.body);
    const officer = typed(request.body, 'officer');
    if (officer === '') read.problems.push({ field: 'officer', text: f.officerRequired });
    const reason = read.required('reason', f.reasonOnly, f.reasonRequired, 2000);
    if (read.problems.length > 0) return await officerPage(request, response, state, read.problems, 422);
    try {
      requireOpenAccount(accounts, officer, 'procurement-officer', 'not-an-officer-account');
      say(state, account, { type: 'officer-changed', payload: { officer, reason } }, null);
    } catch (error) {
      return await officerPage(request, response, state, [problemIn(request, error, ['officer'], 'officer')], 422);
    }
    // Who hands over does not see the plan any more.
    response.redirect(303, '/plans');
  });
}

/** An id for something new, made of its name, that nothing in the plan has or had. */
function freeId({ entries }: Readonly<PlanState>, type: EntryType, name: string): string {
  const taken = new Set(entries.filter((one) => one.type === type).map(subjectOf));
  for (let number = 1; ; number++) {
    const id = idOf('', number === 1 ? name : `${name.slice(0, 50)} ${number}`, type.split('-')[0]!);
    if (!taken.has(id) && id !== 'new') return id;
  }
}
