import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillLists, rebuildLists } from '../../src/actions/fill-lists.ts';
import { listTenders } from '../../src/actions/lists.ts';
import type { Viewer } from '../../src/domain/roles.ts';
import { openStorage, type Storage } from '../../src/storage/database.ts';
import { FINISHED, RUNNING, seedInto } from '../support/demo.ts';

const DECISION = 'decision-contract-models-2013-1';
const CHAIR: Viewer = { id: 'inkoper', roles: ['procurement-officer'] };
const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const file = join(folder, 'lists.sqlite');
let storage: Storage;
beforeAll(async () => {
  storage = openStorage(file);
  await seedInto(storage);
});
afterAll(() => {
  storage.close();
  rmSync(folder, { recursive: true });
});

/** Somebody else writes in the database. */
function elsewhere(sql: string): void {
  const database = new Database(file);
  database.pragma('foreign_keys = ON');
  database.exec(sql);
  database.close();
}
const listed = () =>
  listTenders(storage, CHAIR, { today: '2027-01-01', archived: false, limit: 10, offset: 0 }).rows.map(
    ({ dossier, seat }) => [dossier, seat.status],
  );

describe('lists', () => {
  it('are as the last event made them, and nothing is left to write', () => {
    expect(fillLists(storage, () => {})).toEqual({ written: 0, differed: [], unreadable: [] });
    expect(rebuildLists(storage, () => {})).toEqual({ written: 3, differed: [], unreadable: [] });
  });

  it('are filled where they are not: after an update, and of a dossier that somebody added', () => {
    const before = listed();
    elsewhere('DELETE FROM listed_dossiers');
    expect(listed()).toEqual([]);
    const told: number[][] = [];
    const { written } = fillLists(storage, (done, all) => told.push([done, all]));
    expect([written, told]).toEqual([3, [[3, 3]]]);
    expect(listed()).toEqual(before);
    elsewhere(`UPDATE listed_dossiers SET made_by = 0 WHERE dossier = '${RUNNING}'`);
    expect(fillLists(storage, () => {}).differed).toEqual([RUNNING]);
  });

  it('are made anew where they say something else, and forgotten of a dossier without a log', () => {
    elsewhere(`
      UPDATE listed_seats SET view = replace(view, 'assessment', 'awarded') WHERE dossier = '${RUNNING}';
      INSERT INTO listed_dossiers SELECT 'tender-none-1', kind, seq, made_by, title, folded, year, phase, archived, leader, over, words
      FROM listed_dossiers WHERE dossier = '${FINISHED}'`);
    const { differed } = rebuildLists(storage, () => {});
    expect(differed).toEqual(['tender-none-1', RUNNING]);
    expect(listed().map(([dossier]) => dossier)).toEqual([FINISHED, RUNNING]);
  });

  it('leave out a dossier whose log cannot be read, and that alone', () => {
    elsewhere(`
      DROP TRIGGER events_are_never_changed; DELETE FROM listed_dossiers;
      UPDATE events SET body = 'x' WHERE dossier = '${FINISHED}' AND seq = 7`);
    expect(fillLists(storage, () => {})).toEqual({
      written: 2,
      differed: [DECISION, RUNNING],
      unreadable: [FINISHED],
    });
    expect(listed().map(([dossier]) => dossier)).toEqual([RUNNING]);
  });
});
