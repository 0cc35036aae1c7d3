import { auditStored } from '../../actions/audit.ts';
import { exportTender } from '../../actions/export-tender.ts';
import { tenderKind } from '../../actions/tenders.ts';
import { DomainError } from '../../domain/errors.ts';
import { namesOf } from '../../domain/tender/names.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import type { Services } from '../context.ts';
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
    const names = namesOf(state.rules, state.bids.values());
    const model = logModel(m, services.accounts, names, dossier, stored, page);
    await render(response, 'audit/log', { layout: layout(request, frame), ...model });
  });

  // Works on the stored bytes, so that a log that was tampered with gets its verdict too.
  routes.get('/tenders/:tender/re-run', AUDITOR, async (request, response) => {
    const m = request.context.messages;
    const dossier = String(request.params.tender);
    if (!isTenderDossier(services, dossier)) throw new HttpError(404);
    const model = reRunModel(m, dossier, reRun(services, m, dossier));
    const frame = { title: m.reRun.title, trail: [{ href: `/tenders/${dossier}`, label: dossier }] };
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

const isTenderDossier = ({ storage }: Services, dossier: string): boolean =>
  dossier.startsWith('tender-') && storage.events.head(dossier).seq > 0;

/** The re-run, or in words what is wrong with the log. */
function reRun({ storage }: Services, m: Messages, dossier: string): Parameters<typeof reRunModel>[2] {
  try {
    return auditStored(tenderKind, storage, dossier);
  } catch (error) {
    if (error instanceof DomainError) return { problem: describeError(m, error) };
    throw error;
  }
}
