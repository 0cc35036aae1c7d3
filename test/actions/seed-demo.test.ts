import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { createDecisions } from '../../src/actions/decisions.ts';
import { createDrafts } from '../../src/actions/drafts.ts';
import { DEMO_ACCOUNTS, seedDemo } from '../../src/actions/seed-demo.ts';
import { createTenders } from '../../src/actions/tenders.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { readSample } from '../../src/exchange/samples.ts';
import { openStorage, type Storage } from '../../src/storage/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const holdings = (storage: Storage) => ({
  accounts: storage.accounts.all().length,
  dossiers: storage.events.dossiers().length,
});
const NOTHING = { accounts: 0, dossiers: 0 };
/** The accounts have a dossier of their own. */
const ALL = { accounts: DEMO_ACCOUNTS.length, dossiers: 4 };

const start = (database: string): ChildProcess =>
  spawn(process.execPath, [join(projectRoot(), 'dist/run/gunwijzer.js'), 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', GUNWIJZER_DATABASE: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function listening(child: ChildProcess): Promise<void> {
  for await (const line of createInterface({ input: child.stdout! })) if (line.includes('http://')) return;
  throw new Error('the server stopped before it printed its address');
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  if (child.exitCode === null && child.kill('SIGKILL')) await ended;
}

function found(database: string): ReturnType<typeof holdings> {
  const storage = openStorage(database);
  const held = holdings(storage);
  storage.close();
  return held;
}

describe('the very first start', () => {
  it('leaves all of the demo or nothing, whenever it is killed', async () => {
    const before = performance.now();
    const first = start(join(folder, 'whole.sqlite'));
    await listening(first);
    const whole = performance.now() - before;
    await kill(first);
    expect(found(join(folder, 'whole.sqlite'))).toEqual(ALL);

    for (const share of [0.3, 0.5, 0.6, 0.7, 0.8, 0.9]) {
      const database = join(folder, `killed-${share}.sqlite`);
      const killed = start(database);
      await wait(share * whole);
      await kill(killed);
      expect([NOTHING, ALL]).toContainEqual(found(database));
      const again = start(database);
      await listening(again);
      await kill(again);
      expect(found(database)).toEqual(ALL);
    }
  }, 120_000);

  it('leaves nothing when it fails at the last thing it makes', async () => {
    const { services, sample } = installation();
    const withoutMatrices = { ...services, ruleSets: { ...services.ruleSets, matrices: new Map() } };
    await expect(seedDemo(withoutMatrices, sample)).rejects.toThrow();
    expect(holdings(services.storage)).toEqual(NOTHING);
  });

  it('fills an empty database once, also when two start at the same time', async () => {
    const { services, sample } = installation();
    await Promise.all([seedDemo(services, sample), seedDemo(services, sample)]);
    expect(holdings(services.storage)).toEqual(ALL);
  });
});

function installation() {
  const root = projectRoot();
  const storage = openStorage(':memory:');
  const clock = () => new Date('2026-11-25T12:00:00.000Z');
  const ruleSets = loadRuleSets(join(root, 'criteria'));
  const [accounts, tenders, decisions] = [
    createAccounts(storage, clock),
    createTenders(storage, clock),
    createDecisions(storage, clock),
  ];
  const drafts = createDrafts(storage, clock);
  return {
    services: { storage, accounts, tenders, decisions, drafts, ruleSets },
    sample: readSample(root, 'gon-2027-demo'),
  };
}
