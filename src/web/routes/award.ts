import type { Account } from '../../actions/accounts.ts';
import { computeAward } from '../../actions/compute-award.ts';
import { reportTender } from '../../actions/report-tender.ts';
import { decide } from '../../domain/tender/decide.ts';
import { engineOf, evaluationInputOf } from '../../domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../domain/tender/standing-award.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { causes, sees } from '../access.ts';
import type { Asked, Reply } from '../asked.ts';
import { carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfDraw, type DrawToRecord } from '../confirm/draw.ts';
import { readDrawForm } from '../forms/draw-form.ts';
import { type FieldProblem, textProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { awardModel, drawAgainModel } from '../pages/award.ts';
import { guardsModel } from '../pages/guards.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { sendSheet } from '../send-sheet.ts';
import { awardWorkbook } from '../sheets/award-workbook.ts';
import { confirmPage } from './confirming.ts';
import { naming, requireSight, requireStep, sizeOfTender, tenderOf, tenderTrail, type Web } from './context.ts';

/** Ranking and award, and the report. */
export function awardRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const awardPage = (
    request: Asked,
    response: Reply,
    account: Account,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireSight(state, account, 'award');
    request.context.about(sizeOfTender(state));
    const frame = {
      title: m.award.title,
      trail: [tenderTrail(state)],
      notice: noticeFrom(request, m.tender.notice),
      errors: errorLinks(problems),
    };
    const model = awardModel(m, account, state, request.body ?? {}, problems);
    return render(response, 'award/award', { layout: layout(request, frame), ...model }, status);
  };

  routes.long('get', '/tenders/:tender/award', sees('award'), 'page', (request, response, account) =>
    awardPage(request, response, account, [], 200),
  );

  routes.long('get', '/tenders/:tender/award/guards', sees('award'), 'guards', async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireSight(state, account, 'award');
    request.context.about(sizeOfTender(state));
    const action = `/tenders/${state.dossier}/award/guards`;
    const model = guardsModel(m, evaluationInputOf(state, engineOf(state)), { action, query: request.query });
    const frame = {
      title: m.rehearsal.guards,
      trail: [tenderTrail(state), { href: `/tenders/${state.dossier}/award`, label: m.award.title }],
      returnTo: action,
      errors: errorLinks(model.contest.problems),
    };
    const status = model.contest.problems.length === 0 ? 200 : 422;
    await render(response, 'guards/guards', { layout: layout(request, frame), ...model }, status);
  });

  routes.long('post', '/tenders/:tender/draw', causes('draw-recorded'), 'award', async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'draw-recorded');
    request.context.about(sizeOfTender(state));
    const between = standingOutcome(state).award.drawBetween;
    if (goesBack(request.body)) return await awardPage(request, response, account, [], 200);
    const form = readDrawForm(m, between, request.body);
    if ('problems' in form) return await awardPage(request, response, account, form.problems, 422);
    const action = `/tenders/${state.dossier}/draw`;
    await record(request, response, account, state, { ...form, reason: null }, action, null);
  });

  /** Records a draw that was agreed to, and calculates the award with it. @param lots of a draw that is recorded again: of which */
  const record = async (
    request: Asked,
    response: Reply,
    account: Account,
    state: Readonly<TenderState>,
    draw: DrawToRecord,
    action: string,
    lots: readonly string[] | null,
  ) => {
    const m = request.context.messages;
    const { reason, ...form } = draw;
    const again = reason === null || lots === null ? {} : { again: { reason, lots } };
    const command = { type: 'record-draw', ...form, ...again } as const;
    // What the rules refuse is said before anything is to be agreed to.
    decide(state, account.id, command);
    const confirmation = confirmationOfDraw(m, state, draw, action);
    const carried = carriedFields(request.body);
    if (!isAgreed(request.body, confirmation, carried)) {
      const trail = [tenderTrail(state), { href: `/tenders/${state.dossier}/award`, label: m.award.title }];
      return await confirmPage(web, request, response, confirmation, { carried, trail, returnTo: trail[1]!.href });
    }
    services.tenders.execute(state.dossier, account.id, command);
    await computeAward(services.tenders, state.dossier, account.id).catch(naming(m, state));
    response.redirect(303, `/tenders/${state.dossier}/award?notice=awarded`);
  };

  const drawAgainPage = (
    request: Asked,
    response: Reply,
    state: Readonly<TenderState>,
    place: number,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const model = drawAgainModel(m, state, place, request.body ?? {}, problems);
    const frame = {
      title: m.draw.againTitle,
      trail: [tenderTrail(state), { href: `/tenders/${state.dossier}/award`, label: m.award.title }],
      returnTo: model.form.action,
      errors: errorLinks(problems),
    };
    return render(response, 'award/draw-again', { layout: layout(request, frame), ...model }, status);
  };
  /** A draw that was held, by its place among all. */
  const heldDraw = (account: Account, request: Asked) => {
    const state = tenderOf(services, account, request);
    const { draw } = request.params;
    requireStep(state, account, 'draw-recorded');
    const place = /^[1-9]\d{0,2}$/.test(String(draw)) ? Number(draw) : 0;
    const held = state.draws[place - 1];
    if (!held) throw new HttpError(404);
    return { state, place, held };
  };
  const againPath = '/tenders/:tender/draws/:draw/again';
  routes.get(againPath, causes('draw-recorded'), async (request, response, account) => {
    const { state, place } = heldDraw(account, request);
    await drawAgainPage(request, response, state, place, [], 200);
  });
  routes.long('post', againPath, causes('draw-recorded'), 'award', async (request, response, account) => {
    const m = request.context.messages;
    const { state, place, held } = heldDraw(account, request);
    request.context.about(sizeOfTender(state));
    if (goesBack(request.body)) return await drawAgainPage(request, response, state, place, [], 200);
    const form = readDrawForm(m, held.order, request.body);
    const reason = typed(request.body, 'reason');
    const wrong = reason === '' ? m.draw.reasonMissing : textProblem(m, reason, m.draw.reason, 2000);
    const problems = [
      ...('problems' in form ? form.problems : []),
      ...(wrong === undefined ? [] : [{ field: 'reason', text: wrong }]),
    ];
    if ('problems' in form || problems.length > 0) {
      return await drawAgainPage(request, response, state, place, problems, 422);
    }
    const action = `/tenders/${state.dossier}/draws/${place}/again`;
    await record(request, response, account, state, { ...form, reason }, action, held.lots);
  });

  routes.long('get', '/tenders/:tender/award.xlsx', sees('award'), 'page', (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireSight(state, account, 'award');
    request.context.about(sizeOfTender(state));
    sendSheet(
      response,
      m,
      'xlsx',
      awardWorkbook(m, state.rules, state.bids.values(), standingOutcome(state)),
      state.title,
      m.sheets.workbook.fileName,
    );
  });

  routes.long('get', '/tenders/:tender/report.pdf', sees('report'), 'report', async (request, response, account) => {
    const state = tenderOf(services, account, request);
    requireSight(state, account, 'report');
    request.context.about(sizeOfTender(state));
    const report = reportTender(request.context.messages, services, state.dossier);
    const pdf = await services.renderer.render(report);
    response
      .type('application/pdf')
      .set('Content-Disposition', `attachment; filename="${state.dossier}.pdf"`)
      .send(Buffer.from(pdf));
  });
}
