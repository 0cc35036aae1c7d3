import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { contractKind } from '../../src/actions/contracts.ts';
import { verifyStored } from '../../src/actions/kinds.ts';
import { proveInstallation, proveOne } from '../../src/actions/prove-installation.ts';
import { proveOrigin } from '../../src/actions/prove-origin.ts';
import { contractParts } from '../../src/domain/contract/parts.ts';
import { openStorage } from '../../src/storage/database.ts';
import { CONTRACTS, contractsOn, openDemoContracts } from '../support/contracts.ts';
import { FINISHED, seedInto } from '../support/demo.ts';
import { publishedRules, registerAnew, sealAnew, wholeLog } from '../support/dossiers.ts';
import { refusalOf } from '../support/refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A database file with contracts, after what somebody with the file did to it. */
async function tampered(name: string, change: (database: Database.Database) => void) {
  const file = join(folder, `${name}.sqlite`);
  const seeded = await seedInto(openStorage(file));
  openDemoContracts({ ...seeded, ...contractsOn(seeded.storage) });
  seeded.storage.close();
  const database = new Database(file);
  for (const trigger of ['changed', 'removed']) database.exec(`DROP TRIGGER events_are_never_${trigger}`);
  change(database);
  registerAnew(database);
  database.close();
  return openStorage(file);
}
const ruleSets = publishedRules();

describe('what contracts follow from', () => {
  it('is looked up in the dossier of the award, by its place and hash', async () => {
    const storage = await tampered('good', () => undefined);
    const { verdict } = verifyStored(contractKind, { storage, ruleSets }, CONTRACTS);
    expect(verdict.follows).toMatchObject([{ dossier: FINISHED, proven: true }]);
    expect(proveOne({ storage, ruleSets }, CONTRACTS).inOrder?.follows).toEqual(verdict.follows);
    const [origin] = verdict.follows;
    proveOrigin(storage, origin!);
    expect(refusalOf(() => proveOrigin(storage, { ...origin!, seq: 3 }))).toBe('link-broken');
    expect(refusalOf(() => proveOrigin(storage, { ...origin!, seq: null, hash: '0'.repeat(64) }))).toBe('link-broken');
    storage.close();
  });

  it('is found where the dossier of the award was taken away', async () => {
    const storage = await tampered('removed', (database) => {
      database.prepare('DELETE FROM events WHERE dossier = ?').run(FINISHED);
    });
    const { findings, dossiers } = proveInstallation({ storage, ruleSets });
    expect(findings.filter(({ dossier }) => dossier === CONTRACTS)).toMatchObject([
      { code: 'link-broken', details: { dossier: FINISHED } },
    ]);
    const own = dossiers.find(({ dossier }) => dossier === CONTRACTS);
    expect(own?.follows.map(({ proven }) => proven)).toEqual([false]);
    expect(refusalOf(() => verifyStored(contractKind, { storage, ruleSets }, CONTRACTS))).toBe('link-broken');
    storage.close();
  });

  it('is found where somebody named another hash and made all hashes of the contracts anew', async () => {
    const storage = await tampered('hash', (database) => {
      const log = openStorage(database.name);
      const events = wholeLog(log, CONTRACTS, contractKind).map((event, place) => {
        if (place > 0) return event;
        const payload = event.payload as { follows: { hash: string } };
        return { ...event, payload: { ...payload, follows: { ...payload.follows, hash: 'a'.repeat(64) } } };
      });
      log.close();
      const write = database.prepare('UPDATE events SET hash = ?, body = ?, parts = ? WHERE dossier = ? AND seq = ?');
      for (const [place, { hash, body, parts }] of sealAnew(events, 2, contractParts).logged.entries()) {
        write.run(hash, body, parts, CONTRACTS, place + 1);
      }
    });
    const { findings } = proveInstallation({ storage, ruleSets });
    expect(findings.filter(({ dossier }) => dossier === CONTRACTS).map(({ code }) => code)).toEqual(['link-broken']);
    storage.close();
  });
});
