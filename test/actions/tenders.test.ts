import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyStored } from '../../src/actions/kinds.ts';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import { openStorage } from '../../src/storage/database.ts';
import { FINISHED, RUNNING, seedInto } from '../support/demo.ts';
import { publishedRules, registerAnew, sealAnew, wholeLog } from '../support/dossiers.ts';
import { draftInLog } from '../support/log-draft.ts';

const ruleSets = publishedRules();
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
          `UPDATE events SET parts = replace(parts, '"score":"8"', '"score":"10"') WHERE dossier = '${FINISHED}' AND seq = 104`,
        ),
    ],
    [
      'a changed time',
      (db: Database.Database) =>
        db.exec(
          `UPDATE events SET parts = replace(parts, '2026-11-02', '2026-11-01') WHERE dossier = '${FINISHED}' AND seq = 40`,
        ),
    ],
    [
      'a changed type',
      (db: Database.Database) =>
        db.exec(
          `UPDATE events SET body = replace(body, 'assessor-appointed', 'auditor-named') WHERE dossier = '${FINISHED}' AND seq = 2`,
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
    expect(() => verifyStored(tenderKind, { storage, ruleSets }, FINISHED)).toThrow('chain-broken');
    expect(tenders.get(RUNNING).dossier).toBe(RUNNING);
    storage.close();
  });

  it('and of which a part was taken away is not read on, though its chain holds', () => {
    tamper((database) =>
      database.exec(
        `UPDATE events SET parts = substr(parts, instr(parts, ',' || char(10)) + 2) WHERE dossier = '${FINISHED}' AND seq = 2`,
      ),
    );
    const storage = openStorage(file);
    const tenders = createTenders(storage, clock);
    expect(() => tenders.get(FINISHED)).toThrow('part-withheld');
    expect(() => tenders.execute(FINISHED, 'inkoper', { type: 'compute-award' })).toThrow('part-withheld');
    expect(() => verifyStored(tenderKind, { storage, ruleSets }, FINISHED)).toThrow('part-withheld');
    storage.close();
  });

  it('with a chain that was hashed anew does not fit in the register, and with that made anew does not pass the rules', () => {
    const withTen = (event: (typeof events)[number]) => {
      if (event.type === 'consensus-recorded') {
        return { ...event, payload: { ...(event.payload as object), score: '10' } };
      }
      if (event.type !== 'assessment-submitted') return event;
      // What assessors gave as well: a score beyond all of theirs would need a second person.
      const { scores, ...rest } = event.payload as { readonly scores: readonly object[] };
      return { ...event, payload: { ...rest, scores: scores.map((one) => ({ ...one, score: '10' })) } };
    };
    const before = openStorage(file);
    const events = wholeLog(before, FINISHED, tenderKind);
    before.close();
    tamper((database) => {
      const write = database.prepare('UPDATE events SET body = ?, parts = ?, hash = ? WHERE dossier = ? AND seq = ?');
      for (const [place, { body, parts, hash }] of sealAnew(events.map(withTen), 2).logged.entries()) {
        write.run(body, parts, hash, FINISHED, place + 1);
      }
    });
    const storage = openStorage(file);
    expect(() => verifyStored(tenderKind, { storage, ruleSets }, FINISHED)).toThrow('"why":"not-registered"');
    expect(() => createTenders(storage, clock).get(FINISHED)).toThrow('"why":"not-registered"');
    const database = new Database(file);
    registerAnew(database);
    database.close();
    expect(verifyStored(tenderKind, { storage, ruleSets }, FINISHED).audit.reRun!.identical).toBe(false);
    storage.close();
  });
});

describe('two processes on one database', () => {
  it('see what the other wrote, and never write on an old state', () => {
    const [one, two] = [openStorage(file), openStorage(file)];
    const [first, second] = [createTenders(one, clock), createTenders(two, clock)];
    const place = { bid: 'roerdomp', lot: 'zuid-haren' };
    expect(first.get(RUNNING).version).toBe(second.get(RUNNING).version);
    first.execute(RUNNING, 'beoordelaar-1', draftInLog(place));
    expect(() =>
      second.execute(RUNNING, 'beoordelaar-1', { type: 'submit-assessment', ...place, version: 0, scores: [] }),
    ).toThrow('stale');
    expect(second.get(RUNNING).version).toBe(first.get(RUNNING).version);
    one.close();
    two.close();
  });
});
