import type { Account } from '../../actions/accounts.ts';
import { mayViewRegister } from '../../domain/tender/access.ts';
import { writeRegister } from '../../exchange/register-file.ts';
import { HttpError } from '../http-error.ts';
import { registerModel } from '../pages/register.ts';
import type { Web } from './context.ts';

const AUDITORS = ['auditor'] as const;
const BATCH = 5_000;

/** The register over all dossiers: for auditors who have no part in an assessment that is under way. */
export function registerRoutes({ services, routes, render, layout }: Web): void {
  const { tenders, prover } = services;
  const { events } = services.storage;
  const requireSight = async (account: Account): Promise<void> => {
    await tenders.readAll();
    const { readable, damaged } = tenders.list();
    // Of a tender that cannot be read it is not known who takes part in it, but for what can be proven.
    const proven = damaged.map((dossier) => tenders.proven(dossier));
    const isAuditorOnly = account.roles.length === 1;
    if (!isAuditorOnly && proven.includes(undefined)) throw new HttpError(403);
    const known = [...readable, ...proven.filter((state) => state !== undefined)];
    if (!mayViewRegister(known, account)) throw new HttpError(403);
  };

  routes.get('/register', AUDITORS, async (request, response, account) => {
    await requireSight(account);
    const m = request.context.messages;
    const model = registerModel(m, events.registerHead(), prover);
    await render(response, 'audit/register', { layout: layout(request, { title: m.register.title }), ...model });
  });

  routes.long('get', '/register.txt', AUDITORS, 'page', async (_request, response, account) => {
    await requireSight(account);
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
