import { reportTender } from '../../actions/report-tender.ts';
import { mayViewAward } from '../../domain/tender/access.ts';
import { HttpError } from '../http-error.ts';
import { awardModel } from '../pages/award.ts';
import { noticeFrom } from '../pages/layout.ts';
import { tenderOf, tenderTrail, type Web } from './context.ts';

const READERS = ['procurement-officer', 'assessor', 'committee-member', 'auditor'] as const;

/** Ranking and award, and the report. */
export function awardRoutes({ services, routes, render, layout }: Web): void {
  routes.get('/tenders/:tender/award', READERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    if (!mayViewAward(state, account)) throw new HttpError(409);
    const model = awardModel(m, state);
    const frame = {
      title: m.award.title,
      trail: [tenderTrail(state)],
      notice: noticeFrom(request, m.tender.notice),
    };
    await render(response, 'award/award', { layout: layout(request, frame), ...model });
  });

  routes.get('/tenders/:tender/report.pdf', READERS, async (request, response, account) => {
    const state = tenderOf(services, account, request.params.tender);
    if (!mayViewAward(state, account)) throw new HttpError(409);
    const report = reportTender(request.context.messages, services, state.dossier);
    const pdf = await services.renderer.render(report);
    response
      .type('application/pdf')
      .set('Content-Disposition', `attachment; filename="${state.dossier}.pdf"`)
      .send(Buffer.from(pdf));
  });
}
