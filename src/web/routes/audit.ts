import { auditTender } from '../../actions/audit-tender.ts';
import { exportTender } from '../../actions/export-tender.ts';
import { readChain } from '../../chain/chain.ts';
import { DomainError } from '../../domain/errors.ts';
import { describeError } from '../../messages/messages.ts';
import { HttpError } from '../http-error.ts';
import { LOG_PAGE_SIZE, logModel, reRunModel } from '../pages/audit.ts';
import { tenderOf, tenderTrail, type Web } from './context.ts';

const AUDITOR = ['auditor'] as const;

/** The log, the re-run and the export of a dossier. */
export function auditRoutes({ services, routes, render, layout }: Web): void {
  routes.get('/tenders/:tender/log', AUDITOR, async (request, response, account) => {
    const m = request.context.messages;
    const { dossier, ...state } = tenderOf(services, account, request.params.tender);
    const stored = services.storage.events.since(dossier, 0);
    const page = Number(request.query.page ?? 1);
    const pages = Math.ceil(stored.length / LOG_PAGE_SIZE);
    if (!Number.isInteger(page) || page < 1 || page > pages) throw new HttpError(404);
    const frame = { title: m.log.title, trail: [tenderTrail({ dossier, ...state })] };
    const model = logModel(m, services.accounts, dossier, stored, page);
    await render(response, 'audit/log', { layout: layout(request, frame), ...model });
  });

  routes.get('/tenders/:tender/re-run', AUDITOR, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    const model = reRunModel(
      m,
      state.dossier,
      (() => {
        try {
          const bodies = services.storage.events.since(state.dossier, 0).map(({ body }) => body);
          const { events, head } = readChain(bodies);
          return { audit: auditTender(state.dossier, events), head, events: events.length };
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          return { problem: describeError(m, error) };
        }
      })(),
    );
    const frame = { title: m.reRun.title, trail: [tenderTrail(state)] };
    await render(response, 'audit/re-run', { layout: layout(request, frame), ...model });
  });

  routes.get('/tenders/:tender/dossier.json', AUDITOR, (request, response, account) => {
    const state = tenderOf(services, account, request.params.tender);
    response
      .type('application/json')
      .set('Content-Disposition', `attachment; filename="${state.dossier}.json"`)
      .send(exportTender(services, state.dossier));
  });
}
