import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAccounts } from './actions/accounts.ts';
import { createDecisions } from './actions/decisions.ts';
import { DEMO_ACCOUNTS, seedDemo } from './actions/seed-demo.ts';
import { createTenders } from './actions/tenders.ts';
import { type Config, projectRoot } from './config.ts';
import { loadRuleSets } from './criteria/rule-sets.ts';
import { DomainError } from './domain/errors.ts';
import { readSample } from './exchange/samples.ts';
import { createRenderer } from './reports/renderer.ts';
import { openStorage } from './storage/database.ts';
import { createApp } from './web/app.ts';
import type { Services } from './web/context.ts';

/** Whoever sends headers or a form a byte at a time does not hold a connection for ever. In milliseconds. */
const HTTP_BOUNDS = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5_000,
  /** The criteria that are contested stand in the address: some thousand of them fit. In bytes. */
  maxHeaderSize: 128 * 1024,
};
/** Some browsers keep six; an office has some hundreds of people. */
const MOST_CONNECTIONS = 1_000;

export interface RunningServer {
  readonly url: string;
  readonly services: Services;
  /** The demo accounts that can be used on this server. */
  readonly demoAccounts: typeof DEMO_ACCOUNTS;
  close(): Promise<void>;
}

/**
 * The composition root: opens the database, fills an empty one with the demo, and listens.
 * @throws DomainError `address-in-use`, `rule-set-...`, `migration-...`
 */
export async function startServer(config: Config): Promise<RunningServer> {
  const root = projectRoot();
  const ruleSets = loadRuleSets(join(root, 'criteria'));
  const storage = openStorage(config.database);
  const clock = (): Date => new Date();
  const accounts = createAccounts(storage, clock);
  const tenders = createTenders(storage, clock);
  const decisions = createDecisions(storage, clock);
  const renderer = createRenderer();
  const services: Services = { config, storage, accounts, tenders, decisions, ruleSets, renderer, logError };

  if (storage.events.dossiers().length === 0) {
    await seedDemo(services, readSample(root, 'gon-2027-demo'));
  }
  const server = createServer(HTTP_BOUNDS, createApp(services).express);
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, config);
  const { address, port } = server.address() as AddressInfo;
  const open = new Set(accounts.list().flatMap((account) => (account.demo && !account.closed ? [account.id] : [])));
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    services,
    demoAccounts: DEMO_ACCOUNTS.filter((account) => open.has(account.id)),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await renderer.close();
      storage.close();
    },
  };
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new DomainError('address-in-use', { host, port }) : error);
    });
    server.listen(port, host, () => resolve());
  });
}

/** Unexpected errors go to standard error with the place where they happened; never with what people typed. */
function logError(error: unknown, place: string): void {
  process.stderr.write(
    `${new Date().toISOString()} ${place} ${error instanceof Error ? error.stack : String(error)}\n`,
  );
}
