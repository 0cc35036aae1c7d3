import { join } from 'node:path';
import { createAccounts } from './actions/accounts.ts';
import { createContracts } from './actions/contracts.ts';
import { createDecisions } from './actions/decisions.ts';
import { createDrafts } from './actions/drafts.ts';
import { createKeptForms } from './actions/kept-forms.ts';
import { createPurchasePlans } from './actions/purchase-plans.ts';
import { createSetUps } from './actions/set-ups.ts';
import { createTenders } from './actions/tenders.ts';
import { type Config, projectRoot } from './config.ts';
import { loadRuleSets } from './criteria/rule-sets.ts';
import { authorityOf } from './reports/house-style.ts';
import { openStorage, type Transact } from './storage/database.ts';
import type { Services } from './web/context.ts';

/**
 * What the web application is built from, on the database of these settings; the same for the server and for its threads.
 * @param transact runs every transaction: a thread may be stopped between them
 * @param room for the states of dossiers in memory: see `createShelf`
 * @throws DomainError `rule-set-...`, `migration-...`, and of a house style `file-unreadable`, `setting-invalid`
 */
export function openServices(
  config: Config,
  { transact, room }: { readonly transact?: Transact; readonly room?: number } = {},
): Omit<Services, 'threads' | 'prover'> {
  const { house, publisher } = authorityOf(config);
  const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
  const storage = openStorage(config.database, transact);
  const clock = (): Date => new Date();
  return {
    clock,
    config: { ...config, publisher },
    storage,
    ruleSets,
    accounts: createAccounts(storage, clock, config),
    keptForms: createKeptForms(storage, clock),
    drafts: createDrafts(storage, clock),
    setUps: createSetUps(storage, clock),
    tenders: createTenders(storage, clock, room),
    decisions: createDecisions(storage, clock, room),
    contracts: createContracts(storage, clock, room),
    plans: createPurchasePlans(storage, clock, room),
    renderer: {
      render: async (report) => {
        // Fonts and the drawing are loaded at the first report.
        const { renderPdf } = await import('./reports/pdf/render.ts');
        return await renderPdf(report, house);
      },
    },
    logError,
  };
}

/** Unexpected errors go to standard error with the place where they happened; never with what people typed. */
function logError(error: unknown, place: string): void {
  process.stderr.write(
    `${new Date().toISOString()} ${place} ${error instanceof Error ? error.stack : String(error)}\n`,
  );
}
