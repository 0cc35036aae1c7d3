import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sweepDocuments } from './actions/documents.ts';
import { fillLists } from './actions/fill-lists.ts';
import { requireRegisterHead } from './actions/prove-installation.ts';
import { DEMO_ACCOUNTS, seedDemo } from './actions/seed-demo.ts';
import { type Config, projectRoot } from './config.ts';
import { answerWithin } from './connections.ts';
import { DomainError } from './domain/errors.ts';
import { readSample } from './exchange/samples.ts';
import { createLongThreads } from './long-threads.ts';
import { createProver } from './prover.ts';
import { openServices } from './services.ts';
import { createApp } from './web/app.ts';
import type { Services } from './web/context.ts';

/** Whoever sends headers or a form a byte at a time does not hold a connection for ever. In milliseconds. */
const HTTP_BOUNDS = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  /** The criteria that are contested stand in the address: some thousand of them fit. In bytes. */
  maxHeaderSize: 128 * 1024,
};
/** Some browsers keep six for some seconds; an office with one address has some hundreds of people, of whom few ask at the same moment. */
const CONNECTION_BOUNDS = { connections: 1_000, repliesPerConnection: 8, stalledAfter: 60_000 };
const CONNECTIONS_PER_ADDRESS = 300;

export interface RunningServer {
  readonly url: string;
  readonly services: Services;
  /** The demo accounts that can be used on this server. */
  readonly demoAccounts: typeof DEMO_ACCOUNTS;
  close(): Promise<void>;
}

/**
 * The composition root: opens the database, fills an empty one with the demo, brings the lists up to its logs, and listens.
 * @param progress while what lists say is made of the logs, which takes a while once after an update: how many are done of how many
 * @throws DomainError `address-in-use`, `accounts-damaged`, `rule-set-...`, `migration-...`
 */
export async function startServer(
  config: Config,
  progress: (done: number, all: number) => void = () => {},
): Promise<RunningServer> {
  const opened = openServices(config);
  const { storage, accounts } = opened;
  // Who may do what is read before anything else is begun: without it nothing can be done.
  accounts.list();
  const threads = config.database === ':memory:' ? null : createLongThreads(config);
  requireRegisterHead(storage);
  sweepDocuments(storage);

  if (storage.events.dossiers().length === 0) {
    await seedDemo(opened, readSample(projectRoot(), 'gon-2027-demo'));
  }
  // Nobody is shown half a list.
  fillLists(storage, progress);
  const prover = config.database === ':memory:' ? null : createProver(config, storage.dataVersion, opened.logError);
  const services: Services = { ...opened, threads, prover };
  const server = createServer(HTTP_BOUNDS);
  answerWithin(server, createApp(services).express, {
    ...CONNECTION_BOUNDS,
    connectionsPerAddress: config.behindProxy ? null : CONNECTIONS_PER_ADDRESS,
  });
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
      await Promise.all([threads?.pages.close(), threads?.heavy.close(), prover?.close()]);
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
