import { setPriority } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type InstallationProof, proveInstallation } from './actions/prove-installation.ts';
import { type Config, projectRoot } from './config.ts';
import { loadRuleSets } from './criteria/rule-sets.ts';
import { openToRead } from './storage/database.ts';
import type { Answer } from './threads/threads.ts';

/** A thread that proves everything in the database, while the server goes on. Started by `createProver`, with the settings of the server. */
const LOWEST = 19;
// On Linux this holds for this thread alone: whoever asks for a page goes before it.
if (process.platform === 'linux') setPriority(LOWEST);

const say = (one: Answer<InstallationProof, never>): void => parentPort?.postMessage(one);

parentPort?.on('message', () => {
  try {
    const storage = openToRead((workerData as Config).database);
    try {
      say({
        kind: 'done',
        result: proveInstallation({ storage, ruleSets: loadRuleSets(join(projectRoot(), 'criteria')) }),
      });
    } finally {
      storage.close();
    }
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
