import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { computeAward } from '../../actions/compute-award.ts';
import { reportTender } from '../../actions/report-tender.ts';
import { DomainError } from '../../domain/errors.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { biddable } from '../../domain/rules/rules.ts';
import { isChair } from '../../domain/tender/access.ts';
import { standingOutcome } from '../../domain/tender/standing-award.ts';
import { evaluationInputOf, type TenderState } from '../../domain/tender/state.ts';
import { describeError } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from '../forms/text.ts';
import { awardModel } from '../pages/award.ts';
import { textField } from '../pages/fields.ts';
import { guardsModel } from '../pages/guards.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import {
  naming,
  requireAccess,
  requireAward,
  requireQualityClosed,
  tenderOf,
  tenderTrail,
  type Web,
} from './context.ts';

const OFFICER = ['procurement-officer'] as const;
const READERS = ['procurement-officer', 'assessor', 'committee-member', 'auditor'] as const;

/** Ranking and award, and the report. */
export function awardRoutes({ services, routes, render, layout }: Web): void {
  const awardPage = (
    request: Request,
    response: Response,
    account: Account,
    problem: { readonly field: string; readonly text: string } | null,
    status: number,
  ) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    requireAward(state, account);
    const frame = {
      title: m.award.title,
      trail: [tenderTrail(state)],
      notice: noticeFrom(request, m.tender.notice),
      errors: problem ? [{ href: `#${problem.field}`, text: problem.text }] : [],
    };
    const model = awardModel(m, account, state, (request.body ?? {}) as FormBody);
    return render(response, 'award/award', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/tenders/:tender/award', READERS, (request, response, account) =>
    awardPage(request, response, account, null, 200),
  );

  routes.get('/tenders/:tender/award/guards', READERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    requireAward(state, account);
    const action = `/tenders/${state.dossier}/award/guards`;
    const model = guardsModel(m, evaluationInputOf(state), { action, query: request.query });
    const frame = {
      title: m.rehearsal.guards,
      trail: [tenderTrail(state), { href: `/tenders/${state.dossier}/award`, label: m.award.title }],
      returnTo: action,
      errors: errorLinks(model.contest.problems),
    };
    const status = model.contest.problem === null ? 200 : 422;
    await render(response, 'guards/guards', { layout: layout(request, frame), ...model }, status);
  });

  routes.post('/tenders/:tender/draw', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    requireAccess(isChair(state, account));
    requireAward(state, account);
    const places = standingOutcome(state).award.drawBetween.map((_, index) =>
      typed(request.body, `place-${index + 1}`),
    );
    const method = typed(request.body, 'method');
    const complete = !places.includes('') && new Set(places).size === places.length;
    const wrong = method === '' ? m.draw.methodMissing : textProblem(m, method, m.draw.method, 2000);
    const problem = complete
      ? wrong && { field: 'method', text: wrong }
      : { field: 'place-1', text: m.draw.orderWrong };
    if (problem) return await awardPage(request, response, account, problem, 422);
    services.tenders.execute(state.dossier, account.id, { type: 'record-draw', order: places, method });
    await computeAward(services.tenders, state.dossier, account.id).catch(naming(m, state));
    response.redirect(303, `/tenders/${state.dossier}/award?notice=awarded`);
  });

  const setAsidePage = (
    request: Request,
    response: Response,
    state: Readonly<TenderState>,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const body = (request.body ?? {}) as FormBody;
    return render(
      response,
      'tender/set-aside',
      {
        layout: layout(request, {
          title: m.setAside.title,
          trail: [tenderTrail(state)],
          returnTo: `/tenders/${state.dossier}/set-aside`,
          errors: problems.map(({ field, text }) => ({ href: `#${field}`, text })),
        }),
        text: m.setAside,
        action: `/tenders/${state.dossier}/set-aside`,
        bids: [...state.bids.values()].map(({ id, bidder }) => ({
          value: id,
          label: bidder.name,
          selected: typed(body, 'bid') === id,
        })),
        lots: biddable(state.rules).map(({ id, name }) => ({
          value: id,
          label: name,
          selected: typed(body, 'lot') === id,
        })),
        stages: (state.everAwarded ? (['excluded', 'withdrawn'] as const) : (['excluded'] as const)).map(
          (value, index) => ({
            value,
            id: index === 0 ? 'stage' : `stage-${value}`,
            label: m.setAside[value],
            checked: typed(body, 'stage') === value,
          }),
        ),
        reasonField: textField(
          { name: 'reason', label: m.setAside.reason, value: typed(body, 'reason'), multiline: true },
          problems,
          m.app.errorPrefix,
        ),
      } as never,
      status,
    );
  };

  const setAsideTender = (account: Account, dossier: unknown): Readonly<TenderState> => {
    const state = tenderOf(services, account, dossier);
    requireAccess(isChair(state, account));
    requireQualityClosed(state);
    return state;
  };

  routes.get('/tenders/:tender/set-aside', OFFICER, async (request, response, account) => {
    await setAsidePage(request, response, setAsideTender(account, request.params.tender), [], 200);
  });

  routes.post('/tenders/:tender/set-aside', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const state = setAsideTender(account, request.params.tender);
    const reason = typed(request.body, 'reason');
    const lot = typed(request.body, 'lot');
    const bid = typed(request.body, 'bid');
    const stage = (['excluded', 'withdrawn'] as const).find((one) => one === typed(request.body, 'stage'));
    const unreasoned = reason === '' ? m.setAside.reasonMissing : textProblem(m, reason, m.setAside.reason, 2000);
    // Whoever sets a bid aside says which, and why: nothing is chosen beforehand.
    const problems: FieldProblem[] = [
      ...(bid === '' ? [{ field: 'bid', text: m.setAside.bidMissing }] : []),
      ...(stage === undefined ? [{ field: 'stage', text: m.setAside.stageMissing }] : []),
      ...(unreasoned === undefined ? [] : [{ field: 'reason', text: unreasoned }]),
    ];
    if (problems.length > 0) return await setAsidePage(request, response, state, problems, 422);
    const fallen = { bid, ...(lot === '' ? {} : { lot }), stage: stage!, reason } as const;
    try {
      services.tenders.execute(state.dossier, account.id, { type: 'set-aside-bid', fallen });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const names = namesOf(state.rules, state.bids.values());
      return await setAsidePage(
        request,
        response,
        state,
        [{ field: 'bid', text: describeError(m, error, names) }],
        422,
      );
    }
    response.redirect(303, `/tenders/${state.dossier}?notice=setAside`);
  });

  routes.get('/tenders/:tender/report.pdf', READERS, async (request, response, account) => {
    const state = tenderOf(services, account, request.params.tender);
    requireAward(state, account);
    const report = reportTender(request.context.messages, services, state.dossier);
    const pdf = await services.renderer.render(report);
    response
      .type('application/pdf')
      .set('Content-Disposition', `attachment; filename="${state.dossier}.pdf"`)
      .send(Buffer.from(pdf));
  });
}
