import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemo } from '../../src/actions/seed-demo.ts';
import { projectRoot } from '../../src/config.ts';
import { readSample } from '../../src/exchange/samples.ts';
import { createLongThreads } from '../../src/long-threads.ts';
import { openServices } from '../../src/services.ts';
import { createApp } from '../../src/web/app.ts';
import type { Services } from '../../src/web/context.ts';
import { testConfig } from './config.ts';

/** The real application with the demo, where all long work takes some seconds: see slow-thread.mjs. */
export async function startSlowServer(deadlineSeconds = 60) {
  const folder = await mkdtemp(join(tmpdir(), 'gunwijzer-'));
  const config = { ...testConfig(join(folder, 'gunwijzer.sqlite')), deadlineSeconds };
  const threads = createLongThreads(config, new URL('./slow-thread.mjs', import.meta.url));
  const services: Services = { ...openServices(config), threads, prover: null };
  await seedDemo(services, readSample(projectRoot(), 'gon-2027-demo'));
  const server = createServer(createApp(services).express);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    services,
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await Promise.all([threads.pages.close(), threads.heavy.close()]);
      services.storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
