import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { openDecision } from '../../actions/open-decision.ts';
import { reportDecision } from '../../actions/report-decision.ts';
import { mayDecide, mayViewDecision, mayViewWholeDecision, requireSigned } from '../../domain/decision/access.ts';
import { decideDecision } from '../../domain/decision/decide.ts';
import type { DecisionState } from '../../domain/decision/state.ts';
import { DomainError } from '../../domain/errors.ts';
import { describeError, forMatrix } from '../../messages/messages.ts';
import { CHOICE_READERS } from '../access.ts';
import type { Asked } from '../asked.ts';
import { isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfSignature } from '../confirm/signature.ts';
import { readVersion } from '../forms/score-fields.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from '../forms/text.ts';
import { readWeighingForm } from '../forms/weighing-form.ts';
import { choiceModel } from '../pages/choice.ts';
import { decisionModel } from '../pages/decision.ts';
import { noticeFrom } from '../pages/layout.ts';
import { newDecisionModel } from '../pages/new-decision.ts';
import { oneLine } from '../pages/one-line.ts';
import { errorLinks } from '../pages/score-field.ts';
import { weighingModel } from '../pages/weighing.ts';
import { confirmPage } from './confirming.ts';
import { dossierFor, requireAccess, type Web } from './context.ts';
import { plannedService } from './what-it-follows.ts';

const OFFICER = ['procurement-officer'] as const;

/** Choosing a contract model: a dossier in which somebody weighs, chooses and signs. */
export function decisionRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const { decisions, accounts, ruleSets } = services;

  const decisionOf = ({ params, context }: Pick<Asked, 'params' | 'context'>, account: Account) => {
    const mayKnow = (state: Readonly<DecisionState> | undefined) =>
      state !== undefined && mayViewDecision(state, account);
    const state = dossierFor(decisions, params.decision, mayKnow);
    context.messages = forMatrix(context.messages, state.rules);
    context.subject = state.title;
    return state;
  };
  const trail = (state: Readonly<DecisionState>) => [{ href: `/decisions/${state.dossier}`, label: state.title }];

  const newPage = (
    request: Request,
    response: Response,
    account: Account,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const frame = { title: m.decision.newForm.title, returnTo: '/decisions/new', errors: errorLinks(problems) };
    const asked = request.method === 'POST' ? request.body : request.query;
    const from = plannedService(services, account, typed(asked, 'plan'), typed(asked, 'service'));
    const form = request.method === 'POST' ? request.body : { title: from?.name ?? '' };
    const hidden = from ? ['plan', 'service'].map((name) => ({ name, value: typed(asked, name) })) : [];
    const model = newDecisionModel(m, ruleSets.matrices, form, hidden, problems);
    return render(response, 'decision/new', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/decisions/new', OFFICER, (request, response, account) => newPage(request, response, account, [], 200));

  routes.post('/decisions', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const title = typed(request.body, 'title');
    const published = ruleSets.matrices.get(typed(request.body, 'rules'));
    const problems: FieldProblem[] = [];
    const t = m.decision.newForm;
    const wrong = title === '' ? t.nameRequired : textProblem(m, title, t.name, 200, 'one');
    if (wrong !== undefined) problems.push({ field: 'title', text: wrong });
    if (!published) problems.push({ field: 'rules', text: t.rulesRequired });
    if (!published || problems.length > 0) return await newPage(request, response, account, problems, 422);
    const from = plannedService(services, account, typed(request.body, 'plan'), typed(request.body, 'service'));
    const dossier = openDecision(decisions, account.id, title, published, from?.link ?? null);
    response.redirect(303, `/decisions/${dossier}?notice=created`);
  });

  routes.get('/decisions/:decision', CHOICE_READERS, async (request, response, account) => {
    const state = decisionOf(request, account);
    const m = request.context.messages;
    const { weigh, choose, created } = m.decision;
    const notices = { created, weighed: weigh.saved, chosen: choose.saved, signed: choose.signedNotice };
    const frame = { title: state.title, notice: noticeFrom(request, notices) };
    const line = oneLine(m, services, account, state.dossier, 'choice');
    const model = decisionModel(m, account, state, accounts, line);
    await render(response, 'decision/decision', { layout: layout(request, frame), ...model });
  });

  routes.get('/decisions/:decision/weighing', OFFICER, async (request, response, account) => {
    const state = decisionOf(request, account);
    const m = request.context.messages;
    requireAccess(mayDecide(state, account));
    const frame = { title: m.decision.weigh.title, trail: trail(state) };
    await render(response, 'decision/weighing', { layout: layout(request, frame), ...weighingModel(m, state) });
  });

  routes.postLarge('/decisions/:decision/weighing', OFFICER, async (request, response, account) => {
    const state = decisionOf(request, account);
    const m = request.context.messages;
    requireAccess(mayDecide(state, account));
    const form = readWeighingForm(m, state.rules, request.body);
    const refuse = (problems: readonly FieldProblem[], status: number) => {
      const now = decisions.get(state.dossier);
      const refused = { ...form, problems, typed: (name: string) => typed(request.body, name) };
      const frame = {
        title: m.decision.weigh.title,
        trail: trail(now),
        returnTo: request.path,
        errors: errorLinks(problems),
      };
      return render(
        response,
        'decision/weighing',
        { layout: layout(request, frame), ...weighingModel(m, now, refused) },
        status,
      );
    };
    if (form.problems.length > 0) return await refuse(form.problems, 422);
    try {
      const version = readVersion(request.body, 'version');
      decisions.execute(state.dossier, account.id, { type: 'record-weighing', weighing: form.weighing, version });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'decision-is-signed') throw error;
      const first = state.rules.criteria[0]!.id;
      const field = error.code.startsWith('ordering') ? `lighter.${first}` : `weight.${first}`;
      return await refuse([{ field, text: describeError(m, error) }], error.code === 'stale' ? 409 : 422);
    }
    response.redirect(303, `/decisions/${state.dossier}?notice=weighed`);
  });

  const choicePage = (
    request: Request,
    response: Response,
    state: Readonly<DecisionState>,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const frame = {
      title: m.decision.choose.title,
      trail: trail(state),
      returnTo: request.path,
      errors: errorLinks(problems),
    };
    const form = request.method === 'POST' ? (request.body as FormBody) : undefined;
    const model = choiceModel(m, state, form, problems);
    return render(response, 'decision/choice', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/decisions/:decision/choice', OFFICER, async (request, response, account) => {
    const state = decisionOf(request, account);
    requireAccess(mayDecide(state, account));
    await choicePage(request, response, state, [], 200);
  });

  routes.post('/decisions/:decision/choice', OFFICER, async (request, response, account) => {
    const state = decisionOf(request, account);
    const m = request.context.messages;
    requireAccess(mayDecide(state, account));
    const alternative = typed(request.body, 'model');
    const reason = typed(request.body, 'reason');
    const wrong = textProblem(m, reason, m.decision.choose.reason, 20_000);
    const problems: FieldProblem[] = [
      ...(alternative === '' ? [{ field: 'model', text: m.decision.choose.modelRequired }] : []),
      ...(wrong === undefined ? [] : [{ field: 'reason', text: wrong }]),
    ];
    if (problems.length > 0) return await choicePage(request, response, state, problems, 422);
    try {
      const version = readVersion(request.body, 'version');
      const command = { type: 'choose-alternative' as const, alternative, reason: reason || null, version };
      decisions.execute(state.dossier, account.id, command);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'decision-is-signed') throw error;
      const field = error.code === 'choice-needs-reason' ? 'reason' : 'model';
      const problem = { field, text: describeError(m, error) };
      return await choicePage(request, response, state, [problem], error.code === 'stale' ? 409 : 422);
    }
    response.redirect(303, `/decisions/${state.dossier}?notice=chosen`);
  });

  const signing = (request: Request, account: Account) => {
    const state = decisionOf(request, account);
    requireAccess(mayDecide(state, account));
    // What the rules refuse is said before anything is to be agreed to.
    decideDecision(state, account.id, { type: 'sign-decision' });
    return { state, confirmation: confirmationOfSignature(request.context.messages, state) };
  };
  const askToSign = (request: Request, response: Response, { state, confirmation }: ReturnType<typeof signing>) =>
    confirmPage(web, request, response, confirmation, {
      backHref: `/decisions/${state.dossier}`,
      trail: trail(state),
    });
  routes.get('/decisions/:decision/signature', OFFICER, (request, response, account) =>
    askToSign(request, response, signing(request, account)),
  );
  routes.post('/decisions/:decision/signature', OFFICER, async (request, response, account) => {
    const asked = signing(request, account);
    if (!isAgreed(request.body, asked.confirmation)) return await askToSign(request, response, asked);
    const { dossier } = asked.state;
    decisions.execute(dossier, account.id, { type: 'sign-decision' });
    response.redirect(303, `/decisions/${dossier}?notice=signed`);
  });

  routes.long(
    'get',
    '/decisions/:decision/advice.pdf',
    CHOICE_READERS,
    'report',
    async (request, response, account) => {
      const state = decisionOf(request, account);
      requireSigned(state);
      // The dossier goes with it.
      requireAccess(mayViewWholeDecision(state, account));
      const pdf = await services.renderer.render(reportDecision(request.context.messages, services, state.dossier));
      response
        .type('application/pdf')
        .set('Content-Disposition', `attachment; filename="${state.dossier}.pdf"`)
        .send(Buffer.from(pdf));
    },
  );
}
