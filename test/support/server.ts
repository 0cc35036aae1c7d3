import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '../../src/server.ts';
import { testConfig } from './config.ts';

export interface TestServer extends RunningServer {
  /** Stops the server and removes its database. */
  stop(): Promise<void>;
}

/** The real server with the demo on a database of its own, on a free port; a view that reads an unknown key fails. */
export async function startTestServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'gunwijzer-'));
  const server = await startServer(testConfig(join(folder, 'gunwijzer.sqlite')));
  return {
    ...server,
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
