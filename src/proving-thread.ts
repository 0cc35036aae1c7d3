import { setPriority } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import {
  type DossierProof,
  type InstallationProof,
  proveInstallation,
  proveOne,
} from './actions/prove-installation.ts';
import { type Config, projectRoot } from './config.ts';
import { loadRuleSets } from './criteria/rule-sets.ts';
import { openToRead } from './storage/database.ts';
import type { Answer, Order } from './threads/threads.ts';

/** What is asked to be proven: one dossier, or everything. */
export type ToProve = { readonly dossier: string | null };
export type Proven = { readonly all: InstallationProof } | { readonly one: DossierProof };

/** A thread that proves everything in the database, or one dossier in it, while the server goes on. Started by `createProver`, with the settings of the server. */
const LOWEST = 19;
// On Linux this holds for this thread alone: whoever asks for a page goes before it.
if (process.platform === 'linux') setPriority(LOWEST);

const say = (one: Answer<Proven, never>): void => parentPort?.postMessage(one);

parentPort?.on('message', ({ task: { dossier } }: Order<ToProve>) => {
  try {
    const storage = openToRead((workerData as Config).database);
    try {
      const proving = { storage, ruleSets: loadRuleSets(join(projectRoot(), 'criteria')) };
      say({
        kind: 'done',
        result: dossier === null ? { all: proveInstallation(proving) } : { one: proveOne(proving, dossier) },
      });
    } finally {
      storage.close();
    }
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
