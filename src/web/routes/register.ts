import type { Account } from '../../actions/accounts.ts';
import { mayViewRegister } from '../../actions/view-register.ts';
import { writeRegister } from '../../exchange/register-file.ts';
import { HttpError } from '../http-error.ts';
import { registerModel } from '../pages/register.ts';
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
    const model = registerModel(m, events.registerHead(), prover);
    await render(response, 'audit/register', { layout: layout(request, { title: m.register.title }), ...model });
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
