import type { Account } from '../../actions/accounts.ts';
import { type AuditedKind, auditStored } from '../../actions/audit.ts';
import { decisionKind } from '../../actions/decisions.ts';
import { exportDossier } from '../../actions/export-dossier.ts';
import type { Foldable, Shelf } from '../../actions/shelf.ts';
import { tenderKind } from '../../actions/tenders.ts';
import { mayAuditDecision } from '../../domain/decision/access.ts';
import { DomainError } from '../../domain/errors.ts';
import { mayAudit } from '../../domain/tender/access.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import { type Access, sees } from '../access.ts';
import type { Asked } from '../asked.ts';
import { HttpError } from '../http-error.ts';
import { type AuditWords, type Figures, LOG_PAGE_SIZE, logModel, reRunModel } from '../pages/audit.ts';
import { decisionFigures, decisionWords } from '../pages/audit-decision.ts';
import { tenderFigures, tenderWords } from '../pages/audit-tender.ts';
import type { Web } from './context.ts';

const AUDITORS = ['auditor'] as const;

/** The log, the re-run and the export of every kind of dossier. For an auditor who has no part in them. */
export function auditRoutes(web: Web): void {
  const { services } = web;
  routesFor(
    web,
    '/tenders',
    tenderKind,
    services.tenders,
    tenderFigures,
    (m, state) => tenderWords(m, services.accounts, state),
    mayAudit,
    { log: sees('log'), reRun: sees('re-run'), export: sees('export') },
  );
  routesFor(
    web,
    '/decisions',
    decisionKind,
    services.decisions,
    decisionFigures,
    (m, state) => decisionWords(m, services.accounts, state),
    mayAuditDecision,
    { log: AUDITORS, reRun: AUDITORS, export: AUDITORS },
  );
}

function routesFor<State extends Foldable & { readonly title: string }, Event, Command, Outcome>(
  { services, routes, render, layout }: Web,
  room: string,
  kind: AuditedKind<State, Event, Command, Outcome>,
  shelf: Shelf<State, Command>,
  figures: (m: Messages) => Figures<State, Outcome>,
  words: (m: Messages, state: Readonly<State>) => AuditWords,
  mayAudit: (state: Readonly<State>, auditor: Account) => boolean,
  access: Readonly<Record<'log' | 'reRun' | 'export', Exclude<Access, 'everyone'>>>,
): void {
  const { events } = services.storage;
  const dossierOf = (request: Asked, auditor: Account): string => {
    const dossier = String(request.params.dossier);
    if (!dossier.startsWith(kind.prefix) || events.head(dossier).seq === 0) throw new HttpError(404);
    const state = shelf.list().readable.find((one) => one.dossier === dossier);
    if (state && !mayAudit(state, auditor)) throw new HttpError(403);
    return dossier;
  };

  routes.long('get', `${room}/:dossier/log`, access.log, 'page', async (request, response, auditor) => {
    const m = request.context.messages;
    const dossier = dossierOf(request, auditor);
    const state = shelf.get(dossier);
    const stored = events.since(dossier, 0);
    const page = Number(request.query.page ?? 1);
    if (!Number.isInteger(page) || page < 1 || page > Math.ceil(stored.length / LOG_PAGE_SIZE))
      throw new HttpError(404);
    const base = `${room}/${dossier}`;
    const frame = { title: m.log.title, trail: [{ href: base, label: state.title }] };
    const model = logModel(m, words(m, state), base, stored, page);
    await render(response, 'audit/log', { layout: layout(request, frame), ...model });
  });

  // Works on the stored bytes, so that a log that was tampered with gets its verdict too.
  routes.long('get', `${room}/:dossier/re-run`, access.reRun, 're-run', async (request, response, auditor) => {
    const m = request.context.messages;
    const dossier = dossierOf(request, auditor);
    const base = `${room}/${dossier}`;
    const found = describedAudit(m, () => auditStored(kind, services.storage, dossier));
    const model = reRunModel(m, base, dossier, figures(m), found);
    // Of a log that cannot be read, the name is all that is known.
    const title = 'audit' in found ? found.audit.state.title : dossier;
    const frame = { title: m.reRun.title, trail: [{ href: base, label: title }] };
    await render(response, 'audit/re-run', { layout: layout(request, frame), ...model });
  });

  routes.long('get', `${room}/:dossier/dossier.json`, access.export, 'page', (request, response, auditor) => {
    const dossier = dossierOf(request, auditor);
    response
      .type('application/json')
      .set('Content-Disposition', `attachment; filename="${dossier}.json"`)
      .send(exportDossier(services, dossier));
  });
}

/** The audit, or in words what is wrong with the log. */
function describedAudit<T>(m: Messages, audit: () => T): T | { readonly problem: string } {
  try {
    return audit();
  } catch (error) {
    if (error instanceof DomainError) return { problem: describeError(m, error) };
    throw error;
  }
}
