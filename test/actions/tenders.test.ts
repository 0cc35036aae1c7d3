import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditStored } from '../../src/actions/audit.ts';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import { GENESIS, seal } from '../../src/chain/chain.ts';
import { openStorage } from '../../src/storage/database.ts';
import { FINISHED, RUNNING, seedInto } from '../support/demo.ts';

const clock = (): Date => new Date('2026-11-03T09:00:00Z');
let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
  file = join(folder, 'demo.sqlite');
  const storage = openStorage(file);
  await seedInto(storage);
  storage.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What somebody with the database file can do: drop the triggers and write. */
function tamper(work: (database: Database.Database) => void): void {
  const database = new Database(file);
  database.exec('DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_removed');
  work(database);
  database.close();
}

describe('a database that was tampered with', () => {
  it.each([
    [
      'a changed score',
      (db: Database.Database) =>
        db.exec(
          `UPDATE events SET body = replace(body, '"score":"8"', '"score":"10"') WHERE dossier = '${FINISHED}' AND seq = 100`,
        ),
    ],
    [
      'a changed time',
      (db: Database.Database) =>
        db.exec(
          `UPDATE events SET body = replace(body, '2026-11-02', '2026-11-01') WHERE dossier = '${FINISHED}' AND seq = 40`,
        ),
    ],
    [
      'a removed event',
      (db: Database.Database) => db.exec(`DELETE FROM events WHERE dossier = '${FINISHED}' AND seq = 50`),
    ],
    [
      'a changed hash',
      (db: Database.Database) =>
        db.exec(
          `UPDATE events SET hash = printf('%064d', 1) WHERE dossier = '${FINISHED}' AND seq = (SELECT max(seq) FROM events WHERE dossier = '${FINISHED}')`,
        ),
    ],
    [
      'a body that is no JSON',
      (db: Database.Database) => db.exec(`UPDATE events SET body = 'x' WHERE dossier = '${FINISHED}' AND seq = 7`),
    ],
  ])('is not read on, and the audit says where it breaks: %s', (_, work) => {
    tamper(work);
    const storage = openStorage(file);
    const tenders = createTenders(storage, clock);
    expect(() => tenders.get(FINISHED)).toThrow('chain-broken');
    expect(() => tenders.execute(FINISHED, 'inkoper', { type: 'compute-award' })).toThrow('chain-broken');
    expect(() => auditStored(tenderKind, storage, FINISHED)).toThrow('chain-broken');
    expect(tenders.list().damaged).toEqual([FINISHED]);
    expect(tenders.list().readable.map((state) => state.dossier)).toEqual([RUNNING]);
    storage.close();
  });

  it('with a chain that was hashed anew does not pass the rules', () => {
    tamper((database) => {
      const rows = database.prepare('SELECT seq, body FROM events WHERE dossier = ? ORDER BY seq').all(FINISHED) as {
        seq: number;
        body: string;
      }[];
      let previous = GENESIS;
      for (const { seq, body } of rows) {
        const event = JSON.parse(body);
        if (event.type === 'consensus-recorded') event.payload.score = '10';
        const sealed = seal({ ...event, previous });
        previous = sealed.hash;
        database
          .prepare('UPDATE events SET body = ?, hash = ? WHERE dossier = ? AND seq = ?')
          .run(sealed.body, sealed.hash, FINISHED, seq);
      }
    });
    const storage = openStorage(file);
    expect(auditStored(tenderKind, storage, FINISHED).audit.reRun!.identical).toBe(false);
    storage.close();
  });
});

describe('two processes on one database', () => {
  it('see what the other wrote, and never write on an old state', () => {
    const [one, two] = [openStorage(file), openStorage(file)];
    const [first, second] = [createTenders(one, clock), createTenders(two, clock)];
    const place = { bid: 'roerdomp', lot: 'zuid-haren' };
    expect(first.get(RUNNING).version).toBe(second.get(RUNNING).version);
    first.execute(RUNNING, 'beoordelaar-1', { type: 'save-assessment', ...place, version: 0, scores: [] });
    expect(() =>
      second.execute(RUNNING, 'beoordelaar-1', { type: 'save-assessment', ...place, version: 0, scores: [] }),
    ).toThrow('stale');
    expect(second.get(RUNNING).version).toBe(first.get(RUNNING).version);
    one.close();
    two.close();
  });
});
