import type { Account } from '../../actions/accounts.ts';
import { auditedDossiers } from '../../actions/audited-dossiers.ts';
import { mayViewRegister } from '../../actions/view-register.ts';
import { writeRegister } from '../../exchange/register-file.ts';
import { todayBy } from '../dutch-date.ts';
import { readListQuery } from '../forms/list-query.ts';
import { typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { noticeFrom } from '../pages/layout.ts';
import { lastPage, ROWS } from '../pages/pager.ts';
import { addressOfPage, registerModel } from '../pages/register.ts';
import type { Web } from './context.ts';

const AUDITORS = ['auditor'] as const;
const BATCH = 5_000;

/** The register over all dossiers: for auditors who have no part in an assessment that is under way. */
export function registerRoutes({ services, routes, render, layout }: Web): void {
  const { prover, storage } = services;
  const { events } = storage;
  const requireSight = (account: Account): void => {
    if (!mayViewRegister(services, account)) throw new HttpError(403);
  };

  routes.get('/register', AUDITORS, async (request, response, account) => {
    requireSight(account);
    const m = request.context.messages;
    const { page: asked } = readListQuery(request.query);
    const part = (page: number) =>
      auditedDossiers(storage, account, todayBy(services), { limit: ROWS, offset: (page - 1) * ROWS });
    const page = Math.min(asked, lastPage(part(1).total));
    const model = registerModel(m, events.registerHead(), prover, part(page), page);
    const frame = { title: m.register.title, notice: noticeFrom(request, { asked: m.register.dossiers.asked }) };
    await render(response, 'audit/register', { layout: layout(request, frame), ...model });
  });

  // Only asked for here: it is done in the thread of the prover, and nobody waits for it.
  routes.post('/register/verify', AUDITORS, (request, response, account) => {
    requireSight(account);
    const dossier = typed(request.body, 'dossier');
    if (dossier !== '' && events.head(dossier).seq === 0) throw new HttpError(404);
    prover?.ask(dossier === '' ? null : dossier);
    const { page } = readListQuery({ page: typed(request.body, 'page') || '1' });
    response.redirect(303, `${addressOfPage(page)}${page === 1 ? '?' : '&'}notice=asked`);
  });

  routes.long('get', '/register.txt', AUDITORS, 'page', async (_request, response, account) => {
    requireSight(account);
    const entries: string[] = [];
    for (;;) {
      const batch = events.registeredAfter(entries.length, BATCH);
      for (const { entry } of batch) entries.push(entry);
      if (batch.length < BATCH) break;
    }
    response
      .type('text/plain')
      .set('Content-Disposition', 'attachment; filename="register.txt"')
      .send(writeRegister(entries));
  });
}
