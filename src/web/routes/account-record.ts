import type { Request } from 'express';
import { ACCOUNTS_DOSSIER, accountsKind } from '../../actions/accounts.ts';
import { exportDossier } from '../../actions/export-dossier.ts';
import { readLog } from '../../actions/read-log.ts';
import { openStored } from '../../actions/read-stored.ts';
import type { Asked } from '../asked.ts';
import { readLogQuery, requirePage } from '../forms/log-query.ts';
import { HttpError } from '../http-error.ts';
import { accountWords } from '../pages/account-log.ts';
import { accountsTable } from '../pages/accounts.ts';
import { LOG_PAGE_SIZE, logModel, logTable } from '../pages/log.ts';
import { SIGN_INS_PAGE_SIZE, signInsModel } from '../pages/sign-ins.ts';
import { SHEET_TYPES, type SheetType, sendSheet } from '../send-sheet.ts';
import type { Web } from './context.ts';

const ADMINISTRATOR = ['administrator'] as const;
const ON_RECORD = ['administrator', 'auditor'] as const;

/** What is on record of the accounts: their log, and how signing in went. */
export function accountRecordRoutes({ services, routes, render, layout }: Web): void {
  const { accounts, storage } = services;
  const trail = (request: Request) =>
    request.context.account?.roles.includes('administrator')
      ? [{ href: '/accounts', label: request.context.messages.accounts.title }]
      : [];

  // Read and proven anew each time: the page shows what is stored, not what was known of it.
  const readPart = ({ context, query }: Pick<Asked, 'context' | 'query'>, size: number | null) => {
    const m = context.messages;
    const { asked, page } = readLogQuery(query);
    const stored = openStored(accountsKind, storage, ACCOUNTS_DOSSIER);
    const log = accountWords(m, accounts);
    const shown = size === null ? null : { number: page, size };
    const part = readLog(accountsKind, ACCOUNTS_DOSSIER, stored, null, asked, shown, log.told);
    return { m, asked, page, stored, log, part };
  };

  routes.get('/accounts/log', ON_RECORD, async (request, response) => {
    const { m, asked, page, stored, log, part } = readPart(request, LOG_PAGE_SIZE);
    requirePage(page, part.total, LOG_PAGE_SIZE);
    const frame = { title: m.accounts.log.title, trail: trail(request) };
    const model = logModel(m, log, '/accounts', stored, asked, part, page);
    const text = { ...model.text, title: m.accounts.log.title };
    await render(response, 'audit/log', { layout: layout(request, frame), ...model, text });
  });

  for (const type of Object.keys(SHEET_TYPES) as SheetType[]) {
    routes.long('get', `/accounts/log.${type}`, ON_RECORD, 'page', (request, response) => {
      const { m, stored, log, part } = readPart(request, null);
      sendSheet(response, m, type, [logTable(m, log, stored, part)], '', m.accounts.log.title);
    });
    routes.long('get', `/accounts.${type}`, ADMINISTRATOR, 'page', (request, response) => {
      const m = request.context.messages;
      sendSheet(response, m, type, [accountsTable(m, accounts)], '', m.accounts.title);
    });
  }

  routes.get('/accounts/dossier.json', ON_RECORD, (_request, response) => {
    response
      .type('application/json')
      .set('Content-Disposition', `attachment; filename="${ACCOUNTS_DOSSIER}.json"`)
      .send(exportDossier(services, ACCOUNTS_DOSSIER));
  });

  routes.get('/accounts/sign-ins', ADMINISTRATOR, async (request, response) => {
    const m = request.context.messages;
    const count = storage.signIns.count();
    const page = pageIn(request, count, SIGN_INS_PAGE_SIZE);
    const shown = storage.signIns.page(SIGN_INS_PAGE_SIZE, (page - 1) * SIGN_INS_PAGE_SIZE);
    const frame = { title: m.accounts.signIns.title, trail: trail(request) };
    const model = signInsModel(m, accounts, shown, page, count);
    await render(response, 'accounts/sign-ins', { layout: layout(request, frame), ...model });
  });
}

/** The page that the address asks for, from 1; or 404. */
function pageIn(request: Request, count: number, size: number): number {
  const page = Number(request.query.page ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > Math.max(1, Math.ceil(count / size))) throw new HttpError(404);
  return page;
}
