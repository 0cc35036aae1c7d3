import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import { openAssessments } from '../../src/domain/tender/state/open-work.ts';
import { openStorage, type Storage } from '../../src/storage/database.ts';
import { FINISHED, RUNNING, seedInto } from '../support/demo.ts';
import { registerAnew, sealAnew, wholeLog } from '../support/dossiers.ts';
import { draftInLog } from '../support/log-draft.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
let count = 0;
let file: string;
let storage: Storage;
let tenders: ReturnType<typeof createTenders>;
beforeEach(async () => {
  file = join(folder, `${++count}.sqlite`);
  storage = openStorage(file);
  tenders = (await seedInto(storage)).tenders;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Somebody else writes in the database, of whom the triggers are not asked. */
function elsewhere(change: (database: Database.Database) => void): void {
  const database = new Database(file);
  change(database);
  database.close();
}
const withoutTriggers = (change: (database: Database.Database) => void) => (database: Database.Database) => {
  for (const trigger of ['changed', 'removed']) database.exec(`DROP TRIGGER events_are_never_${trigger}`);
  change(database);
};

describe('a log that was changed under a running server', () => {
  it('is not read from memory any more: what was replaced by another connection is found at the next read', () => {
    expect(tenders.get(FINISHED).phase).toBe('awarded');
    // Without recursive triggers this removes the row without asking the trigger.
    elsewhere((database) => {
      database.pragma('recursive_triggers = OFF');
      database.exec('DROP TRIGGER events_get_the_next_place');
      database.exec(
        `INSERT OR REPLACE INTO events SELECT dossier, seq, hash, replace(body, 'bid-registered', 'bid-set-aside'), parts, position, register
         FROM events WHERE dossier = '${FINISHED}' AND seq = 5`,
      );
    });
    expect(() => tenders.get(FINISHED)).toThrow('"seq":6,"why":"changed-since"');
    // Nothing is added to it, also when it is put right again: what was read is no longer known to be what was recorded.
    expect(() => tenders.execute(FINISHED, 'inkoper', { type: 'compute-award' })).toThrow('changed-since');
    expect(tenders.get(RUNNING).phase).toBe('assessment');
  });

  it('is found when it was made anew without a fault in itself, the register included', () => {
    expect(tenders.get(FINISHED).title).toContain('fictieve demo');
    const events = wholeLog(storage, FINISHED, tenderKind).map((event) =>
      event.type === 'rules-published'
        ? { ...event, payload: { ...(event.payload as object), title: 'Anders' } }
        : event,
    );
    elsewhere(
      withoutTriggers((database) => {
        const write = database.prepare('UPDATE events SET hash = ?, body = ?, parts = ? WHERE dossier = ? AND seq = ?');
        for (const [place, { hash, body, parts }] of sealAnew(events, 2).logged.entries()) {
          write.run(hash, body, parts, FINISHED, place + 1);
        }
        registerAnew(database);
      }),
    );
    expect(() => tenders.get(FINISHED)).toThrow('changed-since');
    // A server that starts now cannot know: only a head on paper does, or an export of the register.
    expect(createTenders(storage, () => new Date()).get(FINISHED).title).toBe('Anders');
  });

  it('is not taken for changed when others add to it, or write elsewhere', () => {
    const before = tenders.get(RUNNING);
    const seq = before.version;
    const { assessor, bid, lot } = openAssessments(before).find((one) => one.assessor === 'beoordelaar-1')!;
    const other = openStorage(file);
    createTenders(other, () => new Date('2026-11-02T10:00:00Z')).execute(RUNNING, assessor, draftInLog({ bid, lot }));
    other.accounts.rename('auditor', 'A. Ander');
    other.close();
    expect(tenders.get(RUNNING).version).toBe(seq + 1);
  });

  it('is found when it is read for the first time, by the register', () => {
    const events = wholeLog(storage, FINISHED, tenderKind);
    elsewhere(
      withoutTriggers((database) => {
        const write = database.prepare('UPDATE events SET hash = ?, body = ?, parts = ? WHERE dossier = ? AND seq = ?');
        for (const [place, { hash, body, parts }] of sealAnew(events, 2).logged.entries()) {
          write.run(hash, body, parts, FINISHED, place + 1);
        }
      }),
    );
    expect(() => createTenders(storage, () => new Date()).get(FINISHED)).toThrow('not-registered');
  });
});

describe('states in memory', () => {
  /** Room for one dossier of the demo and not for two. */
  const small = (from: Storage) => createTenders(from, () => new Date('2026-11-02T10:00:00Z'), 1);

  it('are let go when others are asked for, and read again as they were', () => {
    const shelf = small(storage);
    const before = shelf.get(FINISHED);
    expect(shelf.get(FINISHED)).toBe(before);
    shelf.get(RUNNING);
    const again = shelf.get(FINISHED);
    expect(again).not.toBe(before);
    expect(again).toEqual(before);
  });

  it('move on when they were let go meanwhile', async () => {
    const shelf = small(storage);
    const { assessor, bid, lot } = openAssessments(shelf.get(RUNNING)).find((one) => one.assessor === 'beoordelaar-1')!;
    const { version } = shelf.get(RUNNING);
    await shelf.executeLong(RUNNING, assessor, async () => {
      shelf.get(FINISHED);
      return draftInLog({ bid, lot });
    });
    expect(shelf.get(RUNNING).version).toBe(version + 1);
  });

  it('that were let go are still held against what was read: a log that was made anew meanwhile is found', () => {
    const shelf = small(storage);
    shelf.get(FINISHED);
    shelf.get(RUNNING);
    const events = wholeLog(storage, FINISHED, tenderKind);
    elsewhere(
      withoutTriggers((database) => {
        const write = database.prepare('UPDATE events SET hash = ?, body = ?, parts = ? WHERE dossier = ? AND seq = ?');
        for (const [place, { hash, body, parts }] of sealAnew(events, 2).logged.entries()) {
          write.run(hash, body, parts, FINISHED, place + 1);
        }
        registerAnew(database);
      }),
    );
    expect(() => shelf.get(FINISHED)).toThrow('changed-since');
    expect(shelf.changedSince().map(({ dossier }) => dossier)).toEqual([FINISHED]);
    expect(small(storage).get(FINISHED).phase).toBe('awarded');
  });

  it('nor is one missed of which everything was taken away', () => {
    const shelf = small(storage);
    shelf.get(FINISHED);
    shelf.get(RUNNING);
    elsewhere(withoutTriggers((database) => database.exec(`DELETE FROM events WHERE dossier = '${FINISHED}'`)));
    expect(() => shelf.get(FINISHED)).toThrow('changed-since');
  });
});

describe('a command that is not stored', () => {
  it('leaves what was read as it was', () => {
    const { assessor, bid, lot } = openAssessments(tenders.get(RUNNING)).find(
      (one) => one.assessor === 'beoordelaar-1',
    )!;
    const { version } = tenders.get(RUNNING);
    const command = draftInLog({ bid, lot });
    elsewhere((database) =>
      database.exec(`CREATE TRIGGER full BEFORE UPDATE ON listed_dossiers BEGIN SELECT RAISE(ABORT, 'full'); END`),
    );
    expect(() => tenders.execute(RUNNING, assessor, command)).toThrow('full');
    expect(tenders.get(RUNNING).version).toBe(version);
    elsewhere((database) => database.exec('DROP TRIGGER full'));
    tenders.execute(RUNNING, assessor, command);
    expect(tenders.get(RUNNING).version).toBe(version + 1);
  });
});
