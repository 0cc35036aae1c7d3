import { createAccounts } from '../../src/actions/accounts.ts';
import { createDecisions } from '../../src/actions/decisions.ts';
import { createDrafts } from '../../src/actions/drafts.ts';
import { exportDossier } from '../../src/actions/export-dossier.ts';
import { seedDemo } from '../../src/actions/seed-demo.ts';
import { createTenders } from '../../src/actions/tenders.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { openStorage } from '../../src/storage/database.ts';
import { sample } from './tender.ts';

export const RUNNING = 'tender-gon-2027-1';
export const FINISHED = 'tender-gon-2027-2';

/** The demo in a database in memory, made the way the server makes it. */
export const demoServices = () => seedInto(openStorage(':memory:'));

/** Fills an empty database with the demo; everything happens at one fixed moment. */
export async function seedInto(storage: ReturnType<typeof openStorage>) {
  const clock = (): Date => new Date('2026-11-02T09:00:00Z');
  const accounts = createAccounts(storage, clock);
  const tenders = createTenders(storage, clock);
  const decisions = createDecisions(storage, clock);
  const ruleSets = loadRuleSets(`${projectRoot()}/criteria`);
  const drafts = createDrafts(storage, clock);
  await seedDemo({ storage, accounts, tenders, decisions, drafts, ruleSets }, sample());
  return { storage, accounts, tenders, decisions, ruleSets };
}

export async function demoDossiers() {
  const services = await demoServices();
  return {
    ...services,
    finishedFile: exportDossier(services, FINISHED),
    finishedBodies: services.storage.events.since(FINISHED, 0).map(({ body }) => body),
  };
}
